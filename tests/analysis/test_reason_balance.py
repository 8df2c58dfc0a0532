"""Pros and cons."""

from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import Debate, strategies
from argmap.analysis import balance, descendants


@settings(max_examples=40, deadline=None)
@given(strategies.debates(), st.data())
def test_all_that_bears_on_something_is_for_or_against_it(debate: Debate, data: st.DataObject) -> None:
    for element in debate:
        reasons = balance(debate, element)
        assert {*reasons.pros, *reasons.cons} == set(descendants(debate, element))


def test_what_attacks_an_attack_speaks_for() -> None:
    debate = argmap.parse("[A]\n  - <B>\n    <_ [C]\n      + [D]\n      - [E]\n").debate
    reasons = balance(debate, "[A]")
    assert [ref.title for ref in reasons.pros] == ["C", "D"]
    assert [ref.title for ref in reasons.cons] == ["E", "B"]


def test_in_a_circle_something_can_be_for_and_against() -> None:
    reasons = balance(argmap.parse("[A]\n  - [B]\n    - [B]\n"), "[A]")
    assert reasons.pros == reasons.cons
