"""Where themes come from: the package, and TOML files."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from argmap.data.packaged_tables import packaged_table
from argmap.files import path_below, read_file
from argmap.text.nearest import nearest

_MOST_BYTES = 1_000_000


class ThemeError(LookupError, ValueError):
    """A theme that is not there or cannot be used; `code` is one of T501 to T506."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code} {message}")
        self.code = code


def theme_names() -> tuple[str, ...]:
    """Return the names of the themes that come with the package, in alphabetical order."""
    # Only mistakes and lists of themes need it, and loading it takes longer than drawing a small map.
    from importlib.resources import files

    folder = files("argmap.render").joinpath("themes")
    return tuple(
        sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))
    )


def is_path(theme: object) -> bool:
    """Return whether a word for a theme is the path of a file and not a name.

    >>> is_path("dark"), is_path("looks/mine.toml")
    (False, True)
    """
    return isinstance(theme, PathLike) or str(theme).endswith(".toml")


def theme_layers(
    name_or_path: str | PathLike[str], *, root: Path | None = None
) -> tuple[str, list[Mapping[str, object]]]:
    """Return the name of a theme, and the tables of it and of all that it extends, base theme first.

    With a `root`, paths begin there and must not leave it, and only theme files are read.

    Raises:
        ThemeError: there is no such theme, or it is not TOML.
        OSError: the file cannot be read.
        ValueError: a file is not text in UTF-8.
    """
    layers: list[Mapping[str, object]] = []
    seen: list[str] = []
    wanted: object = name_or_path
    folder = Path()
    while wanted is not None:
        label = str(folder / str(wanted)) if is_path(wanted) else str(wanted)
        if label in seen:
            raise ThemeError("T503", f"theme {label!r} extends itself: {' > '.join([*seen, label])}")
        seen.append(label)
        folder = Path(label).parent if is_path(wanted) else Path()
        layers.insert(0, _tables(label, _text(label, root)) if is_path(wanted) else _own(label))
        wanted = layers[0].get("extends")
    return Path(seen[0]).stem, layers


def _own(name: str) -> Mapping[str, object]:
    if name.isidentifier():
        with contextlib.suppress(FileNotFoundError):
            return packaged_table("argmap.render", f"themes/{name}.toml")
    near = nearest(name, theme_names())
    hint = f"did you mean {near!r}?" if near else "write a path that ends in .toml, or one of "
    every = "" if near else ", ".join(theme_names())
    raise ThemeError("T501", f"there is no theme {name!r}; {hint}{every}")


def _text(path: str, root: Path | None) -> str:
    if root is None:
        return Path(path).read_text(encoding="utf-8")
    return read_file(path_below(path, root), most=_MOST_BYTES, follows_links=False).decode("utf-8")


def _tables(name: str, text: str) -> Mapping[str, object]:
    # Few users have their own theme.
    from argmap.text.toml_json import read_toml

    try:
        return read_toml(text)
    except ValueError as error:
        raise ThemeError("T502", f"theme {name!r} is not TOML: {error}") from None
