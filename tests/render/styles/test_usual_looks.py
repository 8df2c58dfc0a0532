"""Legends show what a map shows: the looks of the theme, or of most things if none has these."""

from __future__ import annotations

import pytest

import argmap
from argmap.render import load_theme, theme_names
from argmap.render.styles.color_math import to_hex
from argmap.render.styles.style import node_style
from argmap.render.styles.usual_looks import usual_edge, usual_node

TEXT = """\
===
color: {tagColors: {health: "#1b9e77"}}
===

[Ban]: Ban cars. #health
  + <Air>: Clean air. #health
  + <Calm>: It gets quiet.
  - <Shops>: They lose.
"""
MAP = argmap.build_map(argmap.parse(TEXT))


def colors(looks: object) -> tuple[str | None, str | None]:
    assert hasattr(looks, "get")
    return to_hex(looks.get("fillcolor", "")), to_hex(looks.get("color", ""))


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("role", ["claim", "argument"])
def test_the_colours_of_a_sample_are_those_of_a_node_of_the_map(name: str, role: str) -> None:
    theme = load_theme(name)
    nodes = [node for node in MAP.nodes if node_style(node, theme).role == role]
    drawn = {colors(node_style(node, theme).attributes) for node in nodes}
    assert colors(usual_node(role, nodes, theme)) in drawn


def test_colours_of_the_theme_come_before_those_of_authors() -> None:
    theme = load_theme("default")
    nodes = [node for node in MAP.nodes if node_style(node, theme).role == "argument"]
    assert usual_node("argument", nodes, theme) == theme.of("argument")


def test_an_edge_looks_as_most_of_its_kind() -> None:
    theme = load_theme("argdown")
    assert usual_edge("attack", MAP.edges, theme) == theme.of("attack")
