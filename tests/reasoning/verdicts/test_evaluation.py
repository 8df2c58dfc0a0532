"""Laws of verdicts on debates under the grounded semantics."""

import copy
import pickle
import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies
from argmap.model import Argument, ClaimRef, Debate
from argmap.reasoning import Basis, Evaluation, Framework, Label, Verdict
from argmap.reasoning.theories import reductio
from argmap.reasoning.theories.circles import circles_of
from argmap.reasoning.theories.equations import Equations, equations_of
from argmap.reasoning.theories.solution import IN, OUT, UNDECIDED, solve
from argmap.reasoning.theories.stages import FrameworkNode, NodeKind, staged
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.theories.translation import theory_of
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.debate_evaluation import evaluate_debate
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.options import EvaluationOptions
from argmap.settings.tables import SEMANTICS, STANDARDS

documents = strategies.disputes()
weighed = strategies.disputes(max_questions=2, weights=(0.2, 0.4, 0.5, 1.0))
standards = st.sampled_from(STANDARDS)
any_document = strategies.disputes(max_relations=6, max_questions=1, weights=(0.2, 0.5, 1.0))
# Any semantics, or any standard under grounded.
choices = st.one_of(
    st.sampled_from(SEMANTICS).map(lambda name: {"semantics": name}),
    st.sampled_from(STANDARDS).map(lambda name: {"standard": name}),
)
presumptions = st.sampled_from(("leaves", "evidence", "none"))
several = st.sampled_from(("grounded", "complete", "preferred", "stable", "semi-stable", "ideal", "eager"))
rebuttals = st.sampled_from(("symmetric", "attack"))


def labels(evaluation: Evaluation) -> dict[str, str]:
    return {name: verdict.label.value for name, verdict in evaluation.by_name().items() if verdict.label}


def in_any_order(evaluation: Evaluation) -> dict[str, Verdict]:
    """Return verdicts by name; those of questions name their answers in an order that does not count."""
    return {
        name: evolve(verdict, answers=tuple(sorted(verdict.answers, key=str)))
        for name, verdict in evaluation.by_name().items()
    }


def equations(debate: Debate, presumption: str, rebuttal: str) -> Equations:
    theory = theory_of(debate, stipulated=stipulations(debate), presumption=presumption)
    return equations_of(theory, circles_of(theory), rebuttal=rebuttal)


@given(documents, presumptions, rebuttals)
def test_the_framework_with_stages_has_the_labels_of_the_equations(
    document: Document, presumption: str, rebuttal: str
) -> None:
    system = equations(document.debate, presumption, rebuttal)
    solution = solve(system)
    framework = Framework.of(*staged(system))
    accepted = set(framework.extension("grounded"))
    attacked = {target for source, target in framework.attacks if source in accepted}

    def label(node: FrameworkNode) -> int:
        return IN if node in accepted else OUT if node in attacked else UNDECIDED

    count = len(system.theory)
    fails = [label(FrameworkNode(NodeKind.FAILS, number)) for number in range(count)]
    steps = [label(FrameworkNode(NodeKind.STEP, number)) for number in range(len(system.theory.steps))]
    assert fails == list(solution.labels[:count])
    assert steps == list(solution.labels[count : count + len(steps)])


@given(documents, presumptions, rebuttals)
def test_what_is_undecided_is_a_framework_in_which_nothing_is_decided(
    document: Document, presumption: str, rebuttal: str
) -> None:
    system = equations(document.debate, presumption, rebuttal)
    accepted = Framework.of(*staged(system, solve(system).labels)).extension("grounded")
    # In an early stage a statement may fail for want of reasons that later stages have.
    assert [node for node in accepted if node.stage < 0] == []


@given(documents)
def test_an_explanation_in_one_word_fits_its_label(document: Document) -> None:
    groups = {
        Label.IN: "accepted evidence supported presumed holds",
        Label.OUT: "rejected refuted excluded circular unsupported undercut premise fails",
        Label.UNDECIDED: "contested open",
    }
    for verdict in argmap.evaluate(document).verdicts.values():
        assert verdict.label is not None
        assert verdict.basis is not None
        assert verdict.basis.value in groups[verdict.label].split()
        assert verdict.is_possible == (verdict.label is Label.IN)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14), several)
def test_bare_claims_that_attack_have_the_verdicts_of_their_framework(
    pairs: list[tuple[int, int]], semantics: str
) -> None:
    titles = [f"[C{number}]" for number in range(7)]
    text = "".join(f"{title}: t\n\n" for title in titles)
    text += "".join(f"[C{source}]\n  -> [C{target}]\n\n" for source, target in pairs)
    evaluation = argmap.evaluate(argmap.parse(text), semantics)
    framework = Framework.of(titles, [(f"[C{source}]", f"[C{target}]") for source, target in pairs])
    extensions = [set(each) for each in framework.extensions(semantics)]
    assert evaluation.has_positions == bool(extensions)
    for title in titles:
        attackers = {source for source, target in framework.attacks if target == title}
        is_in = [title in each for each in extensions]
        is_out = [bool(attackers & each) for each in extensions]
        assert (evaluation[title].label is Label.IN) == (bool(extensions) and all(is_in))
        assert (evaluation[title].label is Label.OUT) == (bool(extensions) and all(is_out))
        assert evaluation[title].is_possible == any(is_in)


@st.composite
def arguments_without_objections(draw: st.DrawFn) -> Document:
    """Return a document in which all that is written speaks for something that comes later."""
    titles = [f"[C{number}]" for number in range(6)] + ["[^E]", "<S>"]
    order = draw(st.permutations(titles))
    blocks = [f"{title}: word" for title in titles]
    pairs = draw(st.lists(st.lists(st.sampled_from(order), min_size=2, max_size=2, unique=True), max_size=8))
    for first, last in (sorted(pair, key=order.index) for pair in pairs):
        blocks.append(f"{last}\n  + {first}")
    for number in range(draw(st.integers(0, 3))):
        chosen = draw(st.lists(st.sampled_from([*order[:-1]]), min_size=2, max_size=4, unique=True))
        *premises, conclusion = (each for each in sorted(chosen, key=order.index) if each != "<S>")
        if conclusion != "[^E]":
            given_ones = "\n".join(f"({place}) {title}" for place, title in enumerate(premises, start=1))
            blocks.append(f"<R{number}>\n\n{given_ones}\n----\n({len(premises) + 1}) {conclusion}")
    mode = draw(st.sampled_from(("loose", "strict")))
    return argmap.parse("\n\n".join(draw(st.permutations(blocks))), settings={"model": {"mode": mode}})


@given(arguments_without_objections(), several, rebuttals)
def test_support_without_attacks_or_circles_lets_everything_hold(
    document: Document, semantics: str, rebuttal: str
) -> None:
    assert set(labels(argmap.evaluate(document, semantics, rebuttal=rebuttal)).values()) <= {"in"}


@given(any_document, choices, st.randoms(use_true_random=False))
def test_the_order_of_blocks_makes_no_difference(
    document: Document, options: dict[str, str], random: st.DataObject
) -> None:
    blocks = re.split(r"\n\n(?=[\[<](?!.*\n\n\())", document.text)
    # Structures stay below their titles.
    random.shuffle(blocks)  # type: ignore[attr-defined]  # it is a Random
    again = argmap.parse("\n\n".join(blocks), settings={"model": {"mode": document.settings.model.mode}})
    assert in_any_order(argmap.evaluate(again, **options)) == in_any_order(
        argmap.evaluate(document, **options)
    )


@given(any_document, choices)
def test_layout_and_pickling_make_no_difference(document: Document, options: dict[str, str]) -> None:
    mode = {"model": {"mode": document.settings.model.mode}}
    texts = (argmap.format_text(document.text), argmap.to_text(document))
    copies = [argmap.parse(text, settings=mode) for text in texts]
    for again in (*copies, pickle.loads(pickle.dumps(document))):
        assert argmap.evaluate(again, **options).by_name() == argmap.evaluate(document, **options).by_name()


@given(documents)
def test_evaluations_are_values(document: Document) -> None:
    evaluation = argmap.evaluate(document)
    again = pickle.loads(pickle.dumps(evaluation))
    assert again == evaluation == copy.deepcopy(evaluation) == argmap.evaluate(document)
    assert hash(again) == hash(evaluation)
    assert len(repr(evaluation)) < 80


@given(documents)
def test_every_element_and_inference_has_a_verdict(document: Document) -> None:
    debate = document.debate
    refs = [element.ref for element in debate]
    expected = {*refs, *(each.ref for argument in debate.arguments.values() for each in argument.inferences)}
    assert set(argmap.evaluate(document).verdicts) == expected
    assert all(row["name"] in argmap.evaluate(document).by_name() for row in argmap.evaluate(document).rows())


@given(strategies.debates())
def test_any_debate_is_evaluated(debate: Debate) -> None:
    assert argmap.evaluate(debate).is_complete


@given(documents)
def test_stipulated_labels_are_kept(document: Document) -> None:
    for element in document.debate:
        if not isinstance(element, Argument):
            accepted = argmap.evaluate(document, accept=[element.ref])[element]
            rejected = argmap.evaluate(document, reject=[str(element.ref)])[element]
            assert accepted == Verdict(Label.IN, Basis.ACCEPTED, is_possible=True)
            assert rejected == Verdict(Label.OUT, Basis.REJECTED)
        else:
            assert argmap.evaluate(document, reject=[element])[element].label is Label.OUT


def test_an_objection_that_is_restored_late_refutes_all_the_same() -> None:
    text = """
[A]: Dogs make better companions than cats.
  + <Loyalty>: Dogs stay with those who feed them.
    - <Strays>: Strays follow anybody.
  - <Noise>: Dogs bark at night.
    - <Training>: Trained dogs do not.
      - <Lazy>: Nobody trains dogs.
"""
    assert argmap.evaluate(argmap.parse(text))["[A]"] == Verdict(Label.OUT, Basis.REFUTED)


def test_claims_that_only_support_each_other_are_out() -> None:
    evaluation = argmap.evaluate(argmap.parse("[A]: a\n  + [B]: b\n\n[B]\n  + [A]"))
    assert evaluation["[A]"] == evaluation["[B]"] == Verdict(Label.OUT, Basis.CIRCULAR)


def test_a_rejected_inference_does_not_reach_its_conclusion() -> None:
    document = argmap.parse("<R>\n\n(1) [P]: p\n----\n(2) [Q]: q")
    evaluation = argmap.evaluate(document, reject=["<R>#1"])
    assert (evaluation["<R>#1"].basis, evaluation["[Q]"].basis) == (Basis.REJECTED, Basis.UNSUPPORTED)


def test_frontmatter_says_how_a_debate_is_evaluated() -> None:
    text = "===\nreasoning: {rebuttal: attack}\n===\n\n[A]: a\n  + [B]: b\n  - [C]: c"
    document = argmap.parse(text)
    assert argmap.evaluate(document)["[A]"].basis is Basis.REFUTED
    assert argmap.evaluate(document.debate)["[A]"].basis is Basis.REFUTED
    assert argmap.evaluate(document, rebuttal="symmetric")["[A]"].basis is Basis.CONTESTED


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"presumption": "leafs"}, "did you mean 'leaves'"),
        ({"semantics": "ground"}, "did you mean 'grounded'"),
        ({"accept": ["[A]"], "reject": ["[A]"]}, "both accepted and rejected"),
        ({"accept": ["<R>#1"]}, "can be rejected, not accepted"),
    ],
)
def test_wrong_options_raise(options: dict[str, object], message: str) -> None:
    document = argmap.parse("<R>\n\n(1) [A]: p\n----\n(2) [Q]: q")
    with pytest.raises(ValueError, match=message):
        argmap.evaluate(document, **options)  # type: ignore[arg-type]  # that is what is tested


def test_unknown_names_raise_with_the_nearest() -> None:
    evaluation = argmap.evaluate(argmap.parse("[Weather]: w"))
    with pytest.raises(KeyError, match=r"did you mean \[Weather\]"):
        evaluation["[Wether]"]
    with pytest.raises(KeyError, match=r"did you mean \[Weather\]"):
        argmap.evaluate(evaluation.debate, reject=["[Wether]"])
    with pytest.raises(TypeError, match="a list of names"):
        argmap.evaluate(evaluation.debate, reject="[Weather]")


@pytest.mark.parametrize("mode", ["loose", "strict"])
@pytest.mark.parametrize("operator", ["+", "-", "<_"])
def test_depth_needs_no_recursion(mode: str, operator: str) -> None:
    text = "\n".join(
        "  " * level + (f"{operator} " if level else "") + f"[C{level}]: t" for level in range(1500)
    )
    evaluation = argmap.evaluate(argmap.parse(text, settings={"model": {"mode": mode}}))
    assert len(evaluation) == 1500


def test_nothing_has_no_verdicts() -> None:
    evaluation = argmap.evaluate(argmap.parse(""))
    assert (len(evaluation), repr(evaluation)) == (0, "Evaluation(grounded: 0 in, 0 out, 0 undecided)")
    assert bool(evaluation)


def test_verdicts_are_written_as_json_has_them() -> None:
    written = argmap.evaluate(argmap.parse("\n[A]: a\n  - [B]: b")).as_dict()
    assert list(written) == ["version", "semantics", "options", "complete", "verdicts", "positions"]
    assert written["verdicts"] == [
        {
            "name": "[A]",
            "kind": "claim",
            "title": "A",
            "label": "out",
            "basis": "refuted",
            "strength": None,
            "possible": False,
            "line": 2,
        },
        {
            "name": "[B]",
            "kind": "claim",
            "title": "B",
            "label": "in",
            "basis": "presumed",
            "strength": None,
            "possible": True,
            "line": 3,
        },
    ]


def test_a_debate_without_its_text_has_no_lines() -> None:
    evaluation = evaluate_debate(argmap.parse("[A]: a").debate, EvaluationOptions())
    assert evaluation.line(ClaimRef("A")) is None


def test_a_reductio_refutes_what_it_supposes() -> None:
    text = """
<Slower>

(1) [Doctrine]: Heavier falls faster.
----
(2) [P]: The pair falls slower.

<Faster>

(1) [Doctrine]
----
(2) [Not P]: The pair does not fall slower.

<Galileo>

(1) [P]
(2) [Not P]
-- {scheme: reductio} --
(3) [Denial]: Heavier does not fall faster.
  >< [Doctrine]
"""
    evaluation = argmap.evaluate(argmap.parse(text))
    assert evaluation["[Denial]"] == Verdict(Label.IN, Basis.SUPPORTED, is_possible=True)
    assert evaluation["[Doctrine]"] == Verdict(Label.OUT, Basis.EXCLUDED)
    assert evaluation["[P]"] == Verdict(Label.OUT, Basis.UNSUPPORTED)


def test_a_reductio_that_is_too_large_is_read_as_any_other_and_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "\n\n".join(
        f"<R{each}>\n\n(1) [P{each}]: p\n-- {{scheme: reductio}} --\n(2) [N]: n" for each in range(4)
    )
    document = argmap.parse(f"[D]: d\n\n[P0]\n  + [D]\n\n[P1]\n  + [D]\n\n{text}\n\n[N]\n  >< [D]")
    assert argmap.evaluate(document).diagnostics == ()
    monkeypatch.setattr(reductio, "_MOST_WORK", 0)
    evaluation = argmap.evaluate(document)
    assert [str(ref) for ref in evaluation.unsupposed] == ["<R1>#1", "<R2>#1", "<R3>#1"]
    (finding,) = evaluation.diagnostics
    assert finding.message.startswith("<R1>#1 and 2 others: evaluated only in part")


@given(strategies.disputes(max_questions=1, weights=(1.0,)))
def test_weighing_equal_reasons_is_the_default(document: Document) -> None:
    assert argmap.evaluate(document, standard="preponderance").by_name() == (
        argmap.evaluate(document).by_name()
    )


@given(weighed, several)
def test_numbers_have_no_influence_unless_a_standard_weighs_them(document: Document, semantics: str) -> None:
    mode = {"model": {"mode": document.settings.model.mode}}
    text = re.sub(r", standard: [a-z-]+|standard: [a-z-]+", "", document.text)
    plain = re.sub(r"strength: [\d.]+", "", text)
    evaluation = argmap.evaluate(
        argmap.parse(text, settings=mode), semantics, standard="dialectical-validity"
    )
    assert evaluation.by_name() == argmap.evaluate(argmap.parse(plain, settings=mode), semantics).by_name()


def test_that_an_argument_supports_what_it_concludes_repeats_its_inference() -> None:
    text = "[C]: c\n\n<A>\n\n(1) [P]: p {accepted: false}\n----\n(2) [C]\n\n<A>\n  +> [C]"
    plain, weighed = argmap.parse(text), argmap.parse(text + " {relation: {strength: 0.2}}")
    assert argmap.evaluate(weighed).by_name() == argmap.evaluate(plain).by_name()


def test_objections_that_many_statements_share_are_not_looked_at_for_each() -> None:
    def looked_at(length: int) -> int:
        text = "".join(f"[S{n + 1}]: s\n  +> [S{n}]\n  {'+-'[n % 2]} <G{n}>: g\n\n" for n in range(length))
        document = argmap.parse(text, settings={"model": {"mode": "strict"}})
        bases = solved(document.debate, EvaluationOptions(), stipulations(document.debate))
        labels = _Counted(bases.solution.labels)
        counted = Bases(evolve(bases.solution, labels=labels))
        for statement in range(len(counted.equations.theory)):
            counted.basis(statement)
        return labels.asked

    assert looked_at(400) < 2.2 * looked_at(200)


class _Counted(bytearray):
    """Labels, and how often one of them is asked for."""

    asked = 0

    def __getitem__(self, place):  # type: ignore[no-untyped-def]  # that of arrays has overloads
        self.asked += 1
        return super().__getitem__(place)
