"""Edges in layers that lead from the upper side of a box to the lower side of one above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from argmap.data.strong_components import strong_components
from argmap.maps import ArgumentMap
from argmap.render.layout.attributes import is_upright, same_ranks

# The sides of boxes at which edges start and end, by the direction in which rows follow each other.
_SIDES = {"BT": ("n", "s"), "TB": ("s", "n")}


def facing_sides(view: ArgumentMap, attributes: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the sides at which edges start and end in a graph with these attributes, None if it may be any.

    Sides are named as in DOT. Edges between nodes on the same rank lead to their left and right sides.
    """
    if not is_upright(attributes) or any(True for _ in same_ranks(view)):
        return None
    return _SIDES[attributes.get("rankdir", "TB")]


def leaves_upwards(dot: str) -> bool:
    """Return whether edges in a DOT text start at the upper sides of boxes."""
    return ":n -> " in dot


def upward_edges(view: ArgumentMap) -> frozenset[str]:
    """Return the ids of edges that are sure to lead to a higher row: those outside circles."""
    successors: defaultdict[str, list[str]] = defaultdict(list)
    for edge in view.edges:
        successors[edge.source].append(edge.target)
    component = {
        node: number
        for number, nodes in enumerate(strong_components(tuple(successors), successors))
        for node in nodes
    }
    return frozenset(edge.id for edge in view.edges if component[edge.source] != component[edge.target])
