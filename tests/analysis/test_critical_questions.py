"""Critical questions: what answers them, what raises them, what is open."""

from __future__ import annotations

import pytest

import argmap
from argmap.analysis import ChecklistItem, Status, checklist
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef

OPINION = "<A>\n\n(1) [^E]: e {source: S}\n(2) [P]: p\n-- expert opinion %s --\n(3) [C]: c"


def items(text: str) -> dict[str, ChecklistItem]:
    return {one.question.name: one for one in checklist(argmap.parse(text).debate)}


def codes(text: str) -> list[str]:
    return [one.code for one in argmap.check(argmap.parse(text))]


def test_questions_are_open_until_somebody_answers() -> None:
    found = items(OPINION % "")
    assert list(found) == ["expertise", "field", "opinion", "trustworthiness", "consistency", "evidence"]
    assert {one.status for one in found.values()} == {Status.OPEN}


@pytest.mark.parametrize(
    ("said", "ref", "text"),
    [
        ('"[P]"', ClaimRef("P"), "[P]"),
        ("[P]", ClaimRef("P"), "[P]"),
        ('"[^E]"', EvidenceRef("E"), "[^E]"),
        ("[^E]", EvidenceRef("E"), "[^E]"),
        ("<A>", ArgumentRef("A"), "<A>"),
        ("We asked her.", None, "We asked her."),
    ],
)
def test_an_answer_is_something_of_the_debate_or_words(said: str, ref: object, text: str) -> None:
    (answer,) = items(OPINION % f"{{answers: {{trustworthiness: {said}}}}}")["trustworthiness"].answers
    assert (answer.ref, answer.text) == (ref, text)


def test_several_answers_are_all_kept() -> None:
    found = items(OPINION % '{answers: {field: ["[P]", "It is so"]}}')["field"]
    assert [one.text for one in found.answers] == ["[P]", "It is so"]


def test_what_is_not_stated_answers_nothing() -> None:
    text = OPINION % '{answers: {field: "[Q]"}}'
    assert items(text)["field"].status is Status.OPEN
    assert "C323" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        OPINION.replace("%s --", "--\n  <_ [U]: u {question: trustworthiness}"),
        OPINION % "" + "\n\n<A>\n  <_ [U]: u {question: Trustworthiness}",
        OPINION % "" + "\n\n<A>\n  <_ <U>: u {question: [trustworthiness]}",
    ],
)
def test_an_undercut_raises_a_question(text: str) -> None:
    found = items(text)["trustworthiness"]
    assert (found.status, [ref.title for ref in found.objections]) == (Status.RAISED, ["U"])


def test_what_attacks_a_premise_raises_a_question_about_premises_only() -> None:
    found = items(OPINION % "" + "\n\n[P]\n  - [U]: u {question: expertise}\n  - [V]: v {question: evidence}")
    assert found["expertise"].status is Status.RAISED
    assert found["evidence"].status is Status.OPEN


def test_what_attacks_a_conclusion_raises_a_question_about_it() -> None:
    text = "(1) [P]: p\n-- argument from example --\n(2) [C]: c\n  - [U]: u {question: counterexample}"
    assert items(text)["counterexample"].status is Status.RAISED


def test_an_objection_counts_more_than_an_answer() -> None:
    text = OPINION % "{answers: {field: Yes}}" + "\n\n<A>\n  <_ [U]: u {question: field}"
    assert items(text)["field"].status is Status.RAISED


@pytest.mark.parametrize(
    ("roles", "premise", "title"),
    [
        ("{assertion: 1, expertise: 2}", "expertise", "P"),
        ("{minor: 1, major: 2}", "expertise", "P"),
        ("{minor: 1, major: 2}", "opinion", "E"),
        ("{expertise: [2, 9]}", "expertise", "P"),
    ],
)
def test_roles_tell_which_premise_a_question_is_about(roles: str, premise: str, title: str) -> None:
    found = items(OPINION % f"{{roles: {roles}}}")
    assert [ref.title for ref in found[premise].premises] == [title]


def test_without_roles_nobody_knows_which_premise_is_meant() -> None:
    assert items(OPINION % "{roles: 7}")["expertise"].premises == ()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("{roles: {expertise: 1}}", []),
        ("{roles: {expertse: 1}}", ["C321"]),
        ("{roles: {expertise: 3}}", ["C321"]),
        ("{roles: {expertise: one}}", ["C321"]),
        ("{roles: [1]}", ["C321"]),
        ("{answers: {truth: Yes}}", ["C319"]),
        ("{answers: {fields: Yes}}", ["C319"]),
        ("{answers: 7}", []),
    ],
)
def test_slips_in_roles_and_answers_are_told(data: str, expected: list[str]) -> None:
    assert [code for code in codes(OPINION % data) if code not in ("C308", "C315")] == expected


def test_an_objection_with_an_unknown_question_is_told() -> None:
    (found,) = (
        one
        for one in argmap.check(argmap.parse(OPINION % "" + "\n\n<A>\n  <_ [U]: u {question: trustworthy}"))
        if one.code == "C319"
    )
    assert found.hint == "did you mean `trustworthiness`?"


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("-- {scheme: expert opinon} --", "expert_opinion"),
        ("-- argument from expert opinon --", "expert_opinion"),
        ("-- {scheme: best explanatoin} --", "best_explanation"),
        ("-- {scheme: my own way} --", None),
        ("-- our rule --", None),
        ("-- modus ponens, whatever else --", None),
    ],
)
def test_a_misspelt_scheme_is_told_with_the_nearest(line: str, near: str | None) -> None:
    found = [one.hint for one in argmap.check(argmap.parse(f"(1) p\n{line}\n(2) q")) if one.code == "C320"]
    assert found == ([f"did you mean `{near}`?"] if near else [])


def test_valid_schemes_have_no_open_questions_to_tell_of() -> None:
    text = "(1) If it rains, it pours.\n(2) It rains.\n-- modus ponens --\n(3) It pours, if it rains."
    assert codes(text) == []
    assert len(items(text)) == 2


@pytest.mark.parametrize(
    ("answer", "hint"),
    [
        ('"[Pp]"', "did you mean `[P]`?"),
        ('"[^Ee]"', "did you mean `[^E]`?"),
        ("<Aa>", "did you mean `<A>`?"),
        ('"[Nothing like it]"', "state it somewhere"),
    ],
)
def test_an_answer_that_is_not_stated_is_told_with_the_nearest(answer: str, hint: str) -> None:
    text = OPINION % f"{{answers: {{field: {answer}}}}}"
    found = [one.hint for one in argmap.check(argmap.parse(text)) if one.code == "C323"]
    assert found == [hint]


def test_in_a_text_full_of_slips_only_so_many_are_looked_for() -> None:
    text = "\n\n".join(f"<A{n}>\n\n(1) p\n-- {{scheme: expert opinon {n}}} --\n(2) q" for n in range(60))
    assert codes(text).count("C320") == 50
