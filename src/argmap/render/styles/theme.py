"""Themes: how claims, arguments, evidence, groups and relations look."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from os import PathLike
from pathlib import Path

from attrs import evolve, field, frozen

from argmap.data import FrozenDict
from argmap.equality import equality, value_hash
from argmap.model import RelationKind
from argmap.render.styles.color_math import to_hex
from argmap.render.styles.theme_attributes import Attributes as Attributes
from argmap.render.styles.theme_attributes import read_attributes, read_tint
from argmap.render.styles.theme_files import ThemeError, is_path, theme_layers
from argmap.render.styles.theme_files import theme_names as theme_names
from argmap.render.styles.theme_rules import ThemeRule, read_rules
from argmap.representation import representation
from argmap.text.given_values import value_in_words
from argmap.text.nearest import nearest

RELATION_ROLES = tuple(kind.value for kind in RelationKind)
NODE_ROLES = ("claim", "evidence", "argument", "closed-group", "question", "critical-question")
GROUP_ROLES = ("group", "group-1", "group-2", "group-3")
# Roles in maps of changes: what is new, gone, different, and what stays.
CHANGE_ROLES = ("added", "removed", "changed", "context")
ROLES = (
    "graph",
    *GROUP_ROLES,
    *NODE_ROLES,
    "thesis",
    "strip",
    *RELATION_ROLES,
    "derived",
    "answer",
    "asked",
    *CHANGE_ROLES,
)
TEXT_ROLES = ("title", "text", "source", "heading")
# The looks of texts that a theme does not mention.
_LIKE = {
    "step": "text",
    "inference": "source",
    "formula": "source",
    "tag": "source",
    "strip-text": "text",
    "badge": "source",
    "map-title": "title",
    "subtitle": "source",
}
_ALL_TEXTS = (*TEXT_ROLES, *_LIKE)
_STYLE_KEYS = ("size", "color", "bold", "italic")
COLORS = ("own", "all", "grey", "none")

_NO_ATTRIBUTES: Attributes = FrozenDict()


@frozen
class TextStyle:
    """How a text is set: `size` in whole points, `color` as #rrggbb.

    With a `line_length` lines end after so many characters at most, instead of at the width of a label.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    size: int
    color: str
    is_bold: bool = False
    is_italic: bool = False
    line_length: int | None = None


@frozen(repr=False)
class Theme:
    """The looks of a map: Graphviz attributes for every role, and styles for its texts.

    The roles are those of `ROLES`, the texts those of `TEXT_ROLES` and, if they differ, `step`, `inference`
    and `tag`; `text_width` is how wide the lines of a label may be, in points. `colors` are the colours of
    a map that are used: those that an author chose (`own`), `all`, the author's in `grey`, or `none`.
    With `is_plain`, evidence and premises are nodes of their own and arguments say their texts, as in
    Argdown's maps, unless settings ask for more. `dark` is the theme that replaces
    this one in SVG on dark screens. `tints` say for a role how much of the background a fill
    has that is made from such a colour, 0 to 1. `rules` say what differs for what selectors select, and
    `chosen`, in the theme of a drawing, which of them (by their places in `rules`) select what is drawn:
    elements by reference, sections by id.
    """

    __eq__ = equality
    __hash__ = value_hash

    name: str
    font: str
    text_width: float
    attributes: FrozenDict[str, Attributes]
    texts: FrozenDict[str, TextStyle]
    colors: str = "own"
    tints: FrozenDict[str, float] = field(factory=FrozenDict)
    is_plain: bool = False
    dark: str | None = None
    rules: tuple[ThemeRule, ...] = ()
    chosen: FrozenDict[object, tuple[int, ...]] = field(factory=FrozenDict, repr=False)

    def __attrs_post_init__(self) -> None:
        missing = [role for role in TEXT_ROLES if role not in self.texts]
        if missing:
            raise ThemeError("T506", f"theme {self.name!r} has no text style for {', '.join(missing)}")

    def __repr__(self) -> str:
        return f"Theme({self.name!r})"

    def of(self, role: str) -> Attributes:
        """Return the Graphviz attributes of a role.

        >>> load_theme("default").of("argument")["shape"]
        'box'
        """
        return self.attributes.get(role, _NO_ATTRIBUTES)

    def text_style(self, role: str) -> TextStyle:
        """Return how a text is set; what a theme says nothing of is set like something else.

        >>> load_theme("default").text_style("step").size
        11
        """
        return self.texts[role if role in self.texts else _LIKE[role]]


def load_theme(name_or_path: str | PathLike[str] | Theme) -> Theme:
    """Return a theme that comes with the package, by its name, or one from a TOML file, by its path.

    A theme may extend another one (`extends = "default"`) and then says only what differs.

    Another theme is one that comes with the package, or a path from the folder of this one. Two with a comma
    between them are the theme for light screens and that for dark ones.

    >>> load_theme("default,dark").dark
    'dark'

    Raises:
        ThemeError: there is no such theme, or the file is not one; the message says why.
        OSError: the file cannot be read.
        TypeError: it is neither.
    """
    if isinstance(name_or_path, Theme):
        return name_or_path
    if not isinstance(name_or_path, str | PathLike):
        what = "a theme must be a name, a path or a Theme"
        raise TypeError(f"{what}, not {value_in_words(name_or_path)}")
    light, comma, dark = str(name_or_path).partition(",")
    if comma and not os.path.exists(name_or_path):
        load_theme(dark)
        return evolve(load_theme(light), dark=dark)
    return _theme(*theme_layers(name_or_path)) if is_path(name_or_path) else _own_theme(str(name_or_path))


@cache
def _own_theme(name: str) -> Theme:
    return _theme(*theme_layers(name))


def load_page_theme(name: str, folder: Path | None) -> Theme:
    """Return the theme that a page asks for: one of the package, or a file below the folder of the page.

    No message quotes the file: who writes a page need not be allowed to read all that lies beside it.

    Raises:
        ThemeError: there is no such theme, it is not below the folder, or the file is not a theme.
    """
    if not is_path(name):
        return load_theme(name)
    try:
        if folder is None:
            raise ValueError("the page has no folder")
        return _theme(*theme_layers(name, root=folder))
    except ThemeError as error:
        raise ThemeError(error.code, f"theme {name!r} cannot be used: {_IN_SHORT[error.code]}") from None
    except UnicodeDecodeError:
        raise ThemeError("T502", f"theme {name!r} cannot be used: {_IN_SHORT['T502']}") from None
    except OSError as error:
        raise ThemeError("T501", f"theme {name!r} cannot be read: {(error.strerror or '').lower()}") from None
    except ValueError as error:
        raise ThemeError("T501", f"theme {name!r} cannot be read: {error}") from None


_IN_SHORT = {
    "T501": "it extends a theme that is not there",
    "T502": "it is not TOML",
    "T503": "it extends itself",
    "T504": "it has a key that no theme has",
    "T505": "it has a value that no theme has",
    "T506": "it has no style for some texts",
}


def _theme(name: str, layers: list[Mapping[str, object]]) -> Theme:
    said: dict[str, dict[str, object]] = {}
    plain: dict[str, object] = {
        "font": "Arial",
        "text-width": 215,
        "colors": "own",
        "plain": False,
        "dark": None,
    }
    for layer in layers:
        for key, value in layer.items():
            if key in ROLES or key in _ALL_TEXTS:
                if not isinstance(value, Mapping):
                    raise ThemeError("T505", f"theme {name!r}: {key!r} must be a table, not {value!r}")
                said.setdefault(key, {}).update(value)
            elif key in plain:
                plain[key] = value
            elif key not in ("extends", "rule"):
                hint = _nearest(key, (*ROLES, *_ALL_TEXTS, *plain, "extends", "rule"))
                raise ThemeError("T504", f"theme {name!r}: there is no {key!r}{hint}")
    if plain["colors"] not in COLORS:
        message = f"colors cannot be {plain['colors']!r}; write one of {', '.join(COLORS)}"
        raise ThemeError("T505", f"theme {name!r}: {message}")
    return Theme(
        name,
        str(plain["font"]),
        _number(name, "text-width", plain["text-width"]),
        FrozenDict({role: read_attributes(name, role, said[role]) for role in ROLES if role in said}),
        FrozenDict({role: _text_style(name, role, said[role]) for role in _ALL_TEXTS if role in said}),
        str(plain["colors"]),
        FrozenDict(
            {
                role: read_tint(name, role, said[role]["tint"])
                for role in ROLES
                if "tint" in said.get(role, ())
            }
        ),
        plain["plain"] is True,
        _dark(name, plain["dark"]),
        tuple(read_rules(name, layers)),
    )


def _dark(name: str, said: object) -> str | None:
    if said is not None and said not in theme_names():
        known = ", ".join(theme_names())
        raise ThemeError("T505", f"theme {name!r}: dark cannot be {said!r}; write one of {known}")
    return None if said is None else str(said)


def _text_style(theme: str, role: str, table: Mapping[str, object]) -> TextStyle:
    unknown = [key for key in table if key not in _STYLE_KEYS]
    if unknown:
        message = f"{role} cannot have {unknown[0]!r}; write size, color, bold or italic"
        raise ThemeError("T504", f"theme {theme!r}: {message}")
    return TextStyle(
        round(_number(theme, f"{role}.size", table.get("size", 10))),
        _text_color(theme, role, table.get("color", "#000000")),
        bool(table.get("bold", False)),
        bool(table.get("italic", False)),
    )


def _text_color(theme: str, role: str, value: object) -> str:
    color = to_hex(value) if isinstance(value, str) else None
    if color is None:
        message = f"{role}.color cannot be {value!r}; write #rrggbb or the name of a colour"
        raise ThemeError("T505", f"theme {theme!r}: {message}")
    return color


def _number(theme: str, name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= 10_000:
        message = f"{name} cannot be {value!r}; write a number from 1 to 10000"
        raise ThemeError("T505", f"theme {theme!r}: {message}")
    return float(value)


def _nearest(key: str, known: Iterable[str]) -> str:
    near = nearest(key, known)
    return f"; write {near!r}" if near else ""
