"""Which shapes children have together, and how they are put in columns and on shelves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from typing import TypeVar

from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.composing import Arrangement, Columns
from argmap.render.layout.tree.plots import ROW_GAP, TREE_GAP

# So many columns are tried.
_COLUMNS = (2, 3, 4, 5, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128)
FEWEST_COLUMNS = _COLUMNS[0]
_FEW_TRIES = 4
_width, _height = attrgetter("width"), attrgetter("height")

ValueT = TypeVar("ValueT")
# Shapes of one tree, each higher and narrower than the next, or the other way round.
Front = Sequence[Arrangement]


def picks_by_width(fronts: Sequence[Front], most: int) -> Iterator[tuple[Arrangement, ...]]:
    """Yield shapes for each child: the lowest of those that are no wider than a limit, for several limits.

    The shapes of each child are given the narrowest first; no choice comes twice.
    """
    return _picks(fronts, _width, most)


def picks_by_height(fronts: Sequence[Front], most: int) -> Iterator[tuple[Arrangement, ...]]:
    """Yield shapes for each child: the narrowest of those that are no higher than a limit."""
    return _picks([front[::-1] for front in fronts], _height, most)


def _picks(
    fronts: Sequence[Front], across: Callable[[Arrangement], int], most: int
) -> Iterator[tuple[Arrangement, ...]]:
    """Yield choices of a shape for each child: the last of those that are within a limit across."""
    if len(fronts) == 1:
        yield from [(shape,) for shape in thinned(fronts[0], most)]
        return
    least = tuple([front[0] for front in fronts])
    several = [(place, front) for place, front in enumerate(fronts) if len(front) > 1]
    if not several:
        yield least
        return
    floor = max(map(across, least))
    limits = sorted({limit for front in fronts for limit in map(across, front) if limit >= floor})
    chosen: set[tuple[int, ...]] = set()
    for limit in thinned(limits, most):
        places = tuple([bisect_right(front, limit, key=across) - 1 for _, front in several])
        if places not in chosen:
            chosen.add(places)
            choice = [*least]
            for (child, front), place in zip(several, places, strict=True):
                choice[child] = front[place]
            yield tuple(choice)


def thinned(values: Sequence[ValueT], most: int) -> Sequence[ValueT]:
    """Return at most so many values: the first, the last, and some between them.

    >>> thinned([1, 2, 3, 4, 5, 6, 7], 3)
    [1, 4, 7]
    """
    if len(values) <= most:
        return values
    last = len(values) - 1
    return [values[place * last // (most - 1)] for place in range(most)]


def columns_of(children: Sequence[Arrangement], ranks: Sequence[int]) -> Iterator[Columns]:
    """Yield children in two columns and in more, each of one kind if what is of a kind is together.

    `ranks` tell the kinds of the children.
    """
    lengths = [len([*same]) for _, same in groupby(ranks)]
    if len(lengths) > len({*ranks}):
        lengths = [len(children)]
    ends = [*accumulate(lengths, initial=0)]
    runs = [_Kindred.of(children[start:end]) for start, end in pairwise(ends)]
    whole = max(sum([run.height for run in runs]), 1)
    tried: set[tuple[tuple[int, ...], ...]] = set()
    for number in _COLUMNS:
        if number >= len(children):
            break
        shares = [max(1, round(number * run.height / whole)) for run in runs] if len(runs) > 1 else [number]
        starts = tuple([run.starts(share) for run, share in zip(runs, shares, strict=True)])
        if starts not in tried:
            tried.add(starts)
            yield tuple(
                [column for run, own in zip(runs, starts, strict=True) for column in run.columns(own)]
            )


class _Kindred(NamedTuple):
    """Children of a kind, one below the other, and twice how far down the middle of each is."""

    children: Sequence[Arrangement]
    middles: Sequence[int]
    height: int

    @classmethod
    def of(cls, children: Sequence[Arrangement]) -> _Kindred:
        """Return children with the space between them."""
        tops = [*accumulate([child.height + ROW_GAP for child in children], initial=0)]
        middles = [2 * top + child.height + ROW_GAP for top, child in zip(tops, children, strict=False)]
        return cls(children, middles, tops[-1] - ROW_GAP)

    def starts(self, number: int) -> tuple[int, ...]:
        """Return which children are the first of so many columns of about the same height, or of fewer."""
        whole = 2 * (self.height + ROW_GAP)
        firsts = {bisect_left(self.middles, -(-whole * place // number)) for place in range(number)}
        return tuple(sorted(firsts - {len(self.children)}))

    def columns(self, starts: Sequence[int]) -> Iterator[Sequence[Arrangement]]:
        """Yield the columns that begin at some children."""
        for start, end in pairwise((*starts, len(self.children))):
            yield self.children[start:end]


def shelves_of(fronts: Sequence[Front], room: int, most: int) -> Iterator[Columns]:
    """Yield trees on shelves, in their order, each shelf as full as it can be within a width."""
    tries = min(_FEW_TRIES, most)
    for picked in picks_by_height(fronts, tries):
        reaches = [reach - TREE_GAP for reach in accumulate([tree.width + TREE_GAP for tree in picked])]
        floor = max(map(_width, picked))
        widths = [reach for reach in reaches if floor <= reach <= room]
        for limit in dict.fromkeys((*thinned(widths, tries), max(floor, room))):
            yield _shelved(picked, limit)


def _shelved(trees: Iterable[Arrangement], room: int) -> Columns:
    shelves: list[list[Arrangement]] = []
    reach = 0
    for tree in trees:
        width = tree.width
        if shelves and reach + TREE_GAP + width <= room:
            shelves[-1].append(tree)
            reach += TREE_GAP + width
        else:
            shelves.append([tree])
            reach = width
    return tuple(shelves)
