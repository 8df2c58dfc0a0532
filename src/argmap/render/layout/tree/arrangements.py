"""How a node and what is below it can be arranged: the shapes that a tree can have, and the best of them.

Each way to arrange a tree gives a width and a height; of those none of which is both wider and higher than
another a few are kept for each node, from the leaves up (Stockmeyer: Optimal orientations of cells in
slicing floorplan designs, Information and Control 57, 1983).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from typing import NamedTuple, TypeVar

from argmap.render.layout.tree.composing import (
    NO_BLOCK,
    Arrangement,
    ColumnBlock,
    Pattern,
    block_of,
    composed,
    is_hanging,
    nets,
    stacked_height,
)
from argmap.render.layout.tree.forest import is_supporting
from argmap.render.layout.tree.plots import MANY, ROW_GAP, TREE_GAP, Plot

# So many shapes of a tree are kept, and so many limits tried for each way to arrange it.
_MOST_SHAPES = 6
MOST_TRIES = 5
_FEW_TRIES = 4
# So many children are led past the sides of a box to rows of it.
_MOST_LANED = 5
# Below this level trees are on rails, and single children straight below their parents: no tree is wide
# because it is deep.
_DEEP = 12
_width, _height = attrgetter("width"), attrgetter("height")
_COLUMNS = (2, 3, 4, 5, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128)

ValueT = TypeVar("ValueT")


class Shapes(NamedTuple):
    """The arrangements of a tree: those whose box is at their left side, where rails can be, and all."""

    inner: tuple[Arrangement, ...]
    free: tuple[Arrangement, ...]


class Family(NamedTuple):
    """What is below a node, and what is beside it because it bears on a row of it; `ranks` tell the kinds.

    `room` is how wide trees may be, in points, if there is a narrower one; `tries` is how many limits are
    tried for each way to arrange them. In a `tight` tree what bears on rows may be in another order.
    """

    below: Sequence[str]
    beside: Sequence[str]
    ranks: Mapping[str, int]
    level: int
    room: int
    tries: int = MOST_TRIES
    tight: bool = False


def shapes_of(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Shapes:
    """Return the shapes of a tree, given those of the trees below its top."""
    if not (family.below or family.beside):
        leaf = (composed(plot, NO_BLOCK, (), family.ranks),)
        return Shapes(leaf, leaf)
    inner, free = [], []
    for beside in _besides(family, known):
        narrow, wide = _ways(plot, family, known, beside)
        inner += narrow
        free += wide
    best = _best(inner, family.room)
    return Shapes(best, _best([*inner, *free], family.room) if free else best)


def _besides(family: Family, known: Mapping[str, Shapes]) -> list[tuple[Arrangement, ...]]:
    """Return what can be beside a box: the narrowest, and the lowest."""
    ends = [(known[child].inner[0], known[child].inner[-1]) for child in family.beside]
    return [*dict.fromkeys(zip(*ends, strict=True))] if ends else [()]


def _ways(
    plot: Plot, family: Family, known: Mapping[str, Shapes], beside: tuple[Arrangement, ...]
) -> tuple[list[Arrangement], list[Arrangement]]:
    """Return the arrangements with the box at the left side, and others."""

    def block(pattern: Pattern, columns: Sequence[Sequence[Arrangement]]) -> ColumnBlock:
        return block_of(plot, pattern, tuple(map(tuple, columns)), family.ranks)

    def around(block: ColumnBlock, *, is_flush: bool = False) -> Arrangement:
        left = beside
        if beside:
            within = {child.id for column in block.columns for child in column}
            left = tuple(child for child in beside if child.id not in within)
        return composed(plot, block, left, family.ranks, is_flush=is_flush)

    def made(pattern: Pattern, columns: Sequence[Sequence[Arrangement]]) -> Arrangement:
        return around(block(pattern, columns))

    inner = [made(Pattern.RAIL, [column]) for column in _laned_columns(plot, family, known)]
    free = [made(Pattern.FAN, columns) for columns in _laned_fans(plot, family, known)]
    if not family.below:
        return [around(NO_BLOCK), *inner], free
    columns = [_inner(plot, known[child]) for child in family.below]
    inner += [made(Pattern.RAIL, [column]) for column in _picks(columns, _width, _height, family.tries)]
    inner += [made(Pattern.PAIR, sides) for sides in _sides(plot, family, known)]
    # The shapes of an only child, as what is below its parent.
    alone = {id(child): block(Pattern.FAN, [[child]]) for child in columns[0]} if len(columns) == 1 else {}
    inner += [around(below, is_flush=True) for below in alone.values()]
    if family.level > _DEEP:
        return inner, []
    if plot.size is None:
        free += [made(Pattern.SHELVES, shelves) for shelves in _shelves(family, known)]
    narrowest = min(map(_width, inner))
    for fan in _fans(plot, family, known):
        first = id(fan[0][0])
        below = alone[first] if first in alone else block(Pattern.FAN, fan)
        # What is too wide is no shape of the tree if something is narrower.
        if below.width <= max(family.room, narrowest):
            if first not in alone:
                inner.append(around(below, is_flush=True))
            free.append(around(below))
    return inner, free


def aside_shapes(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Shapes:
    """Return the only shape of a tree whose children are all right of their parents."""
    children = [known[child].inner[0] for child in (*family.below, *family.beside)]
    shape = (
        composed(plot, block_of(plot, Pattern.RAIL, (tuple(children),), family.ranks), (), family.ranks)
        if plot.size is None
        else composed(plot, block_of(plot, Pattern.RAIL, (), family.ranks), tuple(children), family.ranks),
    )
    return Shapes(shape, shape)


def _picks(
    options: Sequence[Sequence[Arrangement]],
    across: Callable[[Arrangement], int],
    along: Callable[[Arrangement], int],
    most: int,
) -> Iterator[list[Arrangement]]:
    """Yield choices of an option for each child: the least along, among those within a limit across.

    No choice comes twice.
    """
    if max(map(len, options)) == 1:
        yield [shapes[0] for shapes in options]
        return
    floor = max([min(map(across, shapes)) for shapes in options])
    limits = sorted({width for shapes in options for width in map(across, shapes) if width >= floor})
    chosen: set[tuple[int, ...]] = set()
    for limit in _thinned(limits, most):
        choice = [
            min([each for each in shapes if across(each) <= limit], key=along)
            if len(shapes) > 1
            else shapes[0]
            for shapes in options
        ]
        if (ids := tuple(map(id, choice))) not in chosen:
            chosen.add(ids)
            yield choice


def _fans(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[list[list[Arrangement]]]:
    side_by_side = [_side_by_side(known[child]) for child in family.below]
    for picked in _picks(side_by_side, _height, _width, family.tries):
        yield [[child] for child in picked]
    if len(family.below) <= _COLUMNS[0]:
        return
    inner = [_inner(plot, known[child]) for child in family.below]
    runs = [(rank, len([*same])) for rank, same in groupby(family.below, key=family.ranks.__getitem__)]
    if len(runs) > len(dict(runs)):
        # What is of one kind is not together.
        runs = [(0, len(family.below))]
    ends = [*accumulate([length for _, length in runs], initial=0)]
    numbers = [number for number in _COLUMNS if number < len(family.below)]
    for picked in _picks(inner, _width, _height, family.tries):
        kinds = [picked[start:end] for start, end in pairwise(ends)]
        tried: set[tuple[int, ...]] = set()
        for number in numbers:
            columns = _by_kind(kinds, number)
            if (lengths := tuple(map(len, columns))) not in tried:
                tried.add(lengths)
                yield columns


def _side_by_side(shapes: Shapes) -> tuple[Arrangement, ...]:
    """Return the shapes that a tree can have beside others.

    What does not hang on a line from above is reached from the left: nothing must be there.
    """
    return shapes.free if is_hanging(shapes.free[:1]) else shapes.inner


def _inner(plot: Plot, shapes: Shapes) -> tuple[Arrangement, ...]:
    """Return the shapes that a tree can have in a column: any if nothing joins it to others."""
    return shapes.free if plot.size is None else shapes.inner


def _by_kind(kinds: Sequence[list[Arrangement]], number: int) -> list[list[Arrangement]]:
    """Return children in about so many columns, each of one kind."""
    if len(kinds) == 1:
        return _chunks(kinds[0], number)
    heights = [stacked_height(same, ROW_GAP) for same in kinds]
    shares = [max(1, round(number * height / max(sum(heights), 1))) for height in heights]
    return [column for same, share in zip(kinds, shares, strict=True) for column in _chunks(same, share)]


def _chunks(children: list[Arrangement], number: int) -> list[list[Arrangement]]:
    """Return children in so many columns of about the same height, or fewer, in their order."""
    if number == 1:
        return [children]
    total = stacked_height(children, ROW_GAP) + ROW_GAP
    columns: dict[int, list[Arrangement]] = {}
    done = 0
    for child in children:
        height = child.height + ROW_GAP
        columns.setdefault((2 * done + height) * number // (2 * total), []).append(child)
        done += height
    return list(columns.values())


def _laned_columns(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[list[Arrangement]]:
    """Yield all children in a column: the last bear on rows, first the lowest, so that no lines cross.

    In a tight tree these may have lanes of their own, above which their lines begin.
    """
    order = sorted(family.beside, key=lambda child: (plot.rows[child], family.ranks[child]), reverse=True)
    last = [known[child].inner[0] for child in order]
    most = len(last) if family.tight else 1
    in_the_way = any(child.beside or (child.lane and not family.tight) for child in last)
    if 0 < len(nets(plot, last, family.ranks)) <= most and not in_the_way:
        yield [*(known[child].inner[0] for child in family.below), *last]


def _laned_fans(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[list[list[Arrangement]]]:
    """Yield few children side by side, some of which bear on rows: the lowest row on the right of all."""
    if not family.beside or len(family.below) + len(family.beside) > _MOST_LANED:
        return
    ways = [(plot.rows[child], family.ranks[child]) for child in family.beside]
    first = [child for child, way in zip(family.beside, ways, strict=True) if way != ways[-1]]
    last = [child for child, way in zip(family.beside, ways, strict=True) if way == ways[-1]]
    order = [*first, *family.below, *last]
    for picked in _picks([_side_by_side(known[child]) for child in order], _height, _width, family.tries):
        yield [[child] for child in picked]


def _sides(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[list[list[Arrangement]]]:
    """Yield children for and against, if there are many of them and most have none of their own."""
    if plot.size is None or plot.rows or len(family.below) < MANY:
        return
    children = [known[child].inner[0] for child in family.below]
    leaves = sum(not child.columns for child in children)
    pros = [child for child in children if is_supporting(family.ranks[child.id])]
    cons = [child for child in children if not is_supporting(family.ranks[child.id])]
    if pros and cons and 2 * leaves >= len(children) and not any(child.beside for child in children):
        yield [pros, cons]


def _shelves(family: Family, known: Mapping[str, Shapes]) -> Iterator[list[list[Arrangement]]]:
    """Yield trees on shelves, in their order, each shelf as full as it can be within a width."""
    free = [known[child].free for child in family.below]
    for picked in _picks(free, _height, _width, min(_FEW_TRIES, family.tries)):
        reaches = [*accumulate(child.width + TREE_GAP for child in picked)]
        floor = max(child.width for child in picked)
        widths = [reach - TREE_GAP for reach in reaches if floor <= reach - TREE_GAP <= family.room]
        for room in dict.fromkeys(
            (*_thinned(widths, min(_FEW_TRIES, family.tries)), max(floor, family.room))
        ):
            yield _shelved(picked, room)


def _shelved(trees: Iterable[Arrangement], room: int) -> list[list[Arrangement]]:
    shelves: list[list[Arrangement]] = []
    reach = 0
    for tree in trees:
        if shelves and reach + TREE_GAP + tree.width <= room:
            shelves[-1].append(tree)
            reach += TREE_GAP + tree.width
        else:
            shelves.append([tree])
            reach = tree.width
    return shelves


def _best(options: Iterable[Arrangement], room: int) -> tuple[Arrangement, ...]:
    """Return options none of which is both wider and higher than another, the narrowest first.

    Those that are wider than there is room for are left out, unless there are no others.
    """
    kept: list[Arrangement] = []
    for option in sorted(options, key=lambda tree: (tree.width, tree.height)):
        if not kept or (option.height < kept[-1].height and option.width <= room):
            kept.append(option)
    return tuple(_thinned(kept, _MOST_SHAPES))


def _thinned(values: Sequence[ValueT], most: int) -> Sequence[ValueT]:
    if len(values) <= most:
        return values
    last = len(values) - 1
    return [values[place * last // (most - 1)] for place in range(most)]
