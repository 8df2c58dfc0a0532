"""The numbers of a drawing in fewer characters."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-?\d+\.\d+")
_CURVE = re.compile(r"-?[\d.]+,-?[\d.]+")
_SPLIT = re.compile(r"([MC])")


def shorter_numbers(text: str) -> str:
    """Return a text with its numbers rounded to tenths.

    >>> shorter_numbers("M10.04,-3.96 2")
    'M10,-4 2'
    """
    return _NUMBER.sub(_tenths, text)


def shorter_path(data: str) -> str:
    """Return the data of a path with straight curves as lines.

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
        points = _CURVE.findall(piece)
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


def _tenths(match: re.Match[str]) -> str:
    short = f"{float(match[0]):.1f}".removesuffix(".0")
    return "0" if short == "-0" else short
