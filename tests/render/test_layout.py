"""Attributes of the whole graph."""

import pytest

from argmap.maps import ArgumentMap, MapNode
from argmap.model import ClaimRef, Settings
from argmap.render import load_theme
from argmap.render.layout import graph_attributes, is_upright


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
