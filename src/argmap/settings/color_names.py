"""Colours and colour schemes that have names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from argmap.data.packaged_tables import packaged_table

_HEX = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}")


def read_color(text: str) -> str | None:
    """Return a colour in hexadecimal notation, from that or a CSS name; None if it is neither.

    >>> read_color("Tomato"), read_color("#abc"), read_color("blueish")
    ('#ff6347', '#abc', None)
    """
    said = text.strip()
    return said if _HEX.fullmatch(said) else color_names().get(said.lower())


@cache
def color_names() -> Mapping[str, str]:
    """Return the colours that CSS has names for."""
    return {name: str(color) for name, color in packaged_table("argmap.settings", "color_names.toml").items()}


@cache
def color_schemes() -> Mapping[str, tuple[str, ...]]:
    """Return the schemes that Argdown has names for; the first colour of each is that of the untagged."""
    return {
        name: tuple(colors)
        for name, colors in packaged_table("argmap.settings", "color_schemes.toml").items()
    }
