"""What drawings show, counted: each node and each edge of a map is drawn somewhere."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter

from argmap.maps import ArgumentMap

# What is drawn inside of a node is a strip of it.
_KINDS = {"node": "nodes", "strip": "nodes", "edge": "edges", "strip-edge": "edges"}


def shown_in(svg: str) -> tuple[int, int]:
    """Return how many nodes and edges a drawing shows, on their own or inside of other nodes."""
    first_classes = (part.get("class", "").split()[:1] for part in ET.fromstring(svg).iter())
    kinds = Counter(_KINDS.get(name) for names in first_classes for name in names)
    return kinds["nodes"], kinds["edges"]


def shown_by(view: ArgumentMap) -> tuple[int, int]:
    """Return how many nodes, closed groups among them, and edges a drawing of a map has to show."""
    return len(view.nodes) + sum(group.is_closed for group in view.groups), len(view.edges)
