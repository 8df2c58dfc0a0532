"""What networkx works out about the graph of a debate (the extra `argmap[graph]`).

Every function raises `MissingNetworkxError`, an ImportError, if networkx is not installed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from argmap.analysis.graph import Edge, Graph
from argmap.analysis.queries import grounds, start_of
from argmap.model import Debate, ElementRef, HasDebate, Named

# The work grows with starts times elements; from so many on they are a sample.
MOST_STARTS = 200
_SEED = 1
_ORIGIN = "origin"


class MissingNetworkxError(ImportError):
    """The package networkx is not installed; the message names the extra that installs it."""

    def __init__(self) -> None:
        super().__init__('this needs networkx: type `pip install "argmap[graph]"`', name="networkx")


def centrality(debate: HasDebate | Debate | Graph) -> Mapping[ElementRef, float]:
    """Return the share of the shortest paths between other elements that lead through each, from 0 to 1.

    Paths lead from what supports or attacks to its target. This is betweenness (Freeman 1977) by the
    algorithm of Brandes (2001); in debates of more than 200 elements the paths from 200 of them stand for all
    (Brandes and Pich 2007), the same ones in every run and whatever the order of the text.

    >>> import argmap
    >>> debate = argmap.parse("[A]: x\\n  + [B]: y\\n    + [C]: z").debate
    >>> centrality(debate)[argmap.ClaimRef("B")]
    0.5
    """
    graph = Graph.of(debate)
    graphs = library()
    directed = graphs.DiGraph()
    directed.add_nodes_from(sorted(graph.nodes))
    directed.add_edges_from(sorted({(edge.source, edge.target) for edge in _edges(graph)}))
    starts = min(MOST_STARTS, len(graph.nodes)) or None
    shares = graphs.betweenness_centrality(directed, k=starts, seed=_SEED)
    return {ref: min(shares[ref], 1.0) for ref in graph.nodes}


def articulation_points(debate: HasDebate | Debate | Graph) -> tuple[ElementRef, ...]:
    """Return the elements without which what they connect would fall apart (Hopcroft and Tarjan 1973).

    They show how a debate hangs together, whatever its verdicts; bottlenecks of `argmap.flips` are what a
    verdict hangs on.

    >>> import argmap
    >>> articulation_points(argmap.parse("[A]: x\\n  + [B]: y\\n    + [C]: z").debate)
    (ClaimRef('B'),)
    """
    graph = Graph.of(debate)
    undirected = library().Graph()
    undirected.add_edges_from((edge.source, edge.target) for edge in _edges(graph))
    cut = set(library().articulation_points(undirected))
    return tuple(ref for ref in graph.nodes if ref in cut)


def evidence_cut(debate: HasDebate | Debate | Graph, thesis: Named) -> tuple[ElementRef, ...]:
    """Return the fewest elements without which no evidence supports a thesis; nothing if none does.

    Evidence itself counts as an element; of several smallest sets, the one nearest to the thesis is
    returned (Menger 1927; the flows are by Dinitz 1970).

    >>> import argmap
    >>> debate = argmap.parse("[A]: x\\n  + [B]: y\\n    + [^E]: z\\n    + [^F]: v").debate
    >>> evidence_cut(debate, argmap.ClaimRef("A"))
    (ClaimRef('B'),)

    Raises:
        LookupError: there is no such thesis.
    """
    start = start_of(debate, thesis)
    graph = Graph.of(debate)
    evidence = grounds(graph, start)
    if not evidence:
        return ()
    graphs = library()
    flows = graphs.DiGraph()
    # Each element is a pipe that takes one unit; what lies between elements takes any number.
    for ref in _supporters(graph, start):
        flows.add_edge((ref, "in"), (ref, "out"), capacity=1)
        for supported in graph.supported(ref):
            flows.add_edge((ref, "out"), (supported, "in"))
    flows.add_edges_from((_ORIGIN, (ref, "in")) for ref in evidence)
    residual = graphs.algorithms.flow.dinitz(flows, _ORIGIN, (start, "in"))
    reaching = _still_reaching(residual, (start, "in"))
    return tuple(ref for ref in graph.nodes if (ref, "out") in reaching and (ref, "in") not in reaching)


def _supporters(graph: Graph, thesis: ElementRef) -> Iterator[ElementRef]:
    """Yield all that supports a thesis, directly or through others."""
    seen = {thesis}
    waiting = [thesis]
    while waiting:
        for ref in graph.supporting(waiting.pop()):
            if ref not in seen:
                seen.add(ref)
                waiting.append(ref)
                yield ref


def _still_reaching(residual: Any, sink: object) -> set[object]:
    """Return from where more could flow to a sink than flows there."""
    reaching = {sink}
    waiting = [sink]
    while waiting:
        node = waiting.pop()
        for before in residual.pred[node]:
            pipe = residual[before][node]
            if before not in reaching and pipe["flow"] < pipe["capacity"]:
                reaching.add(before)
                waiting.append(before)
    return reaching


def library() -> ModuleType:
    """Return the package networkx.

    Raises:
        MissingNetworkxError: the extra `argmap[graph]` is not installed.
    """
    try:
        # Here, not above: it takes long, and most questions are answered without it.
        import networkx
    except ImportError:
        raise MissingNetworkxError from None
    package: ModuleType = networkx
    return package


def _edges(graph: Graph) -> list[Edge]:
    return [edge for edges in graph.outgoing.values() for edge in edges if edge.source != edge.target]
