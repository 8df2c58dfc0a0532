"""Graphviz attributes in themes: the looks that a table of a theme may set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from argmap.data import FrozenDict
from argmap.render.styles.theme_files import ThemeError

Attributes: TypeAlias = FrozenDict[str, str]

_ATTRIBUTE = re.compile(r"[A-Za-z]+")
# A theme says how things look; these say what things are, or reach outside the drawing.
_REFUSED = frozenset(
    ("class", "fontpath", "href", "id", "image", "imagepath", "label", "shapefile", "stylesheet", "url")
)


def read_attributes(theme: str, role: str, table: Mapping[str, object]) -> Attributes:
    """Return the attributes in a table of a theme.

    Raises:
        ThemeError: an attribute is refused, or has a value that it cannot have.
    """
    return FrozenDict(
        {name: _value(theme, role, name, value) for name, value in table.items() if name != "tint"}
    )


def _value(theme: str, role: str, name: str, value: object) -> str:
    if not _ATTRIBUTE.fullmatch(name) or name.lower() in _REFUSED:
        raise ThemeError("T504", f"theme {theme!r}: {role} cannot have the attribute {name!r}")
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str | int | float):
        message = f"{role}.{name} cannot be {value!r}; write a text or a number"
        raise ThemeError("T505", f"theme {theme!r}: {message}")
    return str(value)


def read_tint(theme: str, role: str, value: object) -> float:
    """Return how much of the background is mixed into a fill.

    Raises:
        ThemeError: it is not a number from 0 to 1.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        message = f"{role}.tint cannot be {value!r}; write a number from 0 to 1"
        raise ThemeError("T505", f"theme {theme!r}: {message}")
    return float(value)
