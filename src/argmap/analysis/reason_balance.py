"""What speaks for something and what against it."""

from __future__ import annotations

from attrs import frozen

from argmap.analysis.graph import Graph
from argmap.analysis.queries import start_of
from argmap.model import Debate, ElementRef, HasDebate, Named


@frozen
class Balance:
    """What speaks for an element and what against it, directly or through others, in order of the debate.

    What attacks an attack speaks for it, and what supports an attack speaks against it. Something can do
    both.
    """

    pros: tuple[ElementRef, ...] = ()
    cons: tuple[ElementRef, ...] = ()


def balance(debate: HasDebate | Debate | Graph, element: Named) -> Balance:
    """Return what speaks for an element and what against it, directly or through others.

    >>> import argmap
    >>> debate = argmap.parse("[A]: x\\n  + [B]: y\\n  - [C]: z\\n    - [D]: v").debate
    >>> balance(debate, argmap.ClaimRef("A"))
    Balance(pros=(ClaimRef('B'), ClaimRef('D')), cons=(ClaimRef('C'),))

    Raises:
        LookupError: there is no such element.
    """
    start = start_of(debate, element)
    graph = Graph.of(debate)
    # Each element with whether it speaks for the first.
    seen = {(start, True)}
    waiting = [(start, True)]
    while waiting:
        ref, speaks_for = waiting.pop()
        for edge in graph.incoming.get(ref, ()):
            found = (edge.source, speaks_for == edge.kind.is_supporting)
            if found not in seen:
                seen.add(found)
                waiting.append(found)
    return Balance(
        tuple(ref for ref in graph.nodes if (ref, True) in seen and ref != start),
        tuple(ref for ref in graph.nodes if (ref, False) in seen and ref != start),
    )
