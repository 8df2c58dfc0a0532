"""Routes of relations: trunks that those of a kind share, with an arrow head at what they lead to.

Routes are straight pieces, from the box below to the one above. What several share is drawn once, by one of
them; the others end where they meet it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.plots import HEAD_ROOM, LANE

Point: TypeAlias = tuple[int, int]

_MEETING = 6
_NEAR = 10
_MOST_SPREAD = 14


class TreeRoute(NamedTuple):
    """The points of a relation from what is below to what is above; whether it gets there by itself."""

    points: tuple[Point, ...]
    arrives: bool = True


class Net(NamedTuple):
    """Relations of a kind to one thing: the places on a bus from which they come, with edges and routes.

    `tip` are the points from the bus to where their arrow head is, without the first place along the bus.
    """

    ends: Sequence[tuple[int, str, tuple[Point, ...]]]
    tip: tuple[Point, ...]


def spread_ports(wanted: Sequence[int], low: int, high: int) -> list[int]:
    """Return places near those that are wanted, between two others, in their order and not too near.

    >>> spread_ports([5, 5, 40], 0, 50)
    [5, 19, 40]
    """
    room = min(_MOST_SPREAD, (high - low) // max(len(wanted) - 1, 1) // 2 * 2)
    places: list[int] = []
    for place in wanted:
        least = places[-1] + room if places else low
        places.append(max(min(place, high), least))
    ceiling = high
    for number in reversed(range(len(places))):
        places[number] = min(places[number], ceiling)
        ceiling = places[number] - room
    return places


def wished_port(net: Net, low: int, high: int) -> int:
    """Return where a trunk had best leave a bus: above its middle, or straight above something near it."""
    places = sorted([end[0] for end in net.ends])
    middle = (places[0] + places[-1]) // 2
    nearest = min(places, key=lambda place: abs(place - middle))
    wish = nearest if abs(nearest - middle) <= _NEAR else middle
    return max(low, min(wish, high))


def comb(
    all_nets: Sequence[Net], ports: Sequence[int], *, floor: int, is_turned: bool = False
) -> Iterator[tuple[str, TreeRoute]]:
    """Yield the routes of nets by buses above `floor`, where children begin, each to its port.

    Places are along the bus. With `is_turned` the bus is upright and children are right of it.
    """
    levels = _levels(all_nets, ports)
    for net, port, level in zip(all_nets, ports, levels, strict=True):
        bus = floor - HEAD_ROOM - LANE * level
        for edge, points, arrives in _branches(net, port, bus):
            turned = tuple((across, along) for along, across in points) if is_turned else points
            yield edge, TreeRoute(turned, arrives)


def _branches(net: Net, port: int, bus: int) -> Iterator[tuple[str, tuple[Point, ...], bool]]:
    if len(net.ends) == 1:
        place, edge, points = net.ends[0]
        bend = ((place, bus), (port, bus)) if place != port else ()
        yield edge, (*points, *bend, *net.tip), True
        return
    ends = sorted(net.ends, key=lambda end: end[0])
    straight = next((end for end in ends if end[0] == port), None)
    left = [end for end in ends if end[0] < port]
    right = [end for end in ends if end[0] > port]
    carrier = straight or (left[0] if left else right[-1])
    outermost = {end[1] for end in (*left[:1], *right[-1:])}
    for end in ends:
        place, edge, points = end
        if end is straight:
            yield edge, (*points, *net.tip), True
        elif edge not in outermost:
            yield edge, (*points, (place, bus)), False
        elif end is carrier:
            yield edge, (*points, (place, bus), (port, bus), *net.tip), True
        else:
            yield edge, (*points, (place, bus), (port, bus), (port, bus - _MEETING)), False


def _levels(all_nets: Sequence[Net], ports: Sequence[int]) -> list[int]:
    """Return how far from the children the bus of each net is, such that it crosses no trunk of another."""
    if len(all_nets) == 1:
        return [0]
    along = [(port, *[end[0] for end in net.ends]) for net, port in zip(all_nets, ports, strict=True)]
    spans = [(min(places), max(places)) for places in along]
    levels = [0] * len(spans)
    # A net is above those whose bus passes below its port: first those that come from its left.
    for number, port in enumerate(ports):
        below = [levels[other] + 1 for other in range(number) if spans[other][1] > port - LANE]
        levels[number] = max(below, default=0)
    for number, port in reversed([*enumerate(ports)]):
        later = range(number + 1, len(ports))
        below = [levels[other] + 1 for other in later if spans[other][0] < port + LANE]
        levels[number] = max([levels[number], *below])
    return [min(level, len(spans) - 1) for level in levels]


def rail(
    children: Iterable[tuple[str, Point]], place: int, tip: tuple[Point, ...]
) -> Iterator[tuple[str, TreeRoute]]:
    """Yield routes by an upright rail at a place; the last child's route goes on by the tip, if there is one.

    Children are given with the place at the side of their box where their routes begin.
    """
    pending = [*children]
    for number, (edge, start) in enumerate(pending):
        is_last = number == len(pending) - 1
        if is_last and tip:
            yield edge, TreeRoute((start, (place, start[1]), *tip))
        else:
            yield edge, TreeRoute((start, (place, start[1])), False)


def before_end(points: Sequence[Point], length: int) -> Point:
    """Return what is so far before the end of a line, on its last piece.

    >>> before_end([(0, 9), (5, 9), (5, 0)], 4)
    (5, 4)
    """
    (a, b), (c, d) = points[-2], points[-1]
    across, along = max(-length, min(a - c, length)), max(-length, min(b - d, length))
    return c + across, d + along


def grouped(children: Iterable[str], ranks: Mapping[str, int]) -> dict[int, list[str]]:
    """Return children by the kinds of their relations, in their order."""
    kinds: dict[int, list[str]] = {}
    for child in children:
        kinds.setdefault(ranks[child], []).append(child)
    return kinds
