"""Lines run from side to side between rows, apart from each other."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.layout.layered.channels import Wire, heights, spread

places = st.integers(0, 300).map(float)
wires = st.builds(
    lambda starts, end, low, height: Wire(tuple(starts), end, low, low + height),
    st.lists(places, min_size=1, max_size=4),
    places,
    st.integers(0, 20).map(float),
    st.integers(20, 60).map(float),
)


@given(st.lists(wires, max_size=8))
def test_what_meets_runs_at_different_heights(several: list[Wire]) -> None:
    found = heights(several)
    meeting = [
        (found[first], found[second])
        for second in range(len(several))
        for first in range(second)
        if not (several[first].is_straight or several[second].is_straight)
        and several[first].left < several[second].right
        and several[second].left < several[first].right
    ]
    assert all(height != other for height, other in meeting)


@given(wires)
def test_a_wire_that_is_alone_runs_in_the_middle_of_its_channel(wire: Wire) -> None:
    assert heights([wire]) == [(wire.low + wire.high) / 2]


def test_lines_that_come_from_one_side_do_not_cross() -> None:
    first, second = Wire((0.0,), 40.0, 0.0, 20.0), Wire((10.0,), 60.0, 0.0, 20.0)
    high, low = heights([first, second])
    assert low < high


@given(st.lists(st.integers(-50, 350), max_size=9), st.integers(1, 30))
def test_places_are_in_order_between_two_others(wanted: list[int], room: int) -> None:
    found = spread(sorted(wanted), 0, 300, room)
    assert found == sorted(found)
    assert all(0 <= place <= 300 for place in found)
