"""Headings of sections are where no edge strikes them through."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.layout.layered.headings import bent_around, clear_headings, is_struck
from argmap.render.layout.layered.laid_out import Area, LaidOutSection

HEADING = Area(8, 85, 48, 95)


def _section(right: float = 200, heading: Area = HEADING) -> LaidOutSection:
    return LaidOutSection(Area(0, 0, right, 100), heading)


def _upright(x: float) -> list[tuple[float, float]]:
    return [(x, 50), (x, 140)]


def test_headings_that_no_edge_strikes_through_stay() -> None:
    assert clear_headings({"s": _section()}, [_upright(150)]) == {}


def test_a_heading_moves_beside_the_edge_that_strikes_it_through() -> None:
    assert clear_headings({"s": _section()}, [_upright(20)]) == {"s": (46, 90)}


@given(st.floats(0, 200), st.floats(10, 80))
def test_no_edge_is_within_a_heading_that_was_moved(x: float, width: float) -> None:
    section = _section(heading=Area(8, 85, 8 + width, 95))
    places = clear_headings({"s": section}, [_upright(x)]).values()
    assert all(abs(middle - x) >= width / 2 for middle, _ in places)


def test_a_heading_without_a_better_place_stays() -> None:
    assert clear_headings({"s": _section(100, Area(8, 85, 88, 95))}, [_upright(50)]) == {}


@given(st.floats(0, 100), st.floats(20, 84))
def test_an_upright_line_bends_around_a_heading_within_its_section(x: float, width: float) -> None:
    heading = Area(8, 85, 8 + width, 95)
    points = bent_around(_upright(x), Area(0, 0, 100, 100), heading)
    assert not is_struck(Area(heading.left + 6, heading.low, heading.right - 6, heading.high), points)
    assert (points[0], points[-1]) == ((x, 50), (x, 140))
    assert all(0 <= place <= 100 for place, _ in points)
