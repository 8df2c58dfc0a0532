"""Which blocks are read again after an edit, and which only moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.named_tuples import NamedTuple
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block, Kind
from argmap.syntax.operators import OPERATORS
from argmap.syntax.reparsing import Change


class BlockStretch(NamedTuple):
    """Blocks that are read again, by their numbers in the earlier text and in this one.

    Reading begins and ends there with nothing open: what is before and behind neither continues in it nor
    is continued by it.
    """

    old: range
    new: range


def changed_stretch(page: SourceFile, earlier: SourceFile, change: Change) -> BlockStretch:
    """Return the blocks that are not the same, with those around them that are read together with them."""
    old, new = earlier.tree.blocks, page.tree.blocks
    first, behind, shift = change.before, change.behind, change.shift
    fewer = min(len(old), len(new))

    def is_same(number: int, number_now: int, shift: int) -> bool:
        before, now = old[number], new[number_now]
        return (
            now.start == before.start + shift
            and now[1:] == before[1:]
            # Comments are masked, and line ends all alike.
            and _written(page, now) == _written(earlier, before)
        )

    while first < fewer - behind and is_same(first, first, 0):
        first += 1
    while behind < fewer - first and is_same(len(old) - behind - 1, len(new) - behind - 1, shift):
        behind += 1
    while behind and _depends_on_above(old[len(old) - behind]):
        behind -= 1
    while first and any(first < len(blocks) - behind and _continues(blocks[first]) for blocks in (old, new)):
        first -= 1
    return BlockStretch(range(first, len(old) - behind), range(first, len(new) - behind))


def stretches_around(
    numbers: Iterable[int], stretch: BlockStretch, blocks: Sequence[Block]
) -> Iterator[BlockStretch]:
    """Yield a stretch and those of other blocks of the earlier text, in their order.

    `numbers` are of blocks of the earlier text, of which `blocks` are all.
    """
    shift = stretch.new.stop - stretch.old.stop
    waiting: BlockStretch | None = stretch
    behind = 0
    for number in sorted(numbers):
        if number < behind or number in stretch.old:
            continue
        first, behind = number, number + 1
        while first and _continues(blocks[first]):
            first -= 1
        while behind < len(blocks) and _continues(blocks[behind]):
            behind += 1
        if waiting and first >= stretch.old.stop:
            yield waiting
            waiting = None
        moved = 0 if waiting else shift
        yield BlockStretch(range(first, behind), range(first + moved, behind + moved))
    if waiting:
        yield waiting


def _continues(block: Block) -> bool:
    """Return whether a block is part of a premise-conclusion structure that may begin above."""
    first = block.elements[0]
    return first.kind is Kind.INFERENCE or first.marker.startswith("(")


def _depends_on_above(block: Block) -> bool:
    """Return whether a block is read or reported in another way if another one is above it."""
    return _continues(block) or lacks_parent(block)


def lacks_parent(block: Block) -> bool:
    """Return whether a line of a block may be related to nothing, which is reported with what is above."""
    return any(element.depth == 0 and element.marker in OPERATORS for element in block.elements)


def _written(page: SourceFile, block: Block) -> str:
    return page.text[block.start : block.start + len(block.text)]
