"""What is said of a drawing names what it is about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.drawing_messages import about_settings, about_size
from argmap.render.engines.formats import FORMATS

names = st.lists(st.sampled_from([f"dot.s{number}" for number in range(9)]), unique=True)


@given(names)
def test_settings_that_are_not_used_are_named_up_to_a_bound(refused: list[str]) -> None:
    text = "".join(about_settings(refused))
    assert [name in text for name in refused[:5]] == [True] * len(refused[:5])
    assert ("…" in text) == (len(refused) > 5)


@given(st.floats(1, 1000), st.floats(1, 1000), st.sampled_from(sorted(FORMATS)))
def test_only_fewer_dots_than_asked_for_are_reported(possible: float, asked: float, format: str) -> None:
    assert bool(list(about_size(possible, asked=asked, format=format))) == (possible < asked)
