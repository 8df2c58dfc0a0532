"""Closed groups."""

import pytest
from hypothesis import given

import argmap
from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode, build_map, close_groups
from argmap.model import ClaimRef, Debate, RelationKind
from argmap.reasoning import Label, Verdict
from argmap.settings import Settings

SUPPORT, ATTACK = RelationKind.SUPPORT, RelationKind.ATTACK
HOLDS, FALLS = Verdict(Label.IN), Verdict(Label.OUT)


def nodes(**groups: str | None) -> tuple[MapNode, ...]:
    return tuple(MapNode(id, ClaimRef(id), group=group) for id, group in groups.items())


@given(...)
def test_edges_join_nodes_and_closed_groups(debate: Debate, settings: Settings) -> None:
    view = close_groups(build_map(debate, settings))
    shown = {node.id for node in view.nodes} | {group.id for group in view.groups if group.is_closed}
    assert {end for edge in view.edges for end in (edge.source, edge.target)} <= shown


@given(...)
def test_nothing_stands_in_a_closed_group(debate: Debate, settings: Settings) -> None:
    view = close_groups(build_map(debate, settings))
    closed = {group.id for group in view.groups if group.is_closed}
    assert closed.isdisjoint([node.group for node in view.nodes])
    assert closed.isdisjoint([group.parent for group in view.groups])


@given(...)
def test_closing_twice_is_closing_once(debate: Debate, settings: Settings) -> None:
    closed = close_groups(build_map(debate, settings))
    assert close_groups(closed) == closed


def test_a_map_without_closed_groups_stays_as_it_is() -> None:
    view = ArgumentMap(nodes(a="s1"), groups=(MapGroup("s1", "One", 1),))
    assert close_groups(view) is view


def test_edges_across_the_border_end_at_the_group_once() -> None:
    view = ArgumentMap(
        nodes(a="s2", b="s1", c=None),
        (
            MapEdge("e1", SUPPORT, "a", "c", is_sketched=False),
            MapEdge("e2", SUPPORT, "b", "c"),
            MapEdge("e3", ATTACK, "a", "b"),
            MapEdge("e4", ATTACK, "c", "c"),
        ),
        (MapGroup("s1", "One", 1, is_closed=True), MapGroup("s2", "Two", 2, parent="s1")),
    )
    assert close_groups(view) == ArgumentMap(
        nodes(c=None),
        (MapEdge("e1", SUPPORT, "s1", "c"), MapEdge("e2", ATTACK, "c", "c")),
        (MapGroup("s1", "One", 1, is_closed=True),),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# One {isClosed: true}\n\n[A]: a\n  + [B]: b\n", "a section with `isClosed: true` contains"),
        (
            "# One {isClosed: true}\n\n[A]: a\n\n# Two {isClosed: true}\n\n[B]: b\n  + [A]\n",
            "sections with `isClosed: true` contain",
        ),
    ],
)
def test_what_closed_groups_contain_is_left_out(text: str, reason: str) -> None:
    (omission,) = close_groups(argmap.build_map(argmap.parse(text))).omissions
    assert (omission.refs, omission.reason) == ((ClaimRef("A"), ClaimRef("B")), reason)


def test_edges_keep_the_verdicts_and_changes_that_all_of_them_have() -> None:
    edges = (
        MapEdge("e1", SUPPORT, "c", "d", verdict=FALLS, change="added"),
        MapEdge("e2", SUPPORT, "a", "c", verdict=FALLS, change="added"),
        MapEdge("e3", SUPPORT, "b", "c", verdict=FALLS, change="removed"),
        MapEdge("e4", ATTACK, "a", "d", verdict=FALLS),
        MapEdge("e5", ATTACK, "b", "d", verdict=HOLDS),
    )
    group = MapGroup("s1", "One", 1, is_closed=True)
    view = close_groups(ArgumentMap(nodes(a="s1", b="s1", c=None, d=None), edges, (group,)))
    assert [(edge.id, edge.verdict, edge.change) for edge in view.edges] == [
        ("e1", FALLS, "added"),
        ("e2", FALLS, None),
        ("e3", None, None),
    ]
