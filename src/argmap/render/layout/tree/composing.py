"""How large a tree is when its parts are arranged in a way, and where in it they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import TypeAlias

from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.plots import (
    BAND,
    HEAD_ROOM,
    HEADING,
    LANE,
    LANE_ROOM,
    ROW_GAP,
    STRAIGHT,
    Plot,
)

# A row of a box on which something bears, none if it bears on all of it, and the kind of the relation.
Lane: TypeAlias = tuple[tuple[int, int] | None, int]


class Pattern(Enum):
    """How what is below a node is arranged: on a rail, side by side in columns, or for and
    against; what nothing joins also on shelves, like words in lines."""

    RAIL = "rail"
    FAN = "fan"
    PAIR = "pair"
    SHELVES = "shelves"


# Trees are composed in thousands of ways, and Python 3.11 takes ten times as long to find members in an enum.
_ON_RAIL, _FAN, _PAIR = Pattern.RAIL, Pattern.FAN, Pattern.PAIR


class Arrangement(NamedTuple):
    """A tree with its size, where its box and what is below it begin, and the arrangements of its children.

    `box` is the size of the box alone; `lane` is where on the right the route to a row of it runs upwards.
    """

    id: str
    pattern: Pattern
    width: int
    height: int
    box: tuple[int, int]
    left: int = 0
    top: int = 0
    block_left: int = 0
    block_top: int = 0
    columns: Columns = ()
    beside: tuple[Arrangement, ...] = ()
    lane: int = 0


# What is below a node, in columns or on shelves.
Columns: TypeAlias = tuple[Sequence[Arrangement], ...]


class ColumnBlock(NamedTuple):
    """What is below a node when it is arranged in a way, with its size, and what of it is below the middle.

    `gap` is the space above it; `to_left` and `to_right` are the lanes beside the box to rows of it.
    """

    pattern: Pattern
    columns: Columns
    width: int
    height: int
    joint: int
    gap: int
    to_left: Sequence[Lane] = ()
    to_right: Sequence[Lane] = ()


class Side(NamedTuple):
    """What is beside a box, how wide it is with the space before it, and how far down it ends."""

    trees: tuple[Arrangement, ...] = ()
    width: int = 0
    end: int = 0


NO_BLOCK = ColumnBlock(Pattern.RAIL, (), 0, 0, 0, 0)
NO_SIDE = Side()


def composed(plot: Plot, block: ColumnBlock, side: Side = NO_SIDE, *, is_flush: bool = False) -> Arrangement:
    """Return a tree whose parts are arranged in a way.

    Flush at the left its box is above the first child, but between what is for it and against it.
    """
    pattern, columns, width, height, joint, _, to_left, to_right = block
    left = shift = lane = 0
    if pattern is not _ON_RAIL:
        left = lane_width(len(to_left)) if to_left else 0
        if pattern is _PAIR or not is_flush:
            left, shift = _centred(plot, joint, left)
    right = left + plot.width
    if to_right:
        lane = (max(right, shift + width) if pattern is _ON_RAIL else left + plot.box[0]) + LANE_ROOM
        # On a rail all lanes are on the right.
        right = max(right, lane + LANE * (len(to_left) + 1 if pattern is _ON_RAIL else 1))
    core = block_top = plot.height
    if columns and side.trees and shift + width > right:
        block_top = max(core, side.end)
    whole_width, whole_height = right + side.width, max(core, side.end)
    if columns:
        block_top += gap_above(plot, block, shift - left)
        whole_width = max(whole_width, shift + width)
        whole_height = max(whole_height, block_top + height)
    around, above = BAND * len(plot.bands), HEADING * len(plot.bands)
    return Arrangement(
        plot.id,
        pattern,
        max(whole_width, plot.heading) + 2 * around,
        whole_height + above + around,
        plot.box,
        left + around,
        plot.above + above,
        shift + around,
        block_top + above,
        columns,
        side.trees,
        lane + around,
    )


def flush_extent(plot: Plot, block: ColumnBlock) -> tuple[int, int]:
    """Return the width and height of a tree that is flush at the left, with nothing beside its box."""
    left = shift = 0
    if block.pattern is _PAIR:
        left, shift = _centred(plot, block.joint, 0)
    bands = len(plot.bands)
    width = max(left + plot.width, shift + block.width, plot.heading) + 2 * BAND * bands
    height = plot.height + gap_above(plot, block) + block.height
    return width, height + (HEADING + BAND) * bands


def _centred(plot: Plot, joint: int, gutter: int) -> tuple[int, int]:
    """Return where a box begins and where what is below it does, if its middle is above that of this.

    If edges do not end in its middle, it is what is between them. Left of it is room for a gutter.
    """
    left = max(joint - plot.port, gutter) // 2 * 2
    return left, max(left + plot.port - joint, 0) // 2 * 2


def gap_above(plot: Plot, block: ColumnBlock, shift: int = 0) -> int:
    """Return the space between a box and what is below it, which begins so far right of the box.

    It is smaller where a line goes straight up from all that is there, which is one child.
    """
    column = block.columns[0]
    if block.pattern is not _FAN or len(block.columns) > 1 or not is_hanging(column):
        return block.gap
    if plot.stubs or plot.size is None or column[0].id in plot.rows:
        return block.gap
    low, high = plot.ports
    return STRAIGHT if low <= shift + hook(column[0]) <= high else block.gap


def lane_width(number: int) -> int:
    """Return the width of so many lanes beside a box."""
    return LANE_ROOM + LANE * number if number else 0


def hook(child: Arrangement) -> int:
    """Return where the middle of a box is in its tree, from the left."""
    return child.left + child.box[0] // 2


def is_hanging(column: Sequence[Arrangement]) -> bool:
    """Return whether a column is one child whose box has nothing above it: it hangs on a line from there."""
    return len(column) == 1 and column[0].top == 0


def nets(plot: Plot, children: Iterable[str], ranks: Mapping[str, int]) -> list[Lane]:
    """Return where and by which kinds of relations children bear on a box, each once, in their order."""
    rows = plot.rows
    return list(dict.fromkeys([(rows.get(child), ranks[child]) for child in children]))


def side_of(plot: Plot, trees: tuple[Arrangement, ...], ranks: Mapping[str, int]) -> Side:
    """Return trees beside a box."""
    if not trees:
        return NO_SIDE
    ends = [top + tree.height for top, tree in zip(beside_tops(plot, trees), trees, strict=True)]
    width = beside_channel(plot, trees, ranks) + max([tree.width for tree in trees])
    return Side(trees, width, max(ends))


def beside_channel(plot: Plot, trees: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return the width of the space between a box and what is beside it."""
    ways = len(nets(plot, [tree.id for tree in trees], ranks))
    return 2 * HEAD_ROOM + LANE * (ways - 1) if ways else 0


def beside_tops(plot: Plot, trees: Sequence[Arrangement]) -> Iterator[int]:
    """Yield where trees beside a box begin: such that they face what they bear on, or below each other."""
    floor = 0
    for tree in trees:
        top = floor
        if tree.id in plot.rows:
            facing = plot.above + sum(plot.rows[tree.id]) // 2 - tree.top - tree.box[1] // 2
            top = max(floor, facing // 2 * 2)
        yield top
        floor = top + tree.height + ROW_GAP
