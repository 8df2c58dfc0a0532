"""Maps that are too large to be read in one piece: a map of sections, and a map of each section."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from argmap.equality import equality, value_hash
from argmap.maps.argument_map import ArgumentMap, MapEdge, MapGroup
from argmap.maps.closed_groups import close_groups
from argmap.representation import representation

# Above this, a map is drawn in parts unless somebody asks for all of it at once.
MOST_NODES = 3000
_NO_FILE_NAME = re.compile(r"[^\w]+")
_LONGEST_NAME = 40
# So many nodes outside of all sections may be in the map of sections.
_FEW = 100
_LOOSE = "outside"
_LOOSE_TITLE = "Outside of all sections"


@frozen
class MapPart:
    """A part of a map: `name` is fit for file names and unique, empty for the map of sections."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    name: str
    title: str
    map: ArgumentMap


def in_parts(view: ArgumentMap) -> tuple[MapPart, ...]:
    """Return a map of the sections of a map, and then a map of each; nothing if it has less than two.

    In the map of sections each is one box, and an edge says that something in one bears on something
    in the other. In the map of a section, what is outside of it is shown as boxes, only if there is an
    edge to it. Sections are the outermost groups that are not around everything.

    >>> in_parts(ArgumentMap())
    ()
    """
    grouped = _with_loose_group(view)
    top = top_groups(grouped)
    if len(top) < 2:
        return ()
    overview = close_groups(_closed(grouped, top))
    # The content of sections is shown in separate maps, except for closed groups in them.
    shown = close_groups(_opened(grouped, top))
    overview = evolve(
        overview,
        omissions=shown.omissions,
        shown_elsewhere=len(shown.nodes) - len(overview.nodes),
    )
    names = _names(group.title for group in top.values())
    parts = [MapPart("", "", overview)]
    for name, (id, part) in zip(names, _sections(grouped, top), strict=True):
        parts.append(MapPart(name, top[id].title, part))
    return tuple(parts)


def has_parts(view: ArgumentMap) -> bool:
    """Return whether a map has so many sections that it can be drawn in parts.

    >>> has_parts(ArgumentMap())
    False
    """
    return len(top_groups(_with_loose_group(view))) > 1


def _sections(view: ArgumentMap, top: Mapping[str, MapGroup]) -> Iterator[tuple[str, ArgumentMap]]:
    groups = {group.id: group for group in view.groups}
    tops = {node.id: top_of(node.group, groups, top) for node in view.nodes}
    tops |= {group.id: top_of(group.id, groups, top) for group in view.groups}
    members: defaultdict[str | None, list[str]] = defaultdict(list)
    edges: defaultdict[str | None, list[MapEdge]] = defaultdict(list)
    for end, section in tops.items():
        members[section].append(end)
    for edge in view.edges:
        for section in {tops[edge.source], tops[edge.target]}:
            edges[section].append(edge)
    by_id = {node.id: node for node in view.nodes}
    for id in top:
        # Relations among others do not concern this section.
        ends = {end for edge in edges[id] for end in (edge.source, edge.target)}
        shown = [
            by_id[fromkey] for fromkey in dict.fromkeys((*members[id], *sorted(ends))) if fromkey in by_id
        ]
        around = {one for node in shown for one in _around(node.group, groups)} | {
            *members[id]
        } & groups.keys()
        near = ArgumentMap(
            tuple(shown), tuple(edges[id]), tuple(group for group in view.groups if group.id in around)
        )
        part = close_groups(_closed(near, [one for one in top if one != id], opened=id))
        yield id, evolve(part, omissions=())


def top_of(group: str | None, groups: Mapping[str, MapGroup], top: Mapping[str, MapGroup]) -> str | None:
    """Return which of some groups is around a group, or is it."""
    return next((one for one in _around(group, groups) if one in top), None)


def _closed(view: ArgumentMap, ids: Iterable[str], *, opened: str | None = None) -> ArgumentMap:
    chosen = set(ids)
    groups = (
        evolve(group, is_closed=(group.is_closed or group.id in chosen) and group.id != opened)
        for group in view.groups
    )
    return evolve(view, groups=tuple(groups))


def _opened(view: ArgumentMap, ids: Collection[str]) -> ArgumentMap:
    groups = (evolve(group, is_closed=group.is_closed and group.id not in ids) for group in view.groups)
    return evolve(view, groups=tuple(groups))


def top_groups(view: ArgumentMap) -> dict[str, MapGroup]:
    """Return the groups that are side by side on the outermost level that has more than one."""
    top = {group.id: group for group in view.groups if group.parent is None}
    while len(top) == 1:
        top = {group.id: group for group in view.groups if group.parent in top}
    return top


def _with_loose_group(view: ArgumentMap) -> ArgumentMap:
    """Return a map whose nodes outside of all sections are in a separate group, if there are many."""
    top = top_groups(view)
    groups = {group.id: group for group in view.groups}
    loose = {node.id for node in view.nodes if top_of(node.group, groups, top) is None}
    if not top or len(loose) <= _FEW:
        return view
    nodes = (evolve(node, group=_LOOSE) if node.id in loose else node for node in view.nodes)
    first = next(iter(top.values()))
    group = MapGroup(_LOOSE, _LOOSE_TITLE, first.level, first.parent)
    return evolve(view, nodes=tuple(nodes), groups=(*view.groups, group))


def _around(group: str | None, groups: Mapping[str, MapGroup]) -> Iterator[str]:
    while group is not None:
        yield group
        group = groups[group].parent


def _names(titles: Iterable[str]) -> Iterator[str]:
    used: Counter[str] = Counter()
    for title in titles:
        words = _NO_FILE_NAME.sub("-", unicodedata.normalize("NFC", title).casefold()).strip("-_")
        name = words[:_LONGEST_NAME].strip("-_") or "section"
        used[name] += 1
        while used[name] > 1 and used[f"{name}-{used[name]}"]:
            used[name] += 1
        taken = name if used[name] == 1 else f"{name}-{used[name]}"
        used[taken] = max(used[taken], 1)
        yield taken
