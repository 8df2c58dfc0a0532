"""What would change a verdict."""

from collections.abc import Iterable
from itertools import chain, combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies
from argmap.model import ClaimRef, Ref
from argmap.reasoning import Label
from argmap.reasoning.deadline import Deadline, NotDecidedError
from argmap.reasoning.explaining.point_role import name_of_subject
from argmap.reasoning.flipping import flips as module
from argmap.reasoning.flipping.candidates import candidates, flip_question
from argmap.reasoning.theories.stages import TooLargeError
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.options import EvaluationOptions

documents = strategies.disputes()
asked = strategies.disputes(max_questions=1)
labels = st.sampled_from(Label)
Sets = list[tuple[frozenset[str], frozenset[str]]]


def by_evaluation(document: Document, about: Ref, to: Label, *, accepting: bool, most: int) -> Sets:
    """Return the minimal sets, found by evaluating the document with each."""
    debate = document.debate
    solution = solved(debate, EvaluationOptions(), stipulations(debate)).solution
    every = list(candidates(solution, about, accepting=accepting))
    found: Sets = []
    for chosen in chain.from_iterable(combinations(every, size) for size in range(most + 1)):
        rejected = frozenset(str(each.ref) for each in chosen if not each.is_accepted)
        accepted = frozenset(str(each.ref) for each in chosen if each.is_accepted)
        contains_smaller = any(less <= rejected and other <= accepted for less, other in found)
        if contains_smaller or rejected & accepted:
            continue
        if argmap.evaluate(document, accept=accepted, reject=rejected)[about].label is to:
            found.append((rejected, accepted))
    return found


def as_sets(result: module.Flips) -> Sets:
    return [(frozenset(map(str, each.reject)), frozenset(map(str, each.accept))) for each in result.sets]


def about_of(document: Document, data: st.DataObject) -> Ref:
    refs: Iterable[Ref] = argmap.evaluate(document).verdicts
    return data.draw(st.sampled_from(list(refs)))


@settings(max_examples=60)
@given(documents.filter(lambda document: len(document.debate)), labels, st.booleans(), st.data())
def test_flips_are_the_sets_that_evaluation_confirms(
    document: Document, to: Label, accepting: bool, data: st.DataObject
) -> None:
    about = about_of(document, data)
    result = argmap.flips(document, about, to, most=3, limit=None, accepting=accepting)
    assert result.is_exhaustive
    expected = by_evaluation(document, about, to, accepting=accepting, most=3)
    assert set(as_sets(result)) == set(expected)
    assert list(map(len, result.sets)) == sorted(map(len, result.sets))


@settings(max_examples=40)
@given(documents.filter(lambda document: len(document.debate)), labels, st.data())
def test_without_a_solver_and_without_a_framework_the_sets_are_the_same(
    document: Document, to: Label, data: st.DataObject
) -> None:
    about = about_of(document, data)
    expected = argmap.flips(document, about, to, most=3, limit=None)

    def too_large(*_: object, **__: object) -> None:
        raise TooLargeError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "has_solver", lambda: False)
        assert argmap.flips(document, about, to, most=3, limit=None) == expected
        patch.setattr(module, "flip_question", too_large)
        assert set(as_sets(argmap.flips(document, about, to, most=3, limit=None))) == set(as_sets(expected))


@settings(max_examples=80)
@given(asked.filter(lambda document: len(document.debate)), st.data())
def test_each_set_has_something_that_the_explanation_mentions(
    document: Document, data: st.DataObject
) -> None:
    about = about_of(document, data)
    explanation = argmap.why(document, about)
    names = {name_of_subject(line.subject) for line in explanation.lines} | {str(about)}
    # Who rejects an argument rejects what its inferences take for granted.
    names |= {name.split("#")[0] for name in names}
    for to in {Label.IN, Label.OUT} - {explanation.verdict.label}:
        for each in argmap.flips(document, about, to, most=2, limit=5).sets:
            assert not names.isdisjoint(map(str, each))


TEXT = "[A]: a\n  + <B>: b\n    - [C]: c\n  + [D]: d\n  - [E]: e\n    - [F]: f"


def test_minimal_sets_come_smallest_first_and_then_in_order() -> None:
    result = argmap.flips(argmap.parse(TEXT), "[A]", to="out")
    assert [str(each) for each in result.sets] == ["reject [D]"]
    assert (result.is_exhaustive, result.searched_to, result.bottlenecks) == (True, 3, result.sets[0].reject)
    together = argmap.flips(argmap.parse(TEXT), "[A]", to="out", accepting=True, most=1)
    assert [str(each) for each in together.sets] == ["reject [D]"]


def test_an_empty_set_says_that_it_has_the_label_already() -> None:
    result = argmap.flips(argmap.parse(TEXT), "[A]", to="in")
    assert (list(map(len, result.sets)), result.is_exhaustive) == ([0], True)


def test_what_may_be_accepted_is_asked_for() -> None:
    document = argmap.parse("[A]: a\n  - [B]: b\n    - [C]: c\n      - [D]: d")
    result = argmap.flips(document, "[A]", to="in", accepting=True, most=1)
    assert [str(each) for each in result.sets] == ["reject [B]", "accept [C]", "reject [D]"]


def test_a_limit_is_told() -> None:
    document = argmap.parse(
        "[A]: a\n" + "".join(f"  + [B]\n  + [C{each}]\n" for each in range(1)) + "  - [D]: d"
    )
    wide = argmap.parse(
        "<X>\n\n" + "".join(f"({each}) [P{each}]: p\n" for each in range(1, 9)) + "----\n(9) [A]: a"
    )
    result = argmap.flips(wide, "[A]", limit=3)
    assert (len(result.sets), result.is_exhaustive, result.searched_to) == (3, False, 0)
    assert argmap.flips(document, "[A]", to="in", limit=None).is_exhaustive


def test_no_time_at_all_is_told() -> None:
    result = argmap.flips(argmap.parse(TEXT), "[A]", timeout=0)
    assert (result.sets, result.is_exhaustive, result.searched_to) == ((), False, 0)


def test_time_that_is_over_ends_the_making_of_a_framework() -> None:
    debate = argmap.parse(TEXT).debate
    solution = solved(debate, EvaluationOptions(), stipulations(debate)).solution
    with pytest.raises(NotDecidedError):
        flip_question(debate, solution, ClaimRef("A"), Label.OUT, accepting=False, deadline=Deadline.after(0))


def test_stipulations_stay_what_they_are() -> None:
    document = argmap.parse("[A]: a\n  + [B]: b {accepted: true}")
    assert argmap.flips(document, "[A]").sets == ()
    assert [str(each) for each in argmap.flips(document, "[A]", reject=["[B]"]).sets] == ["nothing"]


def test_wrong_values_are_named() -> None:
    with pytest.raises(ValueError, match="to cannot be 'accepted'; it is one of in, out, undecided"):
        argmap.flips(argmap.parse(TEXT), "[A]", to="accepted")
    with pytest.raises(ValueError, match="most must be 0 or more"):
        argmap.flips(argmap.parse(TEXT), "[A]", most=-1)
    with pytest.raises(LookupError):
        argmap.flips(argmap.parse(TEXT), "[Z]")


@given(documents)
def test_accepting_what_is_in_and_rejecting_what_is_out_changes_no_label_without_circles(
    document: Document,
) -> None:
    debate = document.debate
    equations = solved(debate, EvaluationOptions(), stipulations(debate)).equations
    assume(not equations.circles.members)
    verdicts = argmap.evaluate(document).verdicts
    elements = [ref for ref in verdicts if ref.kind in ("claim", "evidence")]
    accept = [ref for ref in elements if verdicts[ref].label is Label.IN]
    # Who rejects a reconstructed argument rejects its last inference, which may hold.
    sketched = [argument.ref for argument in debate.arguments.values() if not argument.inferences]
    inferences = [ref for ref in verdicts if ref.kind == "inference"]
    reject = [ref for ref in (*elements, *sketched, *inferences) if verdicts[ref].label is Label.OUT]
    changed = argmap.what_if(document, accept, reject).changed
    assert [change for change in changed if change.before.label != change.after.label] == []


def test_a_comparison_lists_what_changes_with_both_verdicts() -> None:
    comparison = argmap.what_if(argmap.parse(TEXT), reject=["[D]"])
    assert [(change.name, str(change)) for change in comparison.changed] == [
        ("[A]", "[A]: in → out"),
        ("[D]", "[D]: in → out"),
    ]
    assert comparison.as_dict()["reject"] == ["[D]"]
