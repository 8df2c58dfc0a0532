"""Routes in layers: vertical, or sideways between rows, with one trunk for edges that mean the same.

Engines choose the rows, the order in them, and the nodes between which a long edge passes; the lines are
ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from attrs import frozen

from argmap.render.layout.layered.channels import Wire, heights
from argmap.render.layout.layered.edge_ends import places_of_ends, places_of_starts
from argmap.render.layout.layered.edge_nets import SEEN, EdgeNet, nets_of
from argmap.render.layout.layered.laid_out import LaidOutLayers, Point
from argmap.render.layout.layered.layer_rows import LayerRows
from argmap.render.layout.layered.passages import passages

# How far a line goes up a trunk that it joins from the side: trunks have round corners.
_MEETING = 6.0


@frozen
class Route:
    """The points of an edge from its source on, and whether it reaches its target itself."""

    points: tuple[Point, ...]
    arrives: bool = True


@frozen
class _Leg:
    """A part of an edge, through the channel above a row: from one place to another."""

    edge: str
    start: float
    end: float
    net: Hashable


def routed(layers: LaidOutLayers) -> dict[str, Route]:
    """Return routes for the edges that lead from the upper side of a box to one above it, by their ids.

    Other edges keep their routes: those in circles, and those whose ends an author put side by side.
    """
    rows = LayerRows.read(layers)
    if layers.direction != "BT" or not rows.has_room:
        return {}
    nets = nets_of(rows)
    through = passages(rows, nets.values())
    ends = places_of_ends(rows, nets, through)
    starts = places_of_starts(rows, nets, through, ends)
    legs = list(_legs(rows, nets, through, starts, ends))
    return dict(_routes(rows, nets, starts, ends, legs))


def _legs(
    rows: LayerRows,
    nets: Mapping[Hashable, EdgeNet],
    through: Mapping[str, Sequence[float]],
    starts: Mapping[str, float],
    ends: Mapping[Hashable, float],
) -> Iterator[tuple[int, _Leg]]:
    """Yield the parts of edges with the row that they are above."""
    for key, net in nets.items():
        for edge in net.edges:
            row, place = rows.of[edge.source], starts[edge.id]
            for next_place in through[edge.id]:
                end = place if abs(next_place - place) < SEEN else next_place
                yield row, _Leg(edge.id, place, end, edge.id)
                row, place = row + 1, end
            start = ends[key] if abs(ends[key] - place) < SEEN and not through[edge.id] else place
            yield row, _Leg(edge.id, start, ends[key], key)


def _routes(
    rows: LayerRows,
    nets: Mapping[Hashable, EdgeNet],
    starts: Mapping[str, float],
    ends: Mapping[Hashable, float],
    legs: Sequence[tuple[int, _Leg]],
) -> Iterator[tuple[str, Route]]:
    channels: defaultdict[int, dict[Hashable, list[_Leg]]] = defaultdict(dict)
    for row, leg in legs:
        channels[row].setdefault(leg.net, []).append(leg)
    levels: dict[tuple[int, Hashable], float] = {}
    for row, by_net in channels.items():
        wires = [_wire(rows, row, each) for each in by_net.values()]
        found = heights(wires)
        levels.update(((row, net), height) for net, height in zip(by_net, found, strict=True))
    points: defaultdict[str, list[Point]] = defaultdict(list)
    for row, leg in legs:
        height = levels[row, leg.net]
        if not points[leg.edge]:
            source = rows.layers.edges[leg.edge].source
            points[leg.edge].append((leg.start, rows.layers.nodes[source].high))
        if leg.start != leg.end:
            points[leg.edge] += [(leg.start, height), (leg.end, height)]
    for key, net in nets.items():
        yield from _joined(rows, net, ends[key], points, levels[net.row - 1, key])


def _wire(rows: LayerRows, row: int, legs: Sequence[_Leg]) -> Wire:
    starts = tuple(leg.start for leg in legs)
    return Wire(starts, legs[0].end, *rows.channel(row, min(legs[0].end, *starts), max(legs[0].end, *starts)))


def _joined(
    rows: LayerRows, net: EdgeNet, end: float, points: Mapping[str, list[Point]], height: float
) -> Iterator[tuple[str, Route]]:
    """Yield the routes of a net; a part that several share is drawn by one of them."""
    box = rows.layers.nodes[net.edges[0].target]
    tip = [(end, net.height), (box.right if net.side > 0 else box.left, net.height)]
    tip = tip if net.side else [(end, box.low)]
    places = {edge.id: _last_place(points[edge.id], height) for edge in net.edges}
    left = min(places, key=lambda id: places[id])
    right = max(places, key=lambda id: places[id])
    straight = next((id for id, place in places.items() if place == end), None)
    carrier = straight or (left if places[left] < end else right)
    for edge in net.edges:
        own = points[edge.id]
        if edge.id == carrier:
            yield edge.id, Route((*own, *tip))
        elif (edge.id == left and places[left] < end) or (edge.id == right and places[right] > end):
            yield edge.id, Route((*own, (end, height + _MEETING)), arrives=False)
        elif places[edge.id] == end:
            yield edge.id, Route((*own, (end, height)), arrives=False)
        else:
            yield edge.id, Route(tuple(own[:-1]), arrives=False)


def _last_place(points: Sequence[Point], height: float) -> float:
    """Return the place from which a route enters its last channel."""
    is_bent = len(points) > 1 and points[-1][1] == height
    return points[-2][0] if is_bent else points[-1][0]
