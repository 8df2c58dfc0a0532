"""The content of one page: nodes, and references to what they are related to on other pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from attrs import evolve, frozen

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode, MapStrip
from argmap.render.engines.part_words import part_titles
from argmap.render.layout.tree.forest import net_rank
from argmap.text.shortening import shortened

_TITLE_LIMIT = 60
# If there are more references of a kind than this below one node, they are combined.
_MOST_REFERENCES = 12

_Thing = MapNode | MapGroup


@frozen
class Relatives:
    """The relations in a map that is being divided: nodes and closed groups by their ids.

    `parents` are the relations of nodes to what they are below, in trees that pages may cut.
    """

    map: ArgumentMap
    things: Mapping[str, _Thing]
    titles: Mapping[str, str]
    edges: Mapping[str, tuple[MapEdge, ...]]
    parents: Mapping[str, MapEdge]
    ranks: Mapping[str, int]
    sections: frozenset[str]


def relatives_of(
    view: ArgumentMap, parents: Mapping[str, MapEdge], sections: Collection[str] = ()
) -> Relatives:
    """Return the relations in a map whose evidence is already inside boxes.

    The titles of `sections` already say on which pages these are.
    """
    things: dict[str, _Thing] = {node.id: node for node in view.nodes}
    things |= {group.id: group for group in view.groups if group.is_closed}
    edges: defaultdict[str, list[MapEdge]] = defaultdict(list)
    for edge in view.edges:
        for end in dict.fromkeys((edge.source, edge.target)):
            edges[end].append(edge)
    return Relatives(
        view,
        things,
        part_titles(view),
        {id: tuple(own) for id, own in edges.items()},
        dict(parents),
        {id: rank for rank, id in enumerate(things)},
        frozenset(sections),
    )


def page_map(relatives: Relatives, ids: Collection[str], page_of: Callable[[str], int]) -> ArgumentMap:
    """Return the map of one page, which has the nodes with these ids; `page_of` knows where others are.

    What a node is below, and what is below it, becomes a box that names the page; for what is on several
    other pages, the first is named. Any other relation to another page is a strip in the box of its node.
    """
    writer = _PageWriter(relatives, ids, page_of)
    for id in writer.ids:
        writer.add(id)
    return writer.whole()


class _PageWriter:
    """Collects the content of a page."""

    def __init__(self, relatives: Relatives, ids: Collection[str], page_of: Callable[[str], int]) -> None:
        self._relatives = relatives
        # In the order of the map.
        self.ids = dict.fromkeys(sorted(ids, key=relatives.ranks.__getitem__))
        self._page_of = page_of
        self._edges: dict[str, MapEdge] = {}
        self._references: dict[str, _Thing] = {}
        self._strips: defaultdict[str, list[MapStrip]] = defaultdict(list)
        # What is below a node on other pages, by the node, the kind of relation, and the page.
        self._below: defaultdict[tuple[str, int], dict[int, list[str]]] = defaultdict(dict)

    def add(self, id: str) -> None:
        """Add the relations of something on the page."""
        parents = self._relatives.parents
        for edge in self._relatives.edges.get(id, ()):
            other = edge.source if edge.target == id else edge.target
            if other in self.ids:
                self._edges[edge.id] = edge
            elif parents.get(other) is edge:
                pages = self._below[id, net_rank(edge)]
                pages.setdefault(self._page_of(other), []).append(other)
            elif parents.get(id) is not edge and isinstance(self._relatives.things[id], MapNode):
                self._strips[id].append(self._strip(edge, id, other))
            else:
                is_tree = parents.get(id) is edge
                self._edges[edge.id] = self._to_box(edge, other, self._named(other), is_near=is_tree)

    def whole(self) -> ArgumentMap:
        """Return the map."""
        for pages in self._below.values():
            self._add_below(pages)
        view, things = self._relatives.map, self._relatives.things
        own = [things[id] for id in self.ids]
        nodes = [self._filled(thing) for thing in own if isinstance(thing, MapNode)]
        boxes = [box for box in self._references.values() if isinstance(box, MapNode)]
        closed = [box for box in self._references.values() if isinstance(box, MapGroup)]
        known = {group.id: group for group in view.groups}
        shown = self._around([node.group for node in (*nodes, *boxes)], known)
        shown |= self._around([group.parent for group in closed], known)
        shown |= self._around([thing.id for thing in own if isinstance(thing, MapGroup)], known)
        groups = (*(group for group in view.groups if group.id in shown), *closed)
        return ArgumentMap((*nodes, *boxes), tuple(self._edges.values()), groups)

    def _add_below(self, pages: Mapping[int, list[str]]) -> None:
        """Add references to what is below a node, combining them if there are many."""
        parts = [*pages.values()]
        if len(parts) > _MOST_REFERENCES:
            parts = [[id for part in parts for id in part]]
        for part in parts:
            edge = self._relatives.parents[part[0]]
            more = f" and {len(part) - 1} more" if len(part) > 1 else ""
            self._edges[edge.id] = self._to_box(edge, part[0], self._named(part[0], more))

    def _named(self, id: str, more: str = "") -> str:
        return f"→ {self._title(id)}{more}{self._place(id)}"

    def _title(self, id: str) -> str:
        return shortened(self._relatives.titles[id], _TITLE_LIMIT)

    def _place(self, id: str) -> str:
        return "" if id in self._relatives.sections else f", p. {self._page_of(id)}"

    def _to_box(self, edge: MapEdge, other: str, name: str, *, is_near: bool = True) -> MapEdge:
        """Return an edge to or from a box that refers to its other end.

        A reference to something near is also in its section on this page.
        """
        box = f"{other}-elsewhere"
        if box not in self._references:
            thing = self._relatives.things[other]
            if not is_near:
                thing = _without_section(thing)
            self._references[box] = _reference(thing, box, name, self._page_of(other))
        return _moved(edge, other, box)

    def _strip(self, edge: MapEdge, id: str, other: str) -> MapStrip:
        """Return the reference in a box to what its node supports or attacks, or to what does that to it."""
        name, page = f"{other}-by-{edge.id}", self._page_of(other)
        title, place = self._title(other), self._place(other)
        is_out = edge.source == id
        words = f"→ {edge.verb} {title}{place}" if is_out else f"← {title}{place}: {edge.verb} this"
        shown = self._relatives.things[other]
        if isinstance(shown, MapGroup):
            # References to closed sections are like those to what leads to them.
            shown = self._relatives.things[id]
        node = _reference(shown, name, "", page)
        assert isinstance(node, MapNode)
        return MapStrip(evolve(node, label_title=None, label_text=words), _moved(edge, other, name))

    def _filled(self, node: MapNode) -> MapNode:
        strips = self._strips.get(node.id)
        return evolve(node, strips=(*node.strips, *strips)) if strips else node

    def _around(self, groups: Iterable[str | None], known: Mapping[str, MapGroup]) -> set[str]:
        around: set[str] = set()
        for group in groups:
            while group is not None and group in known and group not in around:
                around.add(group)
                group = known[group].parent
        return around


def _moved(edge: MapEdge, end: str, box: str) -> MapEdge:
    """Return an edge with a reference at one of its ends."""
    if edge.source == end:
        return evolve(edge, source=box)
    return evolve(edge, target=box, target_step=None)


def _without_section(thing: _Thing) -> _Thing:
    if isinstance(thing, MapGroup):
        return evolve(thing, parent=None)
    return evolve(thing, group=None)


def _reference(thing: _Thing, id: str, name: str, page: int) -> _Thing:
    """Return a box that only names something and its page."""
    if isinstance(thing, MapGroup):
        return evolve(thing, id=id, title=name, marks=())
    return MapNode(
        id,
        thing.ref,
        name or None,
        color=thing.color,
        font_color=thing.font_color,
        has_own_color=thing.has_own_color,
        group=thing.group,
        position=thing.position,
        page=page,
    )
