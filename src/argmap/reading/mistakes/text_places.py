"""Which element of a page something belongs to that was found in its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from attrs import field, frozen

from argmap.named_tuples import NamedTuple
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block, Element, Kind

_block_start = attrgetter("start")
_SENTENCE_END = re.compile(r"[.!?]\s|[\u3002\uff01\uff1f]")


def _blocks(parts: Iterable[object]) -> tuple[Block, ...]:
    return tuple(part for part in parts if isinstance(part, Block))


class PageLines(NamedTuple):
    """Lines in which something is looked for; `text` has one line end more than the page, before its first.

    At `end` a line ends, or the text.
    """

    text: str
    start: int
    end: int

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where a pattern matches that begins in these lines."""
        return pattern.finditer(self.text, self.start, self.end)


@frozen(eq=False, repr=False)
class TextPlaces:
    """Finds blocks and elements of a page by offsets into its text."""

    blocks: tuple[Block, ...] = field(converter=_blocks)
    # Which blocks, by where they begin, have numbered statements.
    _structures: dict[int, bool] = field(factory=dict, init=False)
    # Where the sentences of elements begin and end, by where the elements begin.
    _sentences: dict[int, list[int]] = field(factory=dict, init=False)

    @classmethod
    def of(cls, page: SourceFile) -> TextPlaces:
        """Return the places of a page, those of included pages left out."""
        return cls(page.tree.parts)

    def block(self, offset: int) -> Block | None:
        """Return the block in which an offset is, or the last one before it."""
        index = bisect_right(self.blocks, offset, key=_block_start) - 1
        return self.blocks[index] if index >= 0 else None

    def element(self, offset: int, written: str) -> Element | None:
        """Return the element that is written at an offset; None if there is a comment or nothing."""
        block = self.block(offset)
        if block is None or not block.text.startswith(written, offset - block.start):
            return None
        index = bisect_right(block.elements, offset - block.start, key=_block_start) - 1
        return block.elements[max(0, index)]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentence begins and ends, within its element, that holds all of a range."""
        block = self.block(start)
        if block is None:
            return start, end
        index = bisect_right(block.elements, start - block.start, key=_block_start) - 1
        element = block.elements[max(0, index)]
        first, behind = block.start + element.start, block.start + element.end
        if first not in self._sentences:
            ends = _SENTENCE_END.finditer(block.text, element.start, element.end)
            self._sentences[first] = [first, *(block.start + sign.start() + 1 for sign in ends), behind]
        bounds = self._sentences[first]
        after = min(bisect_left(bounds, end), len(bounds) - 1)
        return bounds[max(0, bisect_right(bounds, start) - 1)], max(end, bounds[after])

    def is_text(self, offset: int, written: str) -> bool:
        """Return whether something at an offset is part of the text of an element."""
        element, block = self.element(offset, written), self.block(offset)
        if element is None or block is None or element.content is None:
            return False
        place = offset - block.start
        if not element.content[0] <= place < element.content[1]:
            return False
        before = bisect_right(element.data, (place, len(block.text))) - 1
        return before < 0 or element.data[before][1] <= place

    def can_relate(self, offset: int, written: str) -> bool:
        """Return whether there is something above to which the line of what is written could be related."""
        element, block = self.element(offset, written), self.block(offset)
        if element is None or block is None or element.kind is Kind.HEADING:
            return False
        return bool(block.text[: offset - block.start].strip())

    def is_marker(self, offset: int, written: str) -> bool:
        """Return whether something at an offset is the marker of an element."""
        element, block = self.element(offset, written), self.block(offset)
        return bool(element and block and element.marker and element.start == offset - block.start)

    def is_in_structure(self, offset: int) -> bool:
        """Return whether the block at an offset has numbered statements."""
        block = self.block(offset)
        if block is None:
            return False
        if block.start not in self._structures:
            self._structures[block.start] = any(
                element.marker[:1] == "(" or element.kind is Kind.INFERENCE for element in block.elements
            )
        return self._structures[block.start]
