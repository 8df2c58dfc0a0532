"""The numbers of a drawing in fewer characters."""

from __future__ import annotations

import re
from itertools import pairwise

_NUMBER = re.compile(r"(?<!\d)-?\d++\.\d++")
_SPLIT = re.compile(r"([MC])")


def shorter_numbers(text: str) -> str:
    """Return a text with its numbers rounded to tenths.

    >>> shorter_numbers("M10.04,-3.96 2")
    'M10,-4 2'
    """
    return _NUMBER.sub(_tenths, text)


def shorter_path(data: str) -> str:
    """Return the data of a path in which straight curves have become lines.

    >>> shorter_path("M0,0C0,0 5,5 5,5 7,5 9,7 9,9")
    'M0,0L5,5C7,5 9,7 9,9'
    """
    parts: list[str] = []
    here = ""
    command = ""
    for piece in _SPLIT.split(shorter_numbers(data)):
        if piece in ("M", "C"):
            command = piece
            continue
        points = piece.split()
        if command == "M" and points:
            parts.append(f"M{points[-1]}")
            here = points[-1]
        elif command == "C":
            for place in range(0, len(points) - 2, 3):
                first, second, end = points[place : place + 3]
                if end == here == first == second:
                    continue
                parts.append(f"L{end}" if first == here and second == end else f"C{first} {second} {end}")
                here = end
    return "".join(parts)


def rounded_box(data: str) -> str | None:
    """Return the attributes of a round-cornered rectangle that is written as a path, None if it is not one.

    >>> rounded_box("M2,0L8,0C9,0 10,1 10,2L10,8C10,9 9,10 8,10L2,10C1,10 0,9 0,8L0,2C0,1 1,0 2,0")
    'x="0" y="0" width="10" height="10" rx="2"'
    >>> rounded_box("M0,0L5,5")
    """
    ends = [piece.split()[-1] for piece in re.split("[MLC]", data)[1:]]
    if len(ends) != 9 or ends[0] != ends[-1] or data.count("L") != 4 or data.count("C") != 4:
        return None
    points = [tuple(map(float, end.split(","))) for end in ends]
    xs, ys = sorted({x for x, _ in points}), sorted({y for _, y in points})
    if len(xs) != 4 or len(ys) != 4:
        return None
    radius = xs[1] - xs[0]
    box = (xs[0], ys[0], xs[3] - xs[0], ys[3] - ys[0], radius)
    names = ("x", "y", "width", "height", "rx")
    return " ".join(
        f'{name}="{shorter_numbers(f"{value:.2f}")}"' for name, value in zip(names, box, strict=True)
    )


def plain_box(points: str) -> str | None:
    """Return the attributes of a rectangle that is written as a polygon, None if it is not one.

    >>> plain_box("0,0 5,0 5,9 0,9 0,0"), plain_box("0,0 5,0 5,9")
    ('x="0" y="0" width="5" height="9"', None)
    """
    corners = [corner.split(",") for corner in points.split()]
    if len(corners) != 5 or corners[0] != corners[4]:
        return None
    xs, ys = ({corner[place] for corner in corners} for place in (0, 1))
    sides = [sum(one != other for one, other in zip(*pair, strict=True)) for pair in pairwise(corners)]
    if len(xs) != 2 or len(ys) != 2 or sides != [1, 1, 1, 1]:
        return None
    (left, right), (top, bottom) = sorted(map(float, xs)), sorted(map(float, ys))
    values = (("x", left), ("y", top), ("width", right - left), ("height", bottom - top))
    return " ".join(f'{name}="{shorter_numbers(f"{value:.2f}")}"' for name, value in values)


def shorter_corners(points: str) -> str:
    """Return the corners of a polygon without the last one if that repeats the first.

    >>> shorter_corners("0,0 5,0 5,5 0,0")
    '0,0 5,0 5,5'
    """
    corners = shorter_numbers(points).split()
    return " ".join(corners[:-1] if len(corners) > 3 and corners[0] == corners[-1] else corners)


def _tenths(match: re.Match[str]) -> str:
    short = f"{float(match[0]):.1f}".removesuffix(".0")
    return "0" if short == "-0" else short
