"""Detail: what nodes say in a map of many."""

from __future__ import annotations

from attrs import evolve

from argmap.maps.argument_map import ArgumentMap

# Texts of so many nodes cannot be read in one picture, and take most of its room.
MOST_TEXTS = 1000


def only_titles(view: ArgumentMap) -> ArgumentMap:
    """Return a map whose nodes say their titles only; those that have none keep their texts.

    Arguments that are shown in full are not any more, and edges end at them as a whole.

    >>> only_titles(ArgumentMap())
    ArgumentMap(nodes=(), edges=(), groups=())
    """
    nodes = (
        evolve(node, label_text=None, marks=(), steps=())
        if node.label_title and (node.label_text or node.steps)
        else node
        for node in view.nodes
    )
    shown = {node.id: node for node in nodes}
    edges = (
        evolve(edge, target_step=None)
        if edge.target_step and edge.target in shown and not shown[edge.target].steps
        else edge
        for edge in view.edges
    )
    return evolve(view, nodes=tuple(shown.values()), edges=tuple(edges))
