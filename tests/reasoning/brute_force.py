"""Semantics of small frameworks by their definitions: all sets of arguments are tried."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations

from hypothesis import strategies as st

from argmap.reasoning import Framework

Set = frozenset[int]


def frameworks(most: int = 6) -> st.SearchStrategy[Framework[int]]:
    """Return a strategy of frameworks with at most so many arguments."""

    def of_size(count: int) -> st.SearchStrategy[Framework[int]]:
        numbers = st.integers(0, count - 1)
        attacks = st.lists(st.tuples(numbers, numbers), max_size=2 * count)
        return st.builds(Framework.of, st.just(range(count)), attacks if count else st.just([]))

    return st.integers(0, most).flatmap(of_size)


class Definitions:
    """The extensions of a framework (Dung 1995; Baroni, Caminada and Giacomin 2011)."""

    def __init__(self, framework: Framework[int]) -> None:
        self.arguments = framework.arguments
        self.attacks = set(framework.attacks)
        self.conflict_free = [each for each in _subsets(self.arguments) if not self._attacked(each) & each]
        self.admissible = [each for each in self.conflict_free if each <= self.defended(each)]

    def _attacked(self, accepted: Set) -> Set:
        return frozenset(target for source, target in self.attacks if source in accepted)

    def defended(self, accepted: Set) -> Set:
        """Return what a set defends: each of its attackers is attacked by the set."""
        attacked = self._attacked(accepted)
        return frozenset(
            each
            for each in self.arguments
            if all(source in attacked for source, target in self.attacks if target == each)
        )

    def _range(self, accepted: Set) -> Set:
        return accepted | self._attacked(accepted)

    def extensions(self, semantics: str) -> set[Set]:
        """Return all extensions under a semantics."""
        complete = {each for each in self.admissible if each == self.defended(each)}
        match semantics:
            case "complete":
                return complete
            case "grounded":
                return {each for each in complete if all(each <= other for other in complete)}
            case "preferred":
                return {each for each in complete if not any(each < other for other in complete)}
            case "stable":
                return {each for each in self.conflict_free if self._range(each) == set(self.arguments)}
            case "semi-stable":
                return self._widest(complete)
            case "stage":
                return self._widest(self.conflict_free)
            case "ideal":
                return {self._greatest_inside(self.extensions("preferred"))}
            case _:
                return {self._greatest_inside(self.extensions("semi-stable"))}

    def _widest(self, sets: Iterable[Set]) -> set[Set]:
        ranges = {each: self._range(each) for each in sets}
        return {each for each in ranges if not any(ranges[each] < other for other in ranges.values())}

    def _greatest_inside(self, sets: set[Set]) -> Set:
        common = frozenset.intersection(*sets)
        return max((each for each in self.admissible if each <= common), key=len)


def _subsets(arguments: tuple[int, ...]) -> Iterable[Set]:
    sizes = range(len(arguments) + 1)
    return map(frozenset, chain.from_iterable(combinations(arguments, size) for size in sizes))
