"""Maps that are laid out as trees: everything has its place in the DOT, and engines only draw it."""

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from tests.counting_pictures import shown_by, shown_in

import argmap
from argmap.maps import ArgumentMap
from argmap.render import draw_map, theme_names

Parts = Callable[[str, str], list[ET.Element]]
Rect = tuple[float, float, float, float]
few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
DEBATE = """\
===
title: Should cities ban cars?
===

# Health

[Ban]: Cities should ban cars.
  + <Air>: The air gets clean.
    + [^Study]: Where cars were banned, asthma fell. {source: Smith 2020}
  - <Trade>: Shops lose customers.
    - [^Survey]: Shops sold more. {source: Jones 2021}
  - <Freedom>: People choose how to travel.

# Streets

[Space]: Streets belong to all.
  + <Air>
  >< [Ban]
"""


@few
@given(argument_map=...)
def test_a_tree_shows_every_node_edge_and_closed_group(parts: Parts, argument_map: ArgumentMap) -> None:
    drawing = draw_map(argument_map, engine="embedded", layout="tree")
    folded = drawing.folded or drawing.map
    closed = [group for group in folded.groups if group.is_closed]
    assert len(parts(drawing.svg(), "node")) == len(folded.nodes) + len(closed)
    assert len(parts(drawing.svg(), "edge")) == len(folded.edges)


def _sections_around(dot: str) -> list[tuple[Rect, Rect]]:
    """Return the boxes of sections, each with the box of the section around it."""
    open_boxes: list[Rect] = []
    pairs = []
    for line in dot.splitlines():
        box = re.match(r'\tbb="([^"]*)"', line)
        if box:
            rect: Rect = tuple(float(number) for number in box[1].split(","))  # type: ignore[assignment]
            pairs += [(rect, open_boxes[-1])] if open_boxes else []
            open_boxes.append(rect)
        elif line == "\t}":
            open_boxes.pop()
    return pairs


@pytest.mark.parametrize("inner", ["## Sub", "## Sub\n\n### Deeper"])
def test_a_section_is_inside_the_section_around_it_so_that_nothing_is_cut_off(inner: str) -> None:
    text = f"# All\n\n{inner}\n\n[A]: a\n  + <B>: b\n"
    pairs = _sections_around(argmap.draw(argmap.parse(text), layout="tree").dot)
    assert pairs
    assert [
        (rect, outer)
        for rect, outer in pairs
        if rect[0] < outer[0] or rect[1] < outer[1] or rect[2] > outer[2] or rect[3] > outer[3]
    ] == []


@pytest.mark.parametrize("theme", theme_names())
def test_every_theme_draws_trees(parts: Parts, theme: str) -> None:
    drawing = argmap.draw(argmap.parse(DEBATE), theme, "embedded", layout="tree")
    folded = drawing.folded or drawing.map
    assert len(parts(drawing.svg(), "node")) == len(folded.nodes)
    assert not drawing.messages_for("svg")


@few
@given(argument_map=...)
def test_equal_maps_have_equal_trees(argument_map: ArgumentMap) -> None:
    again = ArgumentMap(argument_map.nodes, argument_map.edges, argument_map.groups)
    assert draw_map(argument_map, layout="tree").dot == draw_map(again, layout="tree").dot


@pytest.mark.skipif(shutil.which("dot") is None, reason="no system dot")
def test_both_engines_draw_the_same_boxes_at_the_same_places(parts: Parts) -> None:
    document = argmap.parse(DEBATE)
    embedded = _boxes(argmap.draw(document, engine="embedded", layout="tree").svg(), parts)
    system = _boxes(argmap.draw(document, engine="system", layout="tree").svg(), parts)
    assert embedded.keys() == system.keys()
    differences = [
        abs(one - other) for id in embedded for one, other in zip(embedded[id], system[id], strict=True)
    ]
    assert max(differences) <= 1


def test_a_relation_that_is_no_line_has_chips_that_lead_to_its_ends(parts: Parts) -> None:
    drawing = argmap.draw(argmap.parse(DEBATE), engine="embedded", layout="tree")
    ids = {str(node.ref): node.id for node in drawing.map.nodes}
    (stub,) = [edge for edge in parts(drawing.svg(), "edge") if "stub" in edge.get("class", "")]
    links = {part.get(LINK) for part in stub.iter(f"{SVG}a")}
    assert links == {f"#{ids['<Air>']}", f"#{ids['[Space]']}"}


def test_the_title_is_above_everything() -> None:
    svg = argmap.draw(argmap.parse(DEBATE), engine="embedded", layout="tree").svg()
    heights = {
        text: float(y) for y, text in re.findall(r'<text [^>]*?y="(-?[\d.]+)"[^>]*>([^<]+)</text>', svg)
    }
    assert min(heights, key=heights.__getitem__) == "Should cities ban cars?"


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(ValueError, match="layout"):
        argmap.draw(argmap.parse(DEBATE), layout="trees")


def test_premises_that_bear_together_come_together_in_a_dot() -> None:
    text = "<A>\n\n(1) [B]: b\n(2) [C]: c\n----\n(3) [D]: d\n\n<A>\n  + <E>: e\n"
    drawing = argmap.draw(argmap.parse(text), engine="embedded", layout="tree", detail="text")
    svg = drawing.svg()
    assert svg.count('class="junction"') == 1
    assert shown_in(svg) == shown_by(drawing.map)


def _boxes(svg: str, parts: Parts) -> dict[str, Rect]:
    """Return the outlines of nodes by their ids, from the left upper corner of all of them."""
    boxes = {}
    for node in parts(svg, "node"):
        outline = next(part for part in node.iter() if part.tag in (f"{SVG}polygon", f"{SVG}path"))
        points = re.findall(r"(-?[\d.]+),(-?[\d.]+)", outline.get("points") or outline.get("d") or "")
        xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
        boxes[node.get("id", "")] = (min(xs), min(ys), max(xs), max(ys))
    left, top = min(box[0] for box in boxes.values()), min(box[1] for box in boxes.values())
    return {id: (a - left, b - top, c - left, d - top) for id, (a, b, c, d) in boxes.items()}
