"""Headings of sections are where no edge strikes them through."""

import json
import shutil
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.model import ClaimRef, RelationKind
from argmap.render.layout.headings import clear_headings

TEXT = """
# One

[A]: The first claim of the first section.

# Two

[B]: The claim right below the first one.
  +> [A]
"""
VIEW = ArgumentMap(
    (MapNode("n0", ClaimRef("A")), MapNode("n1", ClaimRef("B"), group="s1")),
    (MapEdge("e1", RelationKind.SUPPORT, "n1", "n0"),),
    (MapGroup("s1", "One", 1),),
)
DOT = "digraph {\n}\n"


def _layout(x: float, *, heading: float = 40, right: float = 200) -> bytes:
    """Return a layout in which an edge passes at `x` through the row of a heading at the left."""
    section = {
        "name": "cluster_1",
        "id": "s1",
        "bb": f"0,0,{right},100",
        "lp": f"{8 + heading / 2},90",
        "lwidth": str(heading / 72),
        "lheight": "0.2",
    }
    nodes: list[dict[str, Any]] = [
        {"name": "n0", "id": "n0", "pos": f"{x},160"},
        {"name": "n1", "id": "n1", "pos": f"{x},30"},
    ]
    edge = {"id": "e1", "pos": f"e,{x},140 {x},50 {x},80 {x},110 {x},130"}
    return json.dumps({"bb": "0,0,300,200", "objects": [section, *nodes], "edges": [edge]}).encode()


def test_headings_that_no_edge_strikes_through_stay() -> None:
    assert clear_headings(DOT, VIEW, _layout(150)) is None


def test_a_heading_moves_beside_the_edge_that_strikes_it_through() -> None:
    placed = clear_headings(DOT, VIEW, _layout(20))
    assert placed is not None
    assert 'lp="46.00,90.00"' in placed


@given(st.floats(0, 200), st.floats(10, 80))
def test_no_edge_is_within_a_heading_that_was_moved(x: float, heading: float) -> None:
    placed = clear_headings(DOT, VIEW, _layout(x, heading=heading))
    if placed is not None:
        middle = float(placed.split('lp="')[1].split(",")[0])
        assert abs(middle - x) >= heading / 2


def test_a_heading_without_a_better_place_stays() -> None:
    assert clear_headings(DOT, VIEW, _layout(50, heading=80, right=100)) is None


SYSTEM = pytest.param(
    "system", marks=pytest.mark.skipif(shutil.which("dot") is None, reason="there is no system dot")
)


@pytest.mark.parametrize("engine", ["embedded", SYSTEM])
def test_drawings_with_moved_headings_are_whole(engine: str) -> None:
    drawing = argmap.draw(argmap.parse(TEXT), engine=engine)
    svg = drawing.svg()
    assert (svg.count('class="node '), svg.count('class="edge '), svg.count('class="cluster ')) == (2, 1, 2)
    assert drawing.messages == ()
