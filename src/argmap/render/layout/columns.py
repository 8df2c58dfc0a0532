"""Columns of unconnected nodes, which would otherwise form one endless row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import ceil, sqrt

from argmap.maps import ArgumentMap

# So many side by side fit on a page.
_FEW = 3
# Nodes are wider than they are high: columns are fewer than rows.
_COLUMNS = 0.7


def column_anchors(argument_map: ArgumentMap) -> Iterator[tuple[str, str, int]]:
    """Yield pairs of nodes without edges, the lower one first, with 1: they go one below the other.

    The first nodes of a group, or of those outside groups, are in the first column, from the top down.
    """
    ends = {end for edge in argument_map.edges for end in (edge.source, edge.target)}
    alone: defaultdict[str | None, list[str]] = defaultdict(list)
    for node in argument_map.nodes:
        # Nodes with a rank are put side by side by their author.
        if node.id not in ends and node.rank is None:
            alone[node.group].append(node.id)
    for ids in alone.values():
        if len(ids) > _FEW:
            height = ceil(len(ids) / round(sqrt(len(ids) * _COLUMNS)))
            for start in range(0, len(ids), height):
                for upper, lower in pairwise(ids[start : start + height]):
                    yield lower, upper, 1
