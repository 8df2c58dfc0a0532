"""The nodes and edges of a file while it is read: each node once, and only edges between existing nodes."""

from __future__ import annotations

from attrs import Factory, define

from argmap.interop.conversion.damage import Damage
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode


@define(eq=False)
class KnownNodes:
    """Collects nodes and edges; damage is reported to `damage`."""

    damage: Damage
    nodes: dict[str, GraphNode] = Factory(dict)
    edges: list[GraphEdge] = Factory(list)

    def add_node(self, node: GraphNode, place: JsonValue) -> None:
        """Add a node; it is damage if another node has its id, unless they are equal."""
        if self.nodes.setdefault(node.id, node) != node:
            error = place.wrong(f"names {node.id}, which is there already", code="I404")
            self.damage.add(error, f"node {node.id}")

    def add_edge(self, edge: GraphEdge, source: JsonValue, target: JsonValue) -> None:
        """Add an edge, given where its ends are named; it is damage if an end does not exist."""
        for end, place in ((edge.source, source), (edge.target, target)):
            if end not in self.nodes:
                error = place.wrong(f"names {end}, which is not there", code="I403")
                self.damage.add(error, f"edge {edge.id}")
                return
        self.edges.append(edge)
