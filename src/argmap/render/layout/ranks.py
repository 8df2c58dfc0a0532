"""The rows of a map: which edges are drawn longer so that the map does not become too wide for a page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from heapq import heappop, heappush
from itertools import count
from math import sqrt

from attrs import evolve, field, frozen

from argmap.maps import ArgumentMap, MapEdge
from argmap.render.layout.columns import column_anchors

# How many nodes of one group may be in a row, most first.
_CAPS = (12, 8, 6, 5, 4, 3)
# So many side by side fit on any screen.
_FEW = 5
# With more nodes than this, no limit makes rows short enough, and every attempt takes time.
_MANY = 1000
# A node is about twice as wide as its row is high; a map should be no wider than five to two.
_WIDEST = 1.3
_HOLD = 3
# Nested groups are not looked into deeper than this.
_DEEPEST = 20


@frozen
class Spacing:
    """How many rows edges span at least, and how strongly they pull, by their ids; by default 1.

    `anchors` are pairs of nodes that no edge joins, the lower one first, with the number of rows between.
    """

    lengths: Mapping[str, int] = field(factory=dict)
    weights: Mapping[str, int] = field(factory=dict)
    anchors: tuple[tuple[str, str, int], ...] = ()


def space_rows(argument_map: ArgumentMap) -> Spacing:
    """Return how far apart the rows of a map should be; nodes without edges are in columns."""
    spacing = _space_related(argument_map)
    return evolve(spacing, anchors=(*spacing.anchors, *column_anchors(argument_map)))


def _space_related(argument_map: ArgumentMap) -> Spacing:
    """Return the spacing of nodes that are connected by edges.

    A claim with thirty supporters would be thirty nodes wide. Instead, what is too much for a row is moved to
    the rows below, starting with nodes that have nothing below them; groups that do not fit side by side go
    one below the other.
    """
    order = _Order.of(argument_map)
    rows: Mapping[str, int] = {}
    caps = (len(order.nodes), *_CAPS) if len(order.nodes) <= _MANY else _CAPS[-2:]
    for cap in caps:
        rows = _rows(order, cap)
        if _is_handy(_width(order, rows), rows):
            return Spacing(dict(_spans(order, rows)))
        rows = _shelved(order, rows)
        if _is_handy(_widest_row(order, rows), rows):
            break
    return Spacing(dict(_spans(order, rows)), dict(_weights(order, rows)), tuple(_anchors(order, rows)))


@frozen(slots=False)
class _Order:
    """What is above and below each node; edges that would close a circle are left out.

    `nodes` have their targets before them; `groups` are the innermost around nodes and closed groups,
    `blocks` the outermost that are not around everything, or the node itself where there is none.
    """

    nodes: tuple[str, ...]
    groups: Mapping[str, str | None]
    blocks: Mapping[str, str]
    outgoing: Mapping[str, list[MapEdge]]
    incoming: Mapping[str, list[MapEdge]]

    @classmethod
    def of(cls, argument_map: ArgumentMap) -> _Order:
        groups = {node.id: node.group for node in argument_map.nodes}
        groups |= {group.id: group.parent for group in argument_map.groups if group.is_closed}
        every: defaultdict[str, list[MapEdge]] = defaultdict(list)
        for edge in argument_map.edges:
            every[edge.source].append(edge)
        nodes = _targets_first(groups, every)
        place = {node: number for number, node in enumerate(nodes)}
        outgoing: defaultdict[str, list[MapEdge]] = defaultdict(list)
        incoming: defaultdict[str, list[MapEdge]] = defaultdict(list)
        for edge in argument_map.edges:
            if place[edge.target] < place[edge.source]:
                outgoing[edge.source].append(edge)
                incoming[edge.target].append(edge)
        return cls(nodes, groups, _find_blocks(argument_map, groups), outgoing, incoming)

    @cached_property
    def has_groups(self) -> bool:
        """Whether some of the nodes are in groups."""
        return any(block != node for node, block in self.blocks.items())

    @cached_property
    def heights(self) -> Mapping[str, int]:
        """The least number of rows that everything below a node needs, by node id."""
        heights = dict.fromkeys(self.nodes, 0)
        for node in reversed(self.nodes):
            for edge in self.outgoing.get(node, ()):
                heights[edge.target] = max(heights[edge.target], heights[node] + 1)
        return heights


def _find_blocks(argument_map: ArgumentMap, groups: Mapping[str, str | None]) -> dict[str, str]:
    paths: dict[str | None, tuple[str, ...]] = {None: ()}
    for group in argument_map.groups:
        paths[group.id] = (*paths[group.parent], group.id)[:_DEEPEST]
    inside = [paths[group] for group in groups.values()]
    depth = 0
    # The heading of a whole document is around all groups, and it is these that go on shelves.
    while (
        len({path[depth] for path in inside if len(path) > depth}) == 1 and max(map(len, inside)) > depth + 1
    ):
        depth += 1
    return {
        node: paths[group][depth] if len(paths[group]) > depth else node for node, group in groups.items()
    }


def _targets_first(nodes: Mapping[str, object], outgoing: Mapping[str, list[MapEdge]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    seen: set[str] = set()
    for start in nodes:
        # Nodes that are being visited, each with the edges that are still to be followed.
        path = [] if start in seen else [(start, iter(outgoing.get(start, ())))]
        seen.add(start)
        while path:
            node, edges = path[-1]
            target = next((edge.target for edge in edges if edge.target not in seen), None)
            if target is None:
                found[node] = None
                path.pop()
            else:
                seen.add(target)
                path.append((target, iter(outgoing.get(target, ()))))
    return tuple(found)


def _rows(order: _Order, cap: int) -> dict[str, int]:
    """Return the row of every node, 0 at the top: below all its targets, with `cap` of a group in a row."""
    rows: dict[str, int] = {}
    missing = {node: len(order.outgoing.get(node, ())) for node in order.nodes}
    numbers = count()
    # Nodes that may be placed now, by group: those with much below them first, because that needs further
    # rows.
    ready: defaultdict[str | None, list[tuple[int, int, str]]] = defaultdict(list)

    def release(node: str) -> None:
        heappush(ready[order.groups[node]], (-order.heights[node], next(numbers), node))

    for node in order.nodes:
        if not missing[node]:
            release(node)
    row = 0
    while ready:
        taken = sorted(heappop(heap) for heap in ready.values() for _ in range(min(cap, len(heap))))
        for *_, node in taken:
            rows[node] = row
            for edge in order.incoming.get(node, ()):
                missing[edge.source] -= 1
                if not missing[edge.source]:
                    release(edge.source)
        for group in [group for group, heap in ready.items() if not heap]:
            del ready[group]
        row += 1
    return rows


def _shelved(order: _Order, rows: Mapping[str, int]) -> dict[str, int]:
    """Return the rows with outermost groups on shelves, one below the other, that are not wider than high."""
    blocks = _blocks(order)
    sizes = {block: _size(rows, nodes) for block, nodes in blocks.items()}
    tops = {block: min(rows[node] for node in nodes) for block, nodes in blocks.items()}
    room = max(_FEW, sqrt(_WIDEST * sum(width * height for width, height in sizes.values())))
    moved: dict[str, int] = {}
    used, floor, start = 0, 0, 0
    for block in sorted(blocks, key=lambda block: tops[block]) if order.has_groups else ():
        width, height = sizes[block]
        if used and used + width > room:
            used, start = 0, floor
        top = max(start, tops[block])
        moved |= {node: rows[node] - tops[block] + top for node in blocks[block]}
        used += width
        floor = max(floor, top + height)
    for node in order.nodes:
        if order.blocks[node] == node:
            above = (moved[edge.target] + 1 for edge in order.outgoing.get(node, ()))
            moved[node] = max(moved.get(node, rows[node]), *above, 0)
    return moved


def _blocks(order: _Order) -> dict[str, list[str]]:
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for node in order.nodes:
        blocks[order.blocks[node]].append(node)
    return blocks


def _size(rows: Mapping[str, int], nodes: list[str]) -> tuple[int, int]:
    counts = Counter(rows[node] for node in nodes)
    return max(counts.values()), max(counts) - min(counts) + 1


def _is_handy(width: int, rows: Mapping[str, int]) -> bool:
    return width <= max(_FEW, _WIDEST * (max(rows.values(), default=0) + 1))


def _width(order: _Order, rows: Mapping[str, int]) -> int:
    """Return how many nodes are side by side if all groups are."""
    widest: defaultdict[str | None, int] = defaultdict(int)
    for (group, _), nodes in Counter((order.groups[node], row) for node, row in rows.items()).items():
        widest[group] = max(widest[group], nodes)
    return sum(widest.values())


def _widest_row(order: _Order, rows: Mapping[str, int]) -> int:
    """Return how many nodes are side by side, where a group is as wide in all its rows."""
    used: Counter[int] = Counter()
    for nodes in _blocks(order).values():
        width, height = _size(rows, nodes)
        top = min(rows[node] for node in nodes)
        used.update(dict.fromkeys(range(top, top + height), width))
    return max(used.values(), default=0)


def _anchors(order: _Order, rows: Mapping[str, int]) -> Iterator[tuple[str, str, int]]:
    """Yield anchors that keep parts of a map below what no edge connects them to.

    Every part is held at one place, by a node in the row above: a long edge costs the engine as much as a
    node in each row that it crosses.
    """
    tops: dict[str, str] = {}
    for node, part in _parts(order).items():
        known = tops.setdefault(part, node)
        if rows[node] < rows[known]:
            tops[part] = node
    above, found = None, None
    for node in sorted(tops.values(), key=rows.__getitem__):
        if found is not None and rows[node] > rows[found]:
            above = found
        if above is not None:
            yield node, above, rows[node] - rows[above]
        found = node


def _parts(order: _Order) -> dict[str, str]:
    """Return for each node one that represents all nodes that are connected to it, directly or not."""
    part: dict[str, str] = {}
    for start in order.nodes:
        pending = [] if start in part else [start]
        while pending:
            node = pending.pop()
            if node not in part:
                part[node] = start
                pending.extend(edge.target for edge in order.outgoing.get(node, ()))
                pending.extend(edge.source for edge in order.incoming.get(node, ()))
    return part


def _spans(order: _Order, rows: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for node in order.outgoing:
        held = _held(order, rows, node)
        span = rows[node] - rows[held.target]
        if span > 1:
            yield held.id, span


def _weights(order: _Order, rows: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield weights that keep groups on their shelves against the pull of other edges between groups."""
    for node, edges in order.outgoing.items():
        held = _held(order, rows, node)
        for edge in edges:
            if order.blocks[edge.target] != order.blocks[node]:
                yield edge.id, _HOLD if edge is held else 0


def _held(order: _Order, rows: Mapping[str, int], node: str) -> MapEdge:
    """Return the edge that holds a node in its place: the one to the lowest node above it."""
    edges, row = order.outgoing[node], rows[node]
    if len(edges) == 1:
        return edges[0]
    return max(edges, key=lambda edge: rows[edge.target] if rows[edge.target] < row else -1)
