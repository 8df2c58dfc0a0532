"""All that is said, and the ways from one thing to another."""

import copy
import pickle

import pytest
from attrs import evolve

from argmap.data import FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    Element,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    Ref,
    Relation,
    RelationKind,
)

A, B, C = ClaimRef("A"), ClaimRef("B"), ClaimRef("C")
E, ARG, STEP = EvidenceRef("E"), ArgumentRef("a"), InferenceRef("a", 0)
SUPPORT = Relation(RelationKind.SUPPORT, E, A)
ENTAILMENT = Relation(RelationKind.ENTAILMENT, B, A)
ATTACK = Relation(RelationKind.ATTACK, ARG, A)
CONTRARIETY = Relation(RelationKind.CONTRARIETY, A, B)
CONTRADICTION = Relation(RelationKind.CONTRADICTION, C, A)
UNDERCUT = Relation(RelationKind.UNDERCUT, C, STEP)
FROM_STEP = Relation(RelationKind.ATTACK, STEP, B)
SELF = Relation(RelationKind.CONTRARIETY, C, C)

DEBATE = Debate(
    claims=FrozenDict(A=Claim("A"), B=Claim("B"), C=Claim("C")),
    evidence=FrozenDict(E=Evidence("E")),
    arguments=FrozenDict(a=Argument("a", inferences=(Inference("a", 0, (A,), B, 1),))),
    relations=(SUPPORT, ENTAILMENT, ATTACK, CONTRARIETY, CONTRADICTION, UNDERCUT, FROM_STEP, SELF),
)


@pytest.mark.parametrize(
    ("ref", "thing"),
    [
        (A, DEBATE.claims["A"]),
        (E, DEBATE.evidence["E"]),
        (ARG, DEBATE.arguments["a"]),
        (STEP, DEBATE.arguments["a"].inferences[0]),
    ],
)
def test_a_reference_leads_to_what_it_names(ref: Ref, thing: Element | Inference) -> None:
    assert DEBATE[ref] is thing  # type: ignore[index]  # mypy wants one kind at a time


@pytest.mark.parametrize("ref", [ClaimRef("E"), EvidenceRef("A"), ArgumentRef("A")])
def test_a_reference_to_nothing_is_a_key_error(ref: ClaimRef) -> None:
    with pytest.raises(KeyError):
        DEBATE[ref]


def test_what_is_no_reference_is_refused() -> None:
    with pytest.raises(TypeError, match="not by a value of type int"):
        DEBATE[3]  # type: ignore[call-overload]  # that is the point


def test_elements_are_claims_then_evidence_then_arguments() -> None:
    assert [one.ref for one in DEBATE.elements] == [A, B, C, E, ARG]


def test_incoming_relations_are_those_to_it_and_the_symmetric_ones() -> None:
    assert DEBATE.incoming(A) == (SUPPORT, ENTAILMENT, ATTACK, CONTRARIETY, CONTRADICTION)


def test_outgoing_relations_are_those_from_it_and_the_symmetric_ones() -> None:
    assert DEBATE.outgoing(A) == (CONTRARIETY, CONTRADICTION)


def test_supporters_support_or_entail() -> None:
    assert DEBATE.supporters(A) == (E, B)


def test_attackers_stand_at_either_end_of_a_symmetric_relation() -> None:
    assert (DEBATE.attackers(A), DEBATE.attackers(B)) == ((ARG, B, C), (A,))


def test_attackers_of_an_inference_undercut_it() -> None:
    assert DEBATE.attackers(STEP) == (C,)


def test_something_may_attack_itself() -> None:
    assert (DEBATE.incoming(C), DEBATE.attackers(C)) == ((CONTRADICTION, SELF), (A, C))


def test_each_attacker_counts_once() -> None:
    twice = evolve(DEBATE, relations=(ATTACK, Relation(RelationKind.UNDERCUT, ARG, A)))
    assert twice.attackers(A) == (ARG,)


@pytest.mark.parametrize(
    ("thing", "ref"),
    [(DEBATE.claims["A"], A), (DEBATE.evidence["E"], E), (DEBATE.arguments["a"].inferences[0], STEP)],
)
def test_things_and_their_references_have_the_same_relations(thing: Element | Inference, ref: Ref) -> None:
    assert (DEBATE.incoming(thing), DEBATE.outgoing(thing)) == (DEBATE.incoming(ref), DEBATE.outgoing(ref))


def test_what_has_no_relations_has_none() -> None:
    alone = evolve(DEBATE, relations=())
    assert (alone.incoming(A), alone.supporters(A), alone.attackers(A)) == ((), (), ())


@pytest.mark.parametrize("ask", ["incoming", "outgoing", "supporters", "attackers", "__getitem__"])
@pytest.mark.parametrize("nobody", [ClaimRef("nobody"), "[nobody]", "nobody", InferenceRef("a", 9)])
def test_a_question_about_nobody_is_a_lookup_error(ask: str, nobody: object) -> None:
    with pytest.raises(LookupError, match="there is no"):
        getattr(DEBATE, ask)(nobody)


def test_a_debate_is_a_collection_of_its_elements() -> None:
    assert ([element.ref for element in DEBATE], len(DEBATE)) == ([A, B, C, E, ARG], 5)
    assert [thing in DEBATE for thing in (A, "[A]", "<a>#1", DEBATE.claims["A"], ClaimRef("X"), 3, None)] == [
        True,
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_debate_without_elements_is_still_true() -> None:
    assert (bool(Debate()), len(Debate())) == (True, 0)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_debate_copies_and_pickles_after_it_was_asked(again: object) -> None:
    DEBATE.supporters(A)
    assert again(DEBATE) == DEBATE  # type: ignore[operator]  # each is a function
