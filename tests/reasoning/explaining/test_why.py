"""Why something has its verdict."""

import json
import pickle
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies
from argmap.model import InferenceRef, Relation
from argmap.reasoning import Explanation, Label, PointRole
from argmap.reasoning.explaining.reasons import Reasons, Thing
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.options import EvaluationOptions
from argmap.settings.tables import STANDARDS

documents = strategies.disputes()
weighed = strategies.disputes(max_questions=1, weights=(0.2, 0.5, 1.0))
rebuttals = st.sampled_from(("symmetric", "attack"))
# These hold without what they explain, whenever they were settled.
FREE = (
    PointRole.REASON,
    PointRole.ENTAILED_BY,
    PointRole.OBJECTION,
    PointRole.EXCLUDED_BY,
    PointRole.OUTWEIGHED,
)


def explanations(document: Document, rebuttal: str) -> list[Explanation]:
    names = argmap.evaluate(document).by_name()
    return [argmap.why(document, name, rebuttal=rebuttal) for name in names]


@settings(max_examples=50)
@given(documents, rebuttals)
def test_explanations_have_the_verdict_and_name_what_is_in_the_document(
    document: Document, rebuttal: str
) -> None:
    evaluation = argmap.evaluate(document, rebuttal=rebuttal)
    for explanation in explanations(document, rebuttal):
        assert explanation.verdict == evaluation.verdicts[explanation.about]
        subjects = [line.subject for line in explanation.lines]
        assert all(each in document.debate for each in subjects if not isinstance(each, Relation))
        assert all(each in document.debate.relations for each in subjects if isinstance(each, Relation))


@settings(max_examples=50)
@given(weighed, rebuttals, st.sampled_from(STANDARDS))
def test_points_of_what_is_decided_were_settled_before_it_or_hold_without_it(
    document: Document, rebuttal: str, standard: str
) -> None:
    debate = document.debate
    bases = solved(debate, EvaluationOptions(rebuttal=rebuttal, standard=standard), stipulations(debate))
    reasons = Reasons(bases)
    for statement in range(len(bases.equations.theory)):
        if bases.label(statement) is Label.UNDECIDED:
            continue
        for reason in reasons.of_statement(statement):
            settled_before = 0 < reasons.round(reason.thing) < reasons.round(Thing(False, statement))
            assert settled_before or reason.is_late or reason.role in FREE
    for step in range(len(bases.equations.theory.steps)):
        if bases.step_label(step) is not Label.UNDECIDED:
            rounds = [reasons.round(reason.thing) for reason in reasons.of_step(step)]
            assert all(0 < each < reasons.round(Thing(True, step)) for each in rounds)


@settings(max_examples=50)
@given(documents, rebuttals)
def test_asides_stand_only_beside_what_is_undecided(document: Document, rebuttal: str) -> None:
    for explanation in explanations(document, rebuttal):
        assert not explanation.asides or explanation.verdict.label is Label.UNDECIDED
        for place, line in enumerate(explanation.lines):
            assert not explanation.asides_below(place) or line.label is Label.UNDECIDED


@settings(max_examples=50)
@given(documents, rebuttals)
def test_each_thing_is_explained_once(document: Document, rebuttal: str) -> None:
    for explanation in explanations(document, rebuttal):
        shown = [line for line in explanation.lines if line.shown_at is not None]
        assert all(line.shown_at < len(explanation.lines) for line in shown)
        steps = [
            line.subject
            for place, line in enumerate(explanation.lines)
            if isinstance(line.subject, InferenceRef) and explanation.points_below(place)
        ]
        # A step of a reductio may be there twice: as it is written, and as it follows from what is supposed.
        assert all(count <= 2 for count in Counter(steps).values())


@settings(max_examples=50)
@given(documents, st.integers(0, 3))
def test_texts_have_a_line_for_each_point_down_to_a_depth(document: Document, depth: int) -> None:
    for explanation in explanations(document, "symmetric"):
        lines = explanation.text(depth).split("\n")
        told = [line for line in lines[1:] if line.strip() != "…"]
        assert len(told) == sum(line.depth <= depth for line in explanation.lines)
        assert len(explanation.text().split("\n")) == 1 + len(explanation.lines)


@settings(max_examples=50)
@given(documents)
def test_explanations_survive_pickling_and_become_json(document: Document) -> None:
    for explanation in explanations(document, "symmetric"):
        assert pickle.loads(pickle.dumps(explanation)) == explanation
        assert len(json.loads(json.dumps(explanation.as_dict()))["points"]) == len(explanation.lines)


RAIN = """
<Rain>

(1) [Low]: The barometer is low.
(2) [Clouds]: There are clouds.
----
(3) [Front]: A front is coming.
-- rule of thumb --
  <_ [Season]: Fronts in June bring no rain here.
(4) [Wet]: It will rain.
"""


def test_what_brought_an_inference_down_is_told_in_its_line() -> None:
    assert argmap.why(argmap.parse(RAIN), "[Wet]").text() == (
        "[Wet] (line 10) is out: its reasons have fallen.\n"
        "  inference 2 of <Rain> (line 8) is undercut by [Season] (line 9),\n"
        "    which nothing argues against."
    )


def test_an_inference_that_holds_names_its_premises() -> None:
    assert argmap.why(argmap.parse(RAIN), "<Rain>#1").text() == (
        "inference 1 of <Rain> (line 6) is in: its premises hold, and nothing undercuts it.\n"
        "  its premise [Low] (line 4) is in: nothing argues for it, and no objection stands.\n"
        "  its premise [Clouds] (line 5) is in: nothing argues for it, and no objection stands."
    )


def test_a_circle_is_named_where_it_ends() -> None:
    document = argmap.parse("[A]: a\n  - [B]: b\n    - [A]")
    assert argmap.why(document, "[A]").text().split("\n")[-1] == (
        "    [A] (line 3) attacks it, but this goes round in a circle: [A] → [B] → [A]."
    )
    support = argmap.parse("[A]: a\n  + [B]: b\n    + [A]")
    (point,) = argmap.why(support, "[A]").points
    assert (point.role, point.circle, point.points) == (PointRole.FAILED_REASON, ("[A]", "[B]"), ())


def test_what_was_explained_above_is_not_explained_again() -> None:
    document = argmap.parse("[A]: a\n  + [B]: b\n    - [C]: c\n  + [D]: d\n    + [B]")
    points = argmap.why(document, "[A]").points
    (repeated,) = points[1].points
    assert (points[0].is_shown_above, repeated.is_shown_above, repeated.points) == (False, True, ())
    assert argmap.why(document, "[A]").text().endswith("is out: an objection stands (see above).")


def test_what_would_count_for_something_undecided_is_told_after_what_makes_it_so() -> None:
    text = "[A]: a\n  + [B]: b\n    - [C]: c\n  + [D]: d\n  - [E]: e\n  - [F]: f\n    - [G]: g"
    explanation = argmap.why(argmap.parse(text), "[A]")
    assert [point.subject_name for point in explanation.points] == ["[D]", "[E]"]
    assert [(point.role, point.subject_name) for point in explanation.asides] == [
        (PointRole.FAILED_REASON, "[B]"),
        (PointRole.ANSWERED, "[F]"),
    ]
    assert [line.strip() for line in explanation.text(1).split("\n")[1:]] == [
        "[D] (line 4) supports it; nothing argues against that.",
        "[E] (line 5) attacks it; nothing argues against that.",
        "[B] (line 2) supports it, but is out: an objection stands.",
        "…",
        "[F] (line 6) attacks it, but is out: an objection stands.",
        "…",
    ]


def test_what_entails_something_undecided_is_told_beside_it() -> None:
    text = "[Animal]: an animal\n  + [Cat]: a cat\n  - [Plant]: a plant"
    explanation = argmap.why(argmap.parse(text, settings={"model": {"mode": "strict"}}), "[Animal]")
    assert [(point.role, point.subject_name) for point in explanation.asides] == [
        (PointRole.ENTAILED_BY, "[Cat]")
    ]


REDUCTIO = """
<X>

(1) [H]: h
(2) [L]: l
----
(3) [M]: m

<Y>

(1) [Z]: z
----
(2) [M]

<Absurd>

(1) [M]
-- {scheme: reductio} --
(2) [No H]: not h
  >< [H]
"""


def test_a_reductio_is_told_as_what_follows_from_what_it_supposes() -> None:
    explanation = argmap.why(argmap.parse(REDUCTIO), "<Absurd>#1")
    assert [line.is_supposed for line in explanation.lines] == [True, True, True, False]
    assert [line.strip() for line in explanation.text().split("\n")[1:]] == [
        "its premise [M] (line 7) follows from what is supposed.",
        "inference 1 of <X> (line 6) leads to it.",
        "its premise [H] (line 4) is supposed.",
        "its premise [L] (line 5) is in: nothing argues for it, and no objection stands.",
    ]


def test_what_a_reductio_cannot_derive_is_told_as_well() -> None:
    text = argmap.why(argmap.parse(REDUCTIO), "<Absurd>#1", reject=["[L]", "[Z]"]).text()
    assert "its premise [M] (line 7) does not follow from what is supposed." in text
    assert "[M] (line 7) by itself is out: its reasons have fallen." in text


def test_deep_explanations_are_cut_with_a_sign() -> None:
    deep = argmap.parse("\n".join("  " * each + "- " * bool(each) + f"[C{each}]: c" for each in range(2000)))
    explanation = argmap.why(deep, "[C0]")
    assert len(explanation.text().split("\n")) == 2000
    assert explanation.text(1).split("\n")[-1] == "    …"
    point = explanation.points[0]
    for _ in range(3):
        (point,) = point.points
    assert point.subject_name == "[C4]"


def test_stipulations_end_an_explanation() -> None:
    document = argmap.parse("[A]: a\n  + [B]: b\n    - [C]: c")
    assert argmap.why(document, "[B]", accept=["[B]"]).points == ()
    assert "that is accepted from the start" in argmap.why(document, "[A]", accept=["[B]"]).text()


def test_unknown_names_have_a_hint() -> None:
    with pytest.raises(LookupError, match="Wet"):
        argmap.why(argmap.parse(RAIN), "[Wett]")


@settings(max_examples=40)
@given(documents, st.sampled_from(("preferred", "stable", "ideal")))
def test_positions_are_told_by_what_they_accept(document: Document, semantics: str) -> None:
    evaluation = argmap.evaluate(document, semantics)
    for name, verdict in evaluation.by_name().items():
        explanation = argmap.why(document, name, semantics)
        assert explanation.verdict == verdict
        core = {point.subject for point in explanation.points if point.role is PointRole.ACCEPTED}
        possible = {ref for ref, each in evaluation.verdicts.items() if each.is_possible}
        assert all(each in possible or each not in evaluation.verdicts for each in core)


def test_a_position_answers_what_attacks_it() -> None:
    document = argmap.parse("[A]: a\n  - [B]: b\n    - [A]\n\n[C]: c\n  - [A]\n  - [B]")
    assert argmap.why(document, "[A]", "preferred").text() == (
        "[A] (line 1) is undecided, but some position accepts it.\n"
        "  [A] (line 1) is accepted.\n"
        "    [B] (line 2) attacks it, but is out."
    )
    assert (
        argmap.why(document, "[C]", "preferred")
        .text()
        .startswith("[C] (line 5) is out: every position rejects it.")
    )


def test_that_no_position_is_stable_is_told() -> None:
    document = argmap.parse("[A]: a\n  - [A]\n\n[B]: b")
    assert argmap.why(document, "[B]", "stable").text() == "[B] (line 4) is undecided: no position is stable."


def test_strengths_have_no_reasons_to_tell() -> None:
    with pytest.raises(ValueError, match="no reasons to tell for strengths, which 'df-quad' gives"):
        argmap.why(argmap.parse("[A]: a"), "[A]", "df-quad")


def test_readings_of_attacks_alone_have_no_reasons_to_tell() -> None:
    with pytest.raises(ValueError, match="in the reading 'deductive'"):
        argmap.why(argmap.parse("[A]: a"), "[A]", reading="deductive")


def test_long_circles_are_named_in_part() -> None:
    count = 300
    text = "\n\n".join(
        f"[C{place}]: c\n  - [C{place * 7 % count}]\n  - [C{(place + 1) % count}]" for place in range(count)
    )
    explanation = argmap.why(argmap.parse(text), "[C1]")
    lengths = {len(line.circle) for line in explanation.lines}
    assert 21 in lengths
    assert max(lengths) == 21
