"""What nodes and groups say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from argmap.maps import MapGroup, MapNode
from argmap.model import Mark
from argmap.render.characters import clean, shorten
from argmap.render.lines import break_lines
from argmap.render.tables import Block, html_label
from argmap.render.theme import Theme

# Graphviz 2.43 reads no string of more than 16384 bytes.
_MOST_BYTES = 15_000
_TEXT_LIMITS = (1200, 400, 100)
_TITLE_LIMIT = 200
_HEADING_LIMIT = 120
_SOURCE_LIMIT = 160
_SHOWN_SOURCES = 3
# A box is wider than a node, and so may its heading be.
_HEADING_WIDTH = 1.5


def node_label(node: MapNode, theme: Theme, *, color: str | None = None) -> str:
    """Return the label of a node: its title, its text and its sources; empty if it has none of them.

    `color` replaces the colours of the theme's texts. What is too long to be read in a map is cut.
    """
    labels = (html_label(_blocks(node, theme, limit, color)) for limit in _TEXT_LIMITS)
    return next((label for label in labels if len(label.encode()) <= _MOST_BYTES), "")


def group_label(group: MapGroup, theme: Theme, *, color: str | None = None) -> str:
    """Return the label of a group: its title."""
    title = shorten(group.title, _HEADING_LIMIT)
    return html_label([_block(title, "heading", theme, color, width=theme.text_width * _HEADING_WIDTH)])


def tooltip(title: str | None, text: str | None) -> str:
    """Return title and text as plain text, each on its line, for the pointer that rests on a node."""
    parts = (clean(part) for part in (title, text) if part)
    return shorten("\n".join(part for part in parts if part), _TEXT_LIMITS[0] * 2)


def _blocks(node: MapNode, theme: Theme, limit: int, color: str | None) -> Iterator[Block]:
    yield _block(shorten(node.label_title or "", _TITLE_LIMIT), "title", theme, color)
    yield _block(shorten(node.label_text or "", limit), "text", theme, color, node.marks)
    references = [_block(one, "source", theme, color) for one in _references(node)]
    if references:
        yield evolve(references[0], lines=[line for block in references for line in block.lines])


def _references(node: MapNode) -> Iterator[str]:
    said = [source.reference for source in node.sources if clean(source.reference)]
    yield from (shorten(reference, _SOURCE_LIMIT) for reference in said[:_SHOWN_SOURCES])
    if len(said) > _SHOWN_SOURCES:
        yield f"+ {len(said) - _SHOWN_SOURCES}"


def _block(
    text: str,
    role: str,
    theme: Theme,
    color: str | None,
    marks: Iterable[Mark] = (),
    *,
    width: float | None = None,
) -> Block:
    style = theme.texts[role]
    room = theme.text_width if width is None else width
    lines = break_lines(text, marks, size=style.size, width=room, is_bold=style.is_bold)
    return Block(lines, evolve(style, color=color) if color else style)
