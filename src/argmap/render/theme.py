"""Themes: how claims, arguments, evidence, groups and relations look."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from argmap.model import FrozenDict, RelationKind

Attributes: TypeAlias = FrozenDict[str, str]

RELATION_ROLES = tuple(kind.value for kind in RelationKind)
NODE_ROLES = ("claim", "evidence", "argument", "closed-group")
ROLES = ("graph", "group", *NODE_ROLES, *RELATION_ROLES, "derived")
TEXT_ROLES = ("title", "text", "source", "heading")

_ATTRIBUTE = re.compile(r"[A-Za-z]+")
# A theme says how things look; these say what they are, or reach out of the drawing.
_REFUSED = frozenset(
    ("class", "fontpath", "href", "id", "image", "imagepath", "label", "shapefile", "stylesheet", "url")
)
_NO_ATTRIBUTES: Attributes = FrozenDict()


@frozen
class TextStyle:
    """How a text is set: `size` in whole points, `color` as #rrggbb."""

    size: int
    color: str
    is_bold: bool = False
    is_italic: bool = False


@frozen
class Theme:
    """The looks of a map: Graphviz attributes for every role, and styles for its texts.

    The roles are those of `ROLES`, the texts those of `TEXT_ROLES`; `text_width` is how wide the
    lines of a label may be, in points.
    """

    name: str
    font: str
    text_width: float
    attributes: FrozenDict[str, Attributes]
    texts: FrozenDict[str, TextStyle] = field()

    def __attrs_post_init__(self) -> None:
        missing = [role for role in TEXT_ROLES if role not in self.texts]
        if missing:
            raise ValueError(f"theme {self.name!r} has no text style for {', '.join(missing)}")

    def of(self, role: str) -> Attributes:
        """Return the Graphviz attributes of a role.

        >>> load_theme("default").of("argument")["shape"]
        'box'
        """
        return self.attributes.get(role, _NO_ATTRIBUTES)


def load_theme(name_or_path: str | PathLike[str] | Theme) -> Theme:
    """Return a theme that comes with the package, by its name, or one from a TOML file, by its path.

    A theme may extend another one (`extends = "default"`) and then says only what differs.

    Raises:
        LookupError: there is no theme of that name.
        ValueError: the file is not a theme; the message says why.
        OSError: the file cannot be read.
    """
    if isinstance(name_or_path, Theme):
        return name_or_path
    layers: list[Mapping[str, object]] = []
    seen: list[str] = []
    wanted: object = name_or_path
    while wanted is not None:
        label = str(wanted)
        if label in seen:
            raise ValueError(f"theme {label!r} extends itself: {' > '.join([*seen, label])}")
        seen.append(label)
        layers.insert(0, _read(label, isinstance(wanted, PathLike)))
        wanted = layers[0].get("extends")
    return _theme(Path(seen[0]).stem, layers)


def theme_names() -> tuple[str, ...]:
    """Return the names of the themes that come with the package, in alphabetical order."""
    folder = files("argmap.render").joinpath("themes")
    return tuple(
        sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))
    )


def _read(name: str, is_path: bool) -> Mapping[str, object]:
    if is_path or name.endswith(".toml"):
        text = Path(name).read_text(encoding="utf-8")
    elif name in theme_names():
        text = files("argmap.render").joinpath("themes", f"{name}.toml").read_text(encoding="utf-8")
    else:
        near = get_close_matches(name, theme_names(), n=1)
        hint = f"did you mean {near[0]!r}?" if near else "write a path that ends in .toml, or one of "
        raise LookupError(f"there is no theme {name!r}; {hint if near else hint + ', '.join(theme_names())}")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"theme {name!r} is not TOML: {error}") from None


def _theme(name: str, layers: list[Mapping[str, object]]) -> Theme:
    said: dict[str, dict[str, object]] = {}
    plain: dict[str, object] = {"font": "Arial", "text-width": 215}
    for layer in layers:
        for key, value in layer.items():
            if key in ROLES or key in TEXT_ROLES:
                if not isinstance(value, Mapping):
                    raise ValueError(f"theme {name!r}: {key!r} must be a table, not {value!r}")
                said.setdefault(key, {}).update(value)
            elif key in plain:
                plain[key] = value
            elif key != "extends":
                near = get_close_matches(key, (*ROLES, *TEXT_ROLES, *plain, "extends"), n=1)
                raise ValueError(
                    f"theme {name!r}: there is no {key!r}" + (f"; write {near[0]!r}" if near else "")
                )
    return Theme(
        name,
        str(plain["font"]),
        _number(name, "text-width", plain["text-width"]),
        FrozenDict({role: _attributes(name, role, said[role]) for role in ROLES if role in said}),
        FrozenDict({role: _text_style(name, role, said[role]) for role in TEXT_ROLES if role in said}),
    )


def _attributes(theme: str, role: str, table: Mapping[str, object]) -> Attributes:
    return FrozenDict({name: _value(theme, role, name, value) for name, value in table.items()})


def _value(theme: str, role: str, name: str, value: object) -> str:
    if not _ATTRIBUTE.fullmatch(name) or name.lower() in _REFUSED:
        raise ValueError(f"theme {theme!r}: {role} cannot have the attribute {name!r}")
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str | int | float):
        raise ValueError(f"theme {theme!r}: {role}.{name} cannot be {value!r}; write a text or a number")
    return str(value)


def _text_style(theme: str, role: str, table: Mapping[str, object]) -> TextStyle:
    unknown = [key for key in table if key not in ("size", "color", "bold", "italic")]
    if unknown:
        raise ValueError(
            f"theme {theme!r}: {role} cannot have {unknown[0]!r}; write size, color, bold or italic"
        )
    return TextStyle(
        round(_number(theme, f"{role}.size", table.get("size", 10))),
        str(table.get("color", "#000000")),
        bool(table.get("bold", False)),
        bool(table.get("italic", False)),
    )


def _number(theme: str, name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= 10_000:
        raise ValueError(f"theme {theme!r}: {name} cannot be {value!r}; write a number from 1 to 10000")
    return float(value)
