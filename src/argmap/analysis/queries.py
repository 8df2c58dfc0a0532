"""Queries: what rests on what, what is at the top, what goes round in circles.

Every query takes a document, a debate or, if several are asked, the `Graph` of one. What a query is about is
named by an element, a reference or a title as in the markup; LookupError is raised for what is not there.
Answers are in order of the debate.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping

from argmap.analysis.graph import Graph, as_element
from argmap.data.strong_components import strong_components
from argmap.model import (
    Argument,
    Claim,
    Debate,
    ElementRef,
    Evidence,
    EvidenceRef,
    HasDebate,
    Inference,
    Named,
    NotInDebateError,
    Question,
    debate_of,
    resolve,
)


def roots(debate: HasDebate | Debate | Graph) -> tuple[ElementRef, ...]:
    """Return what supports or attacks nothing else: what the debate is about, and whatever is unconnected.

    >>> import argmap
    >>> roots(argmap.parse("[A]: x\\n  + [B]: y").debate)
    (ClaimRef('A'),)
    """
    graph = Graph.of(debate)
    return tuple(ref for ref in graph.nodes if not graph.outgoing.get(ref))


def leaves(debate: HasDebate | Debate | Graph) -> tuple[ElementRef, ...]:
    """Return what nothing else supports or attacks: where reasons end, and whatever is unconnected.

    >>> import argmap
    >>> leaves(argmap.parse("[A]: x\\n  + [B]: y").debate)
    (ClaimRef('B'),)
    """
    graph = Graph.of(debate)
    return tuple(ref for ref in graph.nodes if not graph.incoming.get(ref))


def islands(debate: HasDebate | Debate | Graph) -> tuple[tuple[ElementRef, ...], ...]:
    """Return the separate components of a debate, which no relation connects; directions do not count.

    >>> import argmap
    >>> islands(argmap.parse("[A]: x\\n  + [B]: y\\n\\n[C]: z").debate)
    ((ClaimRef('A'), ClaimRef('B')), (ClaimRef('C'),))
    """
    graph = Graph.of(debate)
    island_of: dict[ElementRef, int] = {}
    for start in graph.nodes:
        if start in island_of:
            continue
        number = len(island_of)
        island_of[start] = number
        waiting = [start]
        while waiting:
            ref = waiting.pop()
            for other in _neighbours(graph, ref):
                if other not in island_of:
                    island_of[other] = number
                    waiting.append(other)
    found: dict[int, list[ElementRef]] = {}
    for ref in graph.nodes:
        found.setdefault(island_of[ref], []).append(ref)
    return tuple(tuple(members) for members in found.values())


def ancestors(debate: HasDebate | Debate | Graph, element: Named) -> tuple[ElementRef, ...]:
    """Return everything that an element supports or attacks, directly or through others.

    >>> import argmap
    >>> ancestors(argmap.parse("[A]: x\\n  + [B]: y\\n    - [C]: z").debate, argmap.ClaimRef("C"))
    (ClaimRef('A'), ClaimRef('B'))
    """
    graph = Graph.of(debate)
    return _reached(
        graph, start_of(debate, element), lambda ref: (edge.target for edge in graph.outgoing.get(ref, ()))
    )


def descendants(debate: HasDebate | Debate | Graph, element: Named) -> tuple[ElementRef, ...]:
    """Return everything that supports or attacks an element, directly or through others.

    >>> import argmap
    >>> descendants(argmap.parse("[A]: x\\n  + [B]: y\\n    - [C]: z").debate, argmap.ClaimRef("A"))
    (ClaimRef('B'), ClaimRef('C'))
    """
    graph = Graph.of(debate)
    return _reached(
        graph, start_of(debate, element), lambda ref: (edge.source for edge in graph.incoming.get(ref, ()))
    )


def grounds(debate: HasDebate | Debate | Graph, element: Named) -> tuple[EvidenceRef, ...]:
    """Return the evidence that an element ultimately rests on, directly or through others.

    >>> import argmap
    >>> debate = argmap.parse("[A]: x\\n  + [B]: y\\n    + [^E]: z\\n    - [^F]: v").debate
    >>> grounds(debate, argmap.ClaimRef("A"))
    (EvidenceRef('E'),)
    """
    graph = Graph.of(debate)
    return tuple(
        ref
        for ref in _reached(graph, start_of(debate, element), graph.supporting)
        if isinstance(ref, EvidenceRef)
    )


def depths(debate: HasDebate | Debate | Graph) -> Mapping[ElementRef, int]:
    """Return how many steps lead from each element to the nearest root, 0 for roots.

    If no path leads to a root, because some elements only support or attack each other, steps count from
    the first of these.

    >>> import argmap
    >>> depths(argmap.parse("[A]: x\\n  + [B]: y\\n    - [C]: z").debate)[argmap.ClaimRef("C")]
    2
    """
    graph = Graph.of(debate)
    found: dict[ElementRef, int] = {}
    for starts in (roots(graph), *((ref,) for ref in graph.nodes)):
        new = [ref for ref in starts if ref not in found]
        found |= dict.fromkeys(new, 0)
        waiting = deque(new)
        while waiting:
            ref = waiting.popleft()
            for edge in graph.incoming.get(ref, ()):
                if edge.source not in found:
                    found[edge.source] = found[ref] + 1
                    waiting.append(edge.source)
    return {ref: found[ref] for ref in graph.nodes}


def depth(debate: HasDebate | Debate | Graph) -> int:
    """Return how many steps the farthest element is from its nearest root; 0 if there are no relations.

    >>> import argmap
    >>> depth(argmap.parse("[A]: x\\n  + [B]: y\\n    - [C]: z").debate)
    2
    """
    return max(depths(debate).values(), default=0)


def cycles(debate: HasDebate | Debate | Graph) -> tuple[tuple[ElementRef, ...], ...]:
    """Return where support goes round in circles: each element supports the next, and the last the first.

    If circles overlap, the shortest through the first title in alphabetical order is returned, so that the
    result does not depend on the order of the text. Attacks do not make a circle.
    Circles are found as strongly connected components (Tarjan 1972).

    >>> import argmap
    >>> cycles(argmap.parse("[A]: x\\n  + [B]: y\\n    + [A]").debate)
    ((ClaimRef('A'), ClaimRef('B')),)
    """
    graph = Graph.of(debate)
    supported = {ref: sorted(graph.supported(ref)) for ref in graph.outgoing}
    found = (
        component
        for component in strong_components(graph.nodes, supported)
        if len(component) > 1 or component[0] in supported.get(component[0], ())
    )
    circles = sorted(_circle(min(component), frozenset(component), supported) for component in found)
    return tuple(circles)


def _circle(
    start: ElementRef, inside: frozenset[ElementRef], supported: Mapping[ElementRef, list[ElementRef]]
) -> tuple[ElementRef, ...]:
    """Return the shortest circle through an element of a strong component."""
    before: dict[ElementRef, ElementRef] = {}
    waiting = deque([start])
    while start not in before:
        ref = waiting.popleft()
        for other in supported.get(ref, ()):
            if other in inside and other not in before:
                before[other] = ref
                waiting.append(other)
    circle = [before[start]]
    while circle[-1] != start:
        circle.append(before[circle[-1]])
    return tuple(reversed(circle))


def start_of(debate: HasDebate | Debate | Graph, thing: Named) -> ElementRef:
    """Return the element that something names; of an inference, its argument.

    Raises:
        LookupError: there is no such element.
        TypeError: a graph cannot look up a title.
    """
    if not isinstance(debate, Graph):
        return as_element(resolve(debate_of(debate), thing))
    if isinstance(thing, str):
        raise TypeError("a graph has no titles; pass a reference or an element")
    ref = as_element(
        thing.ref if isinstance(thing, Claim | Evidence | Question | Argument | Inference) else thing
    )
    if ref not in debate.nodes:
        raise NotInDebateError(f"there is no {ref} in this graph")
    return ref


def _reached(
    graph: Graph, start: ElementRef, following: Callable[[ElementRef], Iterable[ElementRef]]
) -> tuple[ElementRef, ...]:
    seen = {start}
    waiting = [start]
    while waiting:
        for other in following(waiting.pop()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return tuple(ref for ref in graph.nodes if ref in seen and ref != start)


def _neighbours(graph: Graph, ref: ElementRef) -> Iterator[ElementRef]:
    yield from (edge.target for edge in graph.outgoing.get(ref, ()))
    yield from (edge.source for edge in graph.incoming.get(ref, ()))
