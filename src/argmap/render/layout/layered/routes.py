"""Routes in layers: upright, or from side to side between rows, with one trunk for edges that mean the same.

Engines choose the rows and the order in them, and between which nodes a long edge passes; the lines are ours.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from math import inf

from attrs import field, frozen

from argmap.render.layout.layered.channels import Wire, heights, spread
from argmap.render.layout.layered.laid_out import Area, LaidOutEdge, LaidOutLayers, Point, crossings, rows_of

# In points: room for an arrow head, from a row below to the first line, and between lines.
_HEAD = 15.0
_FOOT = 6.0
# Between upright lines, and between those and boxes beside them.
_APART = 5.0
# From the side of a box to the first upright line beside it: room for an arrow head.
_BESIDE = 9.0
# Sections end 14 points from their boxes: no line is upon their border.
_BESIDE_SECOND = 19.0
_BESIDE_NEXT = 5.0
_CORNER = 12.0
_PORTS = 24.0
_STARTS = 12.0
# What is hardly beside a place is drawn straight above it.
_SEEN = 3.0
_LEAST_GAP = 12.0
# How far a line goes up a trunk that it joins from the side: trunks are round at their corners.
_MEETING = 6.0
# Edges that differ in these do not mean the same.
_LOOKS = ("color", "style", "penwidth", "arrowhead")


@frozen
class Route:
    """The points of an edge from its source on, and whether it gets to its target by itself."""

    points: tuple[Point, ...]
    arrives: bool = True


@frozen
class _Net:
    """Edges with the same target and meaning: the row below which they end, and their way from there on.

    `place` is where they end, from left to right; with a `side` (-1 left, 1 right) they end there, in a row
    of the box that is so high.
    """

    edges: list[LaidOutEdge]
    row: int
    place: float = 0.0
    side: int = 0
    height: float = 0.0


@frozen
class _Leg:
    """A part of an edge, through the channel above a row: from one place to another."""

    edge: str
    start: float
    end: float
    net: Hashable


@frozen(slots=False)
class _Rows:
    """The rows of a layout, with the labels of edges as boxes in them."""

    layers: LaidOutLayers
    boxes: list[list[Area]]
    of: dict[str, int] = field(factory=dict)

    @classmethod
    def read(cls, layers: LaidOutLayers) -> _Rows:
        labels = [edge.label for edge in layers.edges.values() if edge.label]
        boxes = rows_of([*layers.nodes.values(), *labels])
        middles = [row[0].middle for row in boxes]
        return cls(
            layers,
            boxes,
            {id: bisect_left(middles, box.middle - 1) for id, box in layers.nodes.items()},
        )

    def channel(self, row: int, left: float, right: float) -> tuple[float, float]:
        """Return between which heights a line may run from side to side above a row.

        That is above what is below it, headings among that, or else at least below those.
        """
        low = max(_near(self.boxes[row], left, right, lambda box: box.high), default=-inf)
        high = min(_near(self.boxes[row + 1], left, right, lambda box: box.low), default=inf)
        middles = self.boxes[row][0].middle, self.boxes[row + 1][0].middle
        low, high = max(low, middles[0]) + _FOOT, min(high, middles[1]) - _HEAD
        headings = (section.heading for section in self.layers.sections.values())
        inside = [box for box in headings if box and middles[0] < box.middle < middles[1]]
        above = max(_near(inside, left, right, lambda box: box.high + _APART), default=low)
        below = min(_near(inside, left, right, lambda box: box.low - _APART), default=high)
        if above <= high:
            return max(low, above), high
        return low, max(min(below, high), low)

    @property
    def has_room(self) -> bool:
        """Whether there is a channel between all rows."""
        tops = [max(box.high for box in row) for row in self.boxes]
        bottoms = [min(box.low for box in row) for row in self.boxes]
        return all(low + _LEAST_GAP < high for low, high in zip(tops, bottoms[1:], strict=False))

    def beside(self, row: int, box: Area, side: int) -> float:
        """Return how far away what is next to a box is."""
        others = (other for other in self.boxes[row] if other is not box)
        if side < 0:
            return min((box.left - other.right for other in others if other.right <= box.left), default=inf)
        return min((other.left - box.right for other in others if other.left >= box.right), default=inf)


def _near(boxes: Iterable[Area], left: float, right: float, side: Callable[[Area], float]) -> Iterator[float]:
    """Yield a side of each box that is above or below a line from side to side."""
    return (side(box) for box in boxes if box.left < right + _APART and box.right > left - _APART)


def routed(layers: LaidOutLayers) -> dict[str, Route]:
    """Return routes for the edges that lead from the upper side of a box to one above it, by their ids.

    Others are as they were: those in circles, and those whose ends an author put side by side.
    """
    rows = _Rows.read(layers)
    if layers.direction != "BT" or not rows.has_room:
        return {}
    nets = _nets(rows)
    through = _straightened(
        rows, {edge.id: list(_through(rows, edge)) for net in nets.values() for edge in net.edges}
    )
    ends = _ends(rows, nets, through)
    starts = _starts(rows, nets, through, ends)
    legs = list(_legs(rows, nets, through, starts, ends))
    return dict(_routes(rows, nets, starts, ends, legs))


def _nets(rows: _Rows) -> dict[Hashable, _Net]:
    nets: dict[Hashable, _Net] = {}
    for edge in rows.layers.edges.values():
        source, target = rows.of.get(edge.source), rows.of.get(edge.target)
        if edge.attributes.get("tailport") != "n" or source is None or target is None or source >= target:
            continue
        box = rows.layers.nodes[edge.target]
        x, y = edge.path.tip
        side = 0
        if edge.has_step:
            side = 1 if abs(x - box.right) < _SEEN else -1 if abs(x - box.left) < _SEEN else 0
            if not side:
                continue
        is_own = edge.attributes.get("dir") == "both" or "label" in edge.attributes
        means = edge.id if is_own else tuple(edge.attributes.get(name) for name in _LOOKS)
        key = edge.target, side, round(y) if side else 0, means
        nets.setdefault(key, _Net([], target, side=side, height=y)).edges.append(edge)
    return nets


def _through(rows: _Rows, edge: LaidOutEdge) -> Iterator[float]:
    """Yield where an edge passes the rows between its ends."""
    line = list(edge.path.line())
    for row in range(rows.of[edge.source] + 1, rows.of[edge.target]):
        label = edge.label
        if label and any(box is label for box in rows.boxes[row]):
            yield label.left - 1
        else:
            middle = rows.boxes[row][0].middle
            yield _free_place(rows.boxes[row], next(crossings(line, middle), line[-1][0]))


def _free_place(boxes: Iterable[Area], place: float) -> float:
    """Return a place between boxes: engines' lines are there, unless they found no way."""
    left = right = place
    for box in sorted(boxes, key=lambda box: box.left):
        if box.left - _APART < right < box.right + _APART:
            right = box.right + _APART
    for box in sorted(boxes, key=lambda box: -box.right):
        if box.left - _APART < left < box.right + _APART:
            left = box.left - _APART
    return left if place - left < right - place else right


def _straightened(rows: _Rows, through: Mapping[str, list[float]]) -> Mapping[str, list[float]]:
    """Return where edges pass rows, straight upwards as far as nothing else is there."""
    taken: defaultdict[int, list[float]] = defaultdict(list)
    for id, places in through.items():
        for row, place in enumerate(places, rows.of[rows.layers.edges[id].source] + 1):
            insort(taken[row], place)
    for id, places in through.items():
        label = rows.layers.edges[id].label
        for number, row in enumerate(
            range(rows.of[rows.layers.edges[id].source] + 2, rows.of[rows.layers.edges[id].target]), 1
        ):
            before, place = places[number - 1], places[number]
            is_labelled = label is not None and label in rows.boxes[row]
            if before != place and not is_labelled and _is_free(rows.boxes[row], taken[row], before, place):
                taken[row].remove(place)
                insort(taken[row], before)
                places[number] = before
    return through


def _is_free(boxes: Iterable[Area], taken: Sequence[float], wanted: float, place: float) -> bool:
    """Return whether a line that passes a row at a place may pass it elsewhere: nothing is between."""
    low, high = min(wanted, place), max(wanted, place)
    others = [other for other in taken if low - _APART < other < high + _APART and other != place]
    return not others and all(box.right + _APART < low or box.left - _APART > high for box in boxes)


def _ends(
    rows: _Rows, nets: Mapping[Hashable, _Net], through: Mapping[str, Sequence[float]]
) -> dict[Hashable, float]:
    """Return where the trunks of nets are, above the last channel."""
    ends: dict[Hashable, float] = {}
    below: defaultdict[str, list[Hashable]] = defaultdict(list)
    beside: defaultdict[tuple[str, int], list[Hashable]] = defaultdict(list)
    for key, net in nets.items():
        target = net.edges[0].target
        if net.side:
            beside[target, net.side].append(key)
        else:
            below[target].append(key)
    for target, keys in below.items():
        box = rows.layers.nodes[target]
        places = {key: _places(rows, nets[key], through) for key in keys}
        keys.sort(key=lambda key: sum(places[key]) / len(places[key]))
        corner = min(_CORNER, (box.right - box.left) / 2)
        room = min(_PORTS, (box.right - box.left - 2 * corner) / max(len(keys) - 1, 1))
        first = box.center - room * (len(keys) - 1) / 2
        # A line that is alone is straight wherever it meets the box.
        near = (box.right - box.left) / 2 - corner if len(keys) == 1 else _PORTS
        wanted = [_wish(places[key], first + room * number, near) for number, key in enumerate(keys)]
        ends.update(zip(keys, spread(wanted, box.left + corner, box.right - corner, room), strict=True))
    for (target, side), keys in beside.items():
        box = rows.layers.nodes[target]
        free = rows.beside(rows.of[target], box, side) - _APART
        # The lines to the lowest rows are nearest: so they cross none.
        keys.sort(key=lambda key: nets[key].height)
        for number, key in enumerate(keys):
            away = _BESIDE_SECOND + _BESIDE_NEXT * (number - 1) if number else _BESIDE
            widest = _BESIDE_SECOND + _BESIDE_NEXT * (len(keys) - 2) if len(keys) > 1 else _BESIDE
            away *= min(1, free / widest)
            ends[key] = box.right + away if side > 0 else box.left - away
    return ends


def _places(rows: _Rows, net: _Net, through: Mapping[str, Sequence[float]]) -> list[float]:
    """Return the places from which the edges of a net come into its last channel."""
    return [through[edge.id][-1] if through[edge.id] else _center(rows, edge.source) for edge in net.edges]


def _wish(places: Sequence[float], middle: float, near: float) -> float:
    """Return where a trunk had best be: straight above something that is near."""
    nearest = min(places, key=lambda place: abs(place - middle))
    if abs(nearest - middle) <= (near if len(places) == 1 else _PORTS):
        return nearest
    return middle


def _center(rows: _Rows, node: str) -> float:
    return rows.layers.nodes[node].center


def _starts(
    rows: _Rows,
    nets: Mapping[Hashable, _Net],
    through: Mapping[str, Sequence[float]],
    ends: Mapping[Hashable, float],
) -> dict[str, float]:
    """Return where edges start at the upper side of a box: at its middle, or around it if they are many."""
    starts: dict[str, float] = {}
    outgoing: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for key, net in nets.items():
        for edge in net.edges:
            first = through[edge.id][0] if through[edge.id] else ends[key]
            outgoing[edge.source].append((first, edge.id))
    for source, leaving in outgoing.items():
        box = rows.layers.nodes[source]
        corner = min(_CORNER, (box.right - box.left) / 2)
        room = min(_STARTS, (box.right - box.left - 2 * corner) / max(len(leaving) - 1, 1))
        leftmost = box.center - room * (len(leaving) - 1) / 2
        leaving.sort()
        # What is nearly above the middle of a box is reached without a bend.
        wanted = [
            place if abs(place - leftmost - room * number) <= _STARTS else leftmost + room * number
            for number, (place, _) in enumerate(leaving)
        ]
        found = spread(wanted, box.left + corner, box.right - corner, room)
        starts.update((edge, place) for (_, edge), place in zip(leaving, found, strict=True))
    return starts


def _legs(
    rows: _Rows,
    nets: Mapping[Hashable, _Net],
    through: Mapping[str, Sequence[float]],
    starts: Mapping[str, float],
    ends: Mapping[Hashable, float],
) -> Iterator[tuple[int, _Leg]]:
    """Yield the parts of edges by the row above which they are."""
    for key, net in nets.items():
        for edge in net.edges:
            row, place = rows.of[edge.source], starts[edge.id]
            for next_place in through[edge.id]:
                end = place if abs(next_place - place) < _SEEN else next_place
                yield row, _Leg(edge.id, place, end, edge.id)
                row, place = row + 1, end
            start = ends[key] if abs(ends[key] - place) < _SEEN and not through[edge.id] else place
            yield row, _Leg(edge.id, start, ends[key], key)


def _routes(
    rows: _Rows,
    nets: Mapping[Hashable, _Net],
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


def _wire(rows: _Rows, row: int, legs: Sequence[_Leg]) -> Wire:
    starts = tuple(leg.start for leg in legs)
    return Wire(starts, legs[0].end, *rows.channel(row, min(legs[0].end, *starts), max(legs[0].end, *starts)))


def _joined(
    rows: _Rows, net: _Net, end: float, points: Mapping[str, list[Point]], height: float
) -> Iterator[tuple[str, Route]]:
    """Yield the routes of a net: what is common to several is drawn by one of them."""
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
    """Return from where a route comes into its last channel."""
    is_bent = len(points) > 1 and points[-1][1] == height
    return points[-2][0] if is_bent else points[-1][0]
