"""Rules about questions and their positions."""

from __future__ import annotations

import argmap


def found(text: str) -> list[tuple[str, str]]:
    return [
        (one.code, one.message) for one in argmap.check(argmap.parse(text)) if one.code in ("C325", "C326")
    ]


def test_a_question_without_positions_is_reported() -> None:
    assert found("[?Q]: q") == [("C325", "the question [?Q] has no position")]


def test_positions_that_support_a_rival_are_reported() -> None:
    assert found("[?Q]: q\n  + [A]: a\n  + [B]: b\n    + [A]") == [
        ("C326", "[A] supports [B], but they are rival answers to [?Q]")
    ]


def test_positions_of_which_several_can_hold_may_support_each_other() -> None:
    assert found("[?Q]: q {several: true}\n  + [A]: a\n  + [B]: b\n    + [A]") == []


def test_positions_on_different_questions_are_no_rivals() -> None:
    assert found("[?Q]: q\n  + [A]: a\n\n[?R]: r\n  + [B]: b\n    + [A]") == []
