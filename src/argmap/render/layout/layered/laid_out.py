"""The layout that an engine gave a map: the places of nodes, edges and sections, read from JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from attrs import frozen

from argmap.named_tuples import NamedTuple

# Coordinates are in points and grow upwards, as in DOT.
Point: TypeAlias = tuple[float, float]

_FRAME = "cluster_0"
_PAIR = re.compile(r"(?<![\d.])(-?[\d.]++(?:e[-+]?\d++)?),(-?[\d.]++(?:e[-+]?\d++)?)")
_END = re.compile(r"([es]),(-?[\d.]++(?:e[-+]?\d++)?),(-?[\d.]++(?:e[-+]?\d++)?) ?")
_INCH = 72
_SAMPLES = 12
_HALVINGS = 2


class Area(NamedTuple):
    """A rectangle by its sides."""

    left: float
    low: float
    right: float
    high: float

    @property
    def center(self) -> float:
        """The horizontal position of its middle."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.low + self.high) / 2


class EdgePath(NamedTuple):
    """The arrow heads of an edge, by whether they are at its start (s) or end (e), and its Bézier curves."""

    heads: tuple[tuple[str, Point], ...]
    points: tuple[Point, ...]

    @property
    def tip(self) -> Point:
        """Where it ends."""
        return next((point for kind, point in self.heads if kind == "e"), self.points[-1])

    def line(self) -> Iterator[Point]:
        """Yield points along the whole edge, with its arrow heads."""
        yield from (point for kind, point in self.heads if kind == "s")
        yield from self.points[:1]
        for number in range(1, len(self.points) - 2, 3):
            curve = self.points[number - 1 : number + 3]
            yield from (_on_curve(curve, step / _SAMPLES) for step in range(1, _SAMPLES + 1))
        yield from (point for kind, point in self.heads if kind == "e")

    def written(self) -> str:
        """Return the path as in DOT, in pieces whose points are all close to the line.

        Engines make a drawing large enough for all control points of its curves.
        """
        points = [*self.points]
        for _ in range(_HALVINGS):
            halved = points[:1]
            for number in range(1, len(points) - 2, 3):
                halved += _halves(*points[number - 1 : number + 3])
            points = halved
        said = [f"{kind},{x:.2f},{y:.2f}" for kind, (x, y) in self.heads]
        return " ".join([*said, *(f"{x:.2f},{y:.2f}" for x, y in points)])


@frozen
class LaidOutEdge:
    """An edge by the ids of its ends; `step` is true if it ends at a step of an argument.

    `attributes` say what its ends look like; `label` is where its label is, if it has one.
    """

    id: str
    source: str
    target: str
    path: EdgePath
    attributes: Mapping[str, str]
    has_step: bool = False
    label: Area | None = None


@frozen
class LaidOutSection:
    """A section: its area, and its heading, if it has one."""

    area: Area
    heading: Area | None


@frozen
class LaidOutLayers:
    """Nodes, edges and sections by their ids; `frame` is the box around everything, if there is one, with the
    place of the foot."""

    nodes: Mapping[str, Area]
    edges: Mapping[str, LaidOutEdge]
    sections: Mapping[str, LaidOutSection]
    frame: tuple[str, str | None] | None
    direction: str


def read_layers(layout: bytes) -> LaidOutLayers:
    """Return a layout that is given as JSON.

    Raises:
        ValueError, KeyError: it is not what engines write for a map.
    """
    drawn: dict[str, Any] = json.loads(layout)
    objects: list[dict[str, Any]] = drawn.get("objects", [])
    names = {part["_gvid"]: part.get("id", part["name"]) for part in objects}
    edges = [edge for edge in drawn.get("edges", []) if "id" in edge and "pos" in edge]
    sections = {part["id"]: part for part in objects if "bb" in part and "id" in part and not _is_frame(part)}
    frames = [part for part in objects if _is_frame(part)]
    return LaidOutLayers(
        {part["id"]: _around(part["pos"], part) for part in objects if "pos" in part and "id" in part},
        {edge["id"]: _edge(edge, names) for edge in edges if ";" not in edge["pos"]},
        {id: LaidOutSection(_area(part["bb"]), _labelled(part)) for id, part in sections.items()},
        (frames[0]["bb"], frames[0].get("lp")) if frames else None,
        drawn.get("rankdir", "TB"),
    )


def read_path(place: str) -> EdgePath:
    """Return the `pos` of an edge.

    >>> read_path("e,0,9 0,0 0,1 0,2 0,3").tip
    (0.0, 9.0)
    """
    heads = tuple((kind, (float(x), float(y))) for kind, x, y in _END.findall(place))
    return EdgePath(heads, tuple((float(x), float(y)) for x, y in _PAIR.findall(_END.sub("", place))))


def _is_frame(part: Mapping[str, Any]) -> bool:
    return bool(part["name"] == _FRAME)


def _edge(edge: Mapping[str, Any], names: Mapping[int, str]) -> LaidOutEdge:
    attributes = {name: value for name, value in edge.items() if isinstance(value, str)}
    return LaidOutEdge(
        edge["id"],
        names[edge["tail"]],
        names[edge["head"]],
        read_path(edge["pos"]),
        attributes,
        has_step=":" in edge.get("headport", ""),
        label=_labelled(edge),
    )


def _labelled(part: Mapping[str, Any]) -> Area | None:
    """Return where the label of a section or edge is, None if it has none."""
    if not part.get("lp") or "lwidth" not in part:
        return None
    return _around(part["lp"], {"width": part["lwidth"], "height": part["lheight"]})


def _around(place: str, size: Mapping[str, Any]) -> Area:
    x, y = (float(part) for part in place.split(","))
    width, height = float(size["width"]) * _INCH, float(size["height"]) * _INCH
    return Area(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _area(box: str) -> Area:
    left, low, right, high = (float(side) for side in box.split(","))
    return Area(left, low, right, high)


def crossings(line: Sequence[Point], height: float) -> Iterator[float]:
    """Yield the places where a line crosses a height."""
    for (x, y), (other, above) in pairwise(line):
        if min(y, above) <= height <= max(y, above):
            yield x if y == above else x + (other - x) * (height - y) / (above - y)


def rows_of(boxes: Iterable[Area]) -> list[list[Area]]:
    """Return boxes by row, lowest first: the middles of boxes in a row are at the same height."""
    rows: list[list[Area]] = []
    for box in sorted(boxes, key=lambda box: box.middle):
        if not rows or box.middle - rows[-1][0].middle > 1:
            rows.append([])
        rows[-1].append(box)
    return rows


def _halves(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Return the points of the two halves of a curve, without its start (de Casteljau's algorithm)."""
    left, top, right = _between(start, first), _between(first, second), _between(second, end)
    inner, outer = _between(left, top), _between(top, right)
    return [left, inner, _between(inner, outer), outer, right, end]


def _between(point: Point, other: Point) -> Point:
    return (point[0] + other[0]) / 2, (point[1] + other[1]) / 2


def _on_curve(curve: Sequence[Point], share: float) -> Point:
    rest = 1 - share
    factors = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
    x, y = (
        sum(factor * point[axis] for factor, point in zip(factors, curve, strict=True)) for axis in (0, 1)
    )
    return x, y
