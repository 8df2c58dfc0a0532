"""Focus: the part of a map around one node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from attrs import evolve

from argmap.data.values import check_count
from argmap.maps.argument_map import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.maps.omission import Omission
from argmap.model import CriticalQuestionRef, RelationKind
from argmap.text.nearest import check_choice, nearest

DIRECTIONS = ("all", "supporting", "attacking")

_FOLLOWED = {
    "all": frozenset(RelationKind),
    "supporting": frozenset({RelationKind.SUPPORT, RelationKind.ENTAILMENT}),
    "attacking": frozenset(
        {RelationKind.ATTACK, RelationKind.UNDERCUT, RelationKind.CONTRARIETY, RelationKind.CONTRADICTION}
    ),
}
_SHOWN_NAMES = 60


def focus_on(view: ArgumentMap, name: str, *, radius: int = 2, direction: str = "all") -> ArgumentMap:
    """Return the part of a map that is at most `radius` edges away from a node.

    `name` is written as in markup: `[Claim]`, `<Argument>`, `[^Evidence]`, or the bare title where only
    one node has it. `direction` is `all`, which follows every edge either way, or `supporting` or
    `attacking`, which follow only edges of that kind, from what they end at to where they start:
    what is said for or against it, for or against that, and so on. All edges between what is
    shown are shown, and groups around the node are opened.

    Raises:
        LookupError: no node of the map has this name; the message names the nearest that there is.
        ValueError: there is no such direction, or `radius` is negative.

    >>> focus_on(ArgumentMap(), "[Sun]")
    Traceback (most recent call last):
        ...
    LookupError: the map shows no [Sun]
    """
    check_choice("direction", direction, DIRECTIONS)
    check_count("radius", radius, least=0)
    center = _find(view.nodes, name)
    kept = _within(view.edges, center.id, radius, direction)
    outside = [
        node.ref
        for node in view.nodes
        if node.id not in kept and not isinstance(node.ref, CriticalQuestionRef)
    ]
    part = _part_of(_opened(view, center), kept)
    if not outside:
        return part
    # It has this name on the command line, in pages and in Python.
    reason = f"the focus on {name[:_SHOWN_NAMES]} with a `radius` of {radius} does not reach"
    return evolve(part, omissions=(*part.omissions, Omission(outside, reason)))


def _part_of(view: ArgumentMap, kept: Iterable[str]) -> ArgumentMap:
    """Return the map of the nodes with these ids: the edges between them, the groups around them."""
    ids = set(kept)
    nodes = tuple(node for node in view.nodes if node.id in ids)
    parents = {group.id: group.parent for group in view.groups}
    groups = {node.group for node in nodes} | (ids & parents.keys())
    pending = [*groups]
    while pending:
        parent = parents.get(pending.pop() or "")
        if parent is not None and parent not in groups:
            groups.add(parent)
            pending.append(parent)
    return evolve(
        view,
        nodes=nodes,
        edges=tuple(edge for edge in view.edges if edge.source in ids and edge.target in ids),
        groups=tuple(group for group in view.groups if group.id in groups),
    )


def _find(nodes: Iterable[MapNode], name: str) -> MapNode:
    named = [(node.ref, node) for node in nodes if not isinstance(node.ref, CriticalQuestionRef)]
    names = {str(ref): node for ref, node in named}
    wanted = " ".join(name.split())
    if wanted in names:
        return names[wanted]
    bare = {str(ref): node for ref, node in named if ref.title == wanted}
    if len(bare) == 1:
        return next(iter(bare.values()))
    if bare:
        raise LookupError(f"{name} is ambiguous: write {' or '.join(bare)}")
    titles = {ref.title: str(ref) for ref, _ in named}
    near = nearest(wanted, [*names, *titles], cutoff=0.5)
    hint = f"; the nearest that it shows is {titles.get(near, near)}" if near else ""
    raise LookupError(f"the map shows no {name[:_SHOWN_NAMES]}{hint}")


def _within(edges: Iterable[MapEdge], center: str, radius: int, direction: str) -> set[str]:
    next_to: defaultdict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.kind in _FOLLOWED[direction]:
            next_to[edge.target].append(edge.source)
            if direction == "all" or edge.kind.is_symmetric:
                next_to[edge.source].append(edge.target)
    found = {center}
    border = [center]
    for _ in range(radius):
        border = [node for one in border for node in next_to[one] if node not in found]
        if not border:
            break
        found.update(border)
    return found


def _opened(view: ArgumentMap, node: MapNode) -> ArgumentMap:
    """Return a map in which no group around a node is closed."""
    parents = {group.id: group.parent for group in view.groups}
    around: set[str] = set()
    one = node.group
    while one is not None:
        around.add(one)
        one = parents.get(one)
    groups: tuple[MapGroup, ...] = tuple(
        evolve(group, is_closed=False) if group.id in around else group for group in view.groups
    )
    return evolve(view, groups=groups)
