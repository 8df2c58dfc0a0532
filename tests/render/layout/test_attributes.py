"""Attributes of the whole graph."""

import pytest

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.model import ClaimRef, RelationKind
from argmap.render import load_theme
from argmap.render.layout.attributes import graph_attributes, is_upright
from argmap.settings import Settings


@pytest.mark.parametrize(("nodes", "splines"), [(10, None), (600, "polyline"), (2000, "line")])
def test_large_maps_get_simpler_lines(nodes: int, splines: str | None) -> None:
    argument_map = ArgumentMap(tuple(MapNode(f"n{number}", ClaimRef("C")) for number in range(nodes)))
    assert graph_attributes(argument_map, load_theme("default"), Settings()).get("splines") == splines


@pytest.mark.parametrize(
    ("attributes", "answer"),
    [({}, True), ({"rankdir": "BT"}, True), ({"rankdir": "LR"}, False), ({"layout": "sfdp"}, False)],
)
def test_only_rows_of_dot_lie_one_above_the_other(attributes: dict[str, str], answer: bool) -> None:
    assert is_upright(attributes) is answer


@pytest.mark.parametrize(("reach", "layout"), [(1, None), (9, "sfdp")])
def test_sections_that_all_bear_on_each_other_are_not_in_rows(reach: int, layout: str | None) -> None:
    groups = tuple(MapGroup(f"s{number}", "S", 1, is_closed=True) for number in range(10))
    edges = tuple(
        MapEdge(f"e{one}_{other}", RelationKind.SUPPORT, f"s{one}", f"s{other % 10}")
        for one in range(10)
        for other in range(one + 1, one + 1 + reach)
    )
    attributes = graph_attributes(ArgumentMap((), edges, groups), load_theme("default"), Settings())
    assert attributes.get("layout") == layout
