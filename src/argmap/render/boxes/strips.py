"""Strips: evidence inside the box of what it supports or attacks."""

from __future__ import annotations

from html import escape

from argmap.maps import MapNode, MapStrip
from argmap.model import Mark, MarkKind, RelationKind
from argmap.named_tuples import NamedTuple
from argmap.render.boxes.cells import NOTHING, Cell, Panel, Row, fixed, gap, side_by_side, stacked, table
from argmap.render.boxes.citation_panels import CitationStyle, citation_panel, verb_cell
from argmap.render.boxes.formula_panels import formula_panel
from argmap.render.boxes.lines import lines_panel, set_lines
from argmap.render.boxes.remark_panels import remark_panel
from argmap.render.boxes.tag_line import text_before_tags
from argmap.render.fonts.characters import clean
from argmap.render.styles.links import safe_link
from argmap.render.styles.theme import TextStyle
from argmap.text.shortening import shortened

_TITLE_LIMIT = 200
_BAR = 3
_MARGIN = (8, 4)
# The frame of a badge must not touch the letters above it.
_ABOVE_CITATION = 2


class StripStyle(NamedTuple):
    """How strips are drawn: their texts, their fill, and the colours of their bars by relation.

    `references` are the colours of strips that refer to another page, which are those of lines.
    """

    text: TextStyle
    fill: str
    bars: dict[RelationKind, str]
    citation: CitationStyle
    references: dict[RelationKind, str]


def strip_panel(strip: MapStrip, looks: StripStyle, base: TextStyle, width_left: int, limit: int) -> Panel:
    """Return a piece of evidence as a strip in a box with at most this much room, in points.

    The bar at its left stands for the edge, the rest for the node: both are cells with an id by which they
    are found in the SVG.
    """
    node, kind = strip.node, strip.edge.kind
    inside, above = _MARGIN
    narrow = width_left - _BAR - 2 * inside
    verb = None
    is_reference = node.page is not None
    if not (kind.is_supporting or is_reference):
        against = TextStyle(looks.citation.badge.size, looks.bars[kind], is_bold=True)
        verb = verb_cell(kind.verb, against, base)
    parts = [*text_panels(node, looks.text, base, narrow, limit)]
    cited = citation_panel(node, looks.citation, base, narrow, verb=verb)
    parts += [gap(_ABOVE_CITATION), cited] if cited else []
    remarks = (remark_panel(remark, looks.citation.source, base, narrow) for remark in node.remarks)
    parts += [remark for remark in remarks if remark]
    fill = "" if is_reference else f' BGCOLOR="{looks.fill}"'
    colors = looks.references if is_reference else looks.bars

    def rows(width: int) -> list[Row]:
        within = width - _BAR - 2 * inside
        html, content_height = stacked(parts, within)
        height = content_height + 2 * above
        bar = fixed(
            NOTHING,
            width=_BAR,
            height=height,
            more=f' BGCOLOR="{colors[kind]}" {reference(strip.edge.id)}',
        )
        said = fixed(
            table(html, width=within, height=content_height) if html else NOTHING,
            width=width - _BAR,
            height=height,
            more=f'{fill} {reference(node.id, node)} PORT="{node.id}"',
            side="CENTER",
        )
        cells = [Cell(_BAR, bar), Cell(width - _BAR, said)]
        row = side_by_side(cells, width=width, height=height)
        return [*gap(4).rows(width), row._replace(port=node.id)]

    return Panel(max((part.width for part in parts), default=0) + _BAR + 2 * inside, rows)


def text_panels(node: MapNode, style: TextStyle, base: TextStyle, width_left: int, limit: int) -> list[Panel]:
    """Return the words of a node as lines in one style, with its title in bold before its text."""
    title = shortened(clean(node.label_title or ""), min(_TITLE_LIMIT, limit))
    text = text_before_tags(node.label_text or "", node.marks) if node.tags else node.label_text or ""
    text, marks = titled(title, shortened(text, limit), node.marks)
    lines = set_lines(text, style, width_left, marks)
    formula = formula_panel(node.formula, style, base, width_left, limit)
    return [*([lines_panel(lines, base)] if lines else []), *([formula] if formula else [])]


def titled(title: str, text: str, marks: tuple[Mark, ...]) -> tuple[str, list[Mark]]:
    """Return a title and a text as one text, with its marks, including bold for the title."""
    if not title:
        return text, list(marks)
    shift = len(title) + 1 if text else len(title)
    moved = [Mark(mark.kind, mark.start + shift, mark.end + shift, mark.target) for mark in marks]
    return f"{title} {text}".rstrip(), [Mark(MarkKind.BOLD, 0, len(title)), *moved]


def reference(id: str, node: MapNode | None = None) -> str:
    """Return the attributes of a cell that is found in the SVG by an id.

    Older engines keep ids only of cells with links; a cell without one links to itself.
    """
    sources = node.sources if node else ()
    link = next((link for source in sources if (link := safe_link(source.link))), None)
    # Twice: Graphviz reads entities in links as well, and 2.43 copies a bare & into the SVG.
    return f'ID="{id}" HREF="{escape(escape(link)) if link else f"#{id}"}"'
