"""All labellings of a framework under a semantics, one component at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.deadline import NEVER, Deadline
from argmap.reasoning.grounded import grounded
from argmap.reasoning.label import Label
from argmap.reasoning.positions.component import Component, components
from argmap.reasoning.positions.masks import members
from argmap.reasoning.positions.search import Position
from argmap.reasoning.positions.semantics import SEVERAL, SINGLE


def labellings(
    graph: AttackGraph, semantics: str, *, deadline: Deadline = NEVER
) -> Iterator[tuple[Label, ...]]:
    """Yield the labellings of a framework under a semantics, lazily and in a fixed order.

    What grounded decides is the same in all of them, except under stage; the rest falls into components that
    do not depend on each other, so that each choice in one goes with each choice in the others.

    >>> graph = AttackGraph.of(3, [(0, 1), (1, 0), (1, 2)])
    >>> for labels in labellings(graph, "preferred"):
    ...     print([label.value for label in labels])
    ['out', 'in', 'out']
    ['in', 'out', 'in']

    Raises:
        NotDecidedError: the deadline has passed; what was yielded before is right.
    """
    labels = settled(graph, semantics)
    parts = undecided_components(graph, semantics, labels, deadline)
    choices = [_Choices(choices_of(part, semantics, deadline)) for part in parts]
    for combination in _combinations(choices):
        deadline.check()
        whole = list(labels)
        for part, position in deadline.watching(zip(parts, combination, strict=True)):
            for label, mask in ((Label.IN, position.accepted), (Label.OUT, position.out)):
                for number in deadline.watching(members(mask)):
                    whole[part.arguments[number]] = label
        yield tuple(whole)


def settled(graph: AttackGraph, semantics: str) -> list[Label]:
    """Return the labels that are the same in all labellings under a semantics: those of grounded."""
    if semantics == "stage":
        return [Label.UNDECIDED] * len(graph)
    return list(grounded(graph).labels)


def undecided_components(
    graph: AttackGraph, semantics: str, labels: list[Label], deadline: Deadline
) -> list[Component]:
    """Return the components of what is not settled; under grounded there is nothing to choose in them.

    Raises:
        NotDecidedError: the deadline has passed.
    """
    if semantics == "grounded":
        return []
    undecided = [argument for argument, label in enumerate(labels) if label is Label.UNDECIDED]
    return list(components(graph, undecided, deadline=deadline))


def choices_of(part: Component, semantics: str, deadline: Deadline) -> Iterator[Position]:
    """Yield the labellings of a component under a semantics."""
    if semantics in SINGLE:
        yield SINGLE[semantics](part, deadline)
    else:
        yield from SEVERAL[semantics](part, deadline)


class _Choices:
    """Positions of a component, each computed when it is first asked for, and kept."""

    def __init__(self, positions: Iterator[Position]) -> None:
        self._positions = positions
        self.known: list[Position] = []

    def has(self, place: int) -> bool:
        """Return whether there is a position at a place, from 0."""
        self.known += islice(self._positions, max(place + 1 - len(self.known), 0))
        return place < len(self.known)


def _combinations(choices: list[_Choices]) -> Iterator[list[Position]]:
    """Yield all combinations of one position for each component; that of the last component changes first."""
    if not all(each.has(0) for each in choices):
        return
    places = [0] * len(choices)
    while True:
        yield [each.known[place] for each, place in zip(choices, places, strict=True)]
        for last in reversed(range(len(choices))):
            places[last] += 1
            if choices[last].has(places[last]):
                break
            places[last] = 0
        else:
            return
