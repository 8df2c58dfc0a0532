"""What nodes and groups say."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from argmap.maps import MapGroup, MapNode
from argmap.render.characters import clean, shorten
from argmap.render.lettering import Block, Lettering, lettering
from argmap.render.tables import html_label
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


class Labels:
    """Writes the labels of one map in the letterings of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._letterings: dict[tuple[str, str | None], Lettering] = {}

    def node(self, node: MapNode, *, color: str | None = None) -> str:
        """Return the label of a node: its title, its text and its sources; empty if it has none of them.

        `color` replaces the colours of the theme's texts. What is too long to be read in a map is cut.
        """
        for limit in _TEXT_LIMITS:
            label = html_label(self._blocks(node, limit, color))
            # No character has more than four bytes.
            if len(label) * 4 <= _MOST_BYTES or len(label.encode()) <= _MOST_BYTES:
                return label
        return ""

    def group(self, group: MapGroup, *, color: str | None = None) -> str:
        """Return the label of a group: its title."""
        how = self._lettering("heading", color)
        return html_label([(how, how.block(shorten(group.title, _HEADING_LIMIT)))])

    def _blocks(
        self, node: MapNode, limit: int, color: str | None
    ) -> Iterator[tuple[Lettering, Block | None]]:
        if node.label_title:
            how = self._lettering("title", color)
            yield how, how.block(shorten(node.label_title, _TITLE_LIMIT))
        if node.label_text:
            how = self._lettering("text", color)
            yield how, how.block(shorten(node.label_text, limit), node.marks)
        if node.sources:
            how = self._lettering("source", color)
            yield how, how.paragraphs(_references(node))

    def _lettering(self, role: str, color: str | None) -> Lettering:
        known = self._letterings.get((role, color))
        if known is None:
            style = self._theme.texts[role]
            share = _HEADING_WIDTH if role == "heading" else 1
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
