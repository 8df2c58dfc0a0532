"""Arguments as numbers, and the attacks among them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, repeat
from operator import itemgetter

from attrs import frozen

# The lists of so many arguments are filled at a time: they fit into the processor's caches, so that an attack
# takes the same time in a framework of any size.
_PART = 2048


@frozen(slots=False)
class AttackGraph:
    """Arguments 0, 1, 2 …: for each, those that it attacks and those that attack it, each once.

    All algorithms of this package work on such graphs; the lists never change once they are made.

    >>> graph = AttackGraph.of(3, [(0, 1), (1, 2), (0, 1)])
    >>> graph.attackers, graph.targets
    ([[], [0], [1]], [[1], [2], []])
    """

    targets: Sequence[Sequence[int]]

    @classmethod
    def of(cls, count: int, attacks: Iterable[tuple[int, int]]) -> AttackGraph:
        """Return the graph of so many arguments; attacks are pairs of attacker and target."""
        pairs = list(attacks)
        return cls.of_ends(count, *(array("i", map(itemgetter(end), pairs)) for end in (0, 1)))

    @classmethod
    def of_ends(cls, count: int, attackers: Iterable[int], targets: Iterable[int]) -> AttackGraph:
        """Return the graph of so many arguments; the first attacker attacks the first target, and so on."""
        return cls(_gathered(count, attackers, targets))

    @cached_property
    def attackers(self) -> Sequence[Sequence[int]]:
        """For each argument, those that attack it, in order."""
        sources = chain.from_iterable(map(repeat, range(len(self)), map(len, self.targets)))
        return _gathered(len(self), chain.from_iterable(self.targets), sources)

    @cached_property
    def attacker_counts(self) -> Sequence[int]:
        """For each argument, how many others attack it."""
        counts = [0] * len(self)
        for target in chain.from_iterable(self.targets):
            counts[target] += 1
        return counts

    def __len__(self) -> int:
        """Return the number of arguments."""
        return len(self.targets)

    def part(self, arguments: Sequence[int]) -> AttackGraph:
        """Return the graph of some arguments and the attacks among them, numbered in the given order.

        >>> AttackGraph.of(3, [(0, 1), (1, 2)]).part([2, 1]).attackers
        [[1], []]
        """
        places = {argument: place for place, argument in enumerate(arguments)}
        return AttackGraph(
            [[places[other] for other in self.targets[each] if other in places] for each in arguments]
        )


def _gathered(count: int, keys: Iterable[int], values: Iterable[int]) -> list[list[int]]:
    """Return, for each number below a count, the distinct values that have it as their key."""
    if count <= _PART:
        return _lists(count, zip(keys, values, strict=True))
    parts = [(array("i"), array("i")) for _ in range(0, count, _PART)]
    for key, value in zip(keys, values, strict=True):
        part_keys, part_values = parts[key // _PART]
        part_keys.append(key % _PART)
        part_values.append(value)
    lists: list[list[int]] = []
    for part_keys, part_values in parts:
        lists += _lists(min(_PART, count - len(lists)), zip(part_keys, part_values, strict=True))
    return lists


def _lists(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    lists: list[list[int]] = [[] for _ in range(count)]
    for key, value in pairs:
        lists[key].append(value)
    return [[*dict.fromkeys(values)] if len(values) > 1 else values for values in lists]
