"""Which nodes of a scheme graph come before and after others, and what that makes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.interop.scheme_graphs.scheme_graph import (
    PROPOSITIONS,
    STEPS,
    GraphEdge,
    GraphNode,
    GraphNodeKind,
    SchemeGraph,
)

_ENDS = STEPS | {GraphNodeKind.REPHRASE}
_DIALOGUE = frozenset(
    {
        (GraphNodeKind.LOCUTION, GraphNodeKind.ILLOCUTION),
        (GraphNodeKind.TRANSITION, GraphNodeKind.ILLOCUTION),
        (GraphNodeKind.LOCUTION, GraphNodeKind.TRANSITION),
        (GraphNodeKind.TRANSITION, GraphNodeKind.LOCUTION),
    }
)


@frozen(slots=False)
class GraphIndex:
    """The nodes of a graph by id, and what comes before and after each, once and in order of the edges.

    `before` and `behind` hold edges between propositions and steps only; `spoken` those of the dialogue, and
    `others` all that express nothing in a debate or dialogue.
    """

    nodes: Mapping[str, GraphNode]
    before: Mapping[str, list[str]]
    behind: Mapping[str, list[str]]
    spoken: tuple[GraphEdge, ...]
    others: tuple[GraphEdge, ...]
    claims: frozenset[str]

    @classmethod
    def of(cls, graph: SchemeGraph) -> GraphIndex:
        """Return the index of a graph."""
        nodes = {node.id: node for node in graph.nodes}
        before: defaultdict[str, list[str]] = defaultdict(list)
        behind: defaultdict[str, list[str]] = defaultdict(list)
        spoken: list[GraphEdge] = []
        others: list[GraphEdge] = []
        claims = {node.id for node in graph.nodes if node.kind is GraphNodeKind.PROPOSITION}
        seen: set[tuple[str, str]] = set()
        for edge in graph.edges:
            kinds = nodes[edge.source].kind, nodes[edge.target].kind
            claims.update(_locutions_as_claims(edge, kinds))
            is_again = (edge.source, edge.target) in seen
            seen.add((edge.source, edge.target))
            if is_again:
                others.append(edge)
            elif is_step(kinds):
                before[edge.target].append(edge.source)
                behind[edge.source].append(edge.target)
            elif kinds in _DIALOGUE or _is_about(kinds):
                spoken.append(edge)
            else:
                others.append(edge)
        return cls(nodes, before, behind, tuple(spoken), tuple(others), frozenset(claims))

    def kinds(self, ids: list[str]) -> list[GraphNodeKind]:
        """Return the kinds of nodes."""
        return [self.nodes[name].kind for name in ids]

    def is_inference(self, name: str) -> bool:
        """Return whether a node is an inference: from propositions to propositions, and nothing else."""
        return (
            self.nodes[name].kind is GraphNodeKind.INFERENCE
            and any(other in self.claims for other in self.before.get(name, ()))
            and bool(self.behind.get(name))
            and all(other in self.claims for other in self.behind[name])
        )

    def is_attack(self, name: str) -> bool:
        """Return whether a node is an attack of one proposition on one thing."""
        before, behind = self.before.get(name, ()), self.behind.get(name, ())
        return (
            self.nodes[name].kind is GraphNodeKind.CONFLICT
            and len(before) == 1
            and before[0] in self.claims
            and len(behind) == 1
        )


def is_step(kinds: tuple[GraphNodeKind, GraphNodeKind]) -> bool:
    """Return whether an edge between such nodes leads to a step or from one."""
    source, target = kinds
    return (source in STEPS and target in PROPOSITIONS | STEPS) or (
        source in PROPOSITIONS and target in STEPS
    )


def _is_about(kinds: tuple[GraphNodeKind, GraphNodeKind]) -> bool:
    return kinds[0] is GraphNodeKind.ILLOCUTION and kinds[1] is not GraphNodeKind.ILLOCUTION


def _locutions_as_claims(edge: GraphEdge, kinds: tuple[GraphNodeKind, GraphNodeKind]) -> Iterator[str]:
    if kinds[0] is GraphNodeKind.LOCUTION and kinds[1] in _ENDS:
        yield edge.source
    if kinds[1] is GraphNodeKind.LOCUTION and kinds[0] in _ENDS:
        yield edge.target
