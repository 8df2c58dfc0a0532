"""What has to be known of nodes before they are placed, and how much space is between them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from argmap.equality import equality, value_hash
from argmap.named_tuples import NamedTuple
from argmap.representation import representation

# All in points and even, so that whatever is centred is at whole points.
# Between siblings one below the other, and side by side.
ROW_GAP = 14
COLUMN_GAP = 20
# Between trees, which nothing joins.
TREE_GAP = 22
# Between what is parallel: rails, buses, arrow heads at the same side.
LANE = 8
# From a rail to the boxes beside it, and from the side of a box to the first rail.
TICK = 14
RAIL = 10
# Below a box, before the first bus or box: room for an arrow head.
HEAD_ROOM = 14
# From a box to the only one below it, from which a line goes straight up.
STRAIGHT = 20
# From the side of a box to the first lane beside it: room for an arrow head.
LANE_ROOM = 16
# Above the first of many children of a kind, for how many they are.
COUNT_HEIGHT = 18
MANY = 6
# A section around what is in it: at the sides and below, and above, where its heading is.
BAND = 10
HEADING = 24
CAPTION = 16
CHIP_HEIGHT = 18
CHIP_GAP = 4
# Where chips below a box begin; what leads to the box is left of them.
CHIP_LEFT = 58
CHIP_LANE = 50
_CHIP_PORTS = (RAIL, 38)
# As far as rails are, so that what comes from them goes straight up.
_CORNER = RAIL


class Size(NamedTuple):
    """The size of a box, and where in it edges can end: from the top down, by step."""

    width: int
    height: int
    places: Mapping[str, tuple[int, int]]


class Stub(NamedTuple):
    """What is at one end of a relation that is not drawn as a line: a chip that names the other end."""

    edge: str
    is_source: bool
    width: int


@frozen
class Plot:
    """A node with what hangs on it: chips below it, a caption above it, bands of sections around its tree.

    Without a size it is no box but holds trees together. `heading` is the width of the widest heading of its
    bands; `rows` are the rows of the box on which those bear that are beside it, from its top down.

    What follows from these is asked for so often that it is worked out once: the `box` alone; `width` and
    `height` with its chips and what is `above` it; the `ports` at the lower side of the box, between which
    edges may end, and the `port` in the middle of them.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    id: str
    size: Size | None = None
    stubs: tuple[Stub, ...] = ()
    bands: tuple[str, ...] = ()
    heading: int = 0
    caption: tuple[str, ...] = ()
    rows: Mapping[str, tuple[int, int]] = field(factory=dict)
    box: tuple[int, int] = field(init=False, eq=False, repr=False)
    width: int = field(init=False, eq=False, repr=False)
    above: int = field(init=False, eq=False, repr=False)
    height: int = field(init=False, eq=False, repr=False)
    ports: tuple[int, int] = field(init=False, eq=False, repr=False)
    port: int = field(init=False, eq=False, repr=False)

    @box.default
    def _box(self) -> tuple[int, int]:
        return self.size[:2] if self.size else (0, 0)

    @width.default
    def _width(self) -> int:
        width = self.box[0]
        return max([width, *[CHIP_LEFT + stub.width for stub in self.stubs]]) if self.stubs else width

    @above.default
    def _above(self) -> int:
        return CAPTION if self.caption else 0

    @height.default
    def _height(self) -> int:
        return self.above + self.box[1] + len(self.stubs) * (CHIP_HEIGHT + CHIP_GAP)

    @ports.default
    def _ports(self) -> tuple[int, int]:
        if self.stubs:
            return _CHIP_PORTS
        corner = min(_CORNER, self.box[0] // 2)
        return corner, self.box[0] - corner

    @port.default
    def _port(self) -> int:
        low, high = self.ports
        return (low + high) // 4 * 2
