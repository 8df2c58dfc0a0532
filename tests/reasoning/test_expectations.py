"""What authors expect of verdicts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.model.expected import expectations_of
from argmap.reasoning.verdicts.expectations import unmet_expectations


def codes(text: str) -> list[str]:
    document = argmap.parse(text)
    return [found.code for found in (*document.diagnostics, *argmap.check(document)) if found.code != "C309"]


@given(strategies.disputes(), st.sampled_from(["in", "out", "undecided"]))
def test_an_expectation_is_unmet_exactly_if_the_label_differs(document: argmap.Document, word: str) -> None:
    claim = next(iter(document.debate.claims.values()))
    text = f"===\nexpect: {{{word}: '{claim.ref}'}}\n===\n\n{document.text}"
    again = argmap.parse(text, settings={"model": {"mode": document.settings.model.mode}})
    label = argmap.evaluate(again)[claim].label
    unmet = [each.name for each, _ in unmet_expectations(again.debate, again.settings.reasoning)]
    assert label is not None
    assert unmet == [str(claim.ref)] * (label.value != word)
    assert ("C330" in [found.code for found in argmap.check(again)]) == bool(unmet)


def test_titles_without_quotes_are_read_as_they_are_meant() -> None:
    expected = "===\nexpect: {in: [[A], Plain, '<B>'], out: [^E]}\n===\n\n"
    text = f"{expected}[A]: a\n  + <B>: b\n\n[Plain]: p\n\n[^E]: e"
    debate = argmap.parse(text).debate
    names = [(str(each.ref), each.word) for each in expectations_of(debate, debate.metadata)]
    assert names == [("[A]", "in"), ("[Plain]", "in"), ("<B>", "in"), ("[^E]", "out")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("===\nexpect: {in: ['[Weathr]']}\n===\n\n[Weather]: w", "R288"),
        ("===\nexpect: {inn: ['[Weather]']}\n===\n\n[Weather]: w", "R289"),
        ("===\nexpect: [in]\n===\n\n[Weather]: w", "R289"),
        ("[Weather]: w {expect: maybe}", "R289"),
        ("[Weather]: w {strength: high}", "R227"),
        ("[Weather]: w {p: 2}", "R227"),
        ("<Weather>: w {strength: -1}", "R227"),
    ],
)
def test_what_cannot_be_expected_is_reported(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_an_inference_may_be_expected_to_hold() -> None:
    text = "<R>\n\n(1) [P]: p\n-- {expect: out} --\n(2) [Q]: p"
    assert "C330" in codes(text)


def test_a_slip_in_a_verdict_can_be_fixed() -> None:
    assert argmap.fix_text("[A]: a {expect: undecidd}", unsafe=True) == "[A]: a {expect: undecided}"


def test_findings_are_the_same_after_an_edit() -> None:
    text = "===\nexpect: {in: ['[B]']}\n===\n\n[A]: a\n\n[B]: b {strength: x}\n"
    before = argmap.parse(text)
    edited = text.replace("[A]: a", "[A]: another a")
    assert argmap.parse(edited, previous=before) == argmap.parse(edited)


@given(strategies.values())
def test_whatever_is_expected_is_read(value: object) -> None:
    draft = argmap.Draft()
    draft.metadata(expect=value if isinstance(value, dict) else {"in": value})
    draft.claim("A", "a", data={"expect": value, "accepted": value, "strength": value})
    debate = draft.finish()
    assert argmap.evaluate(debate)
    assert list(unmet_expectations(debate)) is not None
