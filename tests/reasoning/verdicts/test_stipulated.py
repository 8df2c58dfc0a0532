"""Verdicts in which invalid steps count as undercut."""

import pytest

import argmap
from argmap.model import ClaimRef
from argmap.reasoning.verdicts.brief import brief_reasons

TEXT = "<A>\n\n(1) a {{formula: p}}\n{line}\n(2) [C]: c {{formula: {conclusion}}}"


@pytest.mark.parametrize(
    ("conclusion", "line", "steps", "label"),
    [
        ("q", "----", "logic", "out"),
        ("q", "----", "asserted", "in"),
        ("p", "----", "logic", "in"),
        ("q", "-- argument from sign --", "logic", "in"),
        ("q", "-- modus ponens --", "logic", "out"),
    ],
)
def test_invalid_steps_fall_if_logic_decides(conclusion: str, line: str, steps: str, label: str) -> None:
    document = argmap.parse(TEXT.format(line=line, conclusion=conclusion))
    evaluation = argmap.evaluate(document, steps=steps)
    assert evaluation["[C]"].label is not None
    assert evaluation["[C]"].label.value == label


def test_an_invalid_step_counts_as_undercut() -> None:
    document = argmap.parse(TEXT.format(line="----", conclusion="q"))
    verdict = argmap.evaluate(document, steps="logic")["<A>#1"]
    assert verdict.basis is not None
    assert verdict.basis.value == "undercut"


def test_a_document_may_ask_for_it() -> None:
    head = "===\nreasoning: {steps: logic}\n===\n\n"
    evaluation = argmap.evaluate(argmap.parse(head + TEXT.format(line="----", conclusion="q")))
    assert evaluation["[C]"].label is not None
    assert evaluation["[C]"].label.value == "out"


def test_other_steps_than_these_are_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="did you mean 'logic'"):
        argmap.evaluate(argmap.parse(""), steps="logics")


def test_reports_say_why_an_invalid_step_has_fallen() -> None:
    document = argmap.parse(TEXT.format(line="----", conclusion="q"))
    reasons = brief_reasons(argmap.evaluate(document, steps="logic"))
    assert reasons[ClaimRef("C")] == "<A>#1 is undercut by its formulas, which make it invalid"


def test_what_else_is_rejected_is_said_to_be_rejected() -> None:
    document = argmap.parse(TEXT.format(line="----", conclusion="q"))
    verdict = argmap.evaluate(document, steps="logic", reject=["<A>#1"])["<A>#1"]
    assert verdict.basis is not None
    assert verdict.basis.value == "rejected"
