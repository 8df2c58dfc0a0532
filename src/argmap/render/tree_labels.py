"""What is written in a tree outside of boxes: chips, headings, captions, counts of reasons."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import ceil

from attrs import evolve

from argmap.maps import ArgumentMap, MapEdge, MapGroup
from argmap.named_tuples import NamedTuple
from argmap.render.boxes.cells import Cell, fixed, side_by_side, table
from argmap.render.boxes.lines import escaped, line_height, run_width, word_cell
from argmap.render.engines.part_words import part_titles
from argmap.render.fonts.characters import clean, shorten_name
from argmap.render.layout.tree.plots import CHIP_HEIGHT
from argmap.render.styles.color_math import to_hex
from argmap.render.styles.style import background, edge_style, group_style, readable
from argmap.render.styles.theme import TextStyle, Theme
from argmap.render.typesetting.line_breaking import Run
from argmap.text.shortening import shortened

_CHIP_LIMIT = 26
_HEADING_LIMIT = 60
_BETWEEN = " · "
# So many characters of a title, with what is between it and the next, say something.
_LEAST_OF_TITLE = 8
_CHIP_SPACE = 6
_HEADING_SPACE = 10
_UNKNOWN = TextStyle(0, "")
# What leads away from a node, and what comes from elsewhere.
_ARROWS = {"source": "→", "target": "←"}


class Tag(NamedTuple):
    """A label with its size in points."""

    html: str
    width: int
    height: int


class TreeLabels:
    """Makes the labels of one map."""

    def __init__(self, argument_map: ArgumentMap, theme: Theme) -> None:
        self._theme = theme
        self._titles = part_titles(argument_map)
        self._groups = {group.id: group for group in argument_map.groups}
        # What edges and nodes say is set like texts, but around sections no font is known.
        self._base = theme.texts["text"]
        self._styles: dict[tuple[str, str | None], TextStyle] = {}
        # Layouts ask for the width of a chip before it is drawn.
        self._chip_texts: dict[tuple[str, str], Cell] = {}
        self._colors: dict[str, str] = {}

    def chip_width(self, edge: MapEdge, end: str) -> int:
        """Return the width of a chip in points."""
        return _even(self._chip_text(edge, end).width + 2 * _CHIP_SPACE)

    def chip(self, edge: MapEdge, end: str) -> Tag:
        """Return what is at an end of a relation: an arrow and the name of the other end, in a frame."""
        text, width = self._chip_text(edge, end), self.chip_width(edge, end)
        inner, height = width - 2, CHIP_HEIGHT - 2
        space = Cell(_CHIP_SPACE - 1, fixed("", width=_CHIP_SPACE - 1, height=height))
        row = side_by_side([space, text], width=inner, height=height)
        other = edge.target if end == "source" else edge.source
        colors = f'COLOR="{self._color(edge)}" BGCOLOR="{background(self._theme)}"'
        frame = f'BORDER="1" CELLBORDER="0" STYLE="ROUNDED" {colors}'
        link = f'HREF="#{other}" TOOLTIP="{escape(escaped(self._titles[edge.id]))}"'
        html = table(row.html, width=width, height=CHIP_HEIGHT).replace('BORDER="0"', f"{frame} {link}", 1)
        return Tag(f"<{html}>", width, CHIP_HEIGHT)

    def heading_width(self, groups: Sequence[str]) -> int:
        """Return the width of the heading of a band in points, with space at its sides."""
        return self.heading(groups).width + 2 * _HEADING_SPACE

    def heading(self, groups: Sequence[str]) -> Tag:
        """Return the heading of a band, which is around the last of some sections."""
        sections = [self._groups[group] for group in groups]
        color = group_style(sections[-1], self._theme).font_color
        return self._line(_joined_titles(sections), self._style("heading", color), _UNKNOWN)

    def caption(self, groups: Sequence[MapGroup], room: int) -> Tag:
        """Return the titles of sections that begin at a box, no wider than there is room, in points.

        Where there is no room for something of each, outer sections are left out.
        """
        style = evolve(self._style("heading", None), size=self._style("source", None).size)
        shown, limit = groups, _HEADING_LIMIT
        while limit > 1 and run_width([Run(_joined_titles(shown, limit))], style) > room:
            limit -= 1
            if len(shown) > 1 and limit < _LEAST_OF_TITLE * len(shown):
                shown, limit = shown[1:], _HEADING_LIMIT
        return self._line(_joined_titles(shown, limit), style)

    def count(self, edge: MapEdge, number: int) -> Tag:
        """Return how many reasons of the kind of an edge there are."""
        style = evolve(self._style("source", None), color=self._color(edge), is_bold=True)
        return self._line(f"{edge.kind.verb} · {number}", style)

    def _chip_text(self, edge: MapEdge, end: str) -> Cell:
        known = self._chip_texts.get((edge.id, end))
        if known is None:
            other = edge.target if end == "source" else edge.source
            color = readable(background(self._theme), preferred=self._color(edge))
            text = f"{_ARROWS[end]} {shorten_name(self._titles[other], _CHIP_LIMIT)}"
            style = self._style("source", color)
            known = word_cell(text, style, self._base, height=CHIP_HEIGHT - 2)
            self._chip_texts[edge.id, end] = known
        return known

    def _line(self, text: str, style: TextStyle, base: TextStyle | None = None) -> Tag:
        height = line_height(style)
        if not clean(text):
            return Tag("", 0, height)
        cell = word_cell(shortened(text, _HEADING_LIMIT), style, base or self._base, height=height)
        html = table(f"<TR>{cell.html}</TR>", width=cell.width, height=height)
        return Tag(f"<{html}>", cell.width, height)

    def _style(self, role: str, color: str | None) -> TextStyle:
        known = self._styles.get((role, color))
        if known is None:
            style = self._theme.text_style(role)
            color_of_text = color or readable(background(self._theme), preferred=style.color)
            known = self._styles[role, color] = evolve(style, color=color_of_text)
        return known

    def _color(self, edge: MapEdge) -> str:
        known = self._colors.get(edge.id)
        if known is None:
            said = edge_style(edge, self._theme).get("color", "").split(":")[0]
            known = self._colors[edge.id] = to_hex(said) or self._base.color
        return known


def _joined_titles(groups: Sequence[MapGroup], limit: int = _HEADING_LIMIT) -> str:
    """Return the titles of sections in a line of about so many characters, in which something of each is.

    >>> _joined_titles([MapGroup("s1", "A title", 1), MapGroup("s2", "One that is longer", 2)], 20)
    'A title · One that…'
    """
    titles = [title for group in groups if (title := clean(group.title))]
    room = limit - len(_BETWEEN) * (len(titles) - 1)
    # Short titles leave room to longer ones.
    for number, place in enumerate(sorted(range(len(titles)), key=lambda place: len(titles[place]))):
        titles[place] = shortened(titles[place], max(room // (len(titles) - number), 1))
        room -= len(titles[place])
    return _BETWEEN.join(titles)


def _even(size: float) -> int:
    return 2 * ceil(size / 2)
