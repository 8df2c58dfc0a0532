"""What authors say of relations is drawn where these begin, and told of them."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.data import FrozenDict
from argmap.maps import ArgumentMap, MapEdge, MapNode
from argmap.model import ClaimRef, EvidenceRef, RelationKind
from argmap.render import draw_map

TEXT = """
[Car-free]: Cars should be banned.
  - <Shops>: Customers would stay away. {relation: {strength: 0.3, reason: "few <b>come</b> by car"}}
  + [^Trees]: Trees grow. {relation: {note: "since 2019"}}
"""


def _words(svg: str) -> str:
    texts = [part for part in ET.fromstring(svg).iter() if part.tag.endswith("}text")]
    return " ".join("".join(part.itertext()) for part in texts)


@pytest.mark.parametrize("theme", ["default", "dark", "print", "colorblind", "auto"])
@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_strengths_and_notes_of_relations_can_be_read(layout: str, theme: str) -> None:
    drawing = argmap.draw(argmap.parse(TEXT), layout=layout, theme=theme, engine="embedded")
    words = " ".join(_words(drawing.svg()).split())
    assert "strength 0.3 · few <b>come</b>" in words
    assert "since 2019" in words


def test_what_is_said_of_a_relation_is_told_of_it() -> None:
    root = ET.fromstring(argmap.draw(argmap.parse(TEXT), engine="embedded").svg())
    told = [part.text or "" for part in root.iter() if part.tag.endswith("}desc")]
    assert "Attack. strength: 0.3. reason: few <b>come</b> by car" in told
    assert "Support. note: since 2019" in told


def test_argdowns_own_theme_draws_no_remarks() -> None:
    drawing = argmap.draw(argmap.parse(TEXT), theme="argdown", engine="embedded")
    assert "strength 0.3" not in _words(drawing.svg())


def test_remarks_name_the_other_end_if_there_are_several() -> None:
    edges = (
        MapEdge("e1", RelationKind.SUPPORT, "n2", "n0", data=FrozenDict({"strength": 0.5})),
        MapEdge("e2", RelationKind.ATTACK, "n2", "n1"),
    )
    nodes = tuple(MapNode(f"n{number}", ClaimRef("C"), f"Claim {number}") for number in range(3))
    words = _words(draw_map(ArgumentMap(nodes, edges), engine="embedded").svg())
    assert "→ Claim 0: strength 0.5" in " ".join(words.split())


@settings(max_examples=25)
@given(
    st.dictionaries(st.text(max_size=8), st.text(max_size=40), max_size=3),
    st.sampled_from(["tree", "layered"]),
)
def test_anything_may_be_said_of_a_relation(said: dict[str, str], layout: str) -> None:
    nodes = (
        MapNode("n0", ClaimRef("A"), "A"),
        MapNode("n1", ClaimRef("B"), "B"),
        MapNode("n2", EvidenceRef("E"), "E"),
    )
    edges = tuple(
        MapEdge(f"e{source}", RelationKind.ATTACK, f"n{source}", "n0", data=FrozenDict(said))
        for source in (1, 2)
    )
    svg = draw_map(ArgumentMap(nodes, edges), layout=layout, engine="embedded").svg()
    assert svg.count('class="edge') + svg.count('class="strip-edge') == 2
