"""Short lines between boxes of which neither is below the other, where there is space for them.

A line has at most two corners, is not longer than two rows of boxes, stays in its section, and touches
nothing on its way. What has no such line becomes a pair of chips.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import TypeAlias

from argmap.maps import MapEdge
from argmap.render.layout.tree.plots import Size
from argmap.render.layout.tree.tree_places import Places, Rect
from argmap.render.layout.tree.wiring import Point

# In points: about two rows of boxes.
_LONGEST = 260
# Around lines nothing else is so near; ends are so far from corners; a head needs so much.
_CLEAR = 5
_CORNER = 12
_HEAD = 14
_SHARES = (2, 1, 3)
_CELL = 80

# The points of a line, and the axis along which it leaves a box.
Line: TypeAlias = tuple[Point, ...]
_Side: TypeAlias = tuple[str, tuple[int, ...]]


def short_lines(
    edges: Iterable[MapEdge],
    places: Places,
    sizes: Mapping[str, Size],
    homes: Mapping[str, str | None],
    headings: Mapping[str, int],
    width: int,
) -> dict[str, Line]:
    """Return the lines of relations for which there is space, from source to target, by the ids of edges.

    `homes` are the sections of nodes, `headings` the widths of the headings of sections, and `width` is that
    of the whole drawing. The first relations have their lines first.
    """
    near = [edge for edge in edges if _may_be_short(edge, places, homes)]
    if not near:
        return {}
    room = _Room(places, headings, width)
    lines: dict[str, Line] = {}
    for edge in near:
        row = sizes[edge.target].places.get(edge.target_step or "")
        ways = sorted(_ways(places.boxes[edge.source], places.boxes[edge.target], row))
        line = next((line for _, line in ways if room.has(line, edge)), None)
        if line is not None:
            lines[edge.id] = line
            room.take(line)
    return lines


def _may_be_short(edge: MapEdge, places: Places, homes: Mapping[str, str | None]) -> bool:
    """Return whether two things are in one section, and not farther apart than a short line is long."""
    if edge.source == edge.target or homes.get(edge.source) != homes.get(edge.target):
        return False
    return _distance(places.boxes[edge.source], places.boxes[edge.target]) <= _LONGEST


class _Room:
    """What is taken, in the cells of a grid: to look whether a line touches something takes constant time."""

    def __init__(self, places: Places, headings: Mapping[str, int], width: int) -> None:
        self._width = width
        self._cells: defaultdict[tuple[int, int], list[tuple[str, Rect]]] = defaultdict(list)
        for id, box in places.boxes.items():
            self._put(id, box)
        for edge, chips in places.chips.items():
            for chip in chips:
                self._put(edge, chip.rect)
                self.take(chip.points, edge)
        for _, _, rect in places.captions:
            self._put("", rect)
        for count in places.counts:
            self._put("", count.rect)
        for group, band in places.bands.items():
            self._put("", Rect(band.left, band.top, min(headings[group], band.width), _CORNER * 2))
        for route in places.routes.values():
            self.take(route.points)

    def take(self, line: Sequence[Point], name: str = "") -> None:
        """Let no other line touch a line."""
        for piece in _pieces(line, 0):
            self._put(name, piece)

    def has(self, line: Line, edge: MapEdge) -> bool:
        """Return whether a line touches nothing: but the boxes at its ends, where it ends."""
        if any(not 0 <= x <= self._width for x, _ in line):
            return False
        pieces = [*_pieces(line, _CLEAR)]
        for number, piece in enumerate(pieces):
            # A box may be touched by the piece that ends at it.
            own = {edge.id}
            own |= {edge.source} if number == 0 else set()
            own |= {edge.target} if number == len(pieces) - 1 else set()
            for cell in _cells(piece):
                if any(name not in own and _touch(piece, rect) for name, rect in self._cells.get(cell, ())):
                    return False
        return True

    def _put(self, name: str, rect: Rect) -> None:
        for cell in _cells(rect):
            self._cells[cell].append((name, rect))


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    left, top, width, height = rect
    across = range(left // _CELL, (left + width) // _CELL + 1)
    return product(across, range(top // _CELL, (top + height) // _CELL + 1))


def _touch(piece: Rect, rect: Rect) -> bool:
    across = piece.left <= rect.right and rect.left <= piece.right
    return across and piece.top <= rect.bottom and rect.top <= piece.bottom


def _pieces(line: Sequence[Point], around: int) -> Iterator[Rect]:
    """Yield the straight pieces of a line, with space at their sides but not at their ends."""
    for (a, b), (c, d) in pairwise(line):
        wide, high = (0, around) if b == d else (around, 0)
        yield Rect(min(a, c) - wide, min(b, d) - high, abs(a - c) + 2 * wide, abs(b - d) + 2 * high)


def _distance(one: Rect, other: Rect) -> int:
    across = max(one.left - other.right, other.left - one.right, 0)
    return across + max(one.top - other.bottom, other.top - one.bottom, 0)


def _ways(source: Rect, target: Rect, row: tuple[int, int] | None) -> Iterator[tuple[int, Line]]:
    """Yield lines that are short enough, straight ones and such with corners, after their lengths."""
    for line in _possible(source, target, row):
        pieces = [abs(a - c) + abs(b - d) for (a, b), (c, d) in pairwise(line)]
        length = sum(pieces)
        if length <= _LONGEST and pieces[0] >= _HEAD and pieces[-1] >= _HEAD:
            yield length, line


def _possible(source: Rect, target: Rect, row: tuple[int, int] | None) -> Iterator[Line]:
    to_sides = _places(target.top + row[0], target.top + row[1], 2) if row else _beside(target)
    to_ends = () if row else _along(target)
    if target.left > source.right:
        yield from _bent_across(source.right, _beside(source), target.left, to_sides)
    if target.right < source.left:
        yield from _bent_across(source.left, _beside(source), target.right, to_sides)
    if target.bottom < source.top:
        yield from map(_turned, _bent_across(source.top, _along(source), target.bottom, to_ends))
    if target.top > source.bottom:
        yield from map(_turned, _bent_across(source.bottom, _along(source), target.top, to_ends))
    yield from _around(source, target, to_sides)
    # From a side of the source to the upper or lower side of the target, and the other way round.
    for y, x in product(_beside(source), to_ends):
        start = source.right if x > source.right else source.left
        if not source.left <= x <= source.right and not target.top <= y <= target.bottom:
            yield (start, y), (x, y), (x, target.top if y < target.top else target.bottom)
    for x, y in product(_along(source), to_sides):
        end = target.right if x > target.right else target.left
        if not target.left <= x <= target.right and not source.top <= y <= source.bottom:
            yield (x, source.top if y < source.top else source.bottom), (x, y), (end, y)


def _bent_across(start: int, starts: Iterable[int], end: int, ends: Iterable[int]) -> Iterator[Line]:
    """Yield lines from one upright side to another that faces it: straight, or bent between them."""
    low, high = min(start, end), max(start, end)
    bends = [*dict.fromkeys(low + (high - low) * share // 8 * 2 for share in _SHARES)]
    for a, b in product(starts, ends):
        if a == b:
            yield (start, a), (end, b)
        elif abs(a - b) > _CLEAR:
            yield from (((start, a), (bend, a), (bend, b), (end, b)) for bend in bends)


def _around(source: Rect, target: Rect, ends: Iterable[int]) -> Iterator[Line]:
    """Yield lines from a side of a box to the same side of another."""
    right, left = max(source.right, target.right) + _HEAD, min(source.left, target.left) - _HEAD
    for a, b in product(_beside(source), ends):
        if abs(a - b) > _CLEAR:
            yield (source.right, a), (right, a), (right, b), (target.right, b)
            yield (source.left, a), (left, a), (left, b), (target.left, b)


def _beside(box: Rect) -> tuple[int, ...]:
    return _places(box.top, box.bottom, _CORNER)


def _along(box: Rect) -> tuple[int, ...]:
    return _places(box.left, box.right, _CORNER)


def _places(low: int, high: int, corner: int) -> tuple[int, ...]:
    """Return where between two corners a line may end: in the middle, or on either side of it."""
    corner = min(corner, (high - low) // 2)
    first, last = low + corner, high - corner
    return tuple(dict.fromkeys(first + (last - first) * share // 8 * 2 for share in (2, 1, 3, 0, 4)))


def _turned(line: Line) -> Line:
    return tuple((y, x) for x, y in line)
