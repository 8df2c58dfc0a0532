"""Relations that would be long lines are chips in the boxes at both ends."""

import xml.etree.ElementTree as ET
from collections import defaultdict

import pytest
from hypothesis import given, settings
from tests.counting_pictures import shown_by, shown_in
from tests.render.layout.layered.drawable import drawable_maps

import argmap
from argmap.data.strong_components import strong_components
from argmap.maps import ArgumentMap, MapEdge
from argmap.render import draw_map
from argmap.render.layout.layered.stubs import with_stubs

SECTIONS = """
# One

[A]: The first.

# Two

[B]: The second.
  +> [A]
  + [C]: The third.
    -> [A]
"""


def _edges(view: ArgumentMap) -> list[MapEdge]:
    stubs = (stub for node in view.nodes for stub in node.stubs)
    in_steps = (stub for node in view.nodes for step in node.steps for stub in step.stubs)
    return [*view.edges, *(stub.edge for stub in (*stubs, *in_steps) if stub.is_source)]


@given(drawable_maps)
def test_every_edge_is_a_line_or_a_pair_of_chips(view: ArgumentMap) -> None:
    stubby = with_stubs(view)
    assert sorted(edge.id for edge in _edges(stubby)) == sorted(edge.id for edge in view.edges)


@given(drawable_maps)
def test_what_was_joined_stays_joined_by_lines(view: ArgumentMap) -> None:
    assert _parts(with_stubs(view)) == _parts(view)


def _parts(view: ArgumentMap) -> set[frozenset[str]]:
    """Return which nodes lines join, directly or not."""
    around: defaultdict[str, list[str]] = defaultdict(list)
    for edge in view.edges:
        around[edge.source].append(edge.target)
        around[edge.target].append(edge.source)
    return {frozenset(part) for part in strong_components(tuple(around), around) if len(part) > 1}


@settings(max_examples=15)
@given(drawable_maps)
def test_a_picture_with_chips_has_each_edge_once(view: ArgumentMap) -> None:
    drawing = draw_map(view, layout="layered", engine="embedded")
    assert shown_in(drawing.svg()) == shown_by(drawing.map)


def test_chips_lead_to_the_other_end_and_say_what_the_relation_is() -> None:
    drawing = argmap.draw(argmap.parse(SECTIONS), layout="layered", engine="embedded")
    root = ET.fromstring(drawing.svg())
    chips = [part for part in root.iter() if part.get("class", "").endswith(" stub")]
    links = {link.get("{http://www.w3.org/1999/xlink}href") for chip in chips for link in chip.iter()}
    ids = {f"#{part.get('id')}" for part in root.iter()}
    assert len(chips) == 2
    assert links - {None} <= ids
    titles = {part.text for chip in chips for part in chip.iter() if part.tag.endswith("}title")}
    assert len(titles) == 1


@pytest.mark.parametrize(
    "asked", [{"map": {"stubs": "never"}}, {"dot": {"graphVizSettings": {"layout": "fdp"}}}]
)
def test_lines_stay_lines_where_nobody_asks_for_chips_or_there_are_no_rows(asked: dict[str, object]) -> None:
    drawing = argmap.draw(argmap.parse(SECTIONS), layout="layered", engine="embedded", settings=asked)
    assert " stub" not in drawing.svg()
    assert " stub" not in argmap.draw(argmap.parse(SECTIONS), theme="argdown", engine="embedded").svg()
