"""How large what is below a node is when it is arranged in columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.composing import (
    Arrangement,
    ColumnBlock,
    Columns,
    Lane,
    Pattern,
    hook,
    is_hanging,
    nets,
)
from argmap.render.layout.tree.plots import (
    COLUMN_GAP,
    COUNT_HEIGHT,
    HEAD_ROOM,
    LANE,
    MANY,
    RAIL,
    ROW_GAP,
    TICK,
    TREE_GAP,
    Plot,
)

# Python 3.11 takes ten times as long to find members in an enum.
_FAN, _RAIL = Pattern.FAN, Pattern.RAIL
_NOTHING: Mapping[int, int] = {}


class Siblings(NamedTuple):
    """What is known of nodes below another one, however they are arranged.

    `kinds` is how many kinds of relations they have; `counted` are those of which there are so many that
    readers are told how many; `gap` is the space above columns side by side; `lanes` are those at the
    left and at the right of the box to rows of it.
    """

    ranks: Mapping[str, int]
    kinds: int
    counted: Mapping[int, int]
    gap: int
    lanes: tuple[Sequence[Lane], Sequence[Lane]] = ((), ())


def siblings_of(plot: Plot, below: Sequence[str], ranks: Mapping[str, int]) -> Siblings:
    """Return what is known of the nodes below another one, which are given in their order."""
    kinds = len({ranks[child] for child in below})
    counted = counted_kinds([ranks[child] for child in below])
    if not plot.rows:
        return Siblings(ranks, kinds, counted, 2 * HEAD_ROOM + LANE * (kinds - 1))
    lanes = nets(plot, below, ranks)
    to_rows = [lane for lane in lanes if lane[0] is not None]
    # The last comes in by the right side of the box, the others by the left one.
    gap = 2 * HEAD_ROOM + LANE * (len(lanes) - 1)
    return Siblings(ranks, kinds, counted, gap, (to_rows[:-1], to_rows[-1:]))


def counted_kinds(ranks: Sequence[int]) -> Mapping[int, int]:
    """Return the kinds of which there are so many that readers are told how many, with their number."""
    # Most nodes have few children.
    if len(ranks) < MANY:
        return _NOTHING
    return {rank: number for rank, number in Counter(ranks).items() if number >= MANY}


def rail_block(plot: Plot, column: Sequence[Arrangement], siblings: Siblings) -> ColumnBlock:
    """Return what is below a node in one column: on rails, if it is joined to the node."""
    width = max([child.width for child in column])
    if plot.size is None:
        return ColumnBlock(_RAIL, (column,), width, stacked_height(column, TREE_GAP), 0, 0)
    width += rail_indent(siblings.kinds)
    height = stacked_height(column, ROW_GAP) + COUNT_HEIGHT * len(siblings.counted)
    return ColumnBlock(_RAIL, (column,), width, height, 0, HEAD_ROOM, *siblings.lanes)


def fan_blocks(
    plot: Plot, fans: Iterable[Columns], siblings: Siblings, most: float = inf
) -> Iterator[ColumnBlock]:
    """Yield what is below a node in columns side by side, in several ways, but none that is wider."""
    if plot.size is None:
        yield from _loose_blocks(fans, most)
        return
    for columns in fans:
        widths = [
            column[0].width if is_hanging(column) else _railed_width(column, siblings) for column in columns
        ]
        width = sum(widths) + COLUMN_GAP * (len(widths) - 1)
        if width <= most:
            height = max([_column_height(column, siblings) for column in columns])
            joint = (_end(columns[0]) + width - widths[-1] + _end(columns[-1])) // 4 * 2
            yield ColumnBlock(_FAN, columns, width, height, joint, siblings.gap, *siblings.lanes)


def _loose_blocks(fans: Iterable[Columns], most: float) -> Iterator[ColumnBlock]:
    for columns in fans:
        widths = [max([tree.width for tree in column]) for column in columns]
        width = sum(widths) + TREE_GAP * (len(widths) - 1)
        if width <= most:
            height = max([stacked_height(column, TREE_GAP) for column in columns])
            yield ColumnBlock(_FAN, columns, width, height, 0, 0)


def only_child_block(plot: Plot, child: Arrangement, siblings: Siblings) -> ColumnBlock:
    """Return what is below a node if it is one child, in a column that is not on rails."""
    column = (child,)
    if plot.size is None:
        return ColumnBlock(_FAN, (column,), child.width, child.height, 0, 0)
    width, joint = (child.width, hook(child)) if child.top == 0 else (child.width + rail_indent(1), RAIL)
    return ColumnBlock(_FAN, (column,), width, child.height, joint // 2 * 2, siblings.gap, *siblings.lanes)


def pair_block(sides: Columns, siblings: Siblings) -> ColumnBlock:
    """Return what is for a node and what is against it, on both sides of rails."""
    left, right = (side_width(side, siblings.ranks) for side in sides)
    widest = max([child.width for side in sides for child in side])
    highest = max([_column_height(side, siblings) for side in sides])
    return ColumnBlock(Pattern.PAIR, sides, 2 * widest + left + right, highest, widest + left, HEAD_ROOM)


def shelf_block(shelves: Columns) -> ColumnBlock:
    """Return trees that nothing joins, in rows one below the other."""
    width = max([sum([tree.width for tree in shelf]) + TREE_GAP * (len(shelf) - 1) for shelf in shelves])
    height = sum([max([tree.height for tree in shelf]) for shelf in shelves])
    return ColumnBlock(Pattern.SHELVES, shelves, width, height + TREE_GAP * (len(shelves) - 1), 0, 0)


def _railed_width(column: Sequence[Arrangement], siblings: Siblings) -> int:
    kinds = 1 if siblings.kinds == 1 else len(kinds_of(column, siblings.ranks))
    return max([child.width for child in column]) + rail_indent(kinds)


def _column_height(column: Sequence[Arrangement], siblings: Siblings) -> int:
    """Return the height of a column with what tells how many of a kind there are."""
    height = stacked_height(column, ROW_GAP)
    if siblings.counted:
        height += COUNT_HEIGHT * len(kinds_of(column, siblings.ranks) & siblings.counted.keys())
    return height


def _end(column: Sequence[Arrangement]) -> int:
    """Return where in a column the line is on which it hangs, or the rails."""
    return hook(column[0]) if is_hanging(column) else RAIL


def rail_indent(kinds: int) -> int:
    """Return how far children on rails of so many kinds are from the left side of what they are below."""
    return RAIL + TICK + LANE * (kinds - 1)


def column_indent(column: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return how far the boxes of a column are from its left side, where the rails are."""
    return 0 if is_hanging(column) else rail_indent(len(kinds_of(column, ranks)))


def side_width(children: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return how far children for or against are from the line between both."""
    return LANE * max(len(kinds_of(children, ranks)), 1) + TICK


def kinds_of(children: Iterable[Arrangement], ranks: Mapping[str, int]) -> set[int]:
    """Return the kinds of the relations of children."""
    return {ranks[child.id] for child in children}


def stacked_height(children: Sequence[Arrangement], gap: int) -> int:
    """Return the height of arrangements one below the other."""
    return sum([child.height + gap for child in children]) - gap if children else 0
