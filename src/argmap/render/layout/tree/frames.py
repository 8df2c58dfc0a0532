"""Frames: where maps are seen, and in which of several shapes their text is largest there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.render.layout.tree.arrangements import Arrangement

# In points: 740 pixels are 555 of them. A column has no end, but nobody likes to scroll for ever.
_FRAMES = {"page": (555, 784), "slide": (960, 540), "column": (555, 925)}
FITS = (*_FRAMES, "none")
_PLEASANT = (0.6, 1.9)
# A column may be so much higher rather than have text that is smaller than 9 pixels.
_STRETCH = 1.5
_READABLE = 9 / (11 * 4 / 3)


class Extent(NamedTuple):
    """The size of a whole drawing in points."""

    width: int
    height: int


def best_shape(shapes: Iterable[tuple[Arrangement, Extent]], fit: str) -> tuple[Arrangement, Extent]:
    """Return the shape whose text is largest in a frame; of several, that which is most compact.

    With the fit `none` text is as large as it is, and the most compact shape is the best.
    """
    return max(shapes, key=lambda shape: _merit(shape[1], fit))


def text_scale(extent: Extent, fit: str) -> float:
    """Return how large text is in a frame: 1 if nothing has to be made smaller.

    >>> text_scale(Extent(1110, 400), "page")
    0.5
    """
    if fit not in _FRAMES:
        return 1.0
    width, height = _FRAMES[fit]
    across, along = width / max(extent.width, 1), height / max(extent.height, 1)
    whole = min(1.0, across, along)
    return max(whole, min(_READABLE, across, along * _STRETCH)) if fit == "column" else whole


def _merit(extent: Extent, fit: str) -> tuple[float, float, float]:
    ratio = extent.width / max(extent.height, 1)
    unpleasant = max(_PLEASANT[0] / ratio if ratio else 9.0, ratio / _PLEASANT[1], 1.0)
    return round(text_scale(extent, fit), 3), -round(unpleasant, 2), -extent.width * extent.height
