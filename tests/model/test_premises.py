"""Which statements `uses` names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.premises import step_named


@given(st.sets(st.integers(0, 9)), st.integers(1, 12))
def test_labels_count_premises_and_conclusions(conclusions: set[int], steps: int) -> None:
    places = sorted(one for one in conclusions if one < steps)
    premises = [one for one in range(steps) if one not in places]
    for kind, labelled in (("P", premises), ("C", places)):
        named = [step_named(f"{kind}{one}", steps=steps, conclusions=places) for one in range(1, 14)]
        assert named == [*labelled, *[None] * (13 - len(labelled))]


@pytest.mark.parametrize(
    "name", [0, 3, -1, 1.0, True, None, "", "x", "P", "P0", "C0", "p1", "1.", "١" * 3, "9" * 50]
)
def test_what_names_no_statement_is_none(name: object) -> None:
    assert step_named(name, steps=2, conclusions=[1]) is None  # type: ignore[arg-type]  # any value of data
