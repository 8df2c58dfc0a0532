"""Boxes as a whole: the size of the frame around their content, and where in it edges can end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from math import ceil

from argmap.named_tuples import NamedTuple
from argmap.render.boxes.cells import CellPlace, Panel, Row, fixed, gap, table
from argmap.render.styles.style import Style

_POINTS_IN_AN_INCH = 72
SMALLEST = (54, 36)
# How much larger a shape is than the text inside it; shapes that are not listed are boxes.
_SHAPES = {
    **dict.fromkeys(("ellipse", "oval", "egg", "circle", "hexagon", "octagon", "doubleoctagon"), 1.42),
    **dict.fromkeys(("house", "invhouse", "tripleoctagon", "septagon", "pentagon", "parallelogram"), 1.6),
    **dict.fromkeys(("cylinder", "trapezium", "invtrapezium", "component", "cds", "box3d", "tab"), 1.3),
    **dict.fromkeys(("diamond", "triangle", "invtriangle"), 2.0),
}
_BETWEEN = 4
_BORDER = 2
# The room that Graphviz leaves between the lines around a node.
_BETWEEN_LINES = 4

_NO_PLACES: Mapping[str, CellPlace] = {}


class Box(NamedTuple):
    """The label of a node, its size in even whole points, and where edges can end in it, by step or strip.

    `outline` is how far beyond that size further lines are drawn around it.
    """

    label: str
    width: int
    height: int
    places: Mapping[str, CellPlace] = _NO_PLACES
    outline: int = 0


class BoxFrame(NamedTuple):
    """The room around the content of a box, in points: at its sides, and above and below.

    A shape that is not a box is larger than a text in it by a factor of `growth`. `least` is the least width,
    `outline` how far outside further lines are drawn.
    """

    across: int
    along: int
    growth: float
    least: float
    outline: int

    @property
    def reach(self) -> int:
        """How far a cell that is as wide as a box, up to its border, reaches beyond the text."""
        return max(self.across - _BORDER, 0)


def frame_of(looks: Style) -> BoxFrame:
    """Return the frame of boxes with these looks."""
    attributes = looks.attributes
    return BoxFrame(
        *_margins(attributes.get("margin", "0.11,0.055")),
        _SHAPES.get(attributes.get("shape", ""), 1),
        float(attributes.get("width", 0)) * _POINTS_IN_AN_INCH,
        _outline(attributes.get("peripheries", "1")),
    )


def boxed(groups: Iterable[list[Panel]], frame: BoxFrame, least: float) -> Box:
    """Return the box of content, with more room between groups; `least` is its least width."""
    panels: list[Panel] = []
    for group in groups:
        panels += [gap(_BETWEEN), *group] if panels and group else group
    across, along, growth, said_least, outline = frame
    least -= 2 * outline
    if not panels:
        return Box("", max(SMALLEST[0], _even(least)), SMALLEST[1], outline=outline)
    inner = max([panel.width for panel in panels])
    width = _even(max(inner * growth + 2 * across, least, said_least))
    inner = max(inner, int((width - 2 * across) / growth))
    rows = [row for panel in panels for row in panel.rows(inner)]
    inner_height = sum([row.height for row in rows])
    height = _even(inner_height * growth + 2 * along)
    reach = frame.reach if any(row.is_wide for row in rows) else 0
    html = "".join(_widened(rows, inner, reach) if reach else [row.html for row in rows])
    label = f"<{table(html, width=inner + 2 * reach, height=inner_height)}>"
    return Box(label, width, height, _places(rows, (height - inner_height) / 2), outline)


def _widened(rows: Iterable[Row], width: int, reach: int) -> Iterator[str]:
    """Yield rows of a table that reaches further on both sides than rows that are not wide."""
    for is_wide, group in groupby(rows, key=lambda row: row.is_wide):
        same = list(group)
        if is_wide:
            yield from (row.html for row in same)
            continue
        height = sum(row.height for row in same)
        inner = table("".join(row.html for row in same), width=width, height=height)
        yield f"<TR>{fixed(inner, width=width + 2 * reach, height=height, side='CENTER')}</TR>"


def _outline(lines: str) -> int:
    """Return how far outside a box its outermost line is: each further line needs the same room."""
    return _BETWEEN_LINES * max(int(lines) - 1, 0) if lines.isdecimal() else 0


def _places(rows: Iterable[Row], top: float) -> dict[str, CellPlace]:
    places: dict[str, CellPlace] = {}
    for row in rows:
        if row.port:
            places[row.port] = CellPlace(round(top), round(top + row.height))
        top += row.height
    return places


def _margins(inches: str) -> tuple[int, int]:
    margins = [round(float(part) * _POINTS_IN_AN_INCH) for part in inches.split(",")]
    return margins[0], margins[-1]


def _even(size: float) -> int:
    return 2 * ceil(size / 2)
