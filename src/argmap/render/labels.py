"""What nodes and groups say."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from attrs import evolve

from argmap.maps import MapGroup, MapNode
from argmap.render.fonts.characters import clean, shorten
from argmap.render.images.placement import (
    NO_IMAGES,
    ImageLine,
    Images,
    image_lines,
    image_rows,
    image_settings,
)
from argmap.render.styles.style import tag_looks
from argmap.render.styles.theme import Theme
from argmap.render.typesetting.step_rows import rows_width, step_rows, structure_rows
from argmap.render.typesetting.tables import block_rows, html_label
from argmap.render.typesetting.tag_chips import (
    Chip,
    chip_lines,
    chip_rows,
    chip_tags,
    make_chip,
    text_before_tags,
)
from argmap.render.typesetting.typesetter import Block, Lettering, lettering
from argmap.settings import Settings

# Graphviz 2.43 reads no string of more than 16384 bytes.
_MOST_BYTES = 15_000
_TEXT_LIMITS = (1200, 400, 100)
_TITLE_LIMIT = 200
_HEADING_LIMIT = 120
_SOURCE_LIMIT = 160
_SHOWN_SOURCES = 3
_TAG_LIMIT = 40
# A box is wider than a node, and so may its heading be; arguments in full are wider than others.
_SHARES = {"heading": 1.5, "step": 1.3, "inference": 1.3}


class Labels:
    """Writes the labels of one map in the letterings of a theme."""

    def __init__(self, theme: Theme, settings: Settings | None = None, images: Images = NO_IMAGES) -> None:
        self._theme = theme
        self._settings = settings or Settings()
        self._images = images
        # Arguments whose steps are left out, because the label would be too long.
        self.without_steps: set[str] = set()
        self._letterings: dict[tuple[str, str | None], Lettering] = {}

    def node(self, node: MapNode, *, color: str | None = None, line: str = "#808080") -> str:
        """Return the label of a node: its title, its text or its steps, its sources, its tags, its images.

        It is empty if there are none of them. `color` replaces the colours of the theme's texts, `line`
        is that of lines. What is too long to be read in a map is cut.
        """
        for limit in _TEXT_LIMITS:
            label = html_label(self._rows(node, limit, color, line))
            # No character has more than four bytes.
            if len(label) * 4 <= _MOST_BYTES or len(label.encode()) <= _MOST_BYTES:
                return label
        if not node.steps:
            return ""
        self.without_steps.add(node.id)
        return self.node(evolve(node, steps=()), color=color, line=line)

    def group(self, group: MapGroup, *, color: str | None = None) -> str:
        """Return the label of a group: its title."""
        return self.line(group.title, color=color)

    def line(self, text: str, *, role: str = "heading", color: str | None = None) -> str:
        """Return a single text as label."""
        how = self._lettering(role, color)
        block = how.block(shorten(text, _HEADING_LIMIT))
        return html_label([block_rows(how, block, width=block.width)]) if block else ""

    def _rows(self, node: MapNode, limit: int, color: str | None, line: str) -> list[str]:
        images = self._image_lines(node) if node.images else []
        rows, width = self._said(node, limit, color, line, max((one.width for one in images), default=0))
        if not images:
            return rows
        shown = image_rows(images, width=width)
        is_below = image_settings(node, self._settings).position == "bottom"
        return [*rows, *shown] if is_below else [*shown, *rows]

    def _image_lines(self, node: MapNode) -> list[ImageLine]:
        said = image_settings(node, self._settings)
        return image_lines(self._images.of(node), said, self._theme.text_width)

    def _said(
        self, node: MapNode, limit: int, color: str | None, line: str, least: int
    ) -> tuple[list[str], float]:
        """Return the rows of what a node says, and how wide they are: not less than `least`."""
        blocks = [(how, block) for how, block in self._blocks(node, limit, color) if block is not None]
        width = max((block.width for _, block in blocks), default=0.0)
        width = max(width, least)
        if not (node.steps or node.tags or any(block.runs for _, block in blocks)):
            return [block_rows(how, block, width=0) for how, block in blocks], width
        say = self._lettering("step", color)
        steps = step_rows(node.steps, say, self._lettering("inference", color), limit)
        if steps:
            width = max(width, rows_width(steps, say))
        chips = chip_lines(self._chips(node), self._theme.text_width)
        width = max(width, *(sum(chip.width for chip in chips_line) for chips_line in chips), 0)
        rows = [block_rows(how, block, width=width) for how, block in blocks]
        if steps:
            place = 1 if node.label_title and rows else 0
            rows.insert(place, structure_rows(steps, say, width=ceil(width), line=line))
        if chips:
            rows.append(chip_rows(chips, width=width))
        return rows, width

    def _blocks(
        self, node: MapNode, limit: int, color: str | None
    ) -> Iterator[tuple[Lettering, Block | None]]:
        if node.label_title:
            how = self._lettering("title", color)
            yield how, how.block(shorten(node.label_title, _TITLE_LIMIT))
        if node.label_text and not node.steps:
            how = self._lettering("text", color)
            text = text_before_tags(node.label_text, node.marks) if node.tags else node.label_text
            yield how, how.block(shorten(text, limit), node.marks)
        if node.sources:
            how = self._lettering("source", color)
            yield how, how.paragraphs(_references(node))

    def _chips(self, node: MapNode) -> Iterator[Chip]:
        if not node.tags or not (node.label_title or node.label_text or node.steps):
            return
        for tag, said in chip_tags(node):
            fill, text_color = tag_looks(said, self._theme)
            chip = make_chip(self._lettering("tag", text_color), shorten(tag, _TAG_LIMIT), fill)
            if chip:
                yield chip

    def _lettering(self, role: str, color: str | None) -> Lettering:
        known = self._letterings.get((role, color))
        if known is None:
            style = self._theme.text_style(role)
            share = _SHARES.get(role, 1)
            known = lettering(evolve(style, color=color) if color else style, self._theme.text_width * share)
            self._letterings[role, color] = known
        return known


def tooltip(title: str | None, text: str | None, *sources: str) -> str:
    """Return title, text and sources as plain text, each on a line, for the pointer that rests on a node."""
    parts = (clean(part) for part in (title, text, *sources) if part)
    return shorten("\n".join(part for part in parts if part), _TEXT_LIMITS[0] * 2)


def source_lines(node: MapNode) -> Iterator[str]:
    """Yield the sources of a node, each with the place in it and its address."""
    for source in node.sources:
        cited = source.cite(node.locator)
        link = source.link
        yield f"{cited} <{link}>" if link and link != cited else cited


def _references(node: MapNode) -> Iterator[str]:
    said = [cited for cited in (source.cite(node.locator) for source in node.sources) if clean(cited)]
    yield from (shorten(reference, _SOURCE_LIMIT) for reference in said[:_SHOWN_SOURCES])
    if len(said) > _SHOWN_SOURCES:
        yield f"+ {len(said) - _SHOWN_SOURCES}"
