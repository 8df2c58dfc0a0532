"""Which position on a question holds."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import ClaimRef, Document, strategies
from argmap.model import QuestionRef, Ref
from argmap.reasoning import Basis, Label, Verdict
from argmap.reasoning.explaining.point_role import PointRole
from argmap.reasoning.flipping.candidates import candidates
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.options import EvaluationOptions
from argmap.reasoning.verdicts.question_verdicts import decisive

documents = strategies.disputes(max_relations=5, max_questions=2, weights=(0.2, 0.5, 1.0)).filter(
    lambda document: bool(document.debate.questions)
)
any_semantics = st.sampled_from(("grounded", "preferred", "stable", "ideal"))
gradual = st.sampled_from(("df-quad", "credence"))


def evaluated(text: str, **options: str) -> Evaluation:
    return argmap.evaluate(argmap.parse(text), **options)  # type: ignore[arg-type]  # they are names


def label(text: str, name: str) -> str:
    found = evaluated(text)[name].label
    assert found is not None
    return found.value


@given(documents, any_semantics, st.sampled_from(("structured", "attacks")))
def test_a_question_is_answered_by_the_positions_that_are_in(
    document: Document, semantics: str, reading: str
) -> None:
    evaluation = argmap.evaluate(document, semantics, reading=reading)
    for question in document.debate.questions.values():
        positions = document.debate.positions(question)
        labels = [evaluation[decisive(document.debate, position)].label for position in positions]
        verdict = evaluation[question]
        answers = tuple(ref for ref, each in zip(positions, labels, strict=True) if each is Label.IN)
        assert verdict.answers == evaluation.answers(question) == answers
        assert (verdict.label is Label.IN) == bool(answers)
        assert (verdict.label is Label.OUT) == (bool(positions) and set(labels) == {Label.OUT})


@given(documents, gradual)
def test_a_question_has_the_strength_of_its_strongest_positions(document: Document, semantics: str) -> None:
    evaluation = argmap.evaluate(document, semantics)
    for question in document.debate.questions.values():
        verdict = evaluation[question]
        strengths = {
            ref: evaluation[decisive(document.debate, ref)].strength
            for ref in document.debate.positions(question)
        }
        assert (verdict.strength is None) == (not strengths or None in strengths.values())
        assert all(strengths[ref] == verdict.strength for ref in verdict.answers)
        assert all(each <= verdict.strength for each in strengths.values() if verdict.strength is not None)


@given(documents)
def test_without_several_answers_only_one_statement_answers(document: Document) -> None:
    evaluation = argmap.evaluate(document)
    debate = document.debate
    equations = solved(debate, EvaluationOptions(), stipulations(debate)).equations
    fixed = stipulations(debate)
    for question in debate.questions.values():
        answers = {decisive(debate, ref) for ref in evaluation.answers(question)}
        entailed = equations.theory.entailments or (fixed.accepted | fixed.rejected)
        assert question.has_several_answers or entailed or len(answers) < 2


@settings(max_examples=50)
@given(documents, any_semantics)
def test_questions_are_explained_by_their_positions(document: Document, semantics: str) -> None:
    evaluation = argmap.evaluate(document, semantics)
    for question in document.debate.questions.values():
        explanation = argmap.why(document, question, semantics)
        assert explanation.verdict == evaluation[question]
        told = [point.subject for point in explanation.points]
        positions = [decisive(document.debate, ref) for ref in document.debate.positions(question)]
        assert all(point.role is PointRole.POSITION for point in explanation.points)
        assert len(told) == len(set(positions))
        assert set(told) == set(positions)
        assert len(explanation.text().split("\n")) == 1 + len(explanation.lines)


@settings(max_examples=50)
@given(documents, st.sampled_from(Label), st.booleans(), st.data())
def test_flips_of_questions_are_the_sets_that_evaluation_confirms(
    document: Document, to: Label, accepting: bool, data: st.DataObject
) -> None:
    debate = document.debate
    about: Ref = data.draw(st.sampled_from([each.ref for each in debate.questions.values()]))
    solution = solved(debate, EvaluationOptions(), stipulations(debate)).solution
    every = list(candidates(solution, about, accepting=accepting))
    confirmed: list[frozenset[tuple[str, bool]]] = []
    for chosen in (each for size in range(3) for each in combinations(every, size)):
        names = frozenset((str(each.ref), each.is_accepted) for each in chosen)
        accepted = [name for name, is_accepted in names if is_accepted]
        rejected = [name for name, is_accepted in names if not is_accepted]
        if any(less <= names for less in confirmed) or set(accepted) & set(rejected):
            continue
        if argmap.evaluate(document, accept=accepted, reject=rejected)[about].label is to:
            confirmed.append(names)
    result = argmap.flips(document, about, to, most=2, limit=None, accepting=accepting)
    assert {
        frozenset({*((str(ref), False) for ref in each.reject), *((str(ref), True) for ref in each.accept)})
        for each in result.sets
    } == set(confirmed)
    assert result.is_exhaustive


@settings(max_examples=50)
@given(documents)
def test_what_changes_includes_answers(document: Document) -> None:
    rejected = [claim.ref for claim in document.debate.claims.values()][:1]
    comparison = argmap.what_if(document, reject=rejected)
    changed = {change.ref for change in comparison.changed}
    for question in document.debate.questions.values():
        before, after = comparison.before[question], comparison.after[question]
        is_other = (before.label, before.answers) != (after.label, after.answers)
        assert not is_other or question.ref in changed


BARE = "[?Q]: Which?\n  + [A]: This.\n  + [B]: That."
ARGUED = f"{BARE}\n\n[A]\n  + [C]: A reason."
WEIGHED = """
[?Q]: Which? {standard: preponderance}
  + [A]: This.
    + <P>: A good reason. {strength: 0.6}
  + [B]: That.
    + <R>: A poor reason. {strength: 0.3}
"""


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
    assert evaluated(text)["[?Q]"] == Verdict(Label.OUT, Basis.UNANSWERED)


def test_a_question_without_positions_is_open() -> None:
    assert evaluated("[?Q]: Which?")["[?Q]"] == Verdict(Label.UNDECIDED, Basis.OPEN)
    assert argmap.why(argmap.parse("[?Q]: Which?"), "[?Q]").text().endswith("is open: it has no positions.")
    flips = argmap.flips(argmap.parse("[?Q]: Which?"), "[?Q]", "in")
    assert (flips.sets, flips.is_exhaustive) == ((), True)


def test_a_question_is_no_position_on_a_question() -> None:
    document = argmap.parse("[?Q]: Which?\n  + [?Q]\n  + [?R]\n  + [A]: This.")
    assert document.debate.positions("[?Q]") == (ClaimRef("A"),)
    assert argmap.evaluate(document)["[?Q]"].answers == (ClaimRef("A"),)


def test_a_position_that_is_written_twice_is_no_rival_of_itself() -> None:
    text = "[?Q]: Which?\n  + [A]: This.\n  + [A]\n  + <B>\n\n<B>\n\n(1) [P]: p\n----\n(2) [A]"
    assert evaluated(text).answers("[?Q]") == (ClaimRef("A"),)


def test_arguments_are_rivals_too() -> None:
    text = "[?Q]: Which?\n  + <A>: This.\n  + [B]: That.\n    - [D]: No."
    assert label(text, "<A>") == label(text, "[?Q]") == "in"
    assert label("[?Q]: Which?\n  + <A>: This.\n  + [B]: That.", "<A>") == "undecided"


def test_what_a_reconstructed_argument_concludes_is_its_position() -> None:
    text = "[?Q]: Which?\n  + <A>\n  + <B>\n\n"
    text += "\n\n".join(f"<{each}>\n\n(1) [P{each}]: p\n----\n(2) [C{each}]: c" for each in "AB")
    evaluation = evaluated(text)
    assert evaluation["<A>"].label is Label.IN
    assert evaluation["[?Q]"].label is Label.UNDECIDED


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ("scintilla", []),
        ("preponderance", ["[A]"]),
        ("clear-and-convincing", []),
        ("dialectical-validity", []),
    ],
)
def test_the_standard_of_a_question_decides_between_its_positions(standard: str, expected: list[str]) -> None:
    text = WEIGHED.replace("preponderance", standard)
    assert [str(ref) for ref in evaluated(text).answers("[?Q]")] == expected


def test_the_standard_of_a_question_judges_its_positions() -> None:
    text = "[?Q]: Which? {several: true, standard: %s}\n  + [A]: This."
    text += "\n    + <P>: p {strength: 0.6}\n    - <C>: c {strength: 0.3}"
    assert label(text % "preponderance", "[A]") == "in"
    assert label(text % "clear-and-convincing", "[A]") == "undecided"


def test_of_several_questions_the_strictest_standard_counts() -> None:
    text = WEIGHED + "\n[?R]: And here? {standard: clear-and-convincing}\n  + [A]\n  + [B]"
    assert label(text, "[?Q]") == "undecided"


def test_a_standard_that_is_given_does_not_replace_that_of_a_question() -> None:
    text = WEIGHED.replace("preponderance", "dialectical-validity")
    assert evaluated(text, standard="preponderance")["[?Q]"].label is Label.UNDECIDED


def test_verdicts_of_questions_come_after_those_of_claims() -> None:
    assert list(evaluated(WEIGHED).by_name()) == ["[A]", "[B]", "[?Q]", "<P>", "<R>"]
    entry = evaluated(WEIGHED).as_entry("[?Q]")
    assert (entry["label"], entry["basis"], entry["answers"]) == ("in", "answered", ["[A]"])
    assert repr(evaluated(WEIGHED)["[?Q]"]) == "Verdict(in, answered, [A])"


def test_what_would_change_an_answer_is_told() -> None:
    document = argmap.parse(WEIGHED)
    changes = [str(change) for change in argmap.what_if(document, reject=["<P>"]).changed]
    assert "[?Q]: [A] → [B]" in changes
    sets = argmap.flips(document, "[?Q]", "out", accepting=True, most=2).sets
    assert [str(each) for each in sets] == ["reject <P> and <R>"]


def test_an_answer_is_explained_by_the_rivals_that_fall() -> None:
    assert argmap.why(argmap.parse(WEIGHED), "[?Q]").text(2) == (
        "[?Q] (line 2) is answered: [A] holds.\n"
        "  its position [A] (line 3) is in: a reason for it holds.\n"
        "    <P> (line 4) supports it; nothing argues against that.\n"
        "    [B] (line 5) is incompatible with it, but is out: it is incompatible with what holds.\n"
        "  its position [B] (line 5) is out: it is incompatible with what holds.\n"
        "    [A] (line 3) is incompatible with it, and is in: a reason for it holds (see above).\n"
        "    <R> (line 6) supports it; nothing argues against that, but it is outweighed."
    )


def test_rivals_are_positions_under_preferred_semantics() -> None:
    evaluation = evaluated(BARE, semantics="preferred")
    assert [each.accepted for each in evaluation.positions()] == [("[A]",), ("[B]",)]
    answers = [each.verdicts[QuestionRef("Q")].answers for each in evaluation.positions()]
    assert answers == [(ClaimRef("A"),), (ClaimRef("B"),)]
    assert evaluation["[?Q]"] == Verdict(Label.UNDECIDED, Basis.OPEN, is_possible=True)


def test_what_was_not_decided_in_time_leaves_a_question_unknown() -> None:
    evaluation = argmap.evaluate(argmap.parse(BARE), "preferred", timeout=0)
    assert evaluation["[?Q]"].basis is Basis.UNKNOWN
    assert QuestionRef("Q") in evaluation.unknown


def test_questions_are_answered_not_accepted() -> None:
    with pytest.raises(LookupError, match="name one of its positions"):
        argmap.evaluate(argmap.parse(BARE), accept=["[?Q]"])


def test_more_positions_than_are_compared_are_reported() -> None:
    text = "[?Q]: Which?\n" + "".join(f"  + [A{number}]: a\n" for number in range(2000))
    assert label(text, "[?Q]") == "in"
    (finding,) = argmap.parse(text).diagnostics
    assert (finding.code, "only the first 100 of its 2000" in finding.message) == ("R296", True)


def test_a_standard_that_is_not_read_is_reported() -> None:
    codes = [each.code for each in evaluated(WEIGHED, semantics="preferred").diagnostics]
    assert codes == ["C334"]
    assert [each.code for each in evaluated(WEIGHED, reading="attacks").diagnostics] == ["C334"]
    assert evaluated(WEIGHED).diagnostics == ()
