"""Detail: what nodes say in a map of many."""

from __future__ import annotations

from attrs import evolve

from argmap.maps.argument_map import ArgumentMap
from argmap.maps.edges import merge_edges

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
    shown = tuple(nodes)
    steps = {(node.id, step.id) for node in shown for step in node.steps}
    if all(edge.target_step is None or (edge.target, edge.target_step) in steps for edge in view.edges):
        return evolve(view, nodes=shown)
    edges = (
        edge if (edge.target, edge.target_step) in steps else evolve(edge, target_step=None)
        for edge in view.edges
    )
    return evolve(view, nodes=shown, edges=merge_edges(edges))
