"""Questions: how they are written, read, kept and handed on."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given

import argmap
from argmap import ArgumentRef, ClaimRef, Draft, QuestionRef, strategies
from argmap.interop import argdown_json

TEXT = """[?Closing]: Should the old town be closed to cars? {standard: preponderance}
  + [Car-free]: Close it.
  + <Tolls>: Cars pay.

[Closing]: The old town is closed.

We ask @[?Closing].
"""


@pytest.fixture
def debate() -> argmap.Debate:
    return argmap.parse(TEXT).debate


def test_a_title_with_a_question_mark_names_a_question(debate: argmap.Debate) -> None:
    question = debate.questions["Closing"]
    assert question.text == "Should the old town be closed to cars?"
    assert (str(question.ref), question.ref.kind) == ("[?Closing]", "question")


def test_questions_have_titles_of_their_own(debate: argmap.Debate) -> None:
    assert debate["[?Closing]"] != debate["[Closing]"]
    assert debate[QuestionRef("Closing")] is debate.questions["Closing"]


def test_what_is_below_a_question_is_a_position(debate: argmap.Debate) -> None:
    assert debate.positions("[?Closing]") == (ClaimRef("Car-free"), ArgumentRef("Tolls"))
    assert [str(relation) for relation in debate.relations] == [
        "[Car-free] answers [?Closing]",
        "<Tolls> answers [?Closing]",
    ]


def test_positions_are_rivals_unless_several_can_hold(debate: argmap.Debate) -> None:
    assert not debate.questions["Closing"].has_several_answers
    assert argmap.parse("[?Q]: q {several: true}").debate.questions["Q"].has_several_answers


def test_a_standard_is_kept_as_it_is_written(debate: argmap.Debate) -> None:
    assert debate.questions["Closing"].standard == "preponderance"
    assert argmap.parse("[?Q]: q {standard: [a]}").debate.questions["Q"].standard is None


def test_a_mention_of_a_question_is_marked(debate: argmap.Debate) -> None:
    (mark,) = debate.claims["Untitled 1"].statements[0].marks
    assert (mark.kind.value, mark.target) == ("question-mention", "Closing")


def test_a_lone_sign_is_the_title_of_a_claim() -> None:
    assert list(argmap.parse("[?]: q").debate.claims) == ["?"]


def test_positions_in_strict_mode_are_positions() -> None:
    debate = argmap.parse("[?Q]: q\n  + [A]: a", settings={"model": {"mode": "strict"}}).debate
    assert debate.positions("[?Q]") == (ClaimRef("A"),)


def test_questions_are_rows(debate: argmap.Debate) -> None:
    (row,) = debate.rows("questions")
    assert (row["title"], row["positions"], row["standard"]) == (
        "Closing",
        "[Car-free]; <Tolls>",
        "preponderance",
    )


def test_questions_are_selected_by_their_kind(debate: argmap.Debate) -> None:
    assert [str(one.ref) for one in debate.select(kind="question")] == ["[?Closing]"]


def test_an_argdown_tool_reads_a_statement() -> None:
    shown = argdown_json.dumps(argmap.parse("[?Q]: q"))
    assert '"?Q"' in shown


def test_a_draft_writes_questions_and_answers() -> None:
    draft = Draft()
    question = draft.question("Q", "Which?", several=True, standard="scintilla")
    draft.answer(draft.claim("A", "This."), question)
    assert draft.to_text() == "[?Q]: Which? {several: true, standard: scintilla}\n  + [A]: This.\n" or (
        argmap.parse(draft.to_text()).debate.positions("[?Q]") == (ClaimRef("A"),)
    )


def test_only_questions_are_answered() -> None:
    draft = Draft()
    draft.claim("A")
    draft.claim("B")
    with pytest.raises(ValueError, match=r"\[A\] is not a question"):
        draft.answer("B", "A")


def test_a_question_is_no_premise_of_a_draft() -> None:
    draft = Draft()
    draft.argument("B")
    draft.claim("A")
    draft.question("Q")
    with pytest.raises(ValueError, match="is neither a claim nor evidence"):
        draft.infer("B", premises=["Q"], conclusion="A")


@given(strategies.questions())
def test_a_question_is_equal_to_its_pickle(question: argmap.Question) -> None:
    assert pickle.loads(pickle.dumps(question)) == question


@given(strategies.documents())
def test_every_position_answers_its_question(document: argmap.Document) -> None:
    debate = document.debate
    answered = {
        (relation.source, relation.target)
        for relation in debate.relations
        if relation.is_answer and not isinstance(relation.source, QuestionRef)
    }
    assert answered == {
        (position, question.ref)
        for question in debate.questions.values()
        for position in debate.positions(question)
    }
