"""Parts of a framework that can be considered separately."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from argmap.data.strong_components import strong_components
from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.deadline import NEVER, Deadline
from argmap.reasoning.positions.masks import mask_of


@frozen
class Component:
    """Some arguments of a framework, renumbered from 0; attackers and targets are masks.

    Attackers come before what they attack, unless both are in one strong component; within one, arguments
    with the most neighbours come first. `strong` has the strong component of each.
    """

    arguments: tuple[int, ...]
    attackers: tuple[int, ...]
    targets: tuple[int, ...]
    strong: tuple[int, ...]

    @property
    def everything(self) -> int:
        """The mask of all its arguments."""
        return (1 << len(self.arguments)) - 1

    @classmethod
    def of(cls, graph: AttackGraph, arguments: Iterable[int], *, deadline: Deadline = NEVER) -> Component:
        """Return some arguments of a graph with the attacks among them.

        Raises:
            NotDecidedError: the deadline has passed.
        """
        inside = dict.fromkeys(arguments)
        targets = {each: [other for other in graph.targets[each] if other in inside] for each in inside}
        order: list[int] = []
        strong: list[int] = []
        # A strong component comes after all that it attacks; the opposite order is wanted.
        every = list(deadline.watching(strong_components(inside, targets)))
        for members in deadline.watching(reversed(every)):
            first = len(order)
            order += sorted(
                members, key=lambda each: (-len(graph.attackers[each]) - len(targets[each]), each)
            )
            strong += [mask_of(range(first, len(order)))] * len(members)
        part = graph.part(order)
        # A mask is as long as its greatest number, so that those of large components take their time.
        return cls(
            tuple(order),
            tuple(mask_of(others) for others in deadline.watching(part.attackers)),
            tuple(mask_of(others) for others in deadline.watching(part.targets)),
            tuple(strong),
        )


def components(
    graph: AttackGraph, arguments: Sequence[int], *, deadline: Deadline = NEVER
) -> Iterator[Component]:
    """Yield the weakly connected components among some arguments, in the order of their first one.

    >>> [each.arguments for each in components(AttackGraph.of(4, [(2, 0), (3, 3)]), range(4))]
    [(2, 0), (1,), (3,)]

    Raises:
        NotDecidedError: the deadline has passed.
    """
    waiting = set(arguments)
    for start in arguments:
        if start not in waiting:
            continue
        waiting.remove(start)
        connected = [start]
        for each in deadline.watching(connected):
            for others in (graph.attackers[each], graph.targets[each]):
                for other in others:
                    if other in waiting:
                        waiting.remove(other)
                        connected.append(other)
        yield Component.of(graph, sorted(connected), deadline=deadline)


def ancestors(graph: AttackGraph, argument: int) -> list[int]:
    """Return an argument and all that reach it by attacks, in order.

    >>> ancestors(AttackGraph.of(4, [(0, 1), (1, 2), (2, 3)]), 2)
    [0, 1, 2]
    """
    reaching = {argument: None}
    waiting = [argument]
    for each in waiting:
        for other in graph.attackers[each]:
            if other not in reaching:
                reaching[other] = None
                waiting.append(other)
    return sorted(reaching)
