"""The parts of a map that start on new pages: an overview, and its sections or main branches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode, close_groups
from argmap.maps.parts import top_groups, top_of
from argmap.render.layout.tree.forest import Forest, plant
from argmap.render.pages.references import Relatives, relatives_of


@frozen(eq=False)
class PagePart:
    """A part of a map: the trees into which it is divided further, and what its nodes are related to.

    `apart` are nodes that are never on the page of their parents; an overview has sections as single boxes,
    whose ids are `sections`.
    """

    forest: Forest
    relatives: Relatives
    apart: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()


def whole_part(view: ArgumentMap, *, order: str = "kind") -> PagePart:
    """Return a map as one part, in which main branches are apart if there are several."""
    forest = plant(view, order=order)
    children = (child for root in forest.roots for child in forest.children.get(root, ()))
    branches = frozenset(child for child in children if child in forest.children)
    apart = branches if len(branches) > 1 else frozenset()
    return PagePart(forest, relatives_of(view, forest.edges), apart)


def parts_of(view: ArgumentMap, *, order: str = "kind") -> list[PagePart]:
    """Return an overview of a map and its sections, or the map as one part if it has fewer than two.

    The overview shows what is outside all sections.
    """
    top = _open_sections(view)
    if len(top) < 2:
        return [whole_part(view, order=order)]
    flat = _without_outer_groups(view, top)
    inner = [plant(part, order=order) for part in _section_views(flat, top)]
    parents = {child: edge for forest in inner for child, edge in forest.edges.items()}
    relatives = relatives_of(flat, parents)
    closed = (evolve(group, is_closed=group.is_closed or group.id in top) for group in flat.groups)
    overview = _with_known_edges(close_groups(evolve(flat, groups=tuple(closed))), flat)
    forest = plant(overview, order=order)
    first = PagePart(forest, relatives_of(overview, forest.edges, top), sections=frozenset(top))
    return [first, *(PagePart(forest, relatives) for forest in inner)]


def with_pages(part: PagePart, pages: Mapping[str, tuple[int, int]]) -> PagePart:
    """Return an overview whose sections give the range of their pages."""
    if not part.sections:
        return part
    view = part.relatives.map
    groups = (
        evolve(group, title=f"{group.title}, {_in_words(*pages[group.id])}", marks=())
        if group.id in part.sections
        else group
        for group in view.groups
    )
    shown = evolve(view, groups=tuple(groups))
    return evolve(part, relatives=relatives_of(shown, part.relatives.parents, part.sections))


def _in_words(first: int, last: int) -> str:
    return f"p. {first}" if first == last else f"pp. {first}–{last}"


def _open_sections(view: ArgumentMap) -> dict[str, MapGroup]:
    groups = {group.id: group for group in view.groups}
    top = top_groups(view)
    filled = {top_of(node.group, groups, top) for node in view.nodes}
    filled |= {top_of(group.parent, groups, top) for group in view.groups if group.is_closed}
    return {id: group for id, group in top.items() if not group.is_closed and id in filled}


def _with_known_edges(overview: ArgumentMap, view: ArgumentMap) -> ArgumentMap:
    """Return an overview whose edges have the same ids as in the map, and others new ones."""
    known = {(edge.kind, edge.source, edge.target, edge.target_step): edge for edge in view.edges}
    edges = (
        known.get((edge.kind, edge.source, edge.target, edge.target_step))
        or evolve(edge, id=f"{edge.id}-between")
        for edge in overview.edges
    )
    return evolve(overview, edges=tuple(edges), omissions=())


def _without_outer_groups(view: ArgumentMap, top: Mapping[str, MapGroup]) -> ArgumentMap:
    """Return a map without the groups around its sections that contain everything."""
    known = {group.id: group for group in view.groups}
    outer = {group.parent for group in top.values()}
    pending = [*outer]
    while pending:
        around = known[group].parent if (group := pending.pop()) is not None else None
        if around is not None and around not in outer:
            outer.add(around)
            pending.append(around)
    nodes = (evolve(node, group=None) if node.group in outer else node for node in view.nodes)
    groups = (
        evolve(group, parent=None) if group.parent in outer else group
        for group in view.groups
        if group.id not in outer
    )
    return evolve(view, nodes=tuple(nodes), groups=tuple(groups))


def _section_views(view: ArgumentMap, top: Mapping[str, MapGroup]) -> Iterator[ArgumentMap]:
    """Yield the content of each section, without edges that lead out of it."""
    groups = {group.id: group for group in view.groups}
    homes = {node.id: top_of(node.group, groups, top) for node in view.nodes}
    homes |= {group.id: top_of(group.id, groups, top) for group in view.groups}
    nodes: defaultdict[str | None, list[MapNode]] = defaultdict(list)
    inner: defaultdict[str | None, list[MapGroup]] = defaultdict(list)
    edges: defaultdict[str | None, list[MapEdge]] = defaultdict(list)
    for node in view.nodes:
        nodes[homes[node.id]].append(node)
    for group in view.groups:
        inner[homes[group.id]].append(group)
    for edge in view.edges:
        if homes[edge.source] == homes[edge.target]:
            edges[homes[edge.source]].append(edge)
    for id in top:
        yield ArgumentMap(tuple(nodes[id]), tuple(edges[id]), tuple(inner[id]))
