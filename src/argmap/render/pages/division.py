"""Cutting trees so that each part fits on a page.

From the leaves up, what is below a node stays with it as long as there is room; if there is not, the largest
parts are cut off, and siblings that were cut off share pages (Kundu and Misra: A linear tree partitioning
algorithm, SIAM Journal on Computing 6, 1977).
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.forest import Forest

# Answers whether nodes fit on a page, with others on given pages, by their ids.
Fits: TypeAlias = Callable[[Collection[str], Mapping[str, int]], bool]
# The share of a full page that boxes fill, the share that may be filled without a closer check, the share of
# a page's height that a reference needs, and the share of its width to the left of what is below a node.
_USUAL = 0.45
_SAFE = 0.85
_REFERENCE = 0.09
_INDENT = 0.05
# Trees that are deeper do not become wider.
_DEEPEST = 7


class Share(NamedTuple):
    """How much of a page something needs: of its area, of its height, of its width for the widest box.

    It has so many levels.
    """

    area: float
    height: float
    width: float
    levels: int = 1


def divide(
    forest: Forest, sizes: Mapping[str, Share], fits: Fits, *, apart: Collection[str] = ()
) -> list[tuple[str, ...]]:
    """Return the parts of a forest that fit on pages, each as large as possible, in order.

    `sizes` are those of the boxes of nodes; `apart` are nodes whose parents are on other pages in any case.
    A node that does not fit on its own is also a part.
    """
    return _Divider(forest, sizes, fits, frozenset(apart)).divided()


class _Divider:
    """Cuts one forest; `_rest` has what is still meant to be on the same page as a node, by the node."""

    def __init__(
        self, forest: Forest, sizes: Mapping[str, Share], fits: Fits, apart: Collection[str]
    ) -> None:
        self._forest = forest
        self._sizes = sizes
        self._fits = fits
        self._apart = apart
        self._rest: dict[str, list[str]] = {}
        # The room that this needs if everything is one below the other.
        self._needs: dict[str, Share] = {}
        self._pages: list[list[str]] = []
        self._page_of: dict[str, int] = {}

    def divided(self) -> list[tuple[str, ...]]:
        for id in reversed(self._forest.order):
            self._settle(id)
        for run in self._runs(self._forest.roots):
            self._add_page(run)
        ranks = {id: rank for rank, id in enumerate(self._forest.order)}
        pages = [sorted(page, key=ranks.__getitem__) for page in self._pages]
        pages.sort(key=lambda page: ranks[page[0]])
        return [tuple(page) for page in pages]

    def _settle(self, id: str) -> None:
        """Decide what below a node is on the same page."""
        children = self._forest.children.get(id, ())
        cut = [child for child in children if child in self._apart]
        kept = [child for child in children if child not in self._apart]
        self._keep(id, kept)
        if not cut and self._has_room(id, ()):
            return
        # The largest first; of equal ones, the last.
        order = {child: number for number, child in enumerate(children)}
        by_size = sorted(kept, key=lambda child: (-self._needs[child].area, -order[child]))
        number = self._fewest(id, cut, by_size)
        self._cut(id, children, {*cut, *by_size[:number]})
        if number < len(by_size) and not self._has_room(id, ()):
            self._cut(id, children, set(children))

    def _keep(self, id: str, children: Sequence[str]) -> None:
        self._rest[id] = [id, *(other for child in children for other in self._rest[child])]
        own, inner = self._sizes[id], [self._needs[child] for child in children]
        below = self._forest.children.get(id, ())
        elsewhere = {self._page_of[child] for child in below if child in self._page_of}
        self._needs[id] = Share(
            own.area + sum(need.area for need in inner),
            own.height + sum(need.height for need in inner) + len(elsewhere) * _REFERENCE,
            max(own.width, *(need.width for need in inner), 0),
            1 + max((need.levels for need in inner), default=0),
        )

    def _fewest(self, id: str, cut: Sequence[str], by_size: Sequence[str]) -> int:
        """Return the least number of children of a node that have to be cut off."""
        low, high = 0, len(by_size)
        while low < high:
            middle = (low + high) // 2
            self._keep(id, by_size[middle:])
            if self._has_room(id, [*cut, *by_size[:middle]]):
                high = middle
            else:
                low = middle + 1
        return low

    def _cut(self, id: str, children: Sequence[str], cut: set[str]) -> None:
        pending = [child for child in children if child in cut and child not in self._page_of]
        for run in self._runs(pending):
            self._add_page(run)
        self._keep(id, [child for child in children if child not in cut])

    def _has_room(self, id: str, cut: Sequence[str]) -> bool:
        """Return whether what is still with a node fits on a page if some children are cut off."""
        needs = self._needs[id]
        if needs.area > 1:
            return False
        if not cut and _is_safe(needs):
            return True
        # Children that are cut off share pages as far as possible.
        guessed: dict[str, int] = {}
        number, share = len(self._pages), 0.0
        for child in cut:
            area = self._needs[child].area
            share += area
            if share > _USUAL:
                number, share = number + 1, area
            guessed[child] = number
        return self._fits(self._rest[id], ChainMap(guessed, self._page_of))

    def _runs(self, tops: Sequence[str]) -> list[list[str]]:
        """Return what is below siblings in as few parts as fit on pages."""
        runs: list[list[str]] = []
        start = 0
        while start < len(tops):
            end = self._run_end(tops, start)
            runs.append([id for top in tops[start:end] for id in self._rest[top]])
            start = end
        return runs

    def _run_end(self, tops: Sequence[str], start: int) -> int:
        needs = self._needs[tops[start]]
        low = end = start + 1
        while end < len(tops) and needs.area + self._needs[tops[end]].area <= 1:
            needs = _stacked(needs, self._needs[tops[end]])
            end += 1
            if _is_safe(needs):
                low = end
        high = end
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits([id for top in tops[start:middle] for id in self._rest[top]], self._page_of):
                low = middle
            else:
                high = middle - 1
        return low

    def _add_page(self, ids: list[str]) -> None:
        for id in ids:
            self._page_of[id] = len(self._pages)
        self._pages.append(ids)


def _stacked(above: Share, below: Share) -> Share:
    return Share(
        above.area + below.area,
        above.height + below.height,
        max(above.width, below.width),
        max(above.levels, below.levels),
    )


def _is_safe(needs: Share) -> bool:
    """Return whether something fits in any case, below a reference to what it is below."""
    width = needs.width + _INDENT * min(needs.levels, _DEEPEST)
    return needs.height + _REFERENCE <= _SAFE and width <= _SAFE
