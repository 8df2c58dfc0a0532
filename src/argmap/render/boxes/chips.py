"""Chips: names, in a box, of what is at the other end of an edge that is not drawn as a line."""

from __future__ import annotations

from math import ceil

from argmap.maps import MapStub
from argmap.named_tuples import NamedTuple
from argmap.render.boxes.cells import Cell, Panel, Row, fixed, gap, side_by_side, table
from argmap.render.boxes.lines import run_width, text_cell
from argmap.render.engines.svg import stub_id
from argmap.render.fonts.characters import clean, shorten_name
from argmap.render.styles.theme import TextStyle
from argmap.render.typesetting.line_breaking import Run

_HEIGHT = 18
_LIMIT = 26
_SPACE = 6
_GAP = 4
# Arrows for edges that lead away from a box, and for edges that come to it.
_ARROWS = {True: "→", False: "←"}
# Styles as for the lines of edges.
_LINES = {"dashed": ",DASHED", "dotted": ",DOTTED"}


class ChipStyle(NamedTuple):
    """How a chip is drawn: its text, and its frame in the colour and style of the edge."""

    text: TextStyle
    color: str
    line: str = "solid"


def chip_panel(stub: MapStub, looks: ChipStyle, base: TextStyle, room: int) -> Panel:
    """Return an end of an edge as a chip, for a box with this much room, in points.

    It links to the other end, and has an id by which it is found in the SVG.
    """
    text = _shortened(f"{_ARROWS[stub.is_source]} {clean(stub.title)}", looks.text, room - 2 * _SPACE)
    width = ceil(run_width([text], looks.text)) + 2 * _SPACE
    word = text_cell([text], looks.text, base, width=width - 2 * _SPACE, height=_HEIGHT - 2)
    space = Cell(_SPACE - 1, fixed("", width=_SPACE - 1, height=_HEIGHT - 2))
    within = side_by_side([space, Cell(width - 2 * _SPACE, word)], width=width - 2, height=_HEIGHT - 2)
    frame = f'BORDER="1" CELLBORDER="0" STYLE="ROUNDED{_LINES.get(looks.line, "")}" COLOR="{looks.color}"'
    html = table(within.html, width=width, height=_HEIGHT).replace('BORDER="0"', frame, 1)
    end = f' ID="{stub_id(stub.edge.id, is_source=stub.is_source)}" HREF="#{stub.other}"'
    chip = fixed(html, width=width, height=_HEIGHT, more=end)

    def rows(wide: int) -> list[Row]:
        beside = [Cell(width, chip)]
        return [*gap(_GAP).rows(wide), side_by_side(beside, width=wide, height=_HEIGHT)]

    return Panel(width, rows)


def _shortened(text: str, style: TextStyle, room: float) -> Run:
    """Return a text, shortened to what fits into a chip and into the room."""
    limit = min(len(text), _LIMIT)
    while limit > 1 and run_width([Run(shorten_name(text, limit))], style) > room:
        limit -= 1
    return Run(shorten_name(text, limit))
