"""Parts of a scheme graph that belong to no element: nodes of other kinds and edges that say nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from argmap.data import Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.scheme_graphs.graph_index import GraphIndex, is_step
from argmap.interop.scheme_graphs.scheme_graph import (
    PROPOSITIONS,
    GraphEdge,
    GraphNode,
    GraphNodeKind,
    SchemeGraph,
)
from argmap.text import Span

KEPT_KINDS = frozenset({GraphNodeKind.REPHRASE, GraphNodeKind.PREFERENCE, GraphNodeKind.ENTITY})


@frozen
class KeptAside:
    """Metadata with what was kept, the titles that each claim rephrases, and losses."""

    metadata: dict[str, Value]
    rephrases: Mapping[str, tuple[str, ...]]
    losses: tuple[Loss, ...]


def kept_aside(
    graph: SchemeGraph,
    index: GraphIndex,
    key: str,
    names: Mapping[str, str],
) -> KeptAside:
    """Return what is kept of a graph, given the names of its nodes in the debate."""
    nodes = [node for node in graph.nodes if node.kind in KEPT_KINDS]
    others = {edge.id for edge in index.others}
    edges = [edge for edge in graph.edges if edge.id in others]
    told = [edge for edge in graph.edges if edge.data and edge.id not in others]
    kept: dict[str, tuple[Value, ...]] = {
        "nodes": tuple(map(_node_data, nodes)),
        "edges": tuple(map(_edge_data, edges)),
        "edgeData": tuple(map(_edge_data, told)),
    }
    own: dict[str, Value] = {name: data for name, data in kept.items() if data}
    metadata: dict[str, Value] = dict(graph.metadata)
    own |= graph.data
    if own:
        metadata[key] = FrozenDict(own)
    pairs = list(_pairs(index, GraphNodeKind.REPHRASE))
    preferences = [(names[a][1:-1], names[b][1:-1]) for a, b in _pairs(index, GraphNodeKind.PREFERENCE)]
    if preferences:
        metadata["preferences"] = tuple(preferences)
    losses = (
        *_node_losses(nodes, key),
        *(_rephrase_loss(*pair, index.nodes[pair[0]].span) for pair in pairs),
        *_edge_losses(index, key),
        *(_edge_data_loss(edge, key) for edge in told),
    )
    return KeptAside(metadata, _rephrased(pairs, names), losses)


def _rephrased(pairs: Iterable[tuple[str, str]], names: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return the titles of what claims rephrase, without repeats, by the names of the claims."""
    titles: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for source, target in pairs:
        titles[names[source]][names[target][1:-1]] = None
    return {name: tuple(each) for name, each in titles.items()}


def _pairs(index: GraphIndex, kind: GraphNodeKind) -> Iterator[tuple[str, str]]:
    """Yield pairs of claims before and after each node of a kind."""
    before: defaultdict[str, list[str]] = defaultdict(list)
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for edge in index.others:
        if index.nodes[edge.target].kind is kind and edge.source in index.claims:
            before[edge.target].append(edge.source)
        if index.nodes[edge.source].kind is kind and edge.target in index.claims:
            behind[edge.source].append(edge.target)
    for name, sources in before.items():
        # A node with very many claims on both sides would give far too many pairs.
        pairs = ((source, target) for source in sources for target in behind.get(name, ()))
        for number, pair in enumerate(dict.fromkeys(pairs)):
            if number == _MOST_PAIRS:
                break
            yield pair


_MOST_PAIRS = 1000


def _node_data(node: GraphNode) -> Data:
    scheme = {} if node.scheme is None else {"scheme": node.scheme}
    extra: dict[str, Value] = {"more": node.data} if node.data else {}
    return FrozenDict({"id": node.id, "type": node.kind.value, "text": node.text, **scheme, **extra})


def _edge_data(edge: GraphEdge) -> Data:
    more: dict[str, Value] = {"more": edge.data} if edge.data else {}
    return FrozenDict({"id": edge.id, "from": edge.source, "to": edge.target, **more})


def _node_losses(nodes: list[GraphNode], key: str) -> Iterator[Loss]:
    for node in nodes:
        yield Loss(
            Fate.ASIDE,
            node.kind.value,
            f"node {node.id}",
            "it is kept as it is",
            f"metadata.{key}.nodes",
            node.span,
        )


def _rephrase_loss(source: str, target: str, span: Span | None) -> Loss:
    detail = f"it rephrases node {target}, which its data say"
    return Loss(Fate.ASIDE, "rephrase", f"node {source}", detail, "data.rephrases", span)


def _edge_data_loss(edge: GraphEdge, key: str) -> Loss:
    detail, kept = "what it says is kept", f"metadata.{key}.edgeData"
    return Loss(Fate.ASIDE, "edge data", f"edge {edge.id}", detail, kept, edge.span)


def _edge_losses(index: GraphIndex, key: str) -> Iterator[Loss]:
    for edge in index.others:
        kinds = index.nodes[edge.source].kind, index.nodes[edge.target].kind
        if kinds[0] in KEPT_KINDS or kinds[1] in KEPT_KINDS:
            continue
        is_between = kinds[0] in PROPOSITIONS and kinds[1] in PROPOSITIONS
        feature = "edge" if is_between else "double edge" if is_step(kinds) else "other edge"
        detail, kept = "it is kept as it is", f"metadata.{key}.edges"
        yield Loss(Fate.ASIDE, feature, f"edge {edge.id}", detail, kept, edge.span)
