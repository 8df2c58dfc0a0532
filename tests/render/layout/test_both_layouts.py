"""Whatever is asked of a drawing is done in both layouts, and every picture is whole."""

import shutil
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.counting_pictures import shown_by, shown_in

import argmap
from argmap import strategies
from argmap.settings import tables

LAYOUTS = [name for name in tables.LAYOUTS if name != "auto"]
ENGINES = [
    "embedded",
    pytest.param(
        "system", marks=pytest.mark.skipif(shutil.which("dot") is None, reason="there is no system dot")
    ),
]
TEXT = """
===
title: A debate
===

# One

[A]: A claim. {rank: top}
  + <B>: A reason.
    - [C]: An objection. {rank: top}
  - [D]: Another objection. #tag

## Inner

<Known>

(1) [^E]: Evidence. {kind: testimony, source: A book}
(2) [P]: A premise. {implicit: true, speaker: Ann}
-- argument from expert opinion --
(3) [A]
  <_ [U]: An exception.

# Two

[F]: A claim elsewhere.
  + [D]
  + [^G]: More evidence.
  -> [P]
"""
SETTINGS: dict[str, dict[str, Any]] = {
    "rankdir": {"dot": {"graphVizSettings": {"rankdir": "LR"}}},
    "downwards": {"dot": {"graphVizSettings": {"rankdir": "TB"}}},
    "concentrate": {"dot": {"graphVizSettings": {"concentrate": True}}},
    "splines": {"dot": {"graphVizSettings": {"splines": "polyline", "nodesep": 1}}},
    "force": {"dot": {"graphVizSettings": {"layout": "fdp"}}},
    "engine": {"vizJs": {"engine": "neato"}},
    "same rank": {"dot": {"sameRank": [{"statements": ["C", "D"], "arguments": ["B"]}]}},
    "closed": {"group": {"sections": {"Inner": {"isClosed": True}}}},
    "depth": {"group": {"groupDepth": 0}},
    "lines only": {"map": {"stubs": "never"}},
    "in boxes of their own": {"map": {"evidence": "node"}},
    "speakers": {"selection": {"selectedSpeakers": ["Ann"], "selectElementsWithoutSpeaker": True}},
}
OPTIONS: dict[str, dict[str, Any]] = {
    "focus": {"focus": "[A]", "radius": 1},
    "questions": {"questions": True},
    "legend": {"legend": True},
    "verdicts": {"verdicts": True},
    "gist": {"detail": "text"},
    "titles": {"detail": "title"},
    "full": {"detail": "full"},
    "slide": {"fit": "slide", "order": "text"},
}
DOCUMENT = argmap.parse(TEXT)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("asked", SETTINGS.values(), ids=SETTINGS)
def test_settings_work_in_both_layouts(asked: Mapping[str, Any], layout: str, engine: str) -> None:
    drawing = argmap.draw(DOCUMENT, settings=asked, layout=layout, engine=engine)
    assert shown_in(drawing.svg()) == shown_by(drawing.map)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("asked", OPTIONS.values(), ids=OPTIONS)
def test_options_work_in_both_layouts(asked: Mapping[str, Any], layout: str, engine: str) -> None:
    drawing = argmap.draw(DOCUMENT, layout=layout, engine=engine, **asked)
    assert shown_in(drawing.svg()) == shown_by(drawing.map)


@pytest.mark.parametrize(
    "name", ["rankdir", "downwards", "concentrate", "splines", "force", "engine", "same rank"]
)
def test_what_only_layers_have_chooses_layers(name: str) -> None:
    text = TEXT.replace("{rank: top}", "")
    assert argmap.draw(argmap.parse(text)).is_placed
    assert not argmap.draw(argmap.parse(text), settings=SETTINGS[name]).is_placed


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("format", ["svg", "png", "pdf", "jpg", "json", "dot"])
def test_all_formats_are_written_in_both_layouts(layout: str, format: str) -> None:
    drawing = argmap.draw(DOCUMENT, layout=layout, engine="embedded")
    assert drawing.content(format)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_maps_in_parts_show_open_questions(layout: str) -> None:
    parts = argmap.draw_parts(DOCUMENT, layout=layout, engine="embedded", questions=True)
    asked = sum(edge.is_asked for edge in parts["one"].map.edges)
    assert asked == sum(edge.is_asked for edge in argmap.draw(DOCUMENT, questions=True).map.edges)
    assert asked > 0
    assert [shown_in(part.svg()) for part in parts.values()] == [
        shown_by(part.map) for part in parts.values()
    ]


@settings(max_examples=60)
@given(
    strategies.documents(),
    st.sampled_from(LAYOUTS),
    st.sampled_from(["default", "dark", "print", "colorblind", "auto", "argdown"]),
    st.sampled_from(["auto", "title", "text", "full"]),
    st.sampled_from(["auto", "inside", "node"]),
)
def test_every_node_and_edge_is_in_the_picture(
    document: argmap.Document | str, layout: str, theme: str, detail: str, evidence: str
) -> None:
    parsed = argmap.parse(document) if isinstance(document, str) else document
    asked = {"map": {"evidence": evidence}}
    drawing = argmap.draw(
        parsed, layout=layout, theme=theme, detail=detail, settings=asked, engine="embedded"
    )
    assert shown_in(drawing.svg()) == shown_by(drawing.map)


@pytest.mark.parametrize("layout", ["layered", None])
def test_argdowns_own_theme_draws_statements_as_boxes_and_relations_as_lines(layout: str | None) -> None:
    drawing = argmap.draw(DOCUMENT, theme="argdown", layout=layout, engine="embedded")
    svg = drawing.svg()
    assert not drawing.is_placed
    assert svg.count('class="node ') == len(drawing.map.nodes)
    assert svg.count('class="edge ') == len(drawing.map.edges)
    assert "strip" not in svg
    assert ":n -> " not in drawing.dot


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reconstructions_show_what_an_argument_is_made_of(layout: str) -> None:
    drawing = argmap.draw(DOCUMENT, layout=layout, engine="embedded")
    (argument,) = (node for node in drawing.map.nodes if node.steps)
    svg = drawing.svg()
    assert argument.label_title == "Known"
    # Of the conclusion only the title is shown; a premise that nobody stated is slanted, with a dashed rule.
    assert svg.count(">A claim.<") == 1
    assert 'font-style="italic"' in svg
    assert "questions open" in svg
    assert "stroke-dasharray" in svg
