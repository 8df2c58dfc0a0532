"""How a node and what is below it can be arranged: the shapes that a tree can have, and the best of them.

Each way to arrange a tree gives a width and a height; of those none of which is both wider and higher than
another a few are kept for each node, from the leaves up (Stockmeyer: Optimal orientations of cells in
slicing floorplan designs, Information and Control 57, 1983).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar

from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.column_blocks import (
    Siblings,
    fan_blocks,
    only_child_block,
    pair_block,
    rail_block,
    shelf_block,
    siblings_of,
)
from argmap.render.layout.tree.composing import (
    NO_BLOCK,
    Arrangement,
    ColumnBlock,
    Columns,
    composed,
    flush_extent,
    gap_above,
    is_hanging,
    nets,
    side_of,
)
from argmap.render.layout.tree.forest import is_supporting
from argmap.render.layout.tree.picks import (
    FEWEST_COLUMNS,
    columns_of,
    picks_by_height,
    picks_by_width,
    shelves_of,
    thinned,
)
from argmap.render.layout.tree.plots import MANY, STRAIGHT, Plot

# So many shapes of a tree are kept, and so many limits tried for each way to arrange it.
_MOST_SHAPES = 6
MOST_TRIES = 5
# So many children are led past the sides of a box to rows of it.
_MOST_LANED = 5
# Below this level trees are on rails, and single children straight below their parents: no tree is wide
# because it is deep.
_DEEP = 12

PartT = TypeVar("PartT", Arrangement, ColumnBlock)


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
    if family.beside:
        return _shapes_with_rows(plot, family, known)
    if not family.below:
        return _leaf(plot)
    flush, centred = _blocks(plot, family, known, max(plot.width, plot.heading))
    best = _front([(*flush_extent(plot, block), block) for block in flush], family.room)
    free: list[Arrangement] = []
    if len(family.below) == 1:
        # Above the middle of what is below it a box is of use only where a line goes straight up to it.
        free = [composed(plot, block) for block in centred if gap_above(plot, block) > STRAIGHT]
    if plot.size is None:
        shelves = shelves_of([known[child].free for child in family.below], family.room, family.tries)
        free = [composed(plot, shelf_block(each)) for each in shelves]
    if not free:
        inner = tuple([composed(plot, block, is_flush=True) for block in thinned(best, _MOST_SHAPES)])
        return Shapes(inner, inner)
    trees = [composed(plot, block, is_flush=True) for block in best]
    return Shapes(tuple(thinned(trees, _MOST_SHAPES)), _best([*trees, *free], family.room))


def aside_shapes(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Shapes:
    """Return the only shape of a tree whose children are all right of their parents."""
    ids = (*family.below, *family.beside)
    if not ids:
        return _leaf(plot)
    children = tuple([known[child].inner[0] for child in ids])
    if plot.size is None:
        shape = composed(plot, rail_block(plot, children, siblings_of(plot, ids, family.ranks)))
    else:
        shape = composed(plot, NO_BLOCK, side_of(plot, children, family.ranks))
    return Shapes((shape,), (shape,))


def _leaf(plot: Plot) -> Shapes:
    """Return the only shape of what has nothing below or beside it, such as the ground of an empty map."""
    leaf = (composed(plot, NO_BLOCK),)
    return Shapes(leaf, leaf)


def _shapes_with_rows(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Shapes:
    """Return the shapes of a tree in which something bears on rows of the box at its top."""
    # What is beside the box is the narrowest, or the lowest.
    fronts = [known[child].inner for child in family.beside]
    ends = (0, -1) if any(len(front) > 1 for front in fronts) else (0,)
    sides = [side_of(plot, tuple([front[end] for front in fronts]), family.ranks) for end in ends]
    least = max([plot.heading, *[plot.width + side.width for side in sides]])
    flush, centred = _blocks(plot, family, known, least) if family.below else ([NO_BLOCK], [])
    laned = [composed(plot, block) for block in _laned_columns(plot, family, known)]
    free = [composed(plot, block) for block in _laned_fans(plot, family, known)]
    inner: list[Arrangement] = []
    for side in sides:
        trees = [composed(plot, block, side, is_flush=True) for block in flush]
        inner += [*laned, *trees] if family.below else [*trees, *laned]
        free += [composed(plot, block, side) for block in centred]
    best = _best(inner, family.room)
    return Shapes(best, _best([*inner, *free], family.room) if free else best)


def _blocks(
    plot: Plot, family: Family, known: Mapping[str, Shapes], least: int
) -> tuple[list[ColumnBlock], list[ColumnBlock]]:
    """Return what can be below a box at the left side, and what can be below the middle of a box.

    Trees are at `least` so wide whatever is in them.
    """
    shapes = [known[child] for child in family.below]
    siblings = siblings_of(plot, family.below, family.ranks)
    stacks = [*picks_by_width([_inner(plot, each) for each in shapes], family.tries)]
    blocks = [rail_block(plot, column, siblings) for column in stacks]
    blocks += [pair_block(sides, siblings) for sides in _sides(plot, family, known)]
    if len(shapes) == 1:
        alone, centred = _only_child(plot, family, shapes[0], siblings)
        return [*blocks, *alone], centred
    if family.level > _DEEP:
        return blocks, []
    # What is too wide is no shape of the tree if something is narrower.
    most = max(family.room, least, min([block.width for block in blocks]))
    rows = picks_by_height([_side_by_side(each) for each in shapes], family.tries)
    fans = [*fan_blocks(plot, map(_alone, rows), siblings, most)]
    if len(shapes) > FEWEST_COLUMNS:
        ranks = [family.ranks[child] for child in family.below]
        for stack in stacks:
            fans += fan_blocks(plot, columns_of(stack, ranks), siblings, most)
    return [*blocks, *fans], fans


def _only_child(
    plot: Plot, family: Family, shapes: Shapes, siblings: Siblings
) -> tuple[list[ColumnBlock], list[ColumnBlock]]:
    """Return an only child below a box at the left side, and below the middle of a box."""
    alone = {id(child): only_child_block(plot, child, siblings) for child in _inner(plot, shapes)}
    if family.level > _DEEP:
        return [*alone.values()], []
    hung = []
    for (child,) in picks_by_height([_side_by_side(shapes)], family.tries):
        if id(child) not in alone:
            alone[id(child)] = only_child_block(plot, child, siblings)
        hung.append(alone[id(child)])
    return [*alone.values()], hung


def _alone(children: Iterable[Arrangement]) -> tuple[tuple[Arrangement], ...]:
    """Return children, each in a column of its own."""
    return tuple([(child,) for child in children])


def _side_by_side(shapes: Shapes) -> tuple[Arrangement, ...]:
    """Return the shapes that a tree can have beside others.

    What does not hang on a line from above is reached from the left: nothing must be there.
    """
    return shapes.free if is_hanging(shapes.free[:1]) else shapes.inner


def _inner(plot: Plot, shapes: Shapes) -> tuple[Arrangement, ...]:
    """Return the shapes that a tree can have in a column: any if nothing joins it to others."""
    return shapes.free if plot.size is None else shapes.inner


def _laned_columns(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[ColumnBlock]:
    """Yield all children in a column: the last bear on rows, first the lowest, so that no lines cross.

    In a tight tree these may have lanes of their own, above which their lines begin.
    """
    order = sorted(family.beside, key=lambda child: (plot.rows[child], family.ranks[child]), reverse=True)
    last = [known[child].inner[0] for child in order]
    most = len(last) if family.tight else 1
    in_the_way = any(child.beside or (child.lane and not family.tight) for child in last)
    if len(nets(plot, order, family.ranks)) <= most and not in_the_way:
        column = (*(known[child].inner[0] for child in family.below), *last)
        yield rail_block(plot, column, siblings_of(plot, (*family.below, *order), family.ranks))


def _laned_fans(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[ColumnBlock]:
    """Yield few children side by side, some of which bear on rows: the lowest row on the right of all."""
    if len(family.below) + len(family.beside) > _MOST_LANED:
        return
    ways = [(plot.rows[child], family.ranks[child]) for child in family.beside]
    first = [child for child, way in zip(family.beside, ways, strict=True) if way != ways[-1]]
    last = [child for child, way in zip(family.beside, ways, strict=True) if way == ways[-1]]
    order = [*first, *family.below, *last]
    rows = picks_by_height([_side_by_side(known[child]) for child in order], family.tries)
    yield from fan_blocks(plot, map(_alone, rows), siblings_of(plot, order, family.ranks))


def _sides(plot: Plot, family: Family, known: Mapping[str, Shapes]) -> Iterator[Columns]:
    """Yield children for and against, if there are many of them and most have none of their own."""
    if plot.size is None or plot.rows or len(family.below) < MANY:
        return
    children = [known[child].inner[0] for child in family.below]
    leaves = sum(not child.columns for child in children)
    pros = [child for child in children if is_supporting(family.ranks[child.id])]
    cons = [child for child in children if not is_supporting(family.ranks[child.id])]
    if pros and cons and 2 * leaves >= len(children) and not any(child.beside for child in children):
        yield pros, cons


def _best(options: Iterable[Arrangement], room: int) -> tuple[Arrangement, ...]:
    """Return some options none of which is both wider and higher than another, the narrowest first."""
    return tuple(thinned(_front([(tree.width, tree.height, tree) for tree in options], room), _MOST_SHAPES))


def _front(options: list[tuple[int, int, PartT]], room: int) -> list[PartT]:
    """Return options, given after widths and heights, none of which is both wider and higher than another.

    Those that are wider than there is room for are left out, unless there are no others.
    """
    options.sort(key=itemgetter(0, 1))
    kept = [options[0][2]]
    lowest = options[0][1]
    for width, height, option in options:
        if height < lowest and width <= room:
            lowest = height
            kept.append(option)
    return kept
