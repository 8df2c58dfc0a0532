"""Joins claims that rephrase others with these, as wordings: an option of reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import evolve

from argmap.data import FrozenDict
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind, SchemeGraph


def with_rephrased_claims_joined(graph: SchemeGraph) -> tuple[SchemeGraph, tuple[Loss, ...]]:
    """Return a graph in which propositions that rephrase others are wordings of these, and what changed.

    This applies only if one proposition rephrases one other; all other rephrases stay.

    >>> ids, kinds = ("1", "2", "3"), (GraphNodeKind.PROPOSITION, GraphNodeKind.REPHRASE)
    >>> nodes = (GraphNode("1", kinds[0], "Yes"), GraphNode("2", kinds[1]), GraphNode("3", kinds[0], "It is"))
    >>> graph = SchemeGraph(nodes, (GraphEdge("a", "1", "2"), GraphEdge("b", "2", "3")))
    >>> [(node.text, node.wordings) for node in with_rephrased_claims_joined(graph)[0].nodes]
    [('It is', ('Yes',))]
    """
    joined = _joined(graph)
    if not joined:
        return graph, ()
    nodes = {node.id: node for node in graph.nodes}
    wordings: defaultdict[str, list[GraphNode]] = defaultdict(list)
    losses: list[Loss] = []
    for name, target in joined.items():
        node = nodes[name]
        if node.kind is GraphNodeKind.PROPOSITION:
            wordings[target].append(node)
            detail = f"it became a wording of node {target}"
            losses.append(Loss(Fate.CHANGED, "rephrase", f"node {name}", detail, span=node.span))
    kept = (_with_wordings(node, wordings.get(node.id, [])) for node in graph.nodes if node.id not in joined)
    return evolve(graph, nodes=kept, edges=_moved(graph.edges, joined)), tuple(losses)


def _joined(graph: SchemeGraph) -> Mapping[str, str]:
    """Return the proposition that each rephrasing one, and the rephrase between them, is joined with."""
    kinds = {node.id: node.kind for node in graph.nodes}
    before: defaultdict[str, list[str]] = defaultdict(list)
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        is_spoken = kinds[edge.source] is GraphNodeKind.ILLOCUTION
        if kinds[edge.target] is GraphNodeKind.REPHRASE and not is_spoken:
            before[edge.target].append(edge.source)
        if kinds[edge.source] is GraphNodeKind.REPHRASE:
            behind[edge.source].append(edge.target)
    into: dict[str, str] = {}
    rephrases: dict[str, str] = {}
    for name, sources in before.items():
        ends = (*sources, *behind[name])
        is_plain = len(sources) == len(behind[name]) == 1
        if is_plain and all(kinds[end] is GraphNodeKind.PROPOSITION for end in ends):
            source, target = ends
            if source not in into and _last(target, into) != source:
                into[source] = rephrases[name] = target
    return {name: _last(target, into) for name, target in (*into.items(), *rephrases.items())}


def _last(name: str, into: dict[str, str]) -> str:
    """Return where a chain of rephrases ends; the chain is shortened for later calls."""
    passed: list[str] = []
    while name in into:
        passed.append(name)
        name = into[name]
    into.update(dict.fromkeys(passed, name))
    return name


def _with_wordings(node: GraphNode, others: list[GraphNode]) -> GraphNode:
    if not others:
        return node
    also = tuple(each.id for each in others)
    words = dict.fromkeys(each.text for each in others if each.text.strip())
    return evolve(node, wordings=tuple(words), data=FrozenDict({**node.data, "also": also}))


def _moved(edges: tuple[GraphEdge, ...], joined: Mapping[str, str]) -> Iterator[GraphEdge]:
    """Yield edges with their new ends, without repeats and without edges from something to itself."""
    seen: set[tuple[str, str]] = set()
    for edge in edges:
        ends = joined.get(edge.source, edge.source), joined.get(edge.target, edge.target)
        if ends == (edge.source, edge.target):
            yield edge
        elif ends[0] != ends[1] and ends not in seen:
            yield evolve(edge, source=ends[0], target=ends[1])
        seen.add(ends)
