"""Whole maps as DOT: each folder has a text, the options of `draw` if there are any, and what comes out.

`pytest tests/golden --update-golden` writes what comes out; read the difference as you read code.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.render import Drawing

CASES = sorted(one.parent for one in Path(__file__).parent.glob("*/text.argdown"))


def _drawing(case: Path) -> Drawing:
    options: dict[str, Any] = {}
    if (case / "options.json").exists():
        options = json.loads((case / "options.json").read_text(encoding="utf-8"))
    return argmap.draw(argmap.load(case / "text.argdown"), engine="embedded", **options)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_dot_of_a_map_is_what_it_was(case: Path, request: pytest.FixtureRequest) -> None:
    golden = case / "map.dot"
    dot = _drawing(case).dot
    if request.config.getoption("--update-golden"):
        golden.write_text(dot, encoding="utf-8")
    assert dot == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_svg_of_a_map_has_its_nodes_and_edges(case: Path) -> None:
    drawing = _drawing(case)
    svg = drawing.svg()
    closed = sum(group.is_closed for group in drawing.map.groups)
    nodes = len(re.findall('class="(?:node|strip) ', svg))
    edges = len(re.findall('class="(?:edge|strip-edge) ', svg))
    assert (nodes, edges) == (len(drawing.map.nodes) + closed, len(drawing.map.edges))
    assert drawing.messages_for("svg") == ()
