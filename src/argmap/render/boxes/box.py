"""Boxes: what the nodes and groups of a map show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from attrs import evolve

from argmap.maps import MapEdge, MapGroup, MapNode, MapRemark, MapStep, MapStrip, MapStub
from argmap.model import EvidenceRef, RelationKind
from argmap.render.boxes.box_frames import SMALLEST, Box, BoxFrame, boxed, frame_of
from argmap.render.boxes.cells import Cell, Panel, side_by_side
from argmap.render.boxes.chips import ChipStyle, chip_panel
from argmap.render.boxes.citation_panels import CitationStyle, citation_panel
from argmap.render.boxes.formula_panels import formula_panel
from argmap.render.boxes.lines import Lines, lines_panel, set_lines
from argmap.render.boxes.reconstruction import StatementStyle, StepStyle, steps_panels
from argmap.render.boxes.remark_panels import remark_panel
from argmap.render.boxes.ruled_boxes import (
    TRACK,
    on_fill,
    ruled_attributes,
    ruled_fill,
    ruled_steps,
    ruled_strip,
    with_bar,
)
from argmap.render.boxes.strips import StripStyle, strip_panel
from argmap.render.boxes.tag_line import has_room, headed, shown_tags, tag_cells, tag_panel, text_before_tags
from argmap.render.images.placement import NO_IMAGES, ImageLine, Images, image_lines, image_settings
from argmap.render.styles.color_math import mix, to_hex
from argmap.render.styles.ruled_edges import edge_rules
from argmap.render.styles.style import (
    Style,
    background,
    edge_look,
    edge_style,
    group_style,
    node_look,
    node_style,
    readable,
    rule_places,
    tag_color,
)
from argmap.render.styles.theme import TextStyle, Theme
from argmap.settings import Settings
from argmap.text.shortening import shortened

# Graphviz 2.43 cannot read strings of more than 16384 bytes.
_MOST_BYTES = 15_000
_TEXT_LIMITS = (1200, 400, 100, 30)
_TITLE_LIMIT = 200
_HEADING_LIMIT = 120
# Arguments in full are wider than others.
_FULL = 1.25


class Boxes:
    """Makes the boxes of one map, in the looks of a theme."""

    def __init__(self, theme: Theme, settings: Settings | None = None, images: Images = NO_IMAGES) -> None:
        self._theme = theme
        self._settings = settings or Settings()
        self._images = images
        # There are many nodes, and few of them differ in their looks.
        self._looks: dict[object, tuple[Style, BoxFrame]] = {}
        self._chip_styles: dict[object, ChipStyle] = {}
        self._texts: dict[tuple[str, str | None], TextStyle] = {}
        self._citations: dict[str | None, CitationStyle] = {}
        self._ruled_strips: dict[object, StripStyle] = {}
        # Arguments whose steps are left out because the label would be too long.
        self.without_steps: set[str] = set()

    def node(self, node: MapNode, *, wrap: float | None = None, least: float = 0) -> Box:
        """Return the box of a node: its title, its text or its steps, its sources, its strips, its tags.

        Lines fit into a box of `wrap` points, or else into one as wide as the theme says; a box is at least
        `least` points wide. What is too long to be read in a map is cut.
        """
        look = node_look(node, self._theme)
        if look not in self._looks:
            style = node_style(node, self._theme)
            self._looks[look] = style, frame_of(style)
        looks, frame = self._looks[look]
        width_left = self._room(node) if wrap is None else max(wrap - 2 * frame.across, 1)
        box = Box("", *SMALLEST)
        for limit in _TEXT_LIMITS:
            box = boxed(self._panels(node, looks, width_left, limit), frame, least)
            if len(box.label) * 4 <= _MOST_BYTES or len(box.label.encode()) <= _MOST_BYTES:
                return box
        if not node.steps or any(step.premise or step.strips or step.stubs for step in node.steps):
            # Newer engines read labels of any length.
            return box
        self.without_steps.add(node.id)
        return self.node(evolve(node, steps=()), wrap=wrap, least=least)

    def group(self, group: MapGroup, *, wrap: float | None = None, least: float = 0) -> Box:
        """Return the box of a closed group: its title."""
        looks = group_style(group, self._theme)
        frame = frame_of(looks)
        width_left = self._theme.text_width if wrap is None else max(wrap - 2 * frame.across, 1)
        style = self._style("heading", looks.font_color)
        lines = set_lines(shortened(group.title, _HEADING_LIMIT), style, width_left, ())
        return boxed([[lines_panel(lines, self._base)]] if lines else [], frame, least)

    @property
    def _base(self) -> TextStyle:
        return self._theme.texts["text"]

    def _room(self, node: MapNode) -> float:
        return self._theme.text_width * (_FULL if node.steps else 1)

    def _style(self, role: str, color: str | None) -> TextStyle:
        if (role, color) not in self._texts:
            style = self._theme.text_style(role)
            self._texts[role, color] = evolve(style, color=color) if color else style
        return self._texts[role, color]

    def _panels(self, node: MapNode, looks: Style, width_left: float, limit: int) -> list[list[Panel]]:
        said = list(self._text_panels(node, looks, int(width_left), limit))
        if not node.images:
            return said
        images = self._images_of(node, width_left)
        is_below = image_settings(node, self._settings).position == "bottom"
        return [*said, images] if is_below else [images, *said]

    def _text_panels(self, node: MapNode, looks: Style, width_left: int, limit: int) -> Iterator[list[Panel]]:
        """Yield the texts of a node, in groups with room between them."""
        color, base = looks.font_color, self._base
        tags = tag_cells(self._tags(node), self._style("tag", color), base) if node.tags else []
        head: list[Panel] = []
        for lines in self._head(node, color, width_left, limit):
            if not head and tags and has_room(lines, tags, width_left):
                head.append(headed(lines, tags, base))
                tags = []
            else:
                head.append(lines_panel(lines, base))
        if formula := formula_panel(node.formula, self._style("formula", color), base, width_left, limit):
            head.append(formula)
        yield head
        if node.steps:
            chips = partial(self._chip, looks=looks, width_left=width_left)
            yield steps_panels(node.steps, self._steps(node, looks), base, width_left, limit, chips=chips)
        if citation := citation_panel(node, self._citation(color), base, width_left):
            yield [citation]
        if node.remarks:
            remarks = (self._remark(remark, looks, width_left) for remark in node.remarks)
            yield [remark for remark in remarks if remark]
        if tags:
            yield [tag_panel(tags, width_left)]
        if node.strips:
            yield [
                strip_panel(strip, self.strip_style(strip), base, width_left, limit) for strip in node.strips
            ]
        if node.stubs:
            yield [self._chip(stub, looks, width_left) for stub in node.stubs]

    def _remark(self, remark: MapRemark, looks: Style, width_left: int) -> Panel | None:
        fill = to_hex(looks.attributes.get("fillcolor")) or background(self._theme)
        return remark_panel(remark, self._edge_text(remark.edge, fill), self._base, width_left)

    def _chip(self, stub: MapStub, looks: Style, width_left: int) -> Panel:
        fill = to_hex(looks.attributes.get("fillcolor")) or background(self._theme)
        look = edge_look(stub.edge, self._theme), fill
        if look not in self._chip_styles:
            edge = edge_style(stub.edge, self._theme)
            color = to_hex(edge.get("color", "").split(":")[0]) or self._base.color
            text = self._edge_text(stub.edge, fill)
            self._chip_styles[look] = ChipStyle(text, color, edge.get("style", "solid"))
        return chip_panel(stub, self._chip_styles[look], self._base, width_left)

    def _edge_text(self, edge: MapEdge, fill: str) -> TextStyle:
        """Return the style of a text in the colour of an edge on a fill."""
        color = to_hex(edge_style(edge, self._theme).get("color", "").split(":")[0]) or self._base.color
        return evolve(self._style("source", None), color=readable(fill, preferred=color))

    def _head(self, node: MapNode, color: str | None, width_left: int, limit: int) -> list[Lines]:
        texts = []
        if node.label_title:
            texts.append(
                set_lines(
                    shortened(node.label_title, min(_TITLE_LIMIT, limit)),
                    self._style("title", color),
                    width_left,
                )
            )
        if node.label_text and not node.steps:
            text = text_before_tags(node.label_text, node.marks) if node.tags else node.label_text
            texts.append(
                set_lines(shortened(text, limit), self._style("text", color), width_left, node.marks)
            )
        return [lines for lines in texts if lines]

    def _tags(self, node: MapNode) -> Iterator[tuple[str, str | None]]:
        if node.tags and (node.label_title or node.label_text or node.steps):
            for tag, color in shown_tags(node):
                yield tag, tag_color(color, self._theme)

    def _images_of(self, node: MapNode, width_left: float) -> list[Panel]:
        images, settings = self._images.of(node), image_settings(node, self._settings)
        return [_image_panel(line) for line in image_lines(images, settings, width_left)]

    def _citation(self, color: str | None) -> CitationStyle:
        if color not in self._citations:
            self._citations[color] = self._cited(color)
        return self._citations[color]

    def _cited(self, color: str | None) -> CitationStyle:
        strip = self._theme.of("strip")
        fill = to_hex(strip.get("fillcolor")) or background(self._theme)
        line = to_hex(strip.get("color")) or readable(fill, preferred="#808080")
        badge = self._theme.text_style("badge")
        return CitationStyle(
            self._style("source", color),
            evolve(badge, color=color) if color else badge,
            line,
            mix(line, fill, share=TRACK),
        )

    @cached_property
    def _strips(self) -> StripStyle:
        strip = self._theme.of("strip")
        fill = to_hex(strip.get("fillcolor")) or background(self._theme)
        citation = self._citation(None)
        lines = {
            kind: to_hex(self._theme.of(kind.value).get("color", "").split(":")[0]) or citation.line
            for kind in RelationKind
        }
        bars = {kind: citation.line if kind.is_supporting else line for kind, line in lines.items()}
        return StripStyle(self._theme.text_style("strip-text"), fill, bars, citation, lines)

    def strip_style(self, strip: MapStrip) -> StripStyle:
        """Return the style of a strip; rules determine its fill and its colour, which its bar shows."""
        node = strip.node
        places = () if node.page is not None else rule_places(node, self._theme)
        of_edge = edge_rules(strip.edge, self._theme)
        if not places and not of_edge:
            return self._strips
        key = (strip.edge.kind, places, of_edge)
        if key not in self._ruled_strips:
            said = ruled_attributes(self._theme.rules[place] for place in places)
            fill, line = to_hex(said.get("fillcolor")), to_hex(said.get("color", "").split(":")[0])
            style = ruled_strip(self._strips, fill, line)
            if of_edge:
                bar = to_hex(edge_style(strip.edge, self._theme).get("color", "").split(":")[0])
                style = with_bar(style, strip.edge.kind, bar)
            self._ruled_strips[key] = style
        return self._ruled_strips[key]

    def statement_style(self, step: MapStep, color: str | None) -> StatementStyle:
        """Return the style of a statement under the rules for it, in a box whose texts have a colour."""
        text, number = self._style("step", color), self._style("source", color)
        citation = self._strips.citation
        fill = None
        if step.premise and isinstance(step.premise.node.ref, EvidenceRef):
            fill = self._strips.fill
        asked = None
        if ruled := ruled_fill(step, self._theme):
            said = ruled_attributes(self._theme.rules[place] for place in self._theme.chosen[step.ref])
            fill, asked = ruled, to_hex(said.get("fontcolor"))
            citation = on_fill(citation, ruled, None)
        if fill is None:
            return StatementStyle(text, number, fill, citation)
        text, number = (
            evolve(style, color=readable(fill, preferred=asked or style.color)) for style in (text, number)
        )
        return StatementStyle(text, number, fill, citation)

    def _steps(self, node: MapNode, looks: Style) -> StepStyle:
        color = looks.font_color
        line = to_hex(looks.attributes.get("color")) or "#808080"
        return StepStyle(
            lambda step: self.statement_style(step, color),
            self._style("source", color),
            self._style("inference", color),
            self._style("formula", color),
            to_hex(self._theme.of("claim").get("color")) or line,
            line,
            frame_of(looks).reach,
            self.strip_style,
            {step.id: id for step, id in ruled_steps(node, self._theme)},
        )


def _image_panel(line: ImageLine) -> Panel:
    cell = Cell(line.width, line.cells)
    return Panel(line.width, lambda width: [side_by_side([cell], width=width, height=line.height)])
