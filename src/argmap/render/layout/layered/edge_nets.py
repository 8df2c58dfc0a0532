"""Nets: edges that lead to the same place and mean the same, so that they can share a trunk."""

from __future__ import annotations

from collections.abc import Hashable

from attrs import frozen

from argmap.render.layout.layered.laid_out import LaidOutEdge
from argmap.render.layout.layered.layer_rows import LayerRows

# Something only slightly to the side of a place is drawn straight above it.
SEEN = 3.0
# Edges that differ in these do not mean the same.
_LOOKS = ("color", "style", "penwidth", "arrowhead")


@frozen
class EdgeNet:
    """Edges with the same target and meaning: the row below which they end, and their way from there.

    `place` is where they end, from left to right; with a `side` (-1 left, 1 right) they end there, at the
    height of a row in the box.
    """

    edges: list[LaidOutEdge]
    row: int
    place: float = 0.0
    side: int = 0
    height: float = 0.0


def nets_of(rows: LayerRows) -> dict[Hashable, EdgeNet]:
    """Return the nets of edges from the upper side of a box to a box above it, by what they share."""
    nets: dict[Hashable, EdgeNet] = {}
    for edge in rows.layers.edges.values():
        source, target = rows.of.get(edge.source), rows.of.get(edge.target)
        if edge.attributes.get("tailport") != "n" or source is None or target is None or source >= target:
            continue
        box = rows.layers.nodes[edge.target]
        x, y = edge.path.tip
        side = 0
        if edge.has_step:
            side = 1 if abs(x - box.right) < SEEN else -1 if abs(x - box.left) < SEEN else 0
            if not side:
                continue
        is_own = edge.attributes.get("dir") == "both" or "label" in edge.attributes
        means = edge.id if is_own else tuple(edge.attributes.get(name) for name in _LOOKS)
        key = edge.target, side, round(y) if side else 0, means
        nets.setdefault(key, EdgeNet([], target, side=side, height=y)).edges.append(edge)
    return nets
