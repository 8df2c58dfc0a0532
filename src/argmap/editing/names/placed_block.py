"""Blocks with what they name, at their places in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from argmap.editing.names.occurrence import Name, NameRef, Occurrence
from argmap.editing.names.text_names import BlockNames
from argmap.model.reference import SectionRef
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block


class PlacedBlock(NamedTuple):
    """A block of a page with what it names, and how many headings are before it."""

    page: SourceFile
    block: Block
    names: BlockNames
    headings: int

    def is_as(self, other: PlacedBlock) -> bool:
        """Return whether it names the same at the same places as a block of an earlier text."""
        return (
            self.names is other.names
            and self.block.start == other.block.start
            and self.page.path == other.page.path
            and (self.headings == other.headings or not self.names.headings)
        )

    def occurrences(self) -> tuple[Occurrence, ...]:
        """Return what it names, with places in the text of its page."""
        start, path = self.block.start, self.page.path
        if self.names.headings:
            return tuple([name.occurrence(start, path, ref) for name, ref in self.numbered()])
        return tuple([name.occurrence(start, path) for name in self.names.names])

    def numbered(self) -> Iterator[tuple[Name, NameRef]]:
        """Yield its names with what they name: sections are numbered in the order of the document."""
        number = self.headings
        for name in self.names.names:
            if isinstance(name.ref, SectionRef):
                number += 1
                yield name, SectionRef(f"s{number}", name.ref.title)
            else:
                yield name, name.ref


# Blocks, each with its occurrences.
OccurrencesByBlock: TypeAlias = "list[tuple[PlacedBlock, tuple[Occurrence, ...]]]"


def occurrences_by_block(blocks: Sequence[PlacedBlock], earlier: OccurrencesByBlock) -> OccurrencesByBlock:
    """Return the occurrences in blocks, block by block; earlier ones up to the first that moved."""
    pairs = zip(blocks, earlier, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0].is_as(pair[1][0]), pairs))
    return earlier[:same] + [(block, block.occurrences()) for block in blocks[same:]]
