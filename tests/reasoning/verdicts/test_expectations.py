"""What authors expect of verdicts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.model import lookup
from argmap.model.expected import expectations_of
from argmap.reasoning import Label
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
        ("===\nexpect: [in]\n===\n\n[Weather]: w", "R298"),
        ("[Weather]: w {expect: maybe}", "R289"),
        ("[?Q]: q {expect: maybe}\n  + [A]: a", "R289"),
        ("===\nexpect: {'[?Q]': '[Z]'}\n===\n\n[?Q]: q\n  + [A]: a", "R288"),
        ("===\nexpect: {'[?Z]': '[A]'}\n===\n\n[?Q]: q\n  + [A]: a", "R288"),
        ("[?Q]: q {expect: '[B]'}\n  + [A]: a\n    + [B]: b", "R268"),
        ("[?Q]: q {expect: [A, C]}\n  + [A]: a\n    + [C]: c", "R268"),
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


@given(
    strategies.disputes(max_relations=4, max_questions=2).filter(lambda each: bool(each.debate.questions)),
    st.data(),
)
def test_an_answer_is_unmet_exactly_if_others_hold(document: argmap.Document, data: st.DataObject) -> None:
    question = data.draw(st.sampled_from(list(document.debate.questions.values())))
    names = [str(ref) for ref in document.debate.positions(question)]
    chosen = data.draw(st.lists(st.sampled_from(names), unique=True) if names else st.just([]))
    expected = data.draw(
        st.sampled_from(("open", "none", chosen)) if chosen else st.sampled_from(("open", "none"))
    )
    text = f"===\nexpect: {{'{question.ref}': {json.dumps(expected)}}}\n===\n\n{document.text}"
    again = argmap.parse(text, settings={"model": {"mode": document.settings.model.mode}})
    verdict = argmap.evaluate(again)[question.ref]
    outcomes = {Label.OUT: "none", Label.UNDECIDED: "open"}
    outcome = outcomes.get(verdict.label) or sorted(map(str, verdict.answers))
    is_met = outcome == (sorted(expected) if expected == chosen else expected)
    assert [each.code for each in argmap.check(again) if each.code == "C330"] == ["C330"] * (not is_met)


@pytest.mark.parametrize("expected", ["A", "'[A]'", "[A]", "['[A]']", "[[A]]"])
def test_an_answer_is_written_as_titles_are(expected: str) -> None:
    text = f"[?Q]: Which? {{expect: {expected}}}\n  + [A]: a\n    + [R]: r\n  + [B]: b"
    assert codes(text) == []
    assert codes(text.replace("+ [R]", "- [R]")) == ["C330"]


def test_what_became_of_a_question_is_told() -> None:
    text = "[?Q]: Which? {expect: none}\n  + [A]: a\n    + [R]: r\n  + [B]: b"
    (finding,) = [each for each in argmap.check(argmap.parse(text)) if each.code == "C330"]
    assert finding.message == "`[?Q]` is expected to be without an answer, but it is answered by [A]"


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


def test_what_is_near_is_looked_for_for_some_of_many_unknown_names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(lookup, "nearest", lambda word, known: asked.append(word))
    names = "".join(f"    - '[Clam {number}]'\n" for number in range(200))
    claims = "".join(f"\n[Claim {number}]: c{number}\n" for number in range(200))
    found = argmap.parse(f"===\nexpect:\n  in:\n{names}===\n{claims}").diagnostics
    assert sum(each.code == "R288" for each in found) == 200
    assert len(asked) == 50
