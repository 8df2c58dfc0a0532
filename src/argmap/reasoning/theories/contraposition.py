"""Contraposition: what speaks against a statement speaks against all that entails it, and so do conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from argmap.data.strong_components import strong_components
from argmap.reasoning.theories.theory import ArgumentationTheory

# Stands for several nodes: a list of a single node, the only one that there is or one that gathers them.
Gather = Callable[[Sequence[int]], Sequence[int]]


@frozen(eq=False)
class Contraposition:
    """Entailments and conflicts of a theory, with statements that entail each other taken together.

    `groups` are sets of statements that entail each other, what is entailed before what entails it; a
    statement that neither entails nor is entailed is in none. `contrary_to_itself` are the statements without
    entailments that exclude themselves as written.
    """

    count: int
    entails: Mapping[int, Sequence[int]]
    entailed: Mapping[int, Sequence[int]]
    conflicts: Mapping[int, Sequence[int]]
    groups: Sequence[tuple[int, ...]]
    group: Mapping[int, int]
    contrary_to_itself: Sequence[int]

    @classmethod
    def of(cls, theory: ArgumentationTheory) -> Contraposition:
        """Return the entailments and conflicts of a theory, ready to be followed."""
        entails: defaultdict[int, list[int]] = defaultdict(list)
        entailed: defaultdict[int, list[int]] = defaultdict(list)
        for source, target in theory.entailments:
            entails[source].append(target)
            entailed[target].append(source)
        conflicts: defaultdict[int, dict[int, None]] = defaultdict(dict)
        for first, second in theory.conflicts:
            conflicts[first][second] = None
            conflicts[second][first] = None
        groups = tuple(strong_components(dict.fromkeys((*entails, *entailed)), entails))
        group = {statement: place for place, members in enumerate(groups) for statement in members}
        return cls(
            count=len(theory),
            entails=dict(entails),
            entailed=dict(entailed),
            conflicts={statement: tuple(others) for statement, others in conflicts.items()},
            groups=groups,
            group=group,
            contrary_to_itself=[
                statement
                for statement, others in conflicts.items()
                if statement in others and statement not in group
            ],
        )

    def spread(self, written: Sequence[Sequence[int]], gather: Gather) -> Sequence[Sequence[int]]:
        """Return nodes for each statement: those written for it and for all that it entails."""
        if not self.groups:
            return written
        return self._passed_on(written, self.groups, self.entails, gather)

    def oppose(
        self,
        opposition: Sequence[Sequence[int]],
        gather: Gather,
        *,
        among: Callable[[int, int], bool] = lambda first, second: True,
    ) -> Sequence[Sequence[int]]:
        """Return the nodes that oppose each statement: those of its rivals.

        `opposition` are the nodes with which each statement opposes its own rivals; only conflicts of two
        statements for which `among` is true count.
        """
        from_rivals = opposition
        if self.groups:
            # What entails a rival is itself a rival.
            from_rivals = self._passed_on(opposition, self.groups[::-1], self.entailed, gather)
        against: list[Sequence[int]] = [()] * self.count
        for statement, rivals in self.conflicts.items():
            against[statement] = [
                node
                for rival in rivals
                if (rival != statement or statement in self.group) and among(statement, rival)
                for node in from_rivals[rival]
            ]
        return self.spread(against, gather)

    def in_conflict(self) -> Sequence[int]:
        """Return the statements that have rivals, including rivals of what they entail."""
        reached = dict.fromkeys(self.conflicts)
        waiting = list(reached)
        while waiting:
            for other in self.entailed.get(waiting.pop(), ()):
                if other not in reached:
                    reached[other] = None
                    waiting.append(other)
        return sorted(reached)

    def entailed_by_it(self, statement: int) -> Iterator[int]:
        """Yield a statement and all that it entails."""
        return self._reach(statement, self.entails)

    def all_that_entail(self, statement: int) -> Iterator[int]:
        """Yield a statement and all that entails it."""
        return self._reach(statement, self.entailed)

    def rivals(self, statement: int) -> Iterator[int]:
        """Yield the distinct rivals of a statement: what conflicts with it or with what it entails."""
        seen: set[int] = {statement}
        for entailed in self._reach(statement, self.entails):
            for rival in self.conflicts.get(entailed, ()):
                for other in self._reach(rival, self.entailed):
                    if other not in seen:
                        seen.add(other)
                        yield other

    def excludes_itself(self, statement: int) -> bool:
        """Return whether a statement entails two statements that conflict."""
        reached = set(self._reach(statement, self.entails))
        return any(other in reached for entailed in reached for other in self.conflicts.get(entailed, ()))

    def _passed_on(
        self,
        written: Sequence[Sequence[int]],
        groups: Sequence[tuple[int, ...]],
        takes_from: Mapping[int, Sequence[int]],
        gather: Gather,
    ) -> Sequence[Sequence[int]]:
        """Return nodes for each statement: those written for it and for all that it takes from."""
        nodes = list(written)
        for members in groups:
            place = self.group[members[0]]
            own: dict[int, None] = {}
            for member in members:
                own.update(dict.fromkeys(written[member]))
                for other in takes_from.get(member, ()):
                    if self.group[other] != place:
                        own.update(dict.fromkeys(nodes[other]))
            shared = gather(tuple(own))
            for member in members:
                nodes[member] = shared
        return nodes

    def _reach(self, start: int, edges: Mapping[int, Sequence[int]]) -> Iterator[int]:
        seen = {start}
        waiting = [start]
        while waiting:
            statement = waiting.pop()
            yield statement
            for other in edges.get(statement, ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
