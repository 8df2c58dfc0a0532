"""Premises that bear together on an argument whose inside is not shown."""

import re

import pytest

import argmap
from argmap.maps import build_map
from argmap.maps.joined_premises import joined_premises

TEXT = """
# Men

[Socrates]: Socrates is mortal.
  + <Syllogism>
  + <Age>: He is old.

<Syllogism>

(1) [Men]: All men are mortal.
  + <Biology>: Cells age.
(2) [Man]: Socrates is a man.
  - <Doubt>: He may be invented.
----
(3) [Socrates]

<Syllogism>
  + [Tradition]: So it is said.
"""


def test_premises_come_together() -> None:
    view = build_map(argmap.parse(TEXT).debate)
    titles = {node.id: node.label_title for node in view.nodes}
    joined = joined_premises(view)
    assert [titles[edge.source] for edge in view.edges if edge.id in joined] == ["Men", "Man"]
    assert {titles[target] for target in joined.values()} == {"Syllogism"}


def test_a_single_premise_needs_no_dot() -> None:
    text = "<A>\n\n(1) [P]: p\n  - <B>: b\n----\n(2) [C]: c"
    assert joined_premises(build_map(argmap.parse(text).debate)) == {}


def test_premises_of_arguments_in_full_end_at_their_steps() -> None:
    assert joined_premises(build_map(argmap.parse(TEXT).debate, detail="full")) == {}


@pytest.mark.parametrize(("theme", "number"), [("default", 2), ("argdown", 0)])
def test_the_dot_is_no_node_and_its_arrow_no_edge(theme: str, number: int) -> None:
    drawing = argmap.draw(argmap.parse(TEXT), detail="text", engine="embedded", theme=theme, layout="layered")
    svg = drawing.svg()
    assert svg.count('class="junction"') == number
    assert len(re.findall('class="edge ', svg)) == len(drawing.map.edges)
    assert len(re.findall('class="node ', svg)) == len(drawing.map.nodes)
