"""The nodes and edges of a file while it is read: each node once, and edges between nodes that are there."""

from __future__ import annotations

from attrs import Factory, define

from argmap.interop.conversion.damage import Damage
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode


@define(eq=False)
class KnownNodes:
    """Collects nodes and edges; what is damaged goes to `damage`."""

    damage: Damage
    nodes: dict[str, GraphNode] = Factory(dict)
    edges: list[GraphEdge] = Factory(list)

    def add_node(self, node: GraphNode, place: JsonValue) -> None:
        """Add a node; one with an id that another has is damage, unless they are equal."""
        if self.nodes.setdefault(node.id, node) != node:
            error = place.wrong(f"names {node.id}, which is there already", code="I404")
            self.damage.add(error, f"node {node.id}")

    def add_edge(self, edge: GraphEdge, source: JsonValue, target: JsonValue) -> None:
        """Add an edge, given where its ends are named; one that ends nowhere is damage."""
        for end, place in ((edge.source, source), (edge.target, target)):
            if end not in self.nodes:
                error = place.wrong(f"names {end}, which is not there", code="I403")
                self.damage.add(error, f"edge {edge.id}")
                return
        self.edges.append(edge)
