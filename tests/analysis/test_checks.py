"""Checks of what a debate says."""

import pytest

import argmap
from argmap.analysis import check_debate
from argmap.data import FrozenDict
from argmap.model import Argument, ClaimRef, Debate, Evidence, Inference, Role, Statement
from argmap.text import Severity, Span


def found(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.span.start) for one in argmap.check(argmap.parse(text))]


@pytest.mark.parametrize("text", ["", "[A]: x", "[^E]: x {source: S}", "<A>", "(1) p\n----\n(2) c"])
def test_what_is_sound_has_no_findings(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["[^E]: x", "[^E]", "[^E]: x {kind: event}"])
def test_evidence_without_a_source_is_found(text: str) -> None:
    assert found(text) == [("C301", 0)]


def test_evidence_may_name_its_source_anywhere() -> None:
    assert found("[^E]: x\n\n[^E] {source: S}") == []


def test_an_argument_that_concludes_a_premise_is_found_at_its_conclusion() -> None:
    text = "<A>\n\n(1) [P]: p\n----\n(2) [P]"
    assert found(text) == [("C302", text.index("(2)"))]


def test_a_premise_that_is_concluded_on_the_way_is_sound() -> None:
    assert found("<A>\n\n(1) [P]\n----\n(2) [M]\n----\n(3) [C]") == []


def test_findings_are_in_order_of_the_text() -> None:
    text = "<A>\n\n(1) [P]: p\n----\n(2) [P]\n\n[^E]: x"
    assert [code for code, _ in found(text)] == ["C302", "C301", "C316"]


def test_findings_say_what_is_wrong_and_what_to_do() -> None:
    (one,) = argmap.check(argmap.parse("[^E]: x"))
    assert (one.severity, one.message, one.hint) == (
        Severity.WARNING,
        "[^E] has no source",
        "add `{source: …}`",
    )


def test_a_debate_made_in_code_has_findings_at_the_beginning() -> None:
    p = ClaimRef("P")
    steps = (Statement("P", role=Role.PREMISE), Statement("P", role=Role.MAIN_CONCLUSION))
    circular = Argument("A", steps=steps, step_refs=(p, p), inferences=(Inference("A", 0, (p,), p, 1),))
    debate = Debate(evidence=FrozenDict(E=Evidence("E")), arguments=FrozenDict(A=circular))
    assert [(one.code, one.span) for one in check_debate(debate)] == [
        ("C301", Span(0, 0)),
        ("C302", Span(0, 0)),
    ]
