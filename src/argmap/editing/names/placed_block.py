"""Blocks with what they name, at their places in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import frozen

from argmap.editing.names.occurrence import Name, NameRef, Occurrence
from argmap.editing.names.text_names import BlockNames
from argmap.model.reference import SectionRef
from argmap.named_tuples import NamedTuple
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block
from argmap.text import Span


class PlacedBlock(NamedTuple):
    """A block of a page with what it names, and how many headings are before it."""

    page: SourceFile
    block: Block
    names: BlockNames
    headings: int

    def is_as(self, other: PlacedBlock) -> bool:
        """Return whether it names the same things at the same places as a block of an earlier text."""
        return (
            self.names is other.names
            and self.block.start == other.block.start
            and self.page.path == other.page.path
            and (self.headings == other.headings or not self.names.headings)
        )

    def renumbered(self) -> tuple[Name, ...]:
        """Return its names, with sections numbered as in the document."""
        return tuple([name._replace(ref=ref) for name, ref in self.numbered()])

    def numbered(self) -> Iterator[tuple[Name, NameRef]]:
        """Yield its names with what they name; sections are numbered in document order."""
        number = self.headings
        for name in self.names.names:
            if isinstance(name.ref, SectionRef):
                number += 1
                yield name, SectionRef(f"s{number}", name.ref.title)
            else:
                yield name, name.ref


@frozen
class PlacedOccurrences:
    """All that blocks name, in order."""

    blocks: Sequence[PlacedBlock] = ()
    occurrences: tuple[Occurrence, ...] = ()


def occurrences_in(blocks: Sequence[PlacedBlock], earlier: PlacedOccurrences) -> PlacedOccurrences:
    """Return the occurrences in blocks; earlier ones are kept up to the first block that moved."""
    pairs = zip(blocks, earlier.blocks, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0].is_as(pair[1]), pairs))
    kept = earlier.occurrences[: sum([len(block.names.names) for block in blocks[:same]])]
    return PlacedOccurrences(blocks, kept + occurrences_of(blocks[same:]))


def occurrences_of(blocks: Sequence[PlacedBlock]) -> tuple[Occurrence, ...]:
    """Return what blocks name, with places in the texts of their pages."""
    rows = [
        (block.start, page.path, names.names if not names.headings else placed.renumbered())
        for placed in blocks
        for page, block, names, _ in (placed,)
    ]
    # Very many are made: calling the classes, or a function for each, takes twice as long.
    made = tuple.__new__
    return tuple(
        [
            made(
                Occurrence,
                (
                    ref,
                    use,
                    made(Span, (start + shift, end + shift, path)),
                    made(Span, (name_start + shift, name_end + shift, path)),
                ),
            )
            for shift, path, names in rows
            for ref, use, start, end, name_start, name_end in names
        ]
    )
