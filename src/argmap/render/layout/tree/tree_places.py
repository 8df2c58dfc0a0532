"""Places: where the boxes, lines, chips and sections of a tree are."""

from __future__ import annotations

from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.wiring import Point, TreeRoute


class Rect(NamedTuple):
    """A rectangle, by its left upper corner and its size, in points; y grows downwards."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def middle(self) -> int:
        """How far down its middle is."""
        return self.top + self.height // 2


class Count(NamedTuple):
    """How many relations of a kind lead to one thing: said beside the route of an edge."""

    edge: str
    number: int
    rect: Rect
    is_right: bool = False


class Chip(NamedTuple):
    """What is at an end of a relation that is no line: its place, and the line from the box to it."""

    is_source: bool
    rect: Rect
    points: tuple[Point, ...]


class Places(NamedTuple):
    """Where everything is: boxes by node, routes by the node that is below, chips by edge, and sections.

    `bands` are around whole trees, `captions` are above boxes, with the node that they are above; `lines` are
    those of relations that make no tree, by edge, from source to target; `joints` are where premises that
    bear together come together, by argument.
    """

    boxes: dict[str, Rect]
    routes: dict[str, TreeRoute]
    chips: dict[str, list[Chip]]
    bands: dict[str, Rect]
    captions: list[tuple[tuple[str, ...], str, Rect]]
    counts: list[Count]
    lines: dict[str, tuple[Point, ...]]
    joints: dict[str, Point]
