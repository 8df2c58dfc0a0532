"""What is proved in debates."""

import json
import pickle
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.model import Debate, FrozenDict
from argmap.proving.step_proof import ProofScope, ProofStatus

FORMULAS = ("p", "q", "-p", "p -> q", "q -> r", "r", "p & q", "p | r", "-(p & -p)", "p <-> q")
WORLDS = ("F(a)", "all x.(F(x) -> G(x))", "exists x.G(x)", "G(a)", "-exists x.F(x)", "a = b", "F(b)")
HOSTILE = ("", "(", "p" * 3000, "-" * 3000 + "p", "all x." * 100 + "F(x)", "<b>", "\u202e", "f(f(x))", "∀")


def argument(title: str, formulas: list[str], line: str = "----") -> str:
    """Return an argument whose last formula is that of its conclusion."""
    steps = [
        f"({number}) [{title}{number}]: Words. {{formula: {json.dumps(formula)}}}"
        for number, formula in enumerate(formulas, 1)
    ]
    return "\n".join([f"<{title}>\n", *steps[:-1], line, steps[-1]])


def proved(*formulas: str, line: str = "----") -> argmap.Proofs:
    return argmap.prove(argmap.parse(argument("A", list(formulas), line)))


@pytest.mark.parametrize(
    ("formulas", "status"),
    [
        (("p", "p -> q", "q"), "valid"),
        (("q", "p -> q", "p"), "invalid"),
        (("all x.(F(x) -> G(x))", "F(a)", "G(a)"), "valid"),
        (("exists x.F(x)", "F(a)"), "invalid"),
        (("p", "p &", "q"), "not formalized"),
    ],
)
def test_formulas_decide_whether_a_step_is_valid(formulas: tuple[str, ...], status: str) -> None:
    assert proved(*formulas)["<A>#1"].status.value == status


def test_an_invalid_step_has_a_case_and_a_valid_one_has_none() -> None:
    assert (bool(proved("p", "q")["<A>"].case), bool(proved("p", "p")["<A>"].case)) == (True, False)


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(FORMULAS + WORLDS), min_size=2, max_size=4), st.randoms(use_true_random=False)
)
def test_the_order_of_premises_does_not_matter(formulas: list[str], chance: random.Random) -> None:
    *premises, conclusion = formulas
    shuffled = chance.sample(premises, len(premises))
    first, second = proved(*premises, conclusion)["<A>"], proved(*shuffled, conclusion)["<A>"]
    assert (first.status, first.case, first.is_consistent) == (
        second.status,
        second.case,
        second.is_consistent,
    )
    assert sorted(map(len, first.needed)) == sorted(map(len, second.needed))


@settings(max_examples=25)
@given(st.lists(st.lists(st.sampled_from(FORMULAS), min_size=2, max_size=3), min_size=1, max_size=3))
def test_the_order_of_the_document_does_not_matter(several: list[list[str]]) -> None:
    texts = [argument(f"A{place}", formulas) for place, formulas in enumerate(several)]
    first = argmap.prove(argmap.parse("\n\n".join(texts)))
    second = argmap.prove(argmap.parse("\n\n".join(reversed(texts))))
    assert {step.about: (step.status, step.case) for step in first} == {
        step.about: (step.status, step.case) for step in second
    }


@settings(max_examples=25)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), min_size=2, max_size=3))
def test_any_text_may_be_given_as_a_formula(formulas: list[str]) -> None:
    document = argmap.parse("===\nmodel: {mode: strict}\n===\n\n" + argument("A", formulas))
    json.dumps(argmap.prove(document, timeout=1).as_dict())
    argmap.check(document)


@settings(max_examples=15)
@given(st.lists(strategies.formal_arguments(), min_size=1, max_size=2))
def test_proving_changes_no_debate(texts: list[str]) -> None:
    debate = argmap.parse("\n\n".join(texts)).debate
    before = pickle.dumps(debate)
    argmap.prove(debate)
    assert pickle.loads(before) == debate


@given(st.sampled_from(FORMULAS), st.sampled_from(FORMULAS))
@settings(max_examples=25)
def test_a_premise_more_keeps_a_step_valid(premise: str, more: str) -> None:
    fewer, all_of_them = proved(premise, "p | q")["<A>"], proved(premise, more, "p | q")["<A>"]
    assert fewer.status is not ProofStatus.VALID or all_of_them.status is ProofStatus.VALID


def test_proofs_are_values() -> None:
    proofs = proved("p", "p -> q", "q")
    assert pickle.loads(pickle.dumps(proofs)) == proofs
    assert "<pre>" in proofs._repr_html_()


def test_what_is_not_needed_is_idle() -> None:
    step = proved("p", "p -> q", "r", "q")["<A>"]
    assert [[ref.title for ref in refs] for refs in step.needed] == [["A1", "A2"]]
    assert [ref.title for ref in step.idle] == ["A3"]


def test_each_smallest_set_of_premises_is_listed() -> None:
    step = proved("p", "p -> q", "r", "r -> q", "q")["<A>"]
    assert [[ref.title for ref in refs] for refs in step.needed] == [["A1", "A2"], ["A3", "A4"]]


def test_a_premise_that_nobody_stated_is_named_if_the_step_needs_it() -> None:
    text = argument("A", ["p", "p -> q", "q"]).replace('q"}\n----', 'q", implicit: true}\n----')
    (step,) = argmap.prove(argmap.parse(text))
    assert [ref.title for ref in step.unstated] == ["A2"]


def test_a_premise_that_says_the_conclusion_again_is_named() -> None:
    assert [ref.title for ref in proved("- -p", "q", "p")["<A>"].same_as] == ["A1"]


def test_premises_that_cannot_all_be_true_prove_nothing() -> None:
    step = proved("p", "-p", "q")["<A>"]
    assert (step.status, step.is_consistent) == (ProofStatus.VALID, False)


def test_what_a_reductio_supposes_is_no_premise_of_the_whole() -> None:
    text = "\n\n".join(
        (
            argument("B", ["h", "h -> p", "p"]),
            argument("C", ["h", "h -> -p", "-p"]).replace("[C1]: Words.", "[B1]: Words."),
            "<D>\n\n(1) [B3]\n(2) [C3]\n-- reductio --\n(3) [End]: Not so. {formula: -h}",
        )
    )
    (chain,) = [step for step in argmap.prove(argmap.parse(text)) if step.scope is ProofScope.CHAIN]
    assert (chain.status.value, sorted(ref.title for ref in chain.premises)) == ("valid", ["B2", "C2"])


def test_an_argument_in_several_steps_is_proved_as_a_whole() -> None:
    text = "<A>\n\n(1) a {formula: p}\n----\n(2) b\n----\n(3) c {formula: p | q}"
    proofs = argmap.prove(argmap.parse(text))
    assert [step.status.value for step in proofs] == ["not formalized", "not formalized", "valid"]


def test_arguments_in_a_circle_come_to_an_end() -> None:
    text = (
        "<A>\n\n(1) [P]: p {formula: p}\n----\n(2) [Q]: q {formula: q}\n\n"
        "<B>\n\n(1) [Q]\n----\n(2) [P]\n\n<C>\n\n(1) [P]\n----\n(2) [R]: r {formula: p | q}"
    )
    assert [step.status.value for step in argmap.prove(argmap.parse(text))] == ["invalid", "invalid", "valid"]


@pytest.mark.parametrize(("title", "number"), [("<A>", 1), ("<A>#1", 1), ("[A2]", 1), ("[A1]", 0), (None, 2)])
def test_a_title_selects_steps(title: str | None, number: int) -> None:
    document = argmap.parse(argument("A", ["p", "q"]) + "\n\n" + argument("B", ["p", "q"]))
    assert len(argmap.prove(document, title)) == number


def test_an_unknown_title_is_an_error_of_the_caller() -> None:
    with pytest.raises(LookupError, match="did you mean <A>"):
        argmap.prove(argmap.parse(argument("A", ["p", "q"])), "<B>")


def test_without_time_nothing_is_decided() -> None:
    (step,) = argmap.prove(argmap.parse(argument("A", ["zz1", "zz2"])), timeout=0)
    assert step.status is ProofStatus.NOT_DECIDED
    assert step.reason
    assert isinstance(step.as_dict()["seconds"], float)


def test_a_debate_without_formulas_has_no_proofs() -> None:
    proofs = argmap.prove(Debate(claims=FrozenDict()))
    assert (len(proofs), bool(proofs), proofs.is_valid, proofs.text()) == (0, True, True, "")


RELATIONS = """===
model: {mode: strict}
===

[A]: a {formula: p & q}
  +> [B]: b {formula: p}
  -> [C]: c {formula: -q}
  >< [D]: d {formula: p}
"""


def test_drawn_relations_are_checked_in_strict_mode() -> None:
    drawn = [each for each in argmap.prove(argmap.parse(RELATIONS)).relations if each.is_drawn]
    assert [(each.words, each.status.value) for each in drawn] == [
        ("[A] entails [B]", "valid"),
        ("[A] is contrary to [C]", "valid"),
        ("[A] contradicts [D]", "invalid"),
    ]


def test_relations_that_follow_are_offered_in_strict_mode() -> None:
    following = [each.words for each in argmap.prove(argmap.parse(RELATIONS)).relations if not each.is_drawn]
    assert following == ["[B] entails [D]", "[D] entails [B]"]


def test_relations_are_not_looked_at_in_loose_mode() -> None:
    loose = RELATIONS.replace("strict", "loose")
    assert argmap.prove(argmap.parse(loose)).relations == ()


@settings(max_examples=25)
@given(strategies.formal_arguments())
def test_arguments_with_formulas_are_proved_after_any_round_trip(text: str) -> None:
    document = argmap.parse(text)
    again = argmap.parse(argmap.to_text(document.debate))
    assert document.ok
    assert again.debate == document.debate
    first, second = argmap.prove(document, timeout=30), argmap.prove(again, timeout=30)
    assert [step.status for step in first] == [step.status for step in second]


def test_of_very_many_premises_it_is_not_asked_which_are_needed() -> None:
    step = proved(*(f"p{number}" for number in range(60)), "p0 | q")["<A>"]
    assert (step.status, step.needed, step.idle) == (ProofStatus.VALID, (), ())
