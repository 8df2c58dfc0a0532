"""Facts of the graph of a debate, for statistics."""

from __future__ import annotations

from attrs import frozen

from argmap.analysis.dependence import Dependence, source_dependence
from argmap.analysis.graph import Graph
from argmap.analysis.network import articulation_points, centrality, evidence_cut
from argmap.analysis.queries import roots
from argmap.analysis.reason_balance import balance
from argmap.model import Debate, ElementRef, HasDebate, debate_of

_MOST_THESES = 10
_MOST_CENTRAL = 5


@frozen
class ThesisFacts:
    """How much speaks for and against a thesis, and what that depends on.

    `cut` are the fewest elements without which no evidence supports it, `source` is the source on which most
    of its grounds rest, None if they name no source.
    """

    thesis: ElementRef
    pros: int
    cons: int
    cut: tuple[ElementRef, ...] = ()
    source: Dependence | None = None


@frozen
class GraphFacts:
    """What is central in a debate, what it would fall apart without, and what its theses hang on.

    `central` are at most five elements with their centrality, the most central first; `theses` are roots
    that something supports or attacks: at most ten, those with the most direct supports and attacks.
    """

    central: tuple[tuple[ElementRef, float], ...] = ()
    articulation_points: tuple[ElementRef, ...] = ()
    theses: tuple[ThesisFacts, ...] = ()


def graph_facts(debate: HasDebate | Debate) -> GraphFacts:
    """Return the facts of the graph of a debate.

    >>> import argmap
    >>> facts = graph_facts(argmap.parse("[A]: x\\n  + [B]: y\\n    + [^E]: z {source: S}"))
    >>> facts.central, facts.theses[0].cut
    (((ClaimRef('B'), 0.5),), (ClaimRef('B'),))

    Raises:
        MissingNetworkxError: the extra `argmap[graph]` is not installed.
    """
    debate = debate_of(debate)
    graph = Graph.of(debate)
    shares = centrality(graph)
    central = sorted(((ref, share) for ref, share in shares.items() if share > 0), key=lambda pair: -pair[1])
    theses = [ref for ref in roots(graph) if graph.incoming.get(ref)]
    theses.sort(key=lambda ref: -len(graph.incoming[ref]))
    return GraphFacts(
        tuple(central[:_MOST_CENTRAL]),
        articulation_points(graph),
        tuple(_thesis(debate, graph, ref) for ref in theses[:_MOST_THESES]),
    )


def _thesis(debate: Debate, graph: Graph, thesis: ElementRef) -> ThesisFacts:
    reasons = balance(graph, thesis)
    sources = source_dependence(debate, thesis)
    return ThesisFacts(
        thesis,
        len(reasons.pros),
        len(reasons.cons),
        evidence_cut(graph, thesis),
        sources[0] if sources else None,
    )
