"""The arrows of a map."""

import pytest
from hypothesis import given

from argmap import parse
from argmap.data import FrozenDict
from argmap.maps import build_map
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    ElementRef,
    Inference,
    InferenceRef,
    Origin,
    Relation,
    RelationKind,
    Role,
    Statement,
)
from argmap.settings import Settings

SUPPORT, ATTACK, UNDERCUT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.UNDERCUT
A, B, C, D = (ClaimRef(title) for title in "ABCD")
a, b = ArgumentRef("a"), ArgumentRef("b")

Arrow = tuple[RelationKind, ElementRef, ElementRef]


def arrows(*relations: Relation, hidden: str = "") -> list[Arrow]:
    """Return the edges of a debate in which argument a goes from A to B, and b from B to C."""
    debate = Debate(
        claims=FrozenDict({title: Claim(title) for title in "ABCD"}),
        arguments=FrozenDict({"a": argument("a", A, B), "b": argument("b", B, C), "c": Argument("c")}),
        relations=relations,
    )
    view = build_map(debate, {"selection": {"excludeStatements": list(hidden), "excludeDisconnected": False}})
    refs = {node.id: node.ref for node in view.nodes}
    return [(edge.kind, refs[edge.source], refs[edge.target]) for edge in view.edges]


def argument(title: str, premise: ClaimRef, conclusion: ClaimRef) -> Argument:
    steps = (
        Statement(premise.title, role=Role.PREMISE),
        Statement(conclusion.title, role=Role.MAIN_CONCLUSION),
    )
    inference = Inference(title, 0, (premise,), conclusion, 1)
    return Argument(title, steps=steps, step_refs=(premise, conclusion), inferences=(inference,))


IMPLIED = [(SUPPORT, a, B), (SUPPORT, b, C), (SUPPORT, A, a), (SUPPORT, B, b)]


@given(...)
def test_an_edge_is_sketched_or_a_support_through_an_argument(debate: Debate, settings: Settings) -> None:
    view = build_map(debate, settings)
    arguments = {node.id for node in view.nodes if isinstance(node.ref, ArgumentRef)}
    assert all(
        edge.is_sketched or (edge.kind is SUPPORT and not arguments.isdisjoint((edge.source, edge.target)))
        for edge in view.edges
    )


def test_premises_and_conclusions_imply_supports() -> None:
    assert arrows() == IMPLIED


def test_a_hidden_conclusion_leads_on_to_where_it_is_a_premise() -> None:
    assert arrows(hidden="ABC") == [(SUPPORT, a, b)]


def test_what_is_sketched_and_implied_is_drawn_once() -> None:
    assert sorted(arrows(Relation(SUPPORT, A, a))) == sorted(IMPLIED)


def test_derived_relations_draw_nothing_of_their_own() -> None:
    assert arrows(Relation(SUPPORT, a, D, Origin.DERIVED)) == IMPLIED


def test_a_relation_of_a_hidden_conclusion_starts_at_its_argument() -> None:
    assert (ATTACK, a, D) in arrows(Relation(ATTACK, B, D), hidden="B")


def test_a_relation_to_a_hidden_premise_ends_at_its_argument() -> None:
    assert (ATTACK, D, a) in arrows(Relation(ATTACK, D, A), hidden="A")


def test_relations_of_hidden_premises_draw_nothing() -> None:
    assert not any(D in arrow for arrow in arrows(Relation(ATTACK, A, D), hidden="A"))


def test_an_undercut_of_an_inference_ends_at_its_argument() -> None:
    assert (UNDERCUT, D, a) in arrows(Relation(UNDERCUT, D, InferenceRef("a", 0)))


def test_inferences_are_no_sources() -> None:
    assert arrows(Relation(ATTACK, InferenceRef("a", 0), D)) == IMPLIED


@pytest.mark.parametrize(
    ("kind", "lowered"),
    [
        (RelationKind.ENTAILMENT, SUPPORT),
        (RelationKind.CONTRARIETY, ATTACK),
        (RelationKind.CONTRADICTION, ATTACK),
    ],
)
def test_logical_relations_are_lowered_unless_both_ends_are_statements(
    kind: RelationKind, lowered: RelationKind
) -> None:
    assert (kind, B, D) in arrows(Relation(kind, B, D))
    assert (lowered, a, D) in arrows(Relation(kind, B, D), hidden="B")


@pytest.mark.parametrize("ends", [(A, D), (D, A)])
def test_a_contradiction_of_two_nodes_is_one_edge(ends: tuple[ClaimRef, ClaimRef]) -> None:
    both = (
        Relation(RelationKind.CONTRADICTION, *ends),
        Relation(RelationKind.CONTRADICTION, *reversed(ends)),
    )
    assert arrows(*both).count((RelationKind.CONTRADICTION, *ends)) == 1
    assert len(arrows(*both)) == len(IMPLIED) + 1


@pytest.mark.parametrize("ends", [(B, D), (D, B)])
def test_a_contradiction_with_a_hidden_claim_reaches_all_that_use_it(ends: tuple[ClaimRef, ClaimRef]) -> None:
    found = arrows(Relation(RelationKind.CONTRADICTION, *ends), hidden="B")
    assert {(ATTACK, a, D), (ATTACK, D, b)} <= set(found)


def test_what_other_formats_say_of_a_relation_is_not_shown() -> None:
    debate = parse("[A]\n  - [B] {relation: {aif: {id: '7'}, note: odd}}").debate
    assert [edge.data for edge in build_map(debate).edges] == [{"note": "odd"}]
