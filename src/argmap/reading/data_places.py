"""Where in a text the keys and values of some data are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

from argmap.data.blocks import data_locations
from argmap.data.locations import Locations, Pair, Path, nearest
from argmap.model import Inference, Section, Statement
from argmap.reading.builders import ElementBuilder, InferenceBuilder
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block
from argmap.text import Span

# What has data in a text, while it is read and afterwards.
Placed: TypeAlias = ElementBuilder | Statement | InferenceBuilder | Section | Inference


class DataPlaces:
    """Finds keys and values in the pages of a document, when something is wrong with them."""

    def __init__(self, pages: Mapping[str | None, SourceFile], block_form: bool = True) -> None:
        self.pages = pages
        self.block_form = block_form
        # The locations in data blocks, by how these are written: authors repeat short ones.
        self._known: dict[str, Locations] = {}

    def key(self, where: Placed, *path: str | int) -> Span:
        """Return where a key of the data of something is, the whole of it if that is unclear."""
        pair = self.pair(where, *path)
        if pair:
            return pair.key
        return where.span or Span(0, 0)

    def value(self, where: Placed, *path: str | int) -> Span | None:
        """Return where a value in the data of something is, None if that is unclear."""
        pair = self.pair(where, *path)
        return pair.value if pair else None

    def pair(self, where: Placed, *path: str | int) -> Pair | None:
        """Return where a key and its value are, or the innermost collection around them."""
        around: Pair | None = None
        for block in self._blocks(where, path):
            locations = self._locations(block)
            if path in locations:
                return locations[path].shifted(block.start, block.path)
            if around is None and (inside := nearest(locations, path)):
                around = inside.shifted(block.start, block.path)
        return around

    def written(self, span: Span) -> str:
        """Return what is written in a span."""
        return self.pages[span.path].text[span.start : span.end]

    def _blocks(self, where: Placed, path: Path) -> Iterator[Span]:
        """Yield the data blocks of something, from what counts most: a later one overrides the earlier."""
        spans = [where.span]
        if isinstance(where, ElementBuilder):
            spans = [
                statement.span
                for statement in reversed(where.statements)
                if statement.data and path[0] in statement.data
            ]
        for span in spans:
            if span:
                yield from reversed(self._data.get((span.path, span.start), ()))

    def _locations(self, block: Span) -> Locations:
        written = self.written(block)
        if written not in self._known:
            self._known[written] = data_locations(written, block_form=self.block_form)
        return self._known[written]

    @cached_property
    def _data(self) -> dict[tuple[str | None, int], list[Span]]:
        """The data blocks of all elements, by where these begin."""
        return {
            (path, part.start + element.start): [
                Span(part.start + start, part.start + end, path) for start, end in element.data
            ]
            for path, page in self.pages.items()
            for part in page.tree.parts
            if isinstance(part, Block)
            for element in part.elements
            if element.data
        }
