"""Which statements `uses` names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.data import Value
from argmap.model.premises import (
    PremiseNames,
    counted_label,
    counted_names,
    labels_of,
    near_name,
    premise_names,
    premise_steps,
    step_named,
)


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


@pytest.mark.parametrize(
    ("inference", "conclusion", "steps"),
    [
        ({}, {}, [1, 2]),
        ({"uses": None}, {"uses": ""}, [1, 2]),
        ({"uses": 1}, {}, [0]),
        ({"uses": ()}, {"uses": (1,)}, []),
        ({"uses": (3, 1)}, {"uses": (2,)}, [2, 0]),
        ({"from": (1,)}, {"uses": (2,)}, [1]),
        ({"from": (1,)}, {"from": (2,)}, [0]),
        ({}, {"from": (2,)}, [1]),
        ({"uses": (4, 1)}, {}, [0]),
    ],
)
def test_an_inference_uses_what_is_named_or_what_stands_above(
    inference: dict[str, Value], conclusion: dict[str, Value], steps: list[int]
) -> None:
    assert premise_steps(inference, conclusion, index=1, conclusions=[1, 3]) == steps


def test_names_tell_where_they_are_written() -> None:
    names = premise_names({}, {"from": (1, 9)}, index=0, conclusions=[1])
    assert names == PremiseNames("from", True, True, (1, 9), (0, None))


LABELS = st.lists(st.sampled_from(["(P1)", "(P3)", "(C)", "(C1)", "(2)", ""]), min_size=1, max_size=8)


@given(LABELS, st.sets(st.integers(0, 7)), st.lists(st.sampled_from(["P1", "P3", "C", "C1", "x", 2, "1"])))
def test_counted_names_mean_what_names_mean_by_labels(
    written: list[str], concluding: set[int], names: list[Value]
) -> None:
    labels = labels_of(written)
    conclusions = sorted({*(place for place in concluding if place < len(written)), len(written) - 1})
    data: dict[str, Value] = {"from": tuple(names)}
    index = len(conclusions) - 1
    read = premise_names(data, None, index=index, conclusions=conclusions, labels=labels)
    assert read is not None
    again = counted_names(read, steps=conclusions[index], conclusions=conclusions, labels=labels)
    counted = [step_named(name, steps=conclusions[index], conclusions=conclusions) for name in again]
    assert counted == list(read.steps)


@given(st.sets(st.integers(0, 9), min_size=1))
def test_a_counted_label_names_its_step(conclusions: set[int]) -> None:
    places = sorted(conclusions)
    named = [step_named(counted_label(step, places), steps=12, conclusions=places) for step in range(12)]
    assert named == list(range(12))


@pytest.mark.parametrize(
    ("name", "near"),
    [("p1", "P1"), ("P9", "P2"), ("[Sun]", "1"), ("premise 2", "2"), ("(1)", "1"), ("C7", None), ("?", None)],
)
def test_what_a_name_was_meant_to_be_is_looked_for(name: str, near: str | None) -> None:
    titles = ["Sun", None]
    assert near_name(name, steps=2, conclusions=[2], labels={}, titles=titles) == near
