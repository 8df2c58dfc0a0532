"""Large maps that are laid out section by section."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable

import pytest

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.model import ArgumentRef, ClaimRef, RelationKind
from argmap.render import Drawing, draw_map
from argmap.render.dot import part_dots
from argmap.render.engines.svg import svg_size
from argmap.render.layout.shelves import LEAST_NODES, split_map
from argmap.render.styles.theme import load_theme
from argmap.settings import Settings

Box = tuple[float, float, float, float]
NODES = LEAST_NODES + 40
ENGINES = [
    "embedded",
    pytest.param("system", marks=pytest.mark.skipif(shutil.which("dot") is None, reason="no system dot")),
]


@pytest.fixture(scope="module")
def view() -> ArgumentMap:
    """A map in a heading of all, with six sections, one in another, one closed, and nodes outside of all."""
    groups = (
        MapGroup("s0", "All of it", 1),
        *(MapGroup(f"s{number}", f"Section {number}", 2, "s0") for number in range(1, 7)),
        MapGroup("s7", "Inner", 3, "s2"),
        MapGroup("s8", "Closed", 2, "s0", is_closed=True),
    )
    places = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s0", None]
    nodes = tuple(
        MapNode(f"n{number}", ClaimRef(f"C{number}"), f"Claim {number}", "Text " * (number % 9), group=group)
        for number in range(NODES)
        for group in (places[number % 10],)
    )
    edges = tuple(
        MapEdge(f"e{number}", kind, f"n{number}", f"n{target}")
        for number in range(1, NODES)
        for target in (number - 10 if number % 3 and number > 9 else number * 7 % number,)
        for kind in (RelationKind.SUPPORT if number % 2 else RelationKind.CONTRADICTION,)
    )
    return ArgumentMap(nodes, edges, groups)


@pytest.fixture(scope="module", params=ENGINES)
def drawing(request: pytest.FixtureRequest, view: ArgumentMap) -> Drawing:
    return draw_map(view, engine=request.param, layout="layered")


def boxes(drawing: Drawing) -> dict[str, Box]:
    """Return left, bottom, right, top of nodes and groups by their ids."""
    found: dict[str, Box] = {}
    for one in json.loads(drawing.json())["objects"]:
        if "pos" in one:
            x, y = (float(part) for part in one["pos"].split(","))
            width, height = float(one["width"]) * 36, float(one["height"]) * 36
            found[one["id"]] = (x - width, y - height, x + width, y + height)
        elif "bb" in one and "id" in one:
            left, bottom, right, top = (float(part) for part in one["bb"].split(","))
            found[one["id"]] = (left, bottom, right, top)
    return found


def is_in(inner: Box, outer: Box) -> bool:
    slack = 1
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def test_everything_is_drawn(drawing: Drawing) -> None:
    svg = drawing.svg()
    assert drawing.messages_for("svg") == ()
    assert svg.count('class="node') == len(drawing.map.nodes) + 1
    assert svg.count('class="edge') == len(drawing.map.edges)
    assert svg.count('class="cluster') == len(drawing.map.groups) - 1


def test_boxes_hold_what_is_in_them(drawing: Drawing) -> None:
    places = boxes(drawing)
    pairs = [(node.id, node.group) for node in drawing.map.nodes if node.group]
    pairs += [(group.id, group.parent) for group in drawing.map.groups if group.parent]
    assert [pair for pair in pairs if not is_in(places[pair[0]], places[pair[1]])] == []


def test_sections_do_not_overlap(drawing: Drawing) -> None:
    places = boxes(drawing)
    sections = [places[f"s{number}"] for number in range(1, 7)]
    overlaps = [
        (one, other)
        for number, one in enumerate(sections)
        for other in sections[number + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert overlaps == []


def test_nodes_do_not_overlap(drawing: Drawing) -> None:
    places = boxes(drawing)
    nodes = sorted((places[node.id], node.id) for node in drawing.map.nodes)
    overlaps = [
        (id, other_id)
        for number, (one, id) in enumerate(nodes)
        for other, other_id in nodes[number + 1 :]
        if other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1
    ]
    assert overlaps == []


def test_headings_of_all_boxes_are_drawn(drawing: Drawing) -> None:
    assert [one.title for one in drawing.map.groups if f">{one.title}</text>" not in drawing.svg()] == []


def test_the_map_has_the_shape_of_a_screen(drawing: Drawing) -> None:
    width, height = svg_size(drawing.svg())
    assert 0.5 < width / height < 3


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_other_formats_have_the_same_layout(drawing: Drawing, form: str) -> None:
    width, height = svg_size(drawing.svg())
    content = drawing.content(form)
    if form == "png":
        found = (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big"))
        assert found[0] / found[1] == pytest.approx(width / height, rel=0.02)
    else:
        assert content.startswith(b"%PDF")


def test_a_small_map_is_laid_out_whole(view: ArgumentMap) -> None:
    assert split_map(ArgumentMap(view.nodes[:LEAST_NODES], (), view.groups)) == ()


def test_who_chooses_a_layout_gets_it(view: ArgumentMap) -> None:
    settings = Settings.of({"dot": {"graphVizSettings": {"layout": "sfdp"}}})
    assert part_dots("", view, load_theme("default"), settings) == ()


def test_a_map_without_sections_is_laid_out_whole() -> None:
    nodes = tuple(MapNode(f"n{number}", ArgumentRef(f"A{number}")) for number in range(NODES))
    assert split_map(ArgumentMap(nodes)) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="engines are shell scripts here")
def test_an_engine_that_knows_rows_only_lays_out_the_whole(
    view: ArgumentMap, program: Callable[[str], str]
) -> None:
    path = program('case "$*" in *json0*) exit 1;; esac\necho \'<svg width="8pt" height="8pt"></svg>\'')
    drawing = draw_map(view, engine=path, layout="layered")
    assert (drawing.svg().startswith("<svg"), drawing.messages_for("svg")) == (True, ())
