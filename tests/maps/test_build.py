"""The map of a debate as a whole."""

from random import Random

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.data import FrozenDict
from argmap.maps import ArgumentMap, MapEdge, build_argdown_map, build_map
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    Evidence,
    EvidenceRef,
    Relation,
    RelationKind,
    Source,
    Statement,
)
from argmap.settings import Settings

Meaning = tuple[RelationKind, frozenset[str] | tuple[str, str], str | None]


def meanings(view: ArgumentMap) -> set[Meaning]:
    return {meaning(edge) for edge in view.edges}


def meaning(edge: MapEdge) -> Meaning:
    ends = (edge.source, edge.target)
    return edge.kind, frozenset(ends) if edge.kind.is_symmetric else ends, edge.target_step


def is_about_propositions(relation: Relation) -> bool:
    return all(isinstance(end, ClaimRef | EvidenceRef) for end in (relation.source, relation.target))


@given(...)
def test_every_edge_joins_two_nodes(debate: Debate, settings: Settings) -> None:
    view = build_map(debate, settings)
    assert {end for edge in view.edges for end in (edge.source, edge.target)} <= {
        node.id for node in view.nodes
    }


@given(...)
def test_no_two_edges_mean_the_same(debate: Debate, settings: Settings) -> None:
    view = build_map(debate, settings)
    assert len(meanings(view)) == len(view.edges)


@given(...)
def test_no_id_is_given_twice(debate: Debate, settings: Settings) -> None:
    view = build_map(debate, settings)
    ids = [one.id for one in (*view.nodes, *view.edges, *view.groups)]
    assert len(ids) == len(set(ids))


@given(...)
def test_every_node_stands_in_a_group_of_the_map_or_in_none(debate: Debate, settings: Settings) -> None:
    view = build_map(debate, settings)
    assert {node.group for node in view.nodes} <= {None, *(group.id for group in view.groups)}


@given(...)
def test_nodes_keep_the_order_of_the_debate(debate: Debate, settings: Settings) -> None:
    shown = [node.ref for node in build_map(debate, settings).nodes]
    assert shown == [one.ref for one in debate.elements if one.ref in set(shown)]


@given(debate=st.from_type(Debate), settings=st.from_type(Settings), random=st.randoms(use_true_random=False))
def test_the_order_of_relations_does_not_matter(debate: Debate, settings: Settings, random: Random) -> None:
    shuffled = evolve(debate, relations=tuple(random.sample(debate.relations, len(debate.relations))))
    view, other = build_map(debate, settings), build_map(shuffled, settings)
    assert (view.nodes, view.groups, meanings(view)) == (other.nodes, other.groups, meanings(other))


@given(...)
def test_contradictions_of_propositions_may_be_written_either_way(debate: Debate, settings: Settings) -> None:
    # One mode counts partners by the direction in which a relation is written, as the reference does.
    assume(settings.selection.statement_selection_mode != "with-more-than-one-relation")
    chosen = [one for one in debate.relations if one.kind.is_symmetric and is_about_propositions(one)]
    turned = [evolve(one, source=one.target, target=one.source) for one in chosen]
    view, other = (build_map(evolve(debate, relations=tuple(each)), settings) for each in (chosen, turned))
    assert (view.nodes, meanings(view)) == (other.nodes, meanings(other))


def test_settings_may_be_a_mapping_in_the_names_of_argdown() -> None:
    debate = Debate(claims=FrozenDict({"A": Claim("A")}))
    assert build_argdown_map(debate).nodes == ()
    assert len(build_argdown_map(debate, {"selection": {"excludeDisconnected": False}}).nodes) == 1


def test_nodes_say_what_their_elements_are() -> None:
    source = Source(title="Report")
    debate = Debate(
        claims=FrozenDict({"A": Claim("A", tags=("t",), data=FrozenDict({"rank": 1, "images": ("a.png",)}))}),
        evidence=FrozenDict({"E": Evidence("E", (Statement("E", "It rained."),), sources=(source,))}),
        arguments=FrozenDict({"a": Argument("a")}),
        relations=(
            Relation(RelationKind.SUPPORT, EvidenceRef("E"), ClaimRef("A")),
            Relation(RelationKind.ATTACK, ArgumentRef("a"), ClaimRef("A")),
        ),
        tags=("t",),
    )
    claim, evidence, argument = build_map(debate).nodes
    assert (claim.id, claim.ref, claim.tags, claim.rank, claim.images) == (
        "n0",
        ClaimRef("A"),
        ("t",),
        "1",
        ("a.png",),
    )
    assert (evidence.id, evidence.label_text, evidence.sources) == ("n1", "It rained.", (source,))
    assert (argument.id, argument.label_title, argument.rank) == ("n2", "a", None)


def test_the_same_rank_is_given_to_what_the_settings_list_together() -> None:
    debate = Debate(
        evidence=FrozenDict({"E": Evidence("E")}),
        arguments=FrozenDict({"a": Argument("a"), "b": Argument("b")}),
    )
    settings = {
        "selection": {"excludeDisconnected": False, "statementSelectionMode": "all"},
        "dot": {"sameRank": [{"arguments": ["a"], "statements": ["^E"]}, {"arguments": ["nobody"]}]},
    }
    assert [node.rank for node in build_map(debate, settings).nodes] == ["sameRank 1", "sameRank 1", None]


def test_tags_can_be_left_out() -> None:
    debate = Debate(arguments=FrozenDict({"a": Argument("a", tags=("t",))}), tags=("t",))
    (node,) = build_map(
        debate, {"selection": {"excludeDisconnected": False}, "map": {"addTags": False}}
    ).nodes
    assert node.tags == ()
