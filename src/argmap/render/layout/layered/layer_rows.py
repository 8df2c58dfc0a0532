"""The rows of a map in layers, and the room between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from math import inf

from attrs import field, frozen

from argmap.render.layout.layered.laid_out import Area, LaidOutLayers, rows_of

# In points: room for an arrow head, from a row below to the first line, and between lines.
_HEAD = 15.0
_FOOT = 6.0
# Between vertical lines, and between these and boxes beside them.
APART = 5.0
# Between two rows that have a channel.
_LEAST_GAP = 12.0


@frozen(slots=False)
class LayerRows:
    """The rows of a layout, with the labels of edges as boxes in them."""

    layers: LaidOutLayers
    boxes: list[list[Area]]
    of: dict[str, int] = field(factory=dict)

    @classmethod
    def read(cls, layers: LaidOutLayers) -> LayerRows:
        """Return the rows in which an engine put the nodes of a map."""
        labels = [edge.label for edge in layers.edges.values() if edge.label]
        boxes = rows_of([*layers.nodes.values(), *labels])
        middles = [row[0].middle for row in boxes]
        return cls(
            layers,
            boxes,
            {id: bisect_left(middles, box.middle - 1) for id, box in layers.nodes.items()},
        )

    def channel(self, row: int, left: float, right: float) -> tuple[float, float]:
        """Return the heights between which a line may run sideways above a row.

        These are above everything below it, including headings, or else at least below the headings.
        """
        low = max(_near(self.boxes[row], left, right, lambda box: box.high), default=-inf)
        high = min(_near(self.boxes[row + 1], left, right, lambda box: box.low), default=inf)
        middles = self.boxes[row][0].middle, self.boxes[row + 1][0].middle
        low, high = max(low, middles[0]) + _FOOT, min(high, middles[1]) - _HEAD
        headings = (section.heading for section in self.layers.sections.values())
        inside = [box for box in headings if box and middles[0] < box.middle < middles[1]]
        above = max(_near(inside, left, right, lambda box: box.high + APART), default=low)
        below = min(_near(inside, left, right, lambda box: box.low - APART), default=high)
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
        """Return the distance to what is next to a box."""
        others = (other for other in self.boxes[row] if other is not box)
        if side < 0:
            return min((box.left - other.right for other in others if other.right <= box.left), default=inf)
        return min((other.left - box.right for other in others if other.left >= box.right), default=inf)


def _near(boxes: Iterable[Area], left: float, right: float, side: Callable[[Area], float]) -> Iterator[float]:
    """Yield a side of each box that is above or below a horizontal line."""
    return (side(box) for box in boxes if box.left < right + APART and box.right > left - APART)
