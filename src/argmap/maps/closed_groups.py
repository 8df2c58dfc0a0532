"""Closed groups: boxes that do not show their content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from argmap.maps.argument_map import ArgumentMap, MapEdge
from argmap.maps.edges import merge_edges
from argmap.maps.omission import Omission
from argmap.model import CriticalQuestionRef
from argmap.text.given_values import check_type


def close_groups(view: ArgumentMap) -> ArgumentMap:
    """Return the map with closed groups in place of all that is in them.

    Nodes and groups in a closed group are gone, edges inside it too; edges that cross its border end
    at the group itself, equal ones merged.
    """
    check_type("view", view, ArgumentMap)
    closed = _outermost_closed(view)
    if not any(closed.values()):
        return view
    stands_for = {node.id: closed.get(node.group or "") or node.id for node in view.nodes}
    moved = (
        evolve(
            edge,
            source=stands_for.get(edge.source, edge.source),
            target=stands_for.get(edge.target, edge.target),
            target_step=edge.target_step if stands_for.get(edge.target) == edge.target else None,
        )
        for edge in view.edges
    )
    return evolve(
        view,
        nodes=tuple(node for node in view.nodes if stands_for[node.id] == node.id),
        edges=merge_edges(edge for edge in moved if not _is_inside(edge, closed)),
        groups=tuple(group for group in view.groups if closed[group.id] in (None, group.id)),
        omissions=(*view.omissions, *_omissions(view, stands_for)),
    )


def _omissions(view: ArgumentMap, stands_for: Mapping[str, str]) -> Iterator[Omission]:
    """Yield what groups that are closed now do not show."""
    inside = [node for node in view.nodes if stands_for[node.id] != node.id]
    refs = [node.ref for node in inside if not isinstance(node.ref, CriticalQuestionRef)]
    if refs:
        is_one = len({stands_for[node.id] for node in inside}) == 1
        sections = (
            "a section with `isClosed: true` contains" if is_one else "sections with `isClosed: true` contain"
        )
        yield Omission(refs, sections)


def _outermost_closed(view: ArgumentMap) -> dict[str, str | None]:
    """Return the id of the outermost closed group around each group, itself included."""
    closed: dict[str, str | None] = {}
    for group in view.groups:
        closed[group.id] = closed.get(group.parent or "") or (group.id if group.is_closed else None)
    return closed


def _is_inside(edge: MapEdge, closed: dict[str, str | None]) -> bool:
    # A relation of a visible node to itself is not inside a group.
    return edge.source == edge.target and edge.source in closed
