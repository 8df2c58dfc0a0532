"""What supports or attacks what, as a graph of claims, evidence and arguments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from argmap.model import (
    ArgumentRef,
    Debate,
    ElementRef,
    HasDebate,
    InferenceRef,
    Ref,
    RelationKind,
    debate_of,
)
from argmap.named_tuples import NamedTuple
from argmap.representation import representation


class Edge(NamedTuple):
    """An edge: something that supports or attacks something else."""

    source: ElementRef
    target: ElementRef
    kind: RelationKind


@frozen(eq=False)
class Graph:
    """The elements of a debate in its order, and the edges into and out of each.

    An edge leads from what supports or attacks to what is supported or attacked. Relations with an
    inference are edges with its argument; symmetric relations are edges in both directions. The steps of
    an argument support it, it supports its conclusion, and the premises of an intermediate inference
    support the conclusion of that inference.
    """

    __repr__ = representation

    nodes: tuple[ElementRef, ...]
    incoming: Mapping[ElementRef, list[Edge]] = field(repr=False)
    outgoing: Mapping[ElementRef, list[Edge]] = field(repr=False)

    @classmethod
    def of(cls, thing: HasDebate | Debate | Graph) -> Graph:
        """Return the graph of a debate or document; queries that are given one need not make it again."""
        if isinstance(thing, Graph):
            return thing
        debate = debate_of(thing)
        incoming: defaultdict[ElementRef, list[Edge]] = defaultdict(list)
        outgoing: defaultdict[ElementRef, list[Edge]] = defaultdict(list)
        for edge in dict.fromkeys(_edges(debate)):
            incoming[edge.target].append(edge)
            outgoing[edge.source].append(edge)
        return cls(tuple(element.ref for element in debate.elements), dict(incoming), dict(outgoing))

    def supporting(self, ref: ElementRef) -> Iterator[ElementRef]:
        """Yield what supports or entails something."""
        return (edge.source for edge in self.incoming.get(ref, ()) if edge.kind.is_supporting)

    def attacking(self, ref: ElementRef) -> Iterator[ElementRef]:
        """Yield what attacks, undercuts or excludes something."""
        return (edge.source for edge in self.incoming.get(ref, ()) if not edge.kind.is_supporting)

    def supported(self, ref: ElementRef) -> Iterator[ElementRef]:
        """Yield what something supports or entails."""
        return (edge.target for edge in self.outgoing.get(ref, ()) if edge.kind.is_supporting)


def as_element(ref: Ref) -> ElementRef:
    """Return the element that a reference names or, for an inference, its argument.

    >>> as_element(InferenceRef("A", 0))
    ArgumentRef('A')
    """
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def _edges(debate: Debate) -> Iterator[Edge]:
    for relation in debate.relations:
        source, target = as_element(relation.source), as_element(relation.target)
        yield Edge(source, target, relation.kind)
        if relation.kind.is_symmetric:
            yield Edge(target, source, relation.kind)
    for argument in debate.arguments.values():
        for inference in argument.inferences[:-1]:
            yield Edge(inference.conclusion, argument.ref, RelationKind.SUPPORT)
            for premise in inference.premises:
                yield Edge(premise, inference.conclusion, RelationKind.SUPPORT)
