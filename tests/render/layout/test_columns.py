"""Columns of nodes that nothing is connected to."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.maps import ArgumentMap, MapEdge, MapNode
from argmap.model import ClaimRef, RelationKind
from argmap.render.layout.columns import column_anchors


def map_of(number: int, **more: object) -> ArgumentMap:
    ids = [f"n{one}" for one in range(number)]
    return ArgumentMap(tuple(MapNode(id, ClaimRef(id), **more) for id in ids))  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_few_stand_side_by_side(number: int) -> None:
    assert [*column_anchors(map_of(number))] == []


def test_more_stand_in_columns() -> None:
    below = [(lower, upper) for lower, upper, _ in column_anchors(map_of(5))]
    assert below == [("n1", "n0"), ("n2", "n1"), ("n4", "n3")]


@given(st.integers(4, 500))
def test_there_are_no_more_columns_than_rows(number: int) -> None:
    anchors = [*column_anchors(map_of(number))]
    columns = number - len(anchors)
    assert columns <= -(-number // columns)
    assert max(Counter(upper for _, upper, _ in anchors).values()) == 1


def test_what_has_an_edge_stands_in_no_column() -> None:
    nodes = map_of(8).nodes
    edges = (MapEdge("e1", RelationKind.SUPPORT, "n0", "n7"),)
    ends = {one for lower, upper, _ in column_anchors(ArgumentMap(nodes, edges)) for one in (lower, upper)}
    assert ends == {f"n{one}" for one in range(1, 7)}


def test_what_authors_put_side_by_side_stays_there() -> None:
    assert [*column_anchors(map_of(9, rank="r"))] == []
