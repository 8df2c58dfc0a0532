"""Arguments as numbers, and which attacks which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen


@frozen
class AttackGraph:
    """Arguments 0, 1, 2 …: for each, those that attack it and those that it attacks, each once.

    All algorithms of this room work on such graphs; nothing changes the lists once they are made.

    >>> graph = AttackGraph.of(3, [(0, 1), (1, 2), (0, 1)])
    >>> graph.attackers, graph.targets
    ([[], [0], [1]], [[1], [2], []])
    """

    attackers: Sequence[Sequence[int]]
    targets: Sequence[Sequence[int]]

    @classmethod
    def of(cls, count: int, attacks: Iterable[tuple[int, int]]) -> AttackGraph:
        """Return the graph of so many arguments; attacks are pairs of attacker and target."""
        return cls.of_distinct(count, dict.fromkeys(attacks))

    @classmethod
    def of_distinct(cls, count: int, attacks: Iterable[tuple[int, int]]) -> AttackGraph:
        """Return the graph of so many arguments and of attacks that are all different."""
        attackers: list[list[int]] = [[] for _ in range(count)]
        targets: list[list[int]] = [[] for _ in range(count)]
        for source, target in attacks:
            attackers[target].append(source)
            targets[source].append(target)
        return cls(attackers, targets)

    def __len__(self) -> int:
        """Return the number of arguments."""
        return len(self.attackers)

    def part(self, arguments: Sequence[int]) -> AttackGraph:
        """Return the graph of some arguments and the attacks among them, numbered in the given order.

        >>> AttackGraph.of(3, [(0, 1), (1, 2)]).part([2, 1]).attackers
        [[1], []]
        """
        places = {argument: place for place, argument in enumerate(arguments)}
        return AttackGraph(
            [[places[other] for other in self.attackers[each] if other in places] for each in arguments],
            [[places[other] for other in self.targets[each] if other in places] for each in arguments],
        )
