"""The size of text in a drawing where it is shown, and remedies if that is too small."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from argmap.equality import equality, value_hash
from argmap.representation import representation

# Groups with a class, and texts, which give their size themselves or in their first part.
_GROUP_OR_TEXT = re.compile(
    r'<g [^<>]*?class="([a-z]+)|'
    r'<text (?:[^<>]*?font-size="([\d.]+)"|[^<>]*+>\s*+<tspan [^<>]*?font-size="([\d.]+)")'
)
_PIXELS = 4 / 3
# The greatest width and height, in pixels, at which a drawing is shown, by the frame that it has to fit.
_FRAMES: dict[str, tuple[int, int | None]] = {
    "column": (740, None),
    "page": (740, 1046),
    "slide": (1280, 720),
}
# Those who look at many boxes at once read fewer of them.
_FEW_BOXES = 30
_LEAST_OF_FEW, _LEAST_OF_MANY = 9.0, 7.0


class Remedy(StrEnum):
    """Ways to make text larger where it is shown; the values are how to do it in Python."""

    FOCUS = "focus="
    SELECT = "selection.select"
    PARTS = "argmap.draw_parts"
    PAGES = "argmap.draw_pages"
    HTML = "drawing.html"
    COLUMN = 'fit="column"'
    TREE = 'layout="tree"'


_PURPOSES = {
    Remedy.FOCUS: "show less",
    Remedy.SELECT: "show less",
    Remedy.PARTS: "draw each section",
    Remedy.PAGES: "draw pages to print",
    Remedy.HTML: "look around in it",
    Remedy.COLUMN: "draw a longer map",
    Remedy.TREE: "draw a longer map",
}


@frozen
class SmallText:
    """Text that can hardly be read: its height and the width of the drawing, in pixels, and what helps.

    If the drawing is small because it is high, `frame_height` is the height at which it is shown.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    height: float
    width: int
    remedies: Sequence[Remedy]
    frame_height: int | None = None

    def words(self, names: Callable[[Remedy], str] = str) -> str:
        """Return this as a sentence, with the names that `names` returns for remedies.

        >>> print(SmallText(5.04, 740, [Remedy.FOCUS]).words())
        text is 5.0 pixels high where the map is 740 pixels wide: show less with `focus=`
        """
        size = f"{self.frame_height} pixels high" if self.frame_height else f"{self.width} pixels wide"
        height = f"text is {self.height:.1f} pixels high where the map is {size}"
        ways: dict[str, list[str]] = {}
        for remedy in self.remedies:
            ways.setdefault(_PURPOSES[remedy], []).append(f"`{names(remedy)}`")
        advice = [f"{purpose} with {' or '.join(tools)}" for purpose, tools in ways.items()]
        if len(advice) > 1:
            advice = [", ".join(advice[:-1]), advice[-1]]
        return f"{height}: {', or '.join(advice)}" if advice else height


def small_text(
    height_at: Callable[[float], float],
    *,
    size: tuple[float, float],
    fit: str,
    boxes: int,
    is_tree: bool,
    has_sections: Callable[[], bool],
) -> SmallText | None:
    """Return what is too small to read in the frame that a drawing has to fit; None if nothing is.

    `height_at` returns how high text is at a width in pixels; `size` is that of the drawing, in any unit.
    With the fit `none` nothing is too small.
    """
    if fit not in _FRAMES:
        return None
    width, frame_height = _FRAMES[fit]
    if frame_height and frame_height * size[0] < width * size[1]:
        width = max(1, round(frame_height * size[0] / size[1]))
    else:
        frame_height = None
    least = _LEAST_OF_FEW if boxes <= _FEW_BOXES else _LEAST_OF_MANY
    height = height_at(width)
    if not 0 < round(height, 1) < least:
        return None
    helpful = {
        Remedy.COLUMN: is_tree and fit != "column",
        Remedy.TREE: not is_tree and fit == "column",
        Remedy.FOCUS: True,
        Remedy.SELECT: True,
        Remedy.PARTS: has_sections(),
        Remedy.PAGES: True,
        Remedy.HTML: True,
    }
    remedies = tuple(remedy for remedy, helps in helpful.items() if helps)
    return SmallText(height, width, remedies, frame_height)


def text_height(svg: str, *, width: float, size: tuple[float, float]) -> float:
    """Return the height of a line of body text, in pixels, in a picture of this width; 0 without any text.

    That is the median of the sizes of texts in nodes; `size` is that of the picture in points. No picture is
    shown larger than it is.
    """
    heights = sorted(_text_sizes(svg))
    if not heights:
        return 0.0
    return heights[(len(heights) - 1) // 2] * _PIXELS * min(1.0, width / (size[0] * _PIXELS))


def _text_sizes(svg: str) -> Iterator[float]:
    # Patterns, because an XML parser takes a tenth of the time of drawing a large map.
    is_in_node = False
    for match in _GROUP_OR_TEXT.finditer(svg):
        group, own, inner = match.groups()
        if group:
            is_in_node = group == "node"
        elif is_in_node:
            yield float(own or inner)
