"""Reading, mixing and comparing colours."""

from __future__ import annotations

from functools import lru_cache

from argmap.settings.color_names import read_color

# A map has few colours, but they are compared and mixed for each node.
_remembered = lru_cache(1024)


@_remembered
def to_hex(color: str | None) -> str | None:
    """Return `#rgb`, `#rrggbb` or a CSS colour name as `#rrggbb`, or None if it is none of these.

    >>> to_hex("Teal"), to_hex("#F00"), to_hex("tea")
    ('#008080', '#ff0000', None)
    """
    # None of the names may be left to Graphviz: its `green` is CSS's `lime`.
    known = read_color(color or "")
    if known is None:
        return None
    return known.lower() if len(known) == 7 else "#" + "".join(digit * 2 for digit in known[1:].lower())


@_remembered
def mix(color: str, other: str, *, share: float) -> str:
    """Return a mixture of two `#rrggbb` colours; `share` is that of the other.

    >>> mix("#000000", "#ffffff", share=0.5)
    '#808080'
    """
    pairs = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * (1 - share) + two * share):02x}" for one, two in pairs)


@_remembered
def contrast(color: str, other: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours as defined by WCAG 2, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted((_luminance(color), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def grey(color: str) -> str:
    """Return the grey with the lightness of a `#rrggbb` colour.

    >>> grey("#ff0000")
    '#7f7f7f'
    """
    light = _luminance(color)
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return "#" + f"{round(part * 255):02x}" * 3


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if (part := channel / 255) <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for channel in _channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
