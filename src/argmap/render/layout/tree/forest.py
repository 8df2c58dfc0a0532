"""Which relations of a map make its trees: each node below the first thing on which it bears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from argmap.maps import ArgumentMap, MapEdge
from argmap.maps.joined_premises import joined_premises
from argmap.model import RelationKind
from argmap.named_tuples import NamedTuple

ORDERS = ("kind", "text")
_KINDS = tuple(RelationKind)
# The rank of premises that bear together: before all that each bears alone.
_JOINED = -1


class Forest(NamedTuple):
    """The trees of a map, by the ids of its nodes.

    `order` has all nodes, parents before their children; `edges` are the relations of nodes to their
    parents, by the node that is below, and `others` are the rest, in the order of the map.
    """

    order: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]
    edges: Mapping[str, MapEdge]
    others: tuple[MapEdge, ...]
    roots: tuple[str, ...] = ()


def plant(argument_map: ArgumentMap, *, order: str = "kind") -> Forest:
    """Return the trees of a map; children are in the order of the text, with `kind` supports come first.

    A node is below the target of its first relation, rather within its section than out of it. Where
    relations go round in a circle, the first node of the circle is on top.

    >>> forest = plant(ArgumentMap())
    >>> forest.order, forest.others
    ((), ())
    """
    ids = _ids(argument_map)
    places = {id: place for place, id in enumerate(ids)}
    homes = {node.id: node.group for node in argument_map.nodes}
    homes |= {group.id: group.parent for group in argument_map.groups if group.is_closed}
    written = _text_places(argument_map)
    edges = _parents(ids, _upwards(argument_map.edges, places, homes, written))
    below: defaultdict[str, list[str]] = defaultdict(list)
    for child in sorted(edges, key=lambda child: (written[edges[child].id], places[child])):
        below[parent_of(edges[child], child)].append(child)
    if order == "kind":
        joined = joined_premises(argument_map)
        for siblings in below.values():
            siblings.sort(key=lambda child: _rank(edges[child], joined))
    roots = tuple(id for id in ids if id not in edges)
    children = {id: tuple(below[id]) for id in ids if id in below}
    taken = {edge.id for edge in edges.values()}
    others = tuple(edge for edge in argument_map.edges if edge.id not in taken)
    return Forest(tuple(_downwards(roots, children)), children, edges, others, roots)


def parent_of(edge: MapEdge, child: str) -> str:
    """Return the other end of an edge."""
    return edge.source if edge.target == child else edge.target


def net_rank(edge: MapEdge) -> int:
    """Return the place of an edge among the kinds: what supports first, then what attacks, questions last.

    Edges to one target that have the same share a trunk.
    """
    rank = _KINDS.index(edge.kind)
    if edge.is_asked:
        return rank + 2 * len(_KINDS)
    return rank if edge.kind.is_supporting else rank + len(_KINDS)


def trunk_ranks(argument_map: ArgumentMap, forest: Forest) -> dict[str, int]:
    """Return for each child the rank of its edge: premises that bear together have a trunk of their own."""
    joined = joined_premises(argument_map)
    return {child: _JOINED if edge.id in joined else net_rank(edge) for child, edge in forest.edges.items()}


def _rank(edge: MapEdge, joined: Container[str]) -> int:
    return _JOINED if edge.id in joined else net_rank(edge)


def is_joined(rank: int) -> bool:
    """Return whether edges of such a rank lead from premises that bear together."""
    return rank == _JOINED


def is_supporting(rank: int) -> bool:
    """Return whether edges of such a rank support what they lead to."""
    return rank < len(_KINDS)


def _ids(argument_map: ArgumentMap) -> list[str]:
    """Return nodes and closed groups in the order of the text, as far as the map knows it."""
    closed = [group.id for group in argument_map.groups if group.is_closed]
    numbered = [(node.position is None, node.position or 0, node.id) for node in argument_map.nodes]
    # What has no place keeps the order of the map.
    return [id for *_, id in sorted(numbered, key=lambda one: one[:2])] + closed


def _text_places(argument_map: ArgumentMap) -> dict[str, tuple[bool, int, int]]:
    """Return for each edge where its author wrote it; an edge that follows is where its source is."""
    sources = {node.id: node.position for node in argument_map.nodes}
    places = {}
    for rank, edge in enumerate(argument_map.edges):
        position = sources.get(edge.source) if edge.position is None else edge.position
        places[edge.id] = (position is None, position or 0, rank)
    return places


def _upwards(
    edges: Iterable[MapEdge],
    places: Mapping[str, int],
    homes: Mapping[str, str | None],
    written: Mapping[str, tuple[bool, int, int]],
) -> dict[str, list[MapEdge]]:
    """Return for each node the relations by which it may be below another, the best first."""
    upwards: defaultdict[str, list[MapEdge]] = defaultdict(list)
    for edge in edges:
        child = edge.source
        if edge.kind.is_symmetric and not edge.is_asked:
            child = max(edge.source, edge.target, key=places.__getitem__)
        if edge.source != edge.target:
            upwards[child].append(edge)
    for child, possible in upwards.items():
        possible.sort(key=lambda edge: (homes[parent_of(edge, child)] != homes[child], written[edge.id]))
    return upwards


def _parents(ids: Sequence[str], upwards: Mapping[str, Sequence[MapEdge]]) -> dict[str, MapEdge]:
    """Return the edge of each node to its parent, such that no node is below itself."""
    edges: dict[str, MapEdge] = {}
    tops = {id: id for id in ids}

    def top(id: str) -> str:
        while tops[id] != id:
            # Paths are halved, so that long ones are walked once.
            tops[id] = tops[tops[id]]
            id = tops[id]
        return id

    # The last first: in a circle the first node stays without a parent.
    for child in reversed(ids):
        for edge in upwards.get(child, ()):
            parent = parent_of(edge, child)
            if top(parent) != child:
                edges[child] = edge
                tops[child] = parent
                break
    return edges


def _downwards(roots: Iterable[str], children: Mapping[str, Sequence[str]]) -> Iterator[str]:
    pending = [*reversed([*roots])]
    while pending:
        id = pending.pop()
        yield id
        pending.extend(reversed(children.get(id, ())))
