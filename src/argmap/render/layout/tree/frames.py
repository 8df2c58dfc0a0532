"""Frames: where maps are seen, and in which of several shapes their text is largest there."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.composing import Arrangement

# In points: 740 pixels are 555 of them. A column has no end.
_FRAMES = {"page": (555, 784), "slide": (960, 540)}
_COLUMN = 555
FITS = ("column", *_FRAMES, "none")
# Around everything, in points.
PAD = 10
# What is much higher or wider is not seen as a whole; what is less covered by boxes is mostly nothing.
_PLEASANT = (0.62, 1.88)
_INK = 0.36
# In a column, what is this share of a pleasant shape is scrolled anyway: then large text counts more.
_SCROLLED = 0.45
# How high text is at least to be in a column, in pixels, up to so many boxes.
_READABLE = {30: 9.0, 60: 7.0}
MOST_READ = max(_READABLE)
_PIXELS = 4 / 3


class Extent(NamedTuple):
    """The size of a whole drawing in points."""

    width: int
    height: int


class SizedTree(NamedTuple):
    """A way to draw a map: its trees, its size, and how much of it boxes cover, in square points."""

    tree: Arrangement
    extent: Extent
    filled: int


class Frame(NamedTuple):
    """Where a map of so many boxes is seen; `text` is the size of its body text in points.

    A `sheet` of paper has room for a drawing of its size, in points.
    """

    fit: str
    boxes: int
    text: float
    sheet: Extent | None = None

    @property
    def least_scale(self) -> float:
        """How large text has to be to be read, where 1 is the size that it has."""
        least = next((size for most, size in _READABLE.items() if self.boxes <= most), 0.0)
        return least / (self.text * _PIXELS)

    @property
    def readable_width(self) -> int:
        """How wide a map may be, in points, if its text is to be read.

        If it has too many boxes to be read at once that is as wide as the frame.
        """
        width = _FRAMES.get(self.fit, (_COLUMN, 0))[0]
        return int(width / self.least_scale) - 2 * PAD if self.least_scale else width

    def room(self, filled: int) -> int:
        """Return how wide a map may be, in points, whose boxes cover so much."""
        if self.fit == "column" and self.least_scale:
            return self.readable_width
        # Wide enough for any shape that is pleasant.
        return max(int(2 * sqrt(_PLEASANT[1] * filled / _INK)), _COLUMN)


def best_shape(candidates: Iterable[SizedTree], frame: Frame) -> SizedTree:
    """Return what can be read best in a frame.

    On a page and on a slide that has the largest text; in a column it is what is neither very high nor
    mostly empty and has large text, if its text can be read. With the fit `none` text is as large as it is.
    """
    return max(candidates, key=lambda candidate: _merit(candidate, frame))


def text_scale(extent: Extent, fit: str) -> float:
    """Return how large text is in a frame: 1 if nothing has to be made smaller.

    >>> text_scale(Extent(1110, 400), "page")
    0.5
    """
    if fit == "column":
        return min(1.0, _COLUMN / max(extent.width, 1))
    if fit not in _FRAMES:
        return 1.0
    return _scale(extent, *_FRAMES[fit])


def _scale(extent: Extent, width: int, height: int) -> float:
    return min(1.0, width / max(extent.width, 1), height / max(extent.height, 1))


def _merit(candidate: SizedTree, frame: Frame) -> tuple[float, float, int]:
    width, height = (length + 2 * PAD for length in candidate.extent)
    whole = Extent(width, height)
    scale = text_scale(whole, frame.fit) if frame.sheet is None else _scale(whole, *frame.sheet)
    ratio = width / height
    least = _SCROLLED if frame.fit == "column" else 0.0
    shape = max(min(1.0, ratio / _PLEASANT[0], _PLEASANT[1] / ratio), least) ** 4
    shape *= min(1.0, candidate.filled / (width * height) / _INK)
    if frame.fit != "column":
        return round(scale, 3), round(shape, 2), -width * height
    readable = min(scale, frame.least_scale)
    return round(readable, 3), round(shape * sqrt(scale), 3), -width * height
