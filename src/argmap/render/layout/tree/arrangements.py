"""How a node and what is below it can be arranged: the shapes that a tree can have, and the best of them.

Each way to arrange a tree gives a width and a height; of those none of which is both wider and higher than
another a few are kept for each node, from the leaves up (Stockmeyer: Optimal orientations of cells in
slicing floorplan designs, Information and Control 57, 1983).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import groupby
from typing import NamedTuple, TypeAlias, TypeVar

from argmap.render.layout.tree.forest import is_supporting
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
    TICK,
    TREE_GAP,
    Plot,
)

# So many shapes of a tree are kept, and so many limits tried for each way to arrange it.
_MOST_SHAPES = 8
_MOST_LIMITS = 8
# So many children are led past the sides of a box to rows of it.
_MOST_LANED = 5
# Below this level trees are on rails, and single children straight below their parents: no tree is wide
# because it is deep.
_DEEP = 6
_COLUMNS = (2, 3, 4, 5, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128)


ValueT = TypeVar("ValueT")


# A row of a box on which something bears, none if it bears on all of it, and the kind of the relation.
Lane: TypeAlias = tuple[tuple[int, int] | None, int]


class Pattern(Enum):
    """How what is below a node is arranged: on a rail, side by side in columns, or for and against."""

    RAIL = "rail"
    FAN = "fan"
    PAIR = "pair"


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


class Shapes(NamedTuple):
    """The arrangements of a tree: all of it on rails, or also with columns side by side."""

    railed: tuple[Arrangement, ...]
    free: tuple[Arrangement, ...]


class Family(NamedTuple):
    """What is below a node, and what is beside it because it bears on a row of it; `ranks` tell the kinds."""

    below: Sequence[str]
    beside: Sequence[str]
    ranks: Mapping[str, int]
    level: int


def shapes_of(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Shapes:
    """Return the shapes of a tree, given those of the trees below its top."""
    beside = tuple(known[child].railed[0] for child in family.beside)

    def composed(pattern: Pattern, columns: Sequence[Sequence[Arrangement]]) -> Arrangement:
        within = {child.id for column in columns for child in column}
        left = tuple(child for child in beside if child.id not in within)
        return _composed(plot, pattern, tuple(map(tuple, columns)), left, family.ranks)

    laned = [composed(Pattern.RAIL, [column]) for column in _laned_columns(plot, family, known)]
    fans = [composed(Pattern.FAN, columns) for columns in _laned_fans(plot, family, known)]
    if not family.below:
        rails = [composed(Pattern.RAIL, ()), *laned]
        return Shapes(_best(rails), _best([*rails, *fans]))
    railed = [_inner(plot, known[child]) for child in family.below]
    is_chain = len(railed) == 1 and family.level >= _DEEP
    rails = [
        composed(Pattern.FAN if is_chain else Pattern.RAIL, [picked])
        for picked in _picks(railed, lambda one: one.width, lambda one: one.height)
    ]
    rails += [composed(Pattern.PAIR, sides) for sides in _sides(plot, family, known)] + laned
    if family.level > _DEEP:
        best = _best(rails)
        return Shapes(best, best)
    free = [composed(Pattern.FAN, columns) for columns in _fans(plot, family, known)]
    return Shapes(_best(rails), _best([*rails, *free, *fans]))


def aside_shapes(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Shapes:
    """Return the only shape of a tree whose children are all right of their parents."""
    children = [known[child].railed[0] for child in (*family.below, *family.beside)]
    shape = (
        _composed(plot, Pattern.RAIL, (tuple(children),), (), family.ranks)
        if plot.size is None
        else _composed(plot, Pattern.RAIL, (), tuple(children), family.ranks),
    )
    return Shapes(shape, shape)


def nets(plot: Plot, children: Iterable[Arrangement], ranks: Mapping[str, int]) -> list[Lane]:
    """Return where and by which kinds of relations children bear on a box, each once, in their order."""
    return list(dict.fromkeys((plot.rows.get(child.id), ranks[child.id]) for child in children))


def lanes(
    plot: Plot, children: Iterable[Arrangement], ranks: Mapping[str, int]
) -> tuple[list[Lane], list[Lane]]:
    """Return what leads to rows of a box from below: by its left side, and the last of it by its right."""
    to_rows = [lane for lane in nets(plot, children, ranks) if lane[0] is not None]
    return to_rows[:-1], to_rows[-1:]


def counted_nets(children: Iterable[Arrangement], ranks: Mapping[str, int]) -> set[int]:
    """Return the kinds of which there are so many that readers are told how many."""
    numbers: dict[int, int] = {}
    for child in children:
        numbers[ranks[child.id]] = numbers.get(ranks[child.id], 0) + 1
    return {rank for rank, number in numbers.items() if number >= MANY}


def is_hanging(column: Sequence[Arrangement]) -> bool:
    """Return whether a column is one child whose box has nothing above it: it hangs on a line from there."""
    return len(column) == 1 and column[0].top == 0


def column_indent(column: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return how far the boxes of a column are from its left side, where the rails are."""
    return 0 if is_hanging(column) else rail_indent(column, ranks)


def side_width(children: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return how far children for or against are from the line between both."""
    return LANE * max(len(_kinds(children, ranks)), 1) + TICK


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


def _kinds(children: Iterable[Arrangement], ranks: Mapping[str, int]) -> set[int]:
    return {ranks[child.id] for child in children}


def stacked_height(children: Sequence[Arrangement], gap: int) -> int:
    """Return the height of arrangements one below the other."""
    return sum(child.height for child in children) + gap * max(len(children) - 1, 0)


def _composed(
    plot: Plot,
    pattern: Pattern,
    columns: tuple[tuple[Arrangement, ...], ...],
    beside: tuple[Arrangement, ...],
    ranks: Mapping[str, int],
) -> Arrangement:
    width, height, joint = _block(plot, pattern, columns, ranks)
    below = [child for column in columns for child in column]
    to_left, to_right = lanes(plot, below, ranks)
    if pattern is Pattern.RAIL:
        left = shift = 0
    else:
        # The middle of the box, or where its edges end, is above what is below it.
        gutter = lane_width(len(to_left))
        port = sum(plot.ports) // 4 * 2
        left = max(joint - port, gutter) // 2 * 2
        shift = max(left + port - joint, 0) // 2 * 2
    right = left + plot.width
    lane = 0
    if to_right:
        lane = (max(right, shift + width) if pattern is Pattern.RAIL else left + plot.box_width) + LANE_ROOM
        right = max(right, lane + LANE)
    beside_left = right + beside_channel(plot, beside, ranks)
    tops = list(beside_tops(plot, beside))
    beside_end = max((top + one.height for top, one in zip(tops, beside, strict=True)), default=0)
    core = plot.height
    block_top = core
    if beside and below and shift + width > right:
        block_top = max(core, beside_end)
    block_top += _gap(plot, pattern, below, ranks) if below else 0
    whole_width = max(right, shift + width if below else 0, *(beside_left + one.width for one in beside), 0)
    whole_height = max(core, beside_end, block_top + height if below else 0)
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


def _gap(plot: Plot, pattern: Pattern, below: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    if plot.size is None:
        return 0
    return (
        HEAD_ROOM
        if pattern is not Pattern.FAN
        else 2 * HEAD_ROOM + LANE * (len(nets(plot, below, ranks)) - 1)
    )


def _block(
    plot: Plot, pattern: Pattern, columns: Sequence[Sequence[Arrangement]], ranks: Mapping[str, int]
) -> tuple[int, int, int]:
    """Return width and height of what is below a node, and what of it is below the node's middle."""
    if not columns:
        return 0, 0, 0
    if pattern is Pattern.PAIR:
        left, right = (side_width(side, ranks) for side in columns)
        widest = max(child.width for side in columns for child in side)
        highest = max(rail_height(side, ranks) for side in columns)
        return 2 * widest + left + right, highest, widest + left
    if plot.size is None:
        widths = [max(child.width for child in column) for column in columns]
        heights = [stacked_height(column, TREE_GAP) for column in columns]
        return sum(widths) + TREE_GAP * max(len(columns) - 1, 0), max(heights, default=0), 0
    widths = [
        column_indent(column, ranks) + max(child.width for child in column)
        if pattern is Pattern.FAN
        else rail_indent(column, ranks) + max(child.width for child in column)
        for column in columns
    ]
    heights = [
        rail_height(column, ranks) if pattern is Pattern.RAIL else stacked_height(column, ROW_GAP)
        for column in columns
    ]
    width = sum(widths) + COLUMN_GAP * (len(columns) - 1)
    ends = [RAIL if not is_hanging(column) else hook(column[0]) for column in (columns[0], columns[-1])]
    return width, max(heights, default=0), (ends[0] + width - widths[-1] + ends[-1]) // 4 * 2


def hook(child: Arrangement) -> int:
    """Return where the middle of a box is in its tree, from the left."""
    return child.left + child.box[0] // 2


def rail_indent(column: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return how far children on rails below their parent are from its left side."""
    return RAIL + TICK + LANE * (len(_kinds(column, ranks)) - 1)


def rail_height(column: Sequence[Arrangement], ranks: Mapping[str, int]) -> int:
    """Return the height of children on rails, with what tells how many there are."""
    return stacked_height(column, ROW_GAP) + COUNT_HEIGHT * len(counted_nets(column, ranks))


def _picks(
    options: Sequence[Sequence[Arrangement]],
    across: Callable[[Arrangement], int],
    along: Callable[[Arrangement], int],
) -> Iterator[list[Arrangement]]:
    """Yield choices of an option for each child: the least along, among those within a limit across."""
    floor = max(min(map(across, one)) for one in options)
    limits = sorted({across(option) for one in options for option in one if across(option) >= floor})
    for limit in _thinned(limits, _MOST_LIMITS):
        yield [min((each for each in one if across(each) <= limit), key=along) for one in options]


def _fans(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[list[list[Arrangement]]]:
    free = [known[child].free for child in family.below]
    for picked in _picks(free, lambda one: one.height, lambda one: one.width):
        yield [[child] for child in picked]
    inner = [_inner(plot, known[child]) for child in family.below]
    runs = [*groupby(family.below, key=family.ranks.__getitem__)]
    splits = len(runs) == len({rank for rank, _ in runs})
    for picked in _picks(inner, lambda one: one.width, lambda one: one.height):
        for number in _COLUMNS:
            if number < len(picked):
                columns = _chunks(picked, number)
                yield [*_by_kind(columns, family.ranks)] if splits else columns


def _inner(plot: Plot, shapes: Shapes) -> tuple[Arrangement, ...]:
    """Return the shapes that a tree can have in a column: on rails, unless nothing joins it to others."""
    return shapes.free if plot.size is None else shapes.railed


def _by_kind(columns: Iterable[list[Arrangement]], ranks: Mapping[str, int]) -> Iterator[list[Arrangement]]:
    for column in columns:
        for _, children in groupby(column, key=lambda child: ranks[child.id]):
            yield [*children]


def _chunks(children: Sequence[Arrangement], number: int) -> list[list[Arrangement]]:
    """Return children in so many columns of about the same height, or fewer, in their order."""
    total = stacked_height(children, ROW_GAP) + ROW_GAP
    columns: dict[int, list[Arrangement]] = {}
    done = 0
    for child in children:
        height = child.height + ROW_GAP
        columns.setdefault((2 * done + height) * number // (2 * total), []).append(child)
        done += height
    return list(columns.values())


def _laned_columns(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[list[Arrangement]]:
    """Yield all children in a column, if those that bear on rows bear on the same row in the same way."""
    column = [known[child].railed[0] for child in (*family.below, *family.beside)]
    last = column[len(family.below) :]
    if len(nets(plot, last, family.ranks)) == 1 and not any(child.beside or child.lane for child in last):
        yield column


def _laned_fans(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[list[list[Arrangement]]]:
    """Yield few children side by side, some of which bear on rows: the lowest row on the right of all."""
    if not family.beside or len(family.below) + len(family.beside) > _MOST_LANED:
        return
    ways = [(plot.rows[child], family.ranks[child]) for child in family.beside]
    first = [child for child, way in zip(family.beside, ways, strict=True) if way != ways[-1]]
    last = [child for child, way in zip(family.beside, ways, strict=True) if way == ways[-1]]
    order = [*first, *family.below, *last]
    for picked in _picks(
        [known[child].free for child in order], lambda one: one.height, lambda one: one.width
    ):
        yield [[child] for child in picked]


def _sides(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[list[list[Arrangement]]]:
    """Yield children for and against, if there are many of them and most have none of their own."""
    if plot.size is None or plot.rows or len(family.below) < MANY:
        return
    children = [known[child].railed[0] for child in family.below]
    leaves = sum(not child.columns for child in children)
    pros = [child for child in children if is_supporting(family.ranks[child.id])]
    cons = [child for child in children if not is_supporting(family.ranks[child.id])]
    if pros and cons and 2 * leaves >= len(children) and not any(child.beside for child in children):
        yield [pros, cons]


def _best(options: Iterable[Arrangement]) -> tuple[Arrangement, ...]:
    """Return options none of which is both wider and higher than another, the narrowest first."""
    kept: list[Arrangement] = []
    for option in sorted(options, key=lambda one: (one.width, one.height)):
        if not kept or option.height < kept[-1].height:
            kept.append(option)
    return tuple(_thinned(kept, _MOST_SHAPES))


def _thinned(values: Sequence[ValueT], most: int) -> Sequence[ValueT]:
    if len(values) <= most:
        return values
    last = len(values) - 1
    return [values[place * last // (most - 1)] for place in range(most)]
