"""What is measured of a map before it is laid out as trees."""

from __future__ import annotations

import argmap
from argmap.render import load_theme
from argmap.render.tree_dot import to_tree_dot, written_tree
from argmap.render.tree_sizes import MeasuredTree
from argmap.settings import Settings

VIEW = argmap.build_map(
    argmap.parse("[Sun]: It shines.\n  + <Forecast>: So they said.\n  - <Rain>: It rains.").debate
)


def _measured() -> MeasuredTree:
    return MeasuredTree(VIEW, load_theme("default"), Settings())


def test_a_tree_without_captions_is_laid_out_once() -> None:
    tree = _measured()
    assert tree.layout() is tree.layout()


def test_a_box_is_made_once() -> None:
    tree = _measured()
    wrap = tree.layout().wrap
    assert all(tree.boxes.of(node.id, wrap) is tree.boxes.of(node.id, wrap) for node in VIEW.nodes)


def test_a_tree_that_was_measured_before_is_drawn_as_any_other() -> None:
    tree = _measured()
    tree.layout()
    assert written_tree(tree) == to_tree_dot(VIEW, load_theme("default"))
