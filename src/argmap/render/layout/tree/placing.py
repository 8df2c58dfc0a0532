"""From the arrangement of a tree to the places of boxes, chips, sections and routes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.render.layout.tree.column_blocks import (
    column_indent,
    counted_kinds,
    kinds_of,
    rail_indent,
    side_width,
)
from argmap.render.layout.tree.composing import (
    Arrangement,
    Lane,
    Pattern,
    beside_channel,
    beside_tops,
    hook,
    is_hanging,
)
from argmap.render.layout.tree.plots import (
    BAND,
    CAPTION,
    CHIP_GAP,
    CHIP_HEIGHT,
    CHIP_LANE,
    CHIP_LEFT,
    COLUMN_GAP,
    COUNT_HEIGHT,
    HEADING,
    LANE,
    LANE_ROOM,
    RAIL,
    ROW_GAP,
    TREE_GAP,
    Plot,
)
from argmap.render.layout.tree.tree_places import Chip, Count, Places, Rect
from argmap.render.layout.tree.wiring import (
    Net,
    Point,
    comb,
    grouped,
    rail,
    spread_ports,
    wished_port,
)

# How far below the top of a box a line leaves its side where others come in further down.
_ABOVE_LANES = 14


def place(tree: Arrangement, plots: Mapping[str, Plot], ranks: Mapping[str, int], top: int = 0) -> Places:
    """Return the places of all that is in a tree, whose left upper corner is at 0 and `top`."""
    places = Places({}, {}, {}, {}, [], [], {}, {})
    pending = [(tree, 0, top)]
    while pending:
        tree, left, top = pending.pop()
        plot, box = plots[tree.id], _box(tree, left, top)
        if plot.bands or plot.caption:
            _place_sections(tree, plot, box, Rect(left, top, tree.width, tree.height), places)
        if plot.size is not None:
            places.boxes[tree.id] = box
        if plot.stubs:
            _place_chips(plot, box, places)
        if tree.columns or tree.beside:
            pending += _Placed(tree, plot, ranks, (left, top), box, places).children()
    return places


def _place_sections(tree: Arrangement, plot: Plot, box: Rect, whole: Rect, places: Places) -> None:
    left, top, width, height = whole
    for number, band in enumerate(plot.bands):
        around, above = BAND * number, HEADING * number
        places.bands[band] = Rect(left + around, top + above, width - 2 * around, height - above - around)
    if plot.caption:
        rect = Rect(box.left, box.top - CAPTION, box.width, CAPTION)
        places.captions.append((plot.caption, tree.id, rect))


def _place_chips(plot: Plot, box: Rect, places: Places) -> None:
    lane, above = box.left + CHIP_LANE, box.bottom
    for number, stub in enumerate(plot.stubs):
        top = box.bottom + CHIP_GAP + number * (CHIP_HEIGHT + CHIP_GAP)
        rect = Rect(box.left + CHIP_LEFT, top, stub.width, CHIP_HEIGHT)
        points = ((lane, above), (lane, rect.middle), (rect.left, rect.middle))
        places.chips.setdefault(stub.edge, []).append(Chip(stub.is_source, rect, points))
        above = rect.middle


class _Placed:
    """One arrangement at its place, with what is below and beside its box."""

    def __init__(
        self,
        tree: Arrangement,
        plot: Plot,
        ranks: Mapping[str, int],
        corner: Point,
        box: Rect,
        places: Places,
    ) -> None:
        self._tree = tree
        self._plot = plot
        self._ranks = ranks
        self._corner = corner
        self._box = box
        self._places = places
        below = [child for column in tree.columns for child in column]
        self._counted = {**counted_kinds([ranks.get(child.id, 0) for child in below])}
        self._aboves = {child.id: child.top for child in below} if self._counted else {}

    def children(self) -> list[tuple[Arrangement, int, int]]:
        """Return what is below and beside, with its corners; draw what joins it to the box."""
        below, beside = [*self._below()], [*self._beside()] if self._tree.beside else []
        if self._plot.size is not None:
            if below:
                boxes = {child.id: _box(child, left, top) for child, left, top in below}
                match self._tree.pattern:
                    case Pattern.RAIL:
                        self._rails(boxes)
                    case Pattern.FAN:
                        self._fan(boxes)
                    case Pattern.PAIR:
                        self._pair(boxes)
            if beside:
                self._wire_beside(beside)
        return [*below, *beside]

    def _below(self) -> Iterator[tuple[Arrangement, int, int]]:
        tree, columns = self._tree, self._tree.columns
        left, top = self._corner[0] + tree.block_left, self._corner[1] + tree.block_top
        if tree.pattern is Pattern.PAIR:
            widest = max(child.width for side in columns for child in side)
            middle = left + widest + side_width(columns[0], self._ranks)
            corners = [left, middle + side_width(columns[1], self._ranks)]
            for column, corner in zip(columns, corners, strict=True):
                yield from self._stacked(column, corner, top, ROW_GAP, is_counted=True)
            return
        if tree.pattern is Pattern.SHELVES:
            yield from self._shelved(left, top)
            return
        for column in columns:
            indent, gap, is_joined = 0, TREE_GAP, self._plot.size is not None
            if is_joined:
                gap = ROW_GAP
                if tree.pattern is Pattern.RAIL:
                    indent = rail_indent(len(kinds_of(column, self._ranks)))
                else:
                    indent = column_indent(column, self._ranks)
            yield from self._stacked(column, left + indent, top, gap, is_counted=is_joined)
            left += indent + max(child.width for child in column)
            left += COLUMN_GAP if self._plot.size is not None else TREE_GAP

    def _shelved(self, left: int, top: int) -> Iterator[tuple[Arrangement, int, int]]:
        for shelf in self._tree.columns:
            across = left
            for child in shelf:
                yield child, across, top
                across += child.width + TREE_GAP
            top += max(child.height for child in shelf) + TREE_GAP

    def _stacked(
        self, column: Sequence[Arrangement], left: int, top: int, gap: int, *, is_counted: bool
    ) -> Iterator[tuple[Arrangement, int, int]]:
        pending = set(self._counted) if is_counted else set()
        for child in column:
            rank = self._ranks.get(child.id, 0)
            if rank in pending:
                pending.remove(rank)
                top += COUNT_HEIGHT
            yield child, left, top
            top += child.height + gap

    def _beside(self) -> Iterator[tuple[Arrangement, int, int]]:
        children = self._tree.beside
        left = self._box.left + self._plot.width + beside_channel(self._plot, children, self._ranks)
        top = self._box.top - self._plot.above
        for child, shift in zip(children, beside_tops(self._plot, children), strict=True):
            yield child, left, top + shift

    def _rails(self, boxes: Mapping[str, Rect]) -> None:
        to_rows = [child for child in boxes if child in self._plot.rows]
        by_rank = grouped((child for child in boxes if child not in self._plot.rows), self._ranks)
        # Later rails are further out: no tick crosses a rail.
        for number, children in enumerate(reversed(by_rank.values())):
            starts = [(child, (boxes[child].left, boxes[child].middle)) for child in children]
            place = self._box.left + RAIL + LANE * number
            self._places.routes.update(rail(starts, place, ((place, self._box.bottom),)))
        ways: dict[Lane, list[str]] = {}
        for child in to_rows:
            ways.setdefault(self._way(child), []).append(child)
        exits = self._exits(boxes) if ways else {}
        rows = [self._row(children[0]) for children in reversed(ways.values())]
        rows = spread_ports(rows, self._box.top + 4, self._box.bottom - 4)
        for number, (row, children) in enumerate(zip(reversed(rows), ways.values(), strict=True)):
            lane = self._corner[0] + self._tree.lane + LANE * number
            starts = [(child, (boxes[child].right, exits[child])) for child in children]
            self._places.routes.update(rail(starts, lane, ((lane, row), (self._box.right, row))))
        self._count(by_rank, boxes)

    def _exits(self, boxes: Mapping[str, Rect]) -> dict[str, int]:
        """Return how far down lines leave the right sides of boxes: above lanes that come in there."""
        below = [child for column in self._tree.columns for child in column]
        return {
            child.id: boxes[child.id].top + _ABOVE_LANES if child.lane else boxes[child.id].middle
            for child in below
        }

    def _row(self, child: str) -> int:
        """Return how far down the middle of the row is on which a child bears."""
        return self._box.top + sum(self._plot.rows[child]) // 2

    def _pair(self, boxes: Mapping[str, Rect]) -> None:
        pros, cons = self._tree.columns
        widest = max(child.width for side in self._tree.columns for child in side)
        middle = self._corner[0] + self._tree.block_left + widest + side_width(pros, self._ranks)
        for side, sign in ((pros, -1), (cons, 1)):
            by_rank = grouped((child.id for child in side), self._ranks)
            for number, (_, children) in enumerate(reversed(by_rank.items())):
                place = middle + sign * (LANE + LANE * number)
                starts = [
                    (child, (boxes[child].right if sign < 0 else boxes[child].left, boxes[child].middle))
                    for child in children
                ]
                self._places.routes.update(rail(starts, place, ((place, self._box.bottom),)))
            self._count(by_rank, boxes, is_right=sign < 0)

    def _count(
        self, by_rank: Mapping[int, Sequence[str]], boxes: Mapping[str, Rect], *, is_right: bool = False
    ) -> None:
        """Say above the first children of a kind how many of it there are in all columns."""
        for rank, children in by_rank.items():
            number = self._counted.pop(rank, 0)
            if number:
                first = boxes[children[0]]
                # Sections that begin there have their bands and captions below it.
                top = first.top - self._aboves[children[0]] - COUNT_HEIGHT
                rect = Rect(first.left, top, first.width, COUNT_HEIGHT)
                self._places.counts.append(Count(children[-1], number, rect, is_right))

    def _fan(self, boxes: Mapping[str, Rect]) -> None:
        ends: dict[Lane, list[tuple[int, str, tuple[Point, ...]]]] = {}
        left = self._corner[0] + self._tree.block_left
        top = self._corner[1] + self._tree.block_top
        for column in self._tree.columns:
            if is_hanging(column):
                child = column[0]
                point = (left + hook(child), boxes[child.id].top)
                ends.setdefault(self._way(child.id), []).append((point[0], child.id, (point,)))
                left += child.width + COLUMN_GAP
            else:
                by_rank = grouped((child.id for child in column), self._ranks)
                for number, children in enumerate(reversed(by_rank.values())):
                    place = left + RAIL + LANE * number
                    starts = [(child, (boxes[child].left, boxes[child].middle)) for child in children]
                    self._places.routes.update(rail(starts[:-1], place, ()))
                    last, start = starts[-1]
                    ends.setdefault(self._way(last), []).append((place, last, (start, (place, start[1]))))
                self._count(by_rank, boxes)
                left += rail_indent(len(by_rank)) + max([child.width for child in column]) + COLUMN_GAP
        all_nets, ports = self._ported(sorted(ends.items(), key=lambda one: one[1][0][0]))
        self._places.routes.update(comb(all_nets, ports, floor=top))

    def _way(self, child: str) -> Lane:
        return self._plot.rows.get(child), self._ranks[child]

    def _ported(
        self, ways: Sequence[tuple[Lane, list[tuple[int, str, tuple[Point, ...]]]]]
    ) -> tuple[list[Net], list[int]]:
        """Return nets from below with their ports: at the lower side of the box, or lanes at its sides."""
        box = self._box
        below = [Net(each, ()) for way, each in ways if way[0] is None]
        low, high = box.left + self._plot.ports[0], box.left + self._plot.ports[1]
        ports = spread_ports([wished_port(net, low, high) for net in below], low, high)
        all_nets = [Net(net.ends, ((port, box.bottom),)) for net, port in zip(below, ports, strict=True)]
        if not self._plot.rows:
            return all_nets, ports
        to_rows = [each for way, each in ways if way[0] is not None]
        # The outermost lanes go straight up from what is nearly below them.
        heights = [self._row(each[0][1]) for each in to_rows]
        heights = spread_ports(heights, box.top + 4, box.bottom - 4)
        for number, each in enumerate(to_rows[:-1]):
            lane = box.left - LANE_ROOM - LANE * (len(to_rows) - 2 - number)
            if number == 0 and lane - LANE <= each[0][0] <= lane:
                lane = each[0][0]
            all_nets.insert(number, Net(each, ((lane, heights[number]), (box.left, heights[number]))))
            ports.insert(number, lane)
        if to_rows:
            lane = self._corner[0] + self._tree.lane
            if lane <= to_rows[-1][-1][0] <= lane + LANE:
                lane = to_rows[-1][-1][0]
            all_nets.append(Net(to_rows[-1], ((lane, heights[-1]), (box.right, heights[-1]))))
            ports.append(lane)
        return all_nets, ports

    def _wire_beside(self, beside: Sequence[tuple[Arrangement, int, int]]) -> None:
        boxes = {child.id: _box(child, left, top) for child, left, top in beside}
        ways: dict[Lane, list[str]] = {}
        for child in boxes:
            ways.setdefault(self._way(child), []).append(child)
        below = [
            Net([(box.middle, id, ((box.middle, box.left),)) for id in ids for box in (boxes[id],)], ())
            for ids in ways.values()
        ]
        wanted: list[int] = []
        for net, (row, _) in zip(below, ways, strict=True):
            start, end = row or (0, self._box.height)
            low, high = self._box.top + start + 4, self._box.top + end - 4
            wanted.append(wished_port(net, min(low, high), max(low, high)))
        ports = spread_ports(wanted, self._box.top + 4, self._box.bottom - 4)
        all_nets = [Net(net.ends, ((port, self._box.right),)) for net, port in zip(below, ports, strict=True)]
        floor = min(box.left for box in boxes.values())
        self._places.routes.update(comb(all_nets, ports, floor=floor, is_turned=True))


def _box(tree: Arrangement, left: int, top: int) -> Rect:
    return Rect(left + tree.left, top + tree.top, *tree.box)
