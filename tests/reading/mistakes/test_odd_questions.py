"""What is odd about questions."""

from __future__ import annotations

import pytest

import argmap


def codes(text: str) -> list[str]:
    return [one.code for one in argmap.parse(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[?Q]: q\n  - [A]: a", "R247"),
        ("[?Q]: q\n  <_ [A]: a", "R247"),
        ("[?Q]: q\n  >< [A]: a", "R248"),
        ("[?Q]: q\n  +> [A]: a", "R248"),
        ("[A]: a\n  - [?Q]: q", "R248"),
        ("(1) [?Q]: q\n----\n(2) [A]: a", "R249"),
        ("(1) [A]: a\n----\n(2) [?Q]: q", "R249"),
        ("[?Q]: q {standard: preponderence}", "R295"),
        ("[?Q]: q {several: two}", "R238"),
    ],
)
def test_each_oddity_has_its_code(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_answers_from_either_side_are_no_oddity() -> None:
    assert codes("[?Q]: q\n  + [A]: a\n\n[B]: b\n  +> [?Q]") == []


def test_a_standard_that_is_nearly_right_is_mended() -> None:
    (finding,) = argmap.parse("[?Q]: q {standard: preponderence}").diagnostics
    assert finding.fix is not None
    assert finding.fix.replacement == "preponderance"


def test_nothing_is_lost_where_a_question_is_a_step() -> None:
    debate = argmap.parse("<B>\n\n(1) [?Q]: q\n----\n(2) [A]: a").debate
    assert [str(ref) for ref in debate.arguments["B"].premises] == ["[?Q]"]
