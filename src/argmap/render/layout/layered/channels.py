"""Channels between rows: the heights at which lines run sideways so that few of them cross."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.named_tuples import NamedTuple

# Lines that are closer would look like one.
_NEAR = 4.0
_OVERLAP = 10
_IMPOSSIBLE = 1000
# Distances between parallel lines, best first.
_STEPS = (8.0, 6.0, 4.0, 3.0, 2.0, 1.0, 0.5)


class Wire(NamedTuple):
    """Lines that come from below at some places and continue upwards at one, and their possible heights."""

    starts: tuple[float, ...]
    end: float
    low: float
    high: float

    @property
    def left(self) -> float:
        """The leftmost place that it reaches."""
        return min(self.end, *self.starts)

    @property
    def right(self) -> float:
        """The rightmost place that it reaches."""
        return max(self.end, *self.starts)

    @property
    def is_straight(self) -> bool:
        """Whether it does not have to run sideways."""
        return self.left == self.right


def heights(wires: Sequence[Wire]) -> list[float]:
    """Return the heights at which wires run sideways.

    Wires that share a part of their way run at different heights, in an order in which they cross as little
    as possible: each is put where it crosses the fewest of those that are already placed.

    >>> heights([Wire((0.0,), 9.0, 0.0, 10.0), Wire((20.0,), 40.0, 0.0, 20.0)])
    [5.0, 10.0]
    >>> heights([Wire((0.0,), 30.0, 0.0, 8.0), Wire((20.0,), 40.0, 0.0, 8.0)])
    [8.0, 0.0]
    """
    order: list[int] = []
    for number in sorted(range(len(wires)), key=lambda number: (wires[number].left, number)):
        if not wires[number].is_straight:
            order.insert(_best_place(wires[number], [wires[other] for other in order]), number)
    least, most = {}, {}
    for step in _STEPS:
        least = _least(wires, order, step)
        most = _least([_turned(wire) for wire in wires], order[::-1], step)
        if all(least[number] <= -most[number] for number in order):
            break
    return [
        (least[number] - most[number]) / 2 if number in least else (wire.low + wire.high) / 2
        for number, wire in enumerate(wires)
    ]


def _turned(wire: Wire) -> Wire:
    """Return a wire upside down."""
    return wire._replace(low=-wire.high, high=-wire.low)


def _least(wires: Sequence[Wire], order: Sequence[int], step: float) -> dict[int, float]:
    """Return the least heights of wires, in their order, at this distance above those that they meet."""
    found: dict[int, float] = {}
    for place, number in enumerate(order):
        below = (found[other] + step for other in order[:place] if _meet(wires[other], wires[number]))
        found[number] = max([wires[number].low, *below])
    return found


def _best_place(wire: Wire, others: Sequence[Wire]) -> int:
    """Return the position of a wire among others, lowest first, at which it crosses them least."""
    costs = [sum(_cost(wire, other) for other in others)]
    for other in others:
        costs.append(costs[-1] - _cost(wire, other) + _cost(other, wire))
    return min(range(len(costs)), key=costs.__getitem__)


def _cost(lower: Wire, upper: Wire) -> int:
    """Return how often wires cross if one is below the other, and, worse, how often they coincide."""
    crossed = int(upper.left < lower.end < upper.right)
    crossed += sum(lower.left < start < lower.right for start in upper.starts)
    crossed += _IMPOSSIBLE * (upper.high < lower.low)
    return crossed + _OVERLAP * sum(abs(lower.end - start) < _NEAR for start in upper.starts)


def _meet(wire: Wire, other: Wire) -> bool:
    return wire.left - _NEAR < other.right and other.left - _NEAR < wire.right


def spread(wanted: Sequence[float], low: float, high: float, room: float) -> list[float]:
    """Return places near the wanted ones, in the same order, between two limits and apart from each other.

    >>> spread([5, 5, 40], 0, 50, 10)
    [5, 15, 40]
    """
    if len(wanted) > 1:
        room = min(room, (high - low) / (len(wanted) - 1))
    places: list[float] = []
    for place in wanted:
        least = places[-1] + room if places else low
        places.append(max(min(place, high), least))
    ceiling = high
    for number in reversed(range(len(places))):
        places[number] = min(places[number], ceiling)
        ceiling = places[number] - room
    return places
