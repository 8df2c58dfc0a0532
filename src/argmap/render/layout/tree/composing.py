"""How large a tree is when its parts are arranged in a way, and where in it they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, TypeAlias

from argmap.render.layout.tree.plots import (
    BAND,
    COLUMN_GAP,
    COUNT_HEIGHT,
    HEAD_ROOM,
    HEADING,
    LANE,
    LANE_ROOM,
    MANY,
    RAIL,
    ROW_GAP,
    STRAIGHT,
    TICK,
    TREE_GAP,
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
_ON_RAIL, _FAN, _PAIR, _SHELVES = Pattern.RAIL, Pattern.FAN, Pattern.PAIR, Pattern.SHELVES


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
    columns: tuple[tuple[Arrangement, ...], ...] = ()
    beside: tuple[Arrangement, ...] = ()
    lane: int = 0


class ColumnBlock(NamedTuple):
    """What is below a node when it is arranged in a way, with its size, and what of it is below the middle.

    `gap` is the space above it; `to_left` and `to_right` are the lanes beside the box to rows of it.
    """

    pattern: Pattern
    columns: tuple[tuple[Arrangement, ...], ...]
    width: int
    height: int
    joint: int
    gap: int
    to_left: Sequence[Lane]
    to_right: Sequence[Lane]


NO_BLOCK = ColumnBlock(Pattern.RAIL, (), 0, 0, 0, 0, (), ())


def block_of(
    plot: Plot, pattern: Pattern, columns: tuple[tuple[Arrangement, ...], ...], ranks: Mapping[str, int]
) -> ColumnBlock:
    """Return what is below a node in some columns."""
    width, height, joint = _extent(plot, pattern, columns, ranks)
    below = columns[0] if len(columns) == 1 else [child for column in columns for child in column]
    gap = _gap(plot, pattern, below, ranks) if below else 0
    return ColumnBlock(pattern, columns, width, height, joint, gap, *lanes(plot, below, ranks))


def composed(
    plot: Plot,
    block: ColumnBlock,
    beside: tuple[Arrangement, ...],
    ranks: Mapping[str, int],
    *,
    is_flush: bool = False,
) -> Arrangement:
    """Return a tree whose parts are arranged in a way; flush at the left its box is above the first child."""
    pattern, columns, width, height, joint, block_gap, to_left, to_right = block
    if pattern is _ON_RAIL:
        left = shift = 0
    else:
        # The middle of the box, or where its edges end, is above what is below it.
        gutter = lane_width(len(to_left))
        port = sum(plot.ports) // 4 * 2
        left = gutter if is_flush else max(joint - port, gutter) // 2 * 2
        shift = 0 if is_flush else max(left + port - joint, 0) // 2 * 2
    right = left + plot.width
    lane = 0
    if to_right:
        lane = (max(right, shift + width) if pattern is _ON_RAIL else left + plot.box_width) + LANE_ROOM
        # On a rail all lanes are on the right.
        number = len(to_left) + 1 if pattern is _ON_RAIL else 1
        right = max(right, lane + LANE * number)
    beside_end, beside_right = 0, right
    if beside:
        beside_right += beside_channel(plot, beside, ranks) + max([child.width for child in beside])
        tops = beside_tops(plot, beside)
        beside_end = max([top + child.height for top, child in zip(tops, beside, strict=True)])
    core = plot.height
    block_top = core
    if beside and columns and shift + width > right:
        block_top = max(core, beside_end)
    if columns:
        is_straight = not plot.stubs and _is_straight(plot, columns, left, shift)
        block_top += STRAIGHT if is_straight and pattern is _FAN else block_gap
    whole_width = max(beside_right, shift + width if columns else 0)
    whole_height = max(core, beside_end, block_top + height if columns else 0)
    bands = len(plot.bands)
    return Arrangement(
        plot.id,
        pattern,
        max(whole_width, plot.heading) + 2 * BAND * bands,
        whole_height + (HEADING + BAND) * bands,
        (plot.box_width, plot.box_height),
        left + BAND * bands,
        plot.above + HEADING * bands,
        shift + BAND * bands,
        block_top + HEADING * bands,
        columns,
        beside,
        lane + BAND * bands,
    )


def lane_width(number: int) -> int:
    """Return the width of so many lanes beside a box."""
    return LANE_ROOM + LANE * number if number else 0


def _is_straight(plot: Plot, columns: Sequence[Sequence[Arrangement]], left: int, shift: int) -> bool:
    """Return whether a line goes straight up from all that is below a box, which is one child."""
    if plot.size is None or len(columns) > 1 or not is_hanging(columns[0]) or columns[0][0].id in plot.rows:
        return False
    low, high = plot.ports
    return left + low <= shift + hook(columns[0][0]) <= left + high


def _gap(plot: Plot, pattern: Pattern, below: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    if plot.size is None:
        return 0
    if pattern is not _FAN:
        return HEAD_ROOM
    ways = len(nets(plot, below, ranks)) if plot.rows else len(kinds_of(below, ranks))
    return 2 * HEAD_ROOM + LANE * (ways - 1)


def _extent(
    plot: Plot, pattern: Pattern, columns: Sequence[Sequence[Arrangement]], ranks: Mapping[str, int]
) -> tuple[int, int, int]:
    """Return width and height of what is below a node, and what of it is below the node's middle."""
    if not columns:
        return 0, 0, 0
    counted = _counted(columns, ranks)
    if pattern is _PAIR:
        left, right = (side_width(side, ranks) for side in columns)
        widest = max(child.width for side in columns for child in side)
        highest = max(rail_height(side, ranks, counted) for side in columns)
        return 2 * widest + left + right, highest, widest + left
    if pattern is _SHELVES:
        widths = [shelf_width(shelf) for shelf in columns]
        heights = [max(child.height for child in shelf) for shelf in columns]
        return max(widths, default=0), sum(heights) + TREE_GAP * max(len(columns) - 1, 0), 0
    if plot.size is None:
        widths = [max(child.width for child in column) for column in columns]
        heights = [stacked_height(column, TREE_GAP) for column in columns]
        return sum(widths) + TREE_GAP * max(len(columns) - 1, 0), max(heights, default=0), 0
    return _columns_extent(pattern, columns, ranks, counted)


def _columns_extent(
    pattern: Pattern,
    columns: Sequence[Sequence[Arrangement]],
    ranks: Mapping[str, int],
    counted: Mapping[int, int],
) -> tuple[int, int, int]:
    """Return the extent of columns below a node that is drawn."""
    widths, heights = [], []
    for column in columns:
        width = max([child.width for child in column])
        height = stacked_height(column, ROW_GAP)
        is_indented = pattern is not _FAN or not is_hanging(column)
        if is_indented or counted:
            kinds = kinds_of(column, ranks)
            width += _indent(kinds) if is_indented else 0
            height += COUNT_HEIGHT * len(kinds & counted.keys())
        widths.append(width)
        heights.append(height)
    width = sum(widths) + COLUMN_GAP * (len(columns) - 1)
    ends = [RAIL if not is_hanging(column) else hook(column[0]) for column in (columns[0], columns[-1])]
    return width, max(heights), (ends[0] + width - widths[-1] + ends[-1]) // 4 * 2


def _counted(columns: Sequence[Sequence[Arrangement]], ranks: Mapping[str, int]) -> Mapping[int, int]:
    # Most nodes have few children.
    if sum(map(len, columns)) < MANY:
        return {}
    return counted_nets((child for column in columns for child in column), ranks)


def shelf_width(shelf: Sequence[Arrangement]) -> int:
    """Return the width of trees side by side."""
    return sum(child.width for child in shelf) + TREE_GAP * (len(shelf) - 1)


def hook(child: Arrangement) -> int:
    """Return where the middle of a box is in its tree, from the left."""
    return child.left + child.box[0] // 2


def rail_indent(column: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return how far children on rails below their parent are from its left side."""
    return _indent(kinds_of(column, ranks))


def _indent(kinds: Collection[int]) -> int:
    return RAIL + TICK + LANE * (len(kinds) - 1)


def rail_height(column: Sequence[Arrangement], ranks: Mapping[str, int], counted: Collection[int]) -> int:
    """Return the height of children on rails, with what tells how many of a kind there are."""
    return stacked_height(column, ROW_GAP) + COUNT_HEIGHT * len(kinds_of(column, ranks) & {*counted})


def nets(plot: Plot, children: Iterable[Arrangement], ranks: Mapping[str, int]) -> list[Lane]:
    """Return where and by which kinds of relations children bear on a box, each once, in their order."""
    return list(dict.fromkeys((plot.rows.get(child.id), ranks[child.id]) for child in children))


def lanes(
    plot: Plot, children: Iterable[Arrangement], ranks: Mapping[str, int]
) -> tuple[list[Lane], list[Lane]]:
    """Return what leads to rows of a box from below: by its left side, and the last of it by its right."""
    if not plot.rows:
        return [], []
    to_rows = [lane for lane in nets(plot, children, ranks) if lane[0] is not None]
    return to_rows[:-1], to_rows[-1:]


def counted_nets(children: Iterable[Arrangement], ranks: Mapping[str, int]) -> dict[int, int]:
    """Return the kinds of which there are so many that readers are told how many, with their number."""
    numbers: dict[int, int] = {}
    for child in children:
        rank = ranks.get(child.id, 0)
        numbers[rank] = numbers.get(rank, 0) + 1
    return {rank: number for rank, number in numbers.items() if number >= MANY}


def is_hanging(column: Sequence[Arrangement]) -> bool:
    """Return whether a column is one child whose box has nothing above it: it hangs on a line from there."""
    return len(column) == 1 and column[0].top == 0


def column_indent(column: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return how far the boxes of a column are from its left side, where the rails are."""
    return 0 if is_hanging(column) else rail_indent(column, ranks)


def side_width(children: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return how far children for or against are from the line between both."""
    return LANE * max(len(kinds_of(children, ranks)), 1) + TICK


def beside_channel(plot: Plot, children: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return the width of the space between a box and what is beside it."""
    ways = nets(plot, children, ranks)
    return 2 * HEAD_ROOM + LANE * (len(ways) - 1) if ways else 0


def beside_tops(plot: Plot, children: Sequence[Arrangement]) -> Iterator[int]:
    """Yield where children beside a box begin: such that they face what they bear on, or below each other."""
    floor = 0
    for child in children:
        top = floor
        if child.id in plot.rows:
            facing = plot.above + sum(plot.rows[child.id]) // 2 - child.top - child.box[1] // 2
            top = max(floor, facing // 2 * 2)
        yield top
        floor = top + child.height + ROW_GAP


def kinds_of(children: Iterable[Arrangement], ranks: Mapping[str, int]) -> set[int]:
    """Return the kinds of the relations of children."""
    return {ranks[child.id] for child in children}


def stacked_height(children: Sequence[Arrangement], gap: int) -> int:
    """Return the height of arrangements one below the other."""
    return sum([child.height for child in children]) + gap * max(len(children) - 1, 0)
