"""Checks that a map can be drawn: everything that it names exists."""

from __future__ import annotations

import re
from collections.abc import Set

from argmap.maps import ArgumentMap

_ID = re.compile(r"[\w.-]+")


def check_map(argument_map: ArgumentMap) -> None:
    """Raise a ValueError if an edge or a node names what the map does not have."""
    groups: set[str | None] = {None}
    for group in argument_map.groups:
        if group.parent not in groups:
            raise ValueError(f"group {group.id!r} is in {group.parent!r}, which does not come before it")
        groups.add(group.id)
    ends = {group.id for group in argument_map.groups if group.is_closed}
    for node in argument_map.nodes:
        if node.group not in groups:
            raise ValueError(f"node {node.id!r} is in {node.group!r}, which is not a group of the map")
        ends.add(node.id)
    _check_edges(argument_map, ends)
    for id in ends:
        if not _ID.fullmatch(id):
            raise ValueError(f"a node cannot have the id {id!r}; write letters and digits")


def _check_edges(argument_map: ArgumentMap, ends: Set[str]) -> None:
    steps = {(node.id, step.id) for node in argument_map.nodes for step in node.steps}
    for edge in argument_map.edges:
        if edge.source not in ends:
            raise ValueError(f"edge {edge.id!r} starts at {edge.source!r}, which is not a node of the map")
        if edge.target not in ends:
            raise ValueError(f"edge {edge.id!r} ends at {edge.target!r}, which is not a node of the map")
        if edge.target_step is not None and (edge.target, edge.target_step) not in steps:
            place = f"{edge.target_step!r} of {edge.target!r}"
            raise ValueError(f"edge {edge.id!r} ends at {place}, which has no such step")
