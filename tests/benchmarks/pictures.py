"""What can be measured in the SVG of a map: how large its text is, what boxes cover, what lines cross."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from statistics import median

from attrs import frozen

SVG = "{http://www.w3.org/2000/svg}"
# A column of text, in pixels, and how many pixels a point has where nothing is made smaller.
COLUMN = 740
_PIXELS = 4 / 3
_STEPS = 12
# So far inside of a box a line may be: borders are wide, and heads reach over them.
_INSIDE = 3
# Where text begins and how high it is, in parts of its size.
_ASCENT, _DESCENT = 0.75, 0.2
_WIDTH = 0.5
# What is sampled is not quite where it is.
_TINY = 1e-3

Point = tuple[float, float]
Rect = tuple[float, float, float, float]


@frozen
class Picture:
    """A drawing in numbers: sizes are in points, `text` is in pixels in a column, `ink` is a share.

    `boxes` and `lines` have their own places; `strips` and `stubs` are relations and nodes without these.
    `through_boxes` and `through_labels` count passages of lines, `crossings` meetings of two of them.
    """

    boxes: int
    strips: int
    lines: int
    stubs: int
    width: float
    height: float
    ink: float
    text: float
    crossings: int
    through_boxes: int
    through_labels: int

    @property
    def ratio(self) -> float:
        """How wide it is for its height."""
        return self.width / self.height


def measured(svg: str) -> Picture:
    """Return a drawing in numbers."""
    root = ET.fromstring(svg)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    groups = [(part, (part.get("class") or "").split()) for part in root.iter(f"{SVG}g")]
    boxes = {part.get("id", ""): _outline(part) for part, names in groups if names[:1] == ["node"]}
    texts = [
        _size(text) for part, names in groups if names[:1] == ["node"] for text in part.iter(f"{SVG}text")
    ]
    edges = {part.get("id", ""): [*_lines(part)] for part, names in groups if names[:1] == ["edge"]}
    labels = [
        rect for part, names in groups if names[:1] in (["cluster"], ["edge"]) for rect in _labels(part)
    ]
    first = [names[0] for _, names in groups if names]
    stubs = sum("stub" in names for _, names in groups)
    return Picture(
        boxes=len(boxes),
        strips=first.count("strip"),
        lines=len(edges) - stubs,
        stubs=stubs,
        width=width,
        height=height,
        ink=sum((right - left) * (low - top) for left, top, right, low in boxes.values()) / (width * height),
        text=(median(texts) if texts else 0) * min(_PIXELS, COLUMN / width),
        crossings=_crossings([line for lines in edges.values() for line in lines]),
        through_boxes=sum(
            _passes(line, box) for lines in edges.values() for line in lines for box in boxes.values()
        ),
        through_labels=sum(
            _passes(line, box) for lines in edges.values() for line in lines for box in labels
        ),
    )


def box_places(svg: str) -> dict[str, Rect]:
    """Return where the boxes of a drawing are, by the ids of their nodes."""
    parts = ET.fromstring(svg).iter(f"{SVG}g")
    return {
        part.get("id", ""): _outline(part) for part in parts if (part.get("class") or "").startswith("node")
    }


def _size(text: ET.Element) -> float:
    return float(text.get("font-size", "10").rstrip("ptx"))


def _points(text: str) -> list[Point]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", text)]


def _around(points: Sequence[Point]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _outline(part: ET.Element) -> Rect:
    for shape in part.iter():
        if shape.tag in (f"{SVG}polygon", f"{SVG}path"):
            return _around(_points(shape.get("points") or shape.get("d") or ""))
        if shape.tag == f"{SVG}ellipse":
            x, y, wide, high = (float(shape.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
            return x - wide, y - high, x + wide, y + high
    return 0, 0, 0, 0


def _lines(part: ET.Element) -> Iterator[list[Point]]:
    """Yield the curves of an edge, as many straight pieces; not the frames of its labels."""
    framed = {
        id(inner) for link in part.iter(f"{SVG}a") if link.find(f"{SVG}text") is not None for inner in link
    }
    for path in part.iter(f"{SVG}path"):
        if id(path) not in framed:
            yield _sampled(_points(path.get("d", "")))


def _sampled(controls: Sequence[Point]) -> list[Point]:
    line = [*controls[:1]]
    for start in range(0, len(controls) - 3, 3):
        a, b, c, d = controls[start : start + 4]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            shares = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            points = list(zip(shares, (a, b, c, d), strict=True))
            line.append((sum(s * p[0] for s, p in points), sum(s * p[1] for s, p in points)))
    return line


def _labels(part: ET.Element) -> Iterator[Rect]:
    for text in part.iter(f"{SVG}text"):
        size, x, y = _size(text), float(text.get("x", "0")), float(text.get("y", "0"))
        wide = float(text.get("textLength") or len(text.text or "") * size * _WIDTH)
        left = x - (wide / 2 if text.get("text-anchor") == "middle" else 0)
        yield left, y - size * _ASCENT, left + wide, y + size * _DESCENT


def _passes(line: Sequence[Point], box: Rect) -> bool:
    left, top, right, low = box
    room = min(_INSIDE, (right - left) / 4, (low - top) / 4)
    inside = [left + room < x < right - room and top + room < y < low - room for x, y in _finely(line)]
    return sum(inside) > 1


def _finely(line: Sequence[Point]) -> Iterator[Point]:
    """Yield points of a line, not farther apart than labels are high."""
    for (a, b), (c, d) in pairwise(line):
        steps = int(max(abs(c - a), abs(d - b)) // 4) + 1
        for step in range(steps):
            yield a + (c - a) * step / steps, b + (d - b) * step / steps


def _crossings(lines: Sequence[Sequence[Point]]) -> int:
    around = [_around(line) for line in lines]
    return sum(
        _cross(*first, *second)
        for (one, a), (other, b) in combinations(zip(lines, around, strict=True), 2)
        if a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
        for first in pairwise(one)
        for second in pairwise(other)
    )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < -_TINY and _side(c, d, a) * _side(c, d, b) < -_TINY


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
