"""Skeletons are laid out as what they are the skeletons of."""

import json
from typing import Any

from hypothesis import given, settings
from tests.render.layout.layered.drawable import drawable_maps

from argmap.maps import ArgumentMap, MapNode
from argmap.model import ClaimRef
from argmap.render import Drawing, draw_map
from argmap.render.engines.engine import render_dot
from argmap.render.layout.box_skeletons import node_statements, skeleton, skeleton_of


def _places(dot: str) -> dict[str, tuple[str | None, ...]]:
    laid: dict[str, Any] = json.loads(render_dot(dot, output="json0", engine="embedded").content)
    parts = [*laid.get("objects", []), *laid.get("edges", [])]
    return {
        part["id"]: tuple(part.get(name) for name in ("pos", "bb", "lp")) for part in parts if "id" in part
    }


def _layered(argument_map: ArgumentMap) -> Drawing:
    return draw_map(argument_map, engine="embedded", layout="layered")


@settings(max_examples=25, deadline=None)
@given(drawable_maps)
def test_a_skeleton_is_laid_out_as_the_whole_is(argument_map: ArgumentMap) -> None:
    dot = _layered(argument_map).dot
    assert _places(skeleton_of(dot)) == _places(dot)


def test_what_is_only_seen_is_left_out() -> None:
    node = MapNode("n0", ClaimRef("A"), "A", 'She said "width=9" \\ and left </TABLE>> twice.')
    statement = node_statements(_layered(ArgumentMap((node,))).dot)["n0"]
    short = skeleton(statement)
    assert "said" in statement
    assert "said" not in short
    assert short.startswith('\tn0 [label="" ')
    assert short.endswith(statement[-13:])


def test_a_skeleton_of_a_skeleton_is_the_same() -> None:
    dot = _layered(ArgumentMap((MapNode("n0", ClaimRef("A"), "A", "Text"),))).dot
    assert skeleton_of(skeleton_of(dot)) == skeleton_of(dot) != dot
