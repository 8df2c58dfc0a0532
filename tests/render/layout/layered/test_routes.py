"""Lines in layers pass beside boxes and headings, and come in at right angles."""

import shutil
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from tests.counting_pictures import shown_by, shown_in
from tests.render.layout.layered.drawable import drawable_maps

import argmap
from argmap.maps import ArgumentMap
from argmap.render import Drawing, draw_map
from argmap.render.layout.layered.laid_out import Area, LaidOutEdge, LaidOutLayers, Point, read_layers

ENGINES = [
    "embedded",
    pytest.param(
        "system", marks=pytest.mark.skipif(shutil.which("dot") is None, reason="there is no system dot")
    ),
]
UNDERCUT = """
<A>: Because of it.

(1) [P]: A premise.
(2) [Q]: Another premise.
-- a rule --
(3) [C]: A conclusion.
  <_ [U]: An exception.

[P]
  - [X]: An objection to the first premise.

[C]
  + [Y]: Another reason.
  + [Z]: A third reason.
  - [W]: A reason against it.
"""


def _layers(drawing: Drawing) -> LaidOutLayers:
    return read_layers(drawing.json().encode())


def _lines(edges: Iterable[LaidOutEdge]) -> list[tuple[LaidOutEdge, list[tuple[Point, Point]]]]:
    return [(edge, list(pairwise(edge.path.line()))) for edge in edges]


def _is_hit(box: Area, start: Point, end: Point) -> bool:
    """Whether a part of a line is in the inside of a box, as far as it is upright or level."""
    (x, y), (other, above) = start, end
    return (
        min(x, other) < box.right - 1
        and max(x, other) > box.left + 1
        and min(y, above) < box.high - 1
        and max(y, above) > box.low + 1
    )


def _own(layers: LaidOutLayers) -> list[LaidOutEdge]:
    """Return the edges whose ways are ours: in circles they are the engine's."""
    return [edge for edge in layers.edges.values() if edge.attributes.get("tailport") == "n"]


@settings(max_examples=40)
@given(drawable_maps)
def test_no_line_goes_through_a_box_that_is_not_at_its_ends(view: ArgumentMap) -> None:
    layers = _layers(draw_map(view, layout="layered", engine="embedded"))
    hits = [
        (edge.id, id)
        for edge, parts in _lines(_own(layers))
        for id, box in layers.nodes.items()
        if id not in (edge.source, edge.target) and any(_is_hit(box, *part) for part in parts)
    ]
    assert hits == []


@settings(max_examples=40)
@given(drawable_maps)
def test_no_line_strikes_a_heading_through(view: ArgumentMap) -> None:
    layers = _layers(draw_map(view, layout="layered", engine="embedded"))
    headings = {id: section.heading for id, section in layers.sections.items() if section.heading}
    hits = [
        (edge.id, id)
        for edge, parts in _lines(_own(layers))
        for id, heading in headings.items()
        if any(_is_hit(heading, *part) for part in parts)
    ]
    assert hits == []


@pytest.mark.parametrize("engine", ENGINES)
def test_undercuts_come_from_the_side_and_reasons_from_below(engine: str) -> None:
    drawing = argmap.draw(argmap.parse(UNDERCUT), layout="layered", engine=engine, detail="full")
    layers = _layers(drawing)
    assert drawing.messages == ()
    for edge in layers.edges.values():
        *_, before, tip = edge.path.line()
        box = layers.nodes[edge.target]
        if edge.has_step:
            assert abs(before[1] - tip[1]) < 0.5
            assert min(abs(tip[0] - box.left), abs(tip[0] - box.right)) < 3
        else:
            assert abs(before[0] - tip[0]) < 0.5


@pytest.mark.parametrize("engine", ENGINES)
def test_reasons_of_a_kind_share_one_arrow_head(engine: str) -> None:
    drawing = argmap.draw(argmap.parse(UNDERCUT), layout="layered", engine=engine)
    layers = _layers(drawing)
    conclusion = next(node.id for node in drawing.map.nodes if node.label_title == "C")
    into = [edge for edge in layers.edges.values() if edge.target == conclusion]
    heads = {edge.path.tip: edge.attributes["class"].split()[0] for edge in into if edge.path.heads}
    assert sorted(heads.values()) == ["attack", "support"]
    assert len(into) == 4


@settings(max_examples=10)
@given(drawable_maps)
def test_both_engines_draw_the_same_edges(view: ArgumentMap) -> None:
    assume(shutil.which("dot"))
    drawn = [draw_map(view, layout="layered", engine=engine) for engine in ("embedded", "system")]
    first, second = (_layers(drawing).edges.keys() for drawing in drawn)
    assert first == second


def test_maps_that_run_downwards_or_sideways_keep_the_lines_of_the_engine() -> None:
    document = argmap.parse(UNDERCUT)
    for direction in ("TB", "LR", "RL"):
        asked = {"dot": {"graphVizSettings": {"rankdir": direction}}}
        drawing = argmap.draw(document, settings=asked, engine="embedded")
        assert drawing.messages == ()
        assert shown_in(drawing.svg()) == shown_by(drawing.map)


@pytest.mark.parametrize("rankdir", ["BT", "TB", "LR"])
@pytest.mark.parametrize("rank", ["", " {rank: a}"])
def test_a_line_from_an_argument_to_its_own_step_is_beside_the_box(rank: str, rankdir: str) -> None:
    steps = "(1) [P]: Premise.\n(2) [R]: Rest.\n-- rule --\n(3) [C]: Conclusion.\n"
    document = argmap.parse(f"<A>{rank}\n\n{steps}\n<A>\n  -> [R]\n\n<B>: Another.{rank}\n  -> <A>\n")
    asked = {
        "dot": {"graphVizSettings": {"rankdir": rankdir}},
        "model": {"transformArgumentRelations": False},
        "selection": {"statementSelectionMode": "not-used-in-argument"},
    }
    layers = _layers(argmap.draw(document, settings=asked, layout="layered", engine="embedded"))
    (loop,) = (edge for edge in layers.edges.values() if edge.source == edge.target)
    assert loop.has_step
    # Arrow heads may touch the border.
    assert all(x > layers.nodes[loop.source].right - 3 for x, _ in loop.path.line())
