"""Detail: what nodes say in a map of many."""

from __future__ import annotations

from attrs import evolve

from argmap.maps.argument_map import ArgumentMap

# Texts of so many nodes cannot be read in one picture, and take most of its room.
MOST_TEXTS = 1000


def only_titles(view: ArgumentMap) -> ArgumentMap:
    """Return a map whose nodes say their titles only; those that have none keep their texts.

    >>> only_titles(ArgumentMap())
    ArgumentMap(nodes=(), edges=(), groups=())
    """
    nodes = (
        evolve(node, label_text=None, marks=()) if node.label_title and node.label_text else node
        for node in view.nodes
    )
    return evolve(view, nodes=tuple(nodes))
