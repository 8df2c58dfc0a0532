"""Lines with straight pieces and round corners, as splines in DOT."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from math import dist

from argmap.named_tuples import NamedTuple

_CORNER = 6.0
# The lengths of arrow heads, in points, at size 1; engines treat all others like `normal`.
_HEAD = 10.0
_HEADS = {"none": 0.0, "tee": 2.5, "diamond": 12.0, "odiamond": 12.0}
_Point = tuple[float, float]


class Ends(NamedTuple):
    """The lengths of the arrow heads at the ends of a line, in points; 0 where there is none."""

    start: float = 0.0
    end: float = 0.0

    @classmethod
    def of(cls, attributes: Mapping[str, str], *, is_both: bool, is_upwards: bool, arrives: bool) -> Ends:
        """Return the arrow heads of an edge with these attributes.

        A line that does not arrive ends at another line, on the side of the upper end; `is_upwards` says
        whether that is the target.
        """
        size = float(attributes.get("arrowsize", "1").strip('"'))
        head = _HEADS.get(attributes.get("arrowhead", "normal").strip('"'), _HEAD) * size
        tail = _HEADS.get(attributes.get("arrowtail", "normal").strip('"'), _HEAD) * size if is_both else 0.0
        return cls(tail if arrives or is_upwards else 0.0, head if arrives or not is_upwards else 0.0)

    @property
    def direction(self) -> str:
        """The attribute `dir` of an edge with such ends."""
        if self.start:
            return "both" if self.end else "back"
        return "forward" if self.end else "none"


def spline(points: Sequence[tuple[float, float]], ends: Ends, *, is_double: bool = False) -> str:
    """Return a line through points as the `pos` of an edge, with room for arrow heads and round corners.

    Engines draw a double line beside the way from its end to the nearest control, and let both lines meet
    where that is the end itself. So these controls are apart from the ends.

    >>> spline([(0, 0), (0, 30)], Ends(end=10))
    'e,0,30 0,0 0,0 0,20 0,20'
    >>> spline([(0, 0), (0, 30)], Ends(), is_double=True)
    '0,0 0,10 0,20 0,30'
    """
    line: list[_Point] = [point for point, _ in groupby(points)]
    if len(line) < 2:
        line = [*line, *line][:2]
    heads = []
    # Engines expect the arrow head at the start first.
    if ends.start:
        heads.append("s," + _written(line[0]))
        line[0] = _towards(line[0], line[1], ends.start)
    if ends.end:
        heads.append("e," + _written(line[-1]))
        line[-1] = _towards(line[-1], line[-2], ends.end)
    first, end = _written(line[0]), _written(line[-1])
    behind, before_end = first, end
    if is_double:
        behind = _written(_towards(line[0], line[1], dist(*line[:2]) / 3))
        before_end = _written(_towards(line[-1], line[-2], dist(*line[-2:]) / 3))
    last = behind
    controls = [*heads, first]
    for one, corner, other in zip(line, line[1:], line[2:], strict=False):
        radius = min(_CORNER, dist(corner, one) / 2, dist(corner, other) / 2)
        before, middle = _written(_towards(corner, one, radius)), _written(corner)
        after = _written(_towards(corner, other, radius))
        controls += [last, before, before, middle, middle, after]
        last = after
    return " ".join((*controls, last, before_end, end))


def is_double(attributes: Mapping[str, str]) -> bool:
    """Return whether an edge with these attributes is drawn as several lines beside each other."""
    return ":" in attributes.get("color", "")


def _towards(point: _Point, other: _Point, length: float) -> _Point:
    """Return the place at a distance from a point on the way to another, at most half way."""
    whole = dist(point, other)
    if not whole:
        return point
    share = min(length / whole, 0.5 if length >= whole else 1.0)
    return point[0] + (other[0] - point[0]) * share, point[1] + (other[1] - point[1]) * share


def _written(point: _Point) -> str:
    return f"{point[0]:.6g},{point[1]:.6g}"
