"""How things bear on each other."""

import pytest

from argmap.model import ClaimRef, Origin, Relation, RelationKind
from argmap.text import Span

A, B = ClaimRef("A"), ClaimRef("B")


@pytest.mark.parametrize("kind", [RelationKind.CONTRARIETY, RelationKind.CONTRADICTION])
def test_contrariety_and_contradiction_are_symmetric(kind: RelationKind) -> None:
    assert kind.is_symmetric


@pytest.mark.parametrize("kind", [RelationKind.SUPPORT, RelationKind.ENTAILMENT])
def test_support_and_entailment_support(kind: RelationKind) -> None:
    assert kind.is_supporting


@pytest.mark.parametrize("kind", [RelationKind.ATTACK, RelationKind.UNDERCUT])
def test_attacks_and_undercuts_have_a_direction_and_do_not_support(kind: RelationKind) -> None:
    assert (kind.is_symmetric, kind.is_supporting) == (False, False)


def test_kinds_have_the_names_that_argdown_gives_them() -> None:
    assert [kind.value for kind in RelationKind] == [
        "support",
        "attack",
        "undercut",
        "entails",
        "contrary",
        "contradictory",
    ]


def test_where_a_relation_was_written_does_not_count() -> None:
    assert Relation(RelationKind.SUPPORT, A, B, spans=(Span(0, 1),)) == Relation(RelationKind.SUPPORT, A, B)


def test_what_an_author_wrote_is_not_derived() -> None:
    written = Relation(RelationKind.SUPPORT, A, B)
    derived = Relation(RelationKind.SUPPORT, A, B, Origin.DERIVED)
    assert (written.is_derived, derived.is_derived, written == derived) == (False, True, False)
