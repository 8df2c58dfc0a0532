import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.render.layout.splines import Ends, spline

_LENGTHS = st.lists(st.integers(1, 500), min_size=1, max_size=6)
_HEADS = st.builds(Ends, st.sampled_from([0.0, 8.0, 12.0]), st.sampled_from([0.0, 8.0, 12.0]))
_ENTAILED = """\
===
model: {mode: strict}
===

[T]: Thesis.
  + [A]: One.
    + [C]: A reason for it.
  + [B]: Two.
"""
_PATH = re.compile(r'<path [^>]*stroke="(#\w+)"[^>]* d="([^"]+)"')


def _route(lengths: list[int]) -> list[tuple[int, int]]:
    """Return a way of pieces that are this long, across and down in turns."""
    route = [(0, 0)]
    for number, length in enumerate(lengths):
        x, y = route[-1]
        route.append((x + length, y) if number % 2 else (x, y + length))
    return route


@given(_LENGTHS, _HEADS)
def test_double_lines_are_led_away_from_their_ends(lengths: list[int], ends: Ends) -> None:
    points = [
        point for point in spline(_route(lengths), ends, is_double=True).split() if point[0] not in "se"
    ]
    assert len(points) % 3 == 1
    assert points[0] != points[1]
    assert points[-1] != points[-2]


@given(_LENGTHS, _HEADS)
def test_double_lines_go_the_way_of_single_ones(lengths: list[int], ends: Ends) -> None:
    route = _route(lengths)
    single, double = spline(route, ends).split(), spline(route, ends, is_double=True).split()
    differing = [
        number for number, (one, other) in enumerate(zip(single, double, strict=True)) if one != other
    ]
    first = sum(point[0] in "se" for point in single) + 1
    assert differing == [first, len(single) - 2]


@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_the_lines_of_a_double_line_never_meet(layout: str) -> None:
    drawing = argmap.draw(argmap.parse(_ENTAILED), layout=layout)
    edges = re.findall(r'<g id="e\d+" class="edge entails">(.*?)</g>', drawing.svg(), re.DOTALL)
    assert len(edges) == 3
    for edge in edges:
        lines = [data for color, data in _PATH.findall(edge) if color != "#ffffff"]
        ends = [re.findall(r"-?[\d.]+,-?[\d.]+", data) for data in lines]
        for place in (0, -1):
            points = [tuple(map(float, line[place].split(","))) for line in ends]
            assert all(abs(x - u) + abs(y - v) > 2 for (x, y), (u, v) in pairwise(points)), edge
