"""Laws of verdicts on debates under semantics of positions, readings, standards and strengths."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies
from argmap.model import RelationKind
from argmap.reasoning import Basis, Framework, Label, Verdict
from argmap.reasoning.theories.circles import circles_of
from argmap.reasoning.theories.equations import equations_of
from argmap.reasoning.theories.stages import FrameworkNode, NodeKind, staged
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.theories.translation import theory_of
from argmap.reasoning.verdicts import evaluation as evaluation_module
from argmap.reasoning.verdicts import readings
from argmap.reasoning.verdicts.debate_strengths import WeightedTheory
from argmap.reasoning.verdicts.sensitivity import Trial

documents = strategies.disputes(max_relations=6)
many = st.sampled_from(("complete", "preferred", "stable", "semi-stable"))
each_semantics = st.sampled_from(("complete", "preferred", "stable", "semi-stable", "ideal", "eager"))
gradual = st.sampled_from(("df-quad", "quadratic-energy", "euler", "mlp", "h-categoriser", "credence"))
CYCLE = "[A]: a\n  - [B]: b\n\n[B]\n  - [A]\n\n[C]: c\n  - [A]\n  - [B]"


@given(documents, many)
def test_verdicts_are_those_of_the_whole_framework(document: Document, semantics: str) -> None:
    theory = theory_of(document.debate, stipulated=stipulations(document.debate))
    framework = Framework.of(*staged(equations_of(theory, circles_of(theory))))
    extensions = [set(each) for each in framework.extensions(semantics, limit=200)]
    if len(extensions) == 200:
        return
    evaluation = argmap.evaluate(document, semantics)
    for ref, number in theory.propositions.items():
        fails = FrameworkNode(NodeKind.FAILS, number)
        attackers = {source for source, target in framework.attacks if target == fails}
        is_in = [bool(each & attackers) for each in extensions]
        is_out = [fails in each for each in extensions]
        assert (evaluation[ref].label is Label.IN) == (all(is_in) and bool(extensions))
        assert (evaluation[ref].label is Label.OUT) == (all(is_out) and bool(extensions))
        assert evaluation[ref].is_possible == any(is_in)


@given(documents, each_semantics)
def test_what_is_decided_without_need_is_decided_alike(document: Document, semantics: str) -> None:
    evaluation = argmap.evaluate(document, semantics)
    for ref, verdict in argmap.evaluate(document).verdicts.items():
        if verdict.label is not Label.UNDECIDED and evaluation.has_positions:
            assert evaluation[ref] == verdict


@given(documents, many)
def test_verdicts_are_what_positions_agree_on(document: Document, semantics: str) -> None:
    evaluation = argmap.evaluate(document, semantics)
    positions = evaluation.positions(64)
    if len(positions) == 64:
        return
    assert len({position.accepted for position in positions}) == len(positions)
    for ref, verdict in evaluation.verdicts.items():
        labels = {position.verdicts[ref].label for position in positions}
        assert (verdict.label is Label.IN) == (labels == {Label.IN})
        assert verdict.is_possible == (Label.IN in labels)


@given(documents, each_semantics, st.sampled_from(("attacks", "deductive", "necessary", "defeats")))
def test_under_other_readings_what_nothing_attacks_is_in(
    document: Document, semantics: str, reading: str
) -> None:
    evaluation = argmap.evaluate(document, semantics, reading=reading)
    attacked = any(not relation.kind.is_supporting for relation in document.debate.relations)
    if not attacked and not stipulations(document.debate).rejected:
        assert {verdict.label for verdict in evaluation.verdicts.values()} == {Label.IN}


@given(documents, gradual)
def test_strengths_lie_between_0_and_1(document: Document, semantics: str) -> None:
    evaluation = argmap.evaluate(document, semantics)
    for verdict in evaluation.verdicts.values():
        assert (verdict.label, verdict.basis) == (None, None)
        assert verdict.strength is None or 0 <= verdict.strength <= 1


@given(documents, gradual, st.sampled_from([0.0, 0.3, 1.0]))
def test_what_nothing_bears_on_has_its_base(document: Document, semantics: str, base: float) -> None:
    evaluation = argmap.evaluate(document, semantics, base=base)
    theory = theory_of(document.debate)
    for ref, number in theory.propositions.items():
        conflicts = any(number in pair for pair in theory.conflicts)
        entailed = any(target == number for _, target in theory.entailments)
        bears = theory.pros[number] or theory.cons[number] or conflicts or entailed
        if not bears and "accepted" not in document.debate[ref].data:
            assert evaluation[ref].strength == pytest.approx(base)


@pytest.mark.parametrize(
    ("semantics", "label", "possible"),
    [("preferred", "out", False), ("complete", "undecided", False), ("ideal", "undecided", False)],
)
def test_a_third_that_two_exclude_is_out_if_one_of_them_must_be_in(
    semantics: str, label: str, possible: bool
) -> None:
    evaluation = argmap.evaluate(argmap.parse(CYCLE), semantics)
    verdict = evaluation["[C]"]
    assert (verdict.label, verdict.is_possible) == (Label(label), possible)
    assert evaluation["[A]"].is_possible == (semantics != "ideal")


def test_without_a_stable_position_nothing_is_decided() -> None:
    evaluation = argmap.evaluate(argmap.parse("[A]: a\n  - [A]\n\n[B]: b"), "stable")
    assert evaluation["[B]"] == Verdict(Label.UNDECIDED, Basis.OPEN)
    assert not evaluation.has_positions
    assert evaluation.positions() == ()


def test_what_is_not_decided_in_time_is_unknown() -> None:
    evaluation = argmap.evaluate(argmap.parse(f"{CYCLE}\n\n[D]: d"), "preferred", timeout=0)
    assert evaluation["[C]"] == Verdict(Label.UNDECIDED, Basis.UNKNOWN)
    assert evaluation["[D]"].label is Label.IN
    assert not evaluation.is_complete


def test_what_to_try_is_told_if_something_was_not_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    document = argmap.parse(CYCLE)
    assert argmap.evaluate(document, "preferred").limits == ()
    (known,) = argmap.evaluate(document, "preferred", timeout=0).limits
    monkeypatch.setattr(evaluation_module, "has_solver", lambda: False)
    (words,) = argmap.evaluate(document, "preferred", timeout=0).limits
    assert known.startswith("3 verdicts were not decided in time")
    assert "install argmap[sat]" in words


@pytest.mark.parametrize(
    ("standard", "pro", "con", "label"),
    [
        ("scintilla", 0.1, 0.9, "in"),
        ("preponderance", 0.6, 0.5, "in"),
        ("preponderance", 0.5, 0.6, "out"),
        ("preponderance", 0.5, 0.5, "undecided"),
        ("clear-and-convincing", 0.9, 0.3, "in"),
        ("clear-and-convincing", 0.6, 0.3, "undecided"),
        ("beyond-reasonable-doubt", 0.9, 0.2, "in"),
        ("beyond-reasonable-doubt", 0.9, 0.35, "undecided"),
        ("dialectical-validity", 0.9, 0.1, "undecided"),
    ],
)
def test_standards_weigh_the_best_reasons(standard: str, pro: float, con: float, label: str) -> None:
    text = f"[A]: a\n  + <P>: p {{strength: {pro}}}\n  - <C>: c {{strength: {con}}}"
    verdict = argmap.evaluate(argmap.parse(text), standard=standard)["[A]"]
    assert verdict.label is not None
    assert verdict.label.value == label


def test_standards_go_with_the_grounded_semantics() -> None:
    with pytest.raises(ValueError, match="goes only with the grounded semantics"):
        argmap.evaluate(argmap.parse("[A]"), "preferred", standard="preponderance")


@settings(max_examples=50)
@given(documents, gradual, st.sampled_from([0.0, 0.3, 1.0]), st.data())
def test_a_trial_of_another_number_is_an_evaluation_with_it(
    document: Document, semantics: str, number: float, data: st.DataObject
) -> None:
    weighted = WeightedTheory.of(document.debate, stipulations(document.debate), semantics, 0.5)
    target = data.draw(st.sampled_from(range(len(weighted.numbers))))
    trial = Trial(weighted, target)
    place = data.draw(st.sampled_from(sorted(trial.order)))
    numbers = [number if each == place else value for each, value in enumerate(weighted.numbers)]
    expected = weighted.values(numbers)[target]
    assert trial.value_with(place, number) == (None if expected is None else pytest.approx(expected))
    assert trial.value == weighted.values()[target]


def test_what_fades_on_a_long_way_is_soon_looked_at_no_more() -> None:
    text = "\n".join("  " * each + "- " * bool(each) + f"[C{each}]: c" for each in range(300))
    influences = argmap.evaluate(argmap.parse(text), "df-quad").sensitivity("[C0]")
    assert [str(each.subject) for each in influences[:3]] == ["[C0]", "[C1]", "[C2]"]
    assert influences[-1].change == 0


def test_what_concludes_a_question_has_no_strength_to_depend_on() -> None:
    document = argmap.parse("[?Q]: q\n\n<R>\n\n(1) [A]: a\n----\n(2) [?Q]")
    assert argmap.evaluate(document, "df-quad").sensitivity("<R>") == ()


def test_strengths_depend_on_numbers_in_their_cone() -> None:
    document = argmap.parse("[A]: a {strength: 0.4}\n  - [B]: b {strength: 0.2}\n\n[C]: c")
    influences = argmap.evaluate(document, "df-quad").sensitivity("[A]")
    assert [str(each.subject) for each in influences] == ["[A]", "[B]"]
    assert influences[0].change == pytest.approx(0.8)
    assert influences[1].change == pytest.approx(-0.4)
    assert influences[0].threshold == pytest.approx(0.625)
    assert influences[1].threshold is None
    with pytest.raises(ValueError, match="has no strengths"):
        argmap.evaluate(document).sensitivity("[A]")


def test_relations_of_a_kind_are_read_as_attacks() -> None:
    document = argmap.parse("[A]: a\n  + [B]: b\n    - [C]: c")
    assert {relation.kind for relation in document.debate.relations} == {
        RelationKind.SUPPORT,
        RelationKind.ATTACK,
    }
    assert argmap.evaluate(document)["[A]"].label is Label.OUT
    assert argmap.evaluate(document, reading="attacks")["[A]"].label is Label.IN
    assert argmap.evaluate(document, reading="necessary")["[A]"].label is Label.OUT


@pytest.mark.parametrize("semantics", ["preferred", "stable", "semi-stable", "ideal", "eager", "complete"])
def test_debates_with_more_positions_than_anybody_can_list_are_decided(semantics: str) -> None:
    pairs = "\n\n".join(
        f"[A{n}]: a\n  - [B{n}]: b\n\n[B{n}]\n  - [A{n}]\n\n[C]\n  - [A{n}]\n  - [B{n}]" for n in range(40)
    )
    evaluation = argmap.evaluate(argmap.parse(f"{pairs}\n\n[D]\n  - [C]"), semantics)
    assert evaluation.is_complete
    assert evaluation["[A0]"].is_possible is (semantics not in ("ideal", "eager"))
    is_certain = semantics in ("preferred", "stable", "semi-stable")
    assert [evaluation[name].label for name in ("[C]", "[D]")] == (
        [Label.OUT, Label.IN] if is_certain else [Label.UNDECIDED, Label.UNDECIDED]
    )


@given(documents)
def test_accepting_what_is_in_and_rejecting_what_is_out_changes_nothing_without_circles(
    document: Document,
) -> None:
    theory = theory_of(document.debate, stipulated=stipulations(document.debate))
    if circles_of(theory).members:
        return
    evaluation = argmap.evaluate(document)
    labels = [(name, verdict.label) for name, verdict in evaluation.by_name().items()]
    for element in document.debate.claims.values():
        label = evaluation[element].label
        if label is not Label.UNDECIDED:
            stipulated = {"accept": [element]} if label is Label.IN else {"reject": [element]}
            again = argmap.evaluate(document, **stipulated)
            assert [(name, verdict.label) for name, verdict in again.by_name().items()] == labels


@given(documents, each_semantics)
def test_only_what_has_a_reason_is_marked_as_having_one(document: Document, semantics: str) -> None:
    debate = document.debate
    theory = theory_of(debate, stipulated=stipulations(debate))
    evaluation = argmap.evaluate(document, semantics)
    positions = (position.verdicts for position in evaluation.positions(5))
    for verdicts in (evaluation.verdicts, *positions):
        marks = {number: verdicts[ref].mark for ref, number in theory.propositions.items()}
        assert "●" not in {
            mark for number, mark in marks.items() if theory.leaves[number] and not theory.pros[number]
        }
        assert "○" not in {
            mark
            for number, mark in marks.items()
            if not theory.leaves[number] and not theory.is_stipulated(number)
        }


def crowd(size: int) -> Document:
    """Return a document in which so many support a claim that so many attack."""
    return argmap.parse("[T]: t\n" + "".join(f"  + [S{n}]: s\n  - [A{n}]: a\n" for n in range(size)))


def test_more_attacks_than_anybody_can_wait_for_leave_a_reading_unknown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    evaluation = argmap.evaluate(crowd(30), "preferred", reading="deductive")
    assert evaluation["[S0]"].label is Label.OUT
    monkeypatch.setattr(readings, "_MOST_ATTACKS", 800)
    evaluation = argmap.evaluate(crowd(30), "preferred", reading="deductive", accept=["[A0]"])
    assert evaluation["[S0]"] == Verdict(Label.UNDECIDED, Basis.UNKNOWN)
    assert evaluation["[A0]"] == Verdict(Label.IN, Basis.ACCEPTED, is_possible=True)
    assert (len(evaluation.unknown), evaluation.is_complete) == (60, False)
    assert evaluation.positions() == ()
    assert argmap.evaluate(crowd(30), "preferred", reading="attacks").is_complete


@pytest.mark.parametrize("reading", ["structured", "deductive"])
def test_time_that_is_over_ends_what_is_asked_of_large_debates(
    reading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "_PAUSE", 10)
    evaluation = argmap.evaluate(crowd(30), "preferred", reading=reading, timeout=0)
    assert evaluation["[T]"].basis is Basis.UNKNOWN
    assert evaluation.positions(timeout=0) == ()
