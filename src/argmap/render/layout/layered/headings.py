"""Keeping headings of sections clear of edges: headings move, and if they cannot, edges bend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from argmap.render.layout.layered.laid_out import Area, LaidOutSection, Point

# Between a heading and an edge, and between a heading and the side of its section, in points.
_CLEARANCE = 6.0
_MARGIN = 8.0
# Between an edge that bends around a heading and the heading, and the side of the section.
_BEND = 4.0
_EDGE = 2.0


def clear_headings(
    sections: Mapping[str, LaidOutSection], lines: Iterable[Sequence[Point]]
) -> dict[str, tuple[float, float]]:
    """Return new places, by section, for headings that lines cross: as far left as possible.

    Headings for which there is no better place are left out.
    """
    moved: dict[str, tuple[float, float]] = {}
    every = [*lines]
    for id, section in sections.items():
        place = _clear_place(section.area, section.heading, every) if section.heading else None
        if place:
            moved[id] = place
    return moved


def bent_around(points: Sequence[Point], section: Area, heading: Area) -> tuple[Point, ...]:
    """Return a route whose vertical parts go around a heading that they would cross.

    >>> bent_around([(5, 0), (5, 40)], Area(0, 0, 30, 30), Area(2, 20, 20, 26))
    ((5, 0), (5, 16.0), (24.0, 16.0), (24.0, 30.0), (5, 30.0), (5, 40))
    """
    low, high = heading.low - _BEND, heading.high + _BEND
    right, left = heading.right + _BEND, heading.left - _BEND
    bent = [*points[:1]]
    for (x, y), (other, above) in pairwise(points):
        if x == other and y < low and above > high and left < x < right:
            room = section.right - _EDGE
            beside = min(right, room) if heading.right < room else max(left, section.left + _EDGE)
            bent += [(x, low), (beside, low), (beside, high), (x, high)]
        bent.append((other, above))
    return tuple(bent)


def is_struck(heading: Area, line: Sequence[Point]) -> bool:
    """Return whether a line goes through a heading."""
    return any(
        start + _CLEARANCE < heading.right and end - _CLEARANCE > heading.left
        for start, end in _stretches(line, heading.low, heading.high)
    )


def _clear_place(
    section: Area, heading: Area, lines: Iterable[Sequence[Point]]
) -> tuple[float, float] | None:
    """Return a place for a heading that is crossed by a line, as far left as possible."""
    low, high = heading.low - 2, heading.high + 2
    taken = sorted(stretch for line in lines for stretch in _stretches(line, low, high))
    if not any(start < heading.right and end > heading.left for start, end in taken):
        return None
    width = heading.right - heading.left
    start = section.left + _MARGIN
    for left, right in taken:
        if right < start:
            continue
        if left - start >= width:
            break
        start = max(start, right)
    if start + width > section.right - _MARGIN:
        return None
    return start + width / 2, heading.middle


def _stretches(line: Sequence[Point], low: float, high: float) -> Iterator[tuple[float, float]]:
    """Yield the ranges that a line covers between two heights, with some room on both sides."""
    for (x, y), (other, above) in pairwise(line):
        if min(y, above) <= high and max(y, above) >= low:
            yield min(x, other) - _CLEARANCE, max(x, other) + _CLEARANCE
