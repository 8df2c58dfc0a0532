"""What relations between claims mean."""

import pytest

import argmap
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, InferenceRef, Relation, RelationKind

A, B = ClaimRef("A"), ClaimRef("B")


def strict(text: str) -> list[Relation]:
    debate = argmap.parse(text, settings={"model": {"mode": "strict"}}).debate
    return [one for one in debate.relations if not one.is_derived]


@pytest.mark.parametrize(
    ("operator", "relation"),
    [
        ("+", Relation(RelationKind.ENTAILMENT, B, A)),
        ("+>", Relation(RelationKind.ENTAILMENT, A, B)),
        ("-", Relation(RelationKind.CONTRARIETY, B, A)),
        ("->", Relation(RelationKind.CONTRARIETY, A, B)),
        ("><", Relation(RelationKind.CONTRADICTION, A, B)),
        ("_", Relation(RelationKind.UNDERCUT, B, A)),
    ],
)
def test_between_claims_support_is_entailment_and_attack_contrariety(
    operator: str, relation: Relation
) -> None:
    assert strict(f"[A]\n  {operator} [B]") == [relation]


def test_evidence_counts_as_a_claim() -> None:
    assert strict("[A]\n  + [^E]") == [Relation(RelationKind.ENTAILMENT, EvidenceRef("E"), A)]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("[A]\n  + <b>", Relation(RelationKind.SUPPORT, ArgumentRef("b"), A)),
        ("[A]\n  -> <b>", Relation(RelationKind.ATTACK, A, ArgumentRef("b"))),
        ("<a>\n  - <b>", Relation(RelationKind.ATTACK, ArgumentRef("b"), ArgumentRef("a"))),
    ],
)
def test_relations_of_arguments_stay_what_they_are(text: str, relation: Relation) -> None:
    assert strict(text) == [relation]


def test_contrariety_from_both_sides_is_one_with_two_places() -> None:
    (relation,) = strict("[A]\n  - [B]\n\n[B]\n  - [A]")
    assert (relation.kind, relation.source, len(relation.spans)) == (RelationKind.CONTRARIETY, B, 2)


def test_entailment_from_both_sides_is_two() -> None:
    assert len(strict("[A]\n  + [B]\n\n[B]\n  + [A]")) == 2


def test_a_reconstructed_argument_entails_by_its_conclusion() -> None:
    text = "[A]\n  + <b>\n\n<b>\n\n(1) p\n----\n(2) [B]"
    assert strict(text) == [Relation(RelationKind.ENTAILMENT, B, A)]


def test_undercuts_stay_undercuts() -> None:
    text = "<a>\n\n(1) p\n----\n(2) c\n  _ [B]"
    assert strict(text) == [Relation(RelationKind.UNDERCUT, B, InferenceRef("a", 0))]
