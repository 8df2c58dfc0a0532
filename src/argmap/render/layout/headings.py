"""Headings of sections, moved to where no edge strikes them through."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from attrs import evolve

from argmap.maps import ArgumentMap, MapEdge
from argmap.maps.joined_premises import joined_premises
from argmap.model import RelationKind
from argmap.render.engines.svg import junction_id
from argmap.render.layout.shelves import with_places

_FRAME = "cluster_0"
_PAIR = re.compile(r"(?<![\d.])(-?[\d.]++),(-?[\d.]++)")
_END = re.compile(r"([es]),(-?[\d.]++),(-?[\d.]++) ?")
_SAMPLES = 12
_HALVINGS = 2
# Between a heading and an edge, and between a heading and the side of its section, in points.
_CLEARANCE = 6.0
_MARGIN = 8.0

_Point = tuple[float, float]


class _Heading(NamedTuple):
    """A heading: the sides of its section, its middle, and its size."""

    left: float
    right: float
    middle: _Point
    size: tuple[float, float]


def clear_headings(dot: str, view: ArgumentMap, layout: bytes) -> str | None:
    """Return the DOT of a map with the places of a layout, given as JSON, and headings clear of edges.

    None if no heading is struck through, or there is no better place for any that is.
    """
    drawn: dict[str, Any] = json.loads(layout)
    objects: list[dict[str, Any]] = drawn.get("objects", [])
    edges: list[dict[str, Any]] = [edge for edge in drawn.get("edges", []) if "id" in edge and "pos" in edge]
    lines = [list(_sampled(edge["pos"])) for edge in edges]
    sections = {one["id"]: one for one in objects if "bb" in one and "id" in one and one["name"] != _FRAME}
    moved: dict[str, str] = {}
    for id, section in sections.items():
        place = _clear_place(_heading(section), lines) if section.get("lp") else None
        if place:
            moved[id] = place
    if not moved:
        return None
    frames = [one for one in objects if one["name"] == _FRAME]
    boxes = {id: (one["bb"], moved.get(id, one.get("lp"))) for id, one in sections.items()}
    boxes[""] = (frames[0]["bb"], frames[0].get("lp")) if frames else (drawn["bb"], None)
    nodes = {one["id"]: one["pos"] for one in objects if "pos" in one and "id" in one}
    places = {edge["id"]: _tight(edge["pos"]) for edge in edges}
    return with_places(dot, _with_junctions(view, nodes), nodes, places, boxes)


def _with_junctions(view: ArgumentMap, nodes: Collection[str]) -> ArgumentMap:
    """Return a map whose edges end at the dots in which premises come together, as in the layout."""
    joined = {edge: target for edge, target in joined_premises(view).items() if junction_id(target) in nodes}
    edges = [
        evolve(edge, target=junction_id(edge.target)) if edge.id in joined else edge for edge in view.edges
    ]
    for target in dict.fromkeys(joined.values()):
        id = junction_id(target)
        edges.append(MapEdge(f"{id}-arrow", RelationKind.SUPPORT, id, target))
    return evolve(view, edges=tuple(edges))


def _heading(section: dict[str, Any]) -> _Heading:
    left, _, right, _ = (float(side) for side in section["bb"].split(","))
    x, y = (float(part) for part in section["lp"].split(","))
    points_in_an_inch = 72
    width, height = (float(section[side]) * points_in_an_inch for side in ("lwidth", "lheight"))
    return _Heading(left, right, (x, y), (width, height))


def _clear_place(heading: _Heading, lines: Iterable[Sequence[_Point]]) -> str | None:
    """Return a place for a heading that is struck through, as far to the left as possible."""
    width, height = heading.size
    x, y = heading.middle
    low, high = y - height / 2 - 2, y + height / 2 + 2
    taken = sorted(stretch for line in lines for stretch in _stretches(line, low, high))
    if not any(start < x + width / 2 and end > x - width / 2 for start, end in taken):
        return None
    start = heading.left + _MARGIN
    for left, right in taken:
        if right < start:
            continue
        if left - start >= width:
            break
        start = max(start, right)
    if start + width > heading.right - _MARGIN:
        return None
    return f"{start + width / 2:.2f},{y:.2f}"


def _stretches(line: Sequence[_Point], low: float, high: float) -> Iterator[tuple[float, float]]:
    """Yield from where to where a line passes between two heights, with some room at both sides."""
    for (x, y), (other, below) in pairwise(line):
        if min(y, below) <= high and max(y, below) >= low:
            yield min(x, other) - _CLEARANCE, max(x, other) + _CLEARANCE


def _sampled(place: str) -> Iterator[_Point]:
    """Yield points of an edge, whose place is a list of Bézier curves with their arrow heads."""
    ends, points = _parsed(place)
    yield from (point for kind, point in ends if kind == "s")
    yield from points[:1]
    for number in range(1, len(points) - 2, 3):
        curve = points[number - 1 : number + 3]
        yield from (_on_curve(curve, step / _SAMPLES) for step in range(1, _SAMPLES + 1))
    yield from (point for kind, point in ends if kind == "e")


def _parsed(place: str) -> tuple[list[tuple[str, _Point]], list[_Point]]:
    """Return where the arrow heads of an edge are, and the points of its curves."""
    ends = [(kind, (float(x), float(y))) for kind, x, y in _END.findall(place)]
    return ends, [(float(x), float(y)) for x, y in _PAIR.findall(_END.sub("", place))]


def _tight(place: str) -> str:
    """Return the same curves in pieces, such that no point of them is far from the line.

    Engines make a drawing as large as the points need that curves are made of.
    """
    ends, points = _parsed(place)
    for _ in range(_HALVINGS):
        halved = points[:1]
        for number in range(1, len(points) - 2, 3):
            halved += _halves(*points[number - 1 : number + 3])
        points = halved
    said = [f"{kind},{x:.2f},{y:.2f}" for kind, (x, y) in ends]
    return " ".join([*said, *(f"{x:.2f},{y:.2f}" for x, y in points)])


def _halves(start: _Point, first: _Point, second: _Point, end: _Point) -> list[_Point]:
    """Return the points of the two halves of a curve, without its start (de Casteljau's algorithm)."""
    left, top, right = _middle(start, first), _middle(first, second), _middle(second, end)
    inner, outer = _middle(left, top), _middle(top, right)
    return [left, inner, _middle(inner, outer), outer, right, end]


def _middle(one: _Point, other: _Point) -> _Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _on_curve(curve: Sequence[_Point], share: float) -> _Point:
    rest = 1 - share
    factors = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
    x, y = (
        sum(factor * point[axis] for factor, point in zip(factors, curve, strict=True)) for axis in (0, 1)
    )
    return x, y
