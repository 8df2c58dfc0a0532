"""Which position on a question holds."""

from __future__ import annotations

import pytest

import argmap
from argmap import ClaimRef


def evaluated(text: str, **options: str) -> argmap.reasoning.verdicts.evaluation.Evaluation:
    return argmap.evaluate(argmap.parse(text), **options)  # type: ignore[arg-type]


def label(text: str, name: str) -> str:
    found = evaluated(text)[name].label
    assert found is not None
    return found.value


BARE = "[?Q]: Which?\n  + [A]: This.\n  + [B]: That."
ARGUED = f"{BARE}\n\n[A]\n  + [C]: A reason."


def test_bare_positions_leave_a_question_open() -> None:
    assert label(BARE, "[A]") == label(BARE, "[?Q]") == "undecided"


def test_a_reason_decides_for_its_position() -> None:
    evaluation = evaluated(ARGUED)
    assert evaluation.answers("[?Q]") == (ClaimRef("A"),)
    assert label(ARGUED, "[?Q]") == "in"
    assert label(ARGUED, "[B]") == "out"


def test_positions_on_a_question_with_several_answers_hold_together() -> None:
    text = BARE.replace("Which?", "Which? {several: true}")
    assert evaluated(text).answers("[?Q]") == (ClaimRef("A"), ClaimRef("B"))


def test_a_question_whose_positions_have_fallen_has_no_answer() -> None:
    text = "[?Q]: Which?\n  + [A]: This.\n    - [C]: No.\n  + [B]: That.\n    - [D]: No."
    assert label(text, "[?Q]") == "out"


def test_arguments_are_rivals_too() -> None:
    text = "[?Q]: Which?\n  + <A>: This.\n  + [B]: That.\n    - [D]: No."
    assert label(text, "<A>") == label(text, "[?Q]") == "in"
    assert label("[?Q]: Which?\n  + <A>: This.\n  + [B]: That.", "<A>") == "undecided"


def test_rivals_are_positions_under_preferred_semantics() -> None:
    accepted = [one.accepted for one in evaluated(BARE, semantics="preferred").positions()]
    assert accepted == [("[A]",), ("[B]",)]


def test_nobody_asks_why_a_question_is_accepted() -> None:
    with pytest.raises(LookupError, match="name one of its positions"):
        argmap.why(argmap.parse(BARE), "[?Q]")
    with pytest.raises(LookupError, match="name one of its positions"):
        argmap.evaluate(argmap.parse(BARE), accept=["[?Q]"])


def test_very_many_positions_are_no_hindrance() -> None:
    text = "[?Q]: Which?\n" + "".join(f"  + [A{number}]: a\n" for number in range(2000))
    assert label(text, "[?Q]") == "in"
