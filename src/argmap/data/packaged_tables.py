"""Tables in TOML that come with argmap, and the same in JSON, which takes a twentieth of the time to read.

`python -m argmap.data.packaged_tables` writes the JSON beside each TOML again, as `name.toml.json`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zlib import crc32

from argmap.files import packaged

# What of each room is read so often, or by so many, that its time counts.
PACKAGED_TABLES = (
    ("argmap.model.schemes", "schemes.toml"),
    ("argmap.model.schemes", "scheme_names.toml"),
    ("argmap.settings", "argdown_settings.toml"),
    ("argmap.settings", "color_names.toml"),
    ("argmap.settings", "color_schemes.toml"),
    ("argmap.render", "widths.toml"),
    *(
        ("argmap.render", f"themes/{theme}.toml")
        for theme in ("argdown", "auto", "colorblind", "dark", "default", "print")
    ),
)


def packaged_table(package: str, name: str) -> dict[str, Any]:
    """Return what a file in TOML says that comes with a package.

    >>> packaged_table("argmap.settings", "color_names.toml")["tomato"]
    '#ff6347'

    Raises:
        FileNotFoundError: there is no such file.
    """
    source = packaged(package, name)
    twin: dict[str, Any] = json.loads(packaged(package, f"{name}.json"))
    # A change is seen at once, only more slowly until the twin is written again.
    table: dict[str, Any] = twin["table"] if twin["made_from"] == _checksum(source) else _read(source)
    return table


def twin_of(source: bytes) -> str:
    """Return the JSON in which what a text in TOML says is kept beside it."""
    # Letters of all scripts stay themselves, so that changes can be read.
    twin = {"made_from": _checksum(source), "table": _read(source)}
    return json.dumps(twin, ensure_ascii=False, indent=1) + "\n"


def _checksum(source: bytes) -> int:
    # Who checks it out on Windows may have other ends of lines.
    return crc32(source.replace(b"\r\n", b"\n"))


def _read(source: bytes) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(source.decode())


if __name__ == "__main__":
    rooms = Path(__file__).parents[2]
    for package, name in PACKAGED_TABLES:
        file = rooms.joinpath(*package.split("."), name)
        file.with_name(f"{file.name}.json").write_text(twin_of(file.read_bytes()), encoding="utf-8")
