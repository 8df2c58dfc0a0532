"""Arguments in full, tags, legends."""

import re
import shutil
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.maps import ArgumentMap, MapNode, MapStep
from argmap.model import ArgumentRef, ClaimRef, Mark, MarkKind
from argmap.render import draw_map, load_theme
from argmap.render.boxes.box import Boxes
from argmap.render.boxes.tag_line import text_before_tags
from argmap.render.legend import legend_panel
from argmap.settings import Settings
from argmap.settings.tables import DETAILS, LABEL_MODES

THEME = load_theme("default")
STEPS = (
    MapStep("s0", 1, "Premise", "It rains."),
    MapStep("s1", 2, None, "Rain is wet."),
    MapStep("i0", text="modus ponens"),
    MapStep("s2", 3, None, "It is wet.", is_conclusion=True),
)
TEXT = "[A]: One.\n\n<B>: Two.\n\n(1) [C]: Three.\n  - <D>: Four.\n----\n  <_ <E>: Five.\n(2) [A]\n"


def _label(**more: object) -> str:
    node = MapNode("n0", ArgumentRef("A"), "Title", "Text", **more)  # type: ignore[arg-type]
    return Boxes(THEME).node(node).label


def test_every_step_is_a_cell_where_edges_can_end() -> None:
    assert re.findall(r'PORT="(\w+)"', _label(steps=STEPS)) == ["s0", "s1", "i0", "s2"]


def test_steps_show_titles_whose_widths_engines_misjudge() -> None:
    svg = draw_map(
        ArgumentMap((MapNode("n0", ArgumentRef("A"), "A", steps=(MapStep("s0", 1, "ЩУКА", "Рыба."),)),))
    ).svg()
    words = re.sub("<[^>]+>", "", "".join(re.findall("<text.*?</text>", svg)))
    assert words == "A(1)ЩУКА Рыба."


def test_steps_stand_instead_of_the_text() -> None:
    said = re.findall(r">([^<>]+)<", _label(steps=STEPS))
    assert [one for one in said if one.strip()] == [
        *(
            "Title",
            "(1)",
            "Premise",
            " It rains.",
            "(2)",
            "Rain is wet.",
            "modus ponens",
            "It is wet.",
        )
    ]


def test_an_argument_too_long_for_a_label_keeps_its_text() -> None:
    many = tuple(MapStep(f"s{number}", number + 1, None, "word " * 30) for number in range(200))
    assert "PORT" not in _label(steps=many)


def test_an_edge_to_a_step_that_is_not_there_is_refused() -> None:
    debate = argmap.parse(TEXT).debate
    shown = argmap.build_map(debate, {"map": {"detail": "full"}})
    bare = ArgumentMap(tuple(MapNode(one.id, one.ref) for one in shown.nodes), shown.edges)
    with pytest.raises(ValueError, match="which has no such step"):
        draw_map(bare)


SYSTEM = pytest.param(
    "system", marks=pytest.mark.skipif(shutil.which("dot") is None, reason="there is no system dot")
)


@pytest.mark.parametrize("engine", ["embedded", SYSTEM])
def test_arrows_end_within_the_height_of_their_step(engine: str) -> None:
    svg = argmap.draw(argmap.parse(TEXT), detail="full", engine=engine).svg()
    root = ET.fromstring(svg)
    tee = next(one for one in root.iter() if one.get("class", "").startswith("edge undercut"))
    shape = next(one for one in tee.iter() if one.tag.endswith("polygon"))
    heights = [float(pair.split(",")[1]) for pair in shape.get("points", "").split()]
    number = next(float(one.get("y", "0")) for one in root.iter() if one.text == "(1)")
    conclusion = max(float(one.get("y", "0")) for one in root.iter() if "One." in "".join(one.itertext()))
    assert number < sum(heights) / len(heights) < conclusion


@pytest.mark.parametrize("detail", ["titles", "all"])
def test_details_that_do_not_exist_are_refused(detail: str) -> None:
    with pytest.raises(ValueError, match=f"detail cannot be '{detail}'"):
        argmap.draw(argmap.parse(TEXT), detail=detail)


def test_tags_are_behind_dots_in_their_colours() -> None:
    label = _label(tags=("one", "two"), tag_colors=("#ff0000", None))
    assert re.findall('COLOR="(#\\w+)">\N{BLACK CIRCLE}<', label) == ["#ff0000"]


def test_tags_at_the_end_of_a_text_are_shown_once() -> None:
    marks = (Mark(MarkKind.TAG, 5, 9, "one"), Mark(MarkKind.TAG, 10, 14, "two"))
    assert text_before_tags("Text #one #two ".rstrip(), marks) == "Text"


def test_tags_inside_a_text_stay_there() -> None:
    node = MapNode(
        "n0", ClaimRef("C"), None, "A #one thing", marks=(Mark(MarkKind.TAG, 2, 6, "one"),), tags=("one",)
    )
    assert "\N{BLACK CIRCLE}" not in Boxes(THEME).node(node).label


def test_many_tags_are_counted() -> None:
    assert "+ 4<" in _label(tags=tuple(f"tag{number}" for number in range(12)))


def test_a_node_that_says_nothing_has_no_tags() -> None:
    assert Boxes(THEME).node(MapNode("n0", ClaimRef("C"), tags=("one",))).label == ""


def test_a_legend_explains_what_occurs_and_nothing_else(small_map: ArgumentMap) -> None:
    panel = legend_panel(small_map, THEME, 600)
    assert panel is not None
    html = "".join(row.html for row in panel.rows(panel.width))
    said = [one for one in re.findall(r">([^<>]+)</FONT>", html) if one.isascii() and one.strip()]
    assert said == ["Claim", "Evidence", "Argument", "Section", "supports", "attacks"]


def test_a_map_of_nothing_needs_no_legend() -> None:
    assert draw_map(ArgumentMap(), legend=True).dot == draw_map(ArgumentMap()).dot


@pytest.mark.parametrize("theme", ["default", "dark", "print", "colorblind", "argdown"])
def test_a_legend_adds_no_node_and_no_edge(theme: str, small_map: ArgumentMap) -> None:
    with_legend, without = (
        draw_map(small_map, theme=theme, legend=legend, engine="embedded").svg() for legend in (True, False)
    )
    assert re.findall('class="(?:node|edge|strip)', with_legend) == re.findall(
        'class="(?:node|edge|strip)', without
    )
    assert "supports</text>" in with_legend


@pytest.mark.parametrize("model", [{}, {"explodeArguments": True}])
def test_edges_end_at_nodes_that_show_no_steps(model: dict[str, object]) -> None:
    text = "<A>\n\n(1) [P]: p\n----\n(2) q\n\n<B>: b\n  - [P]\n"
    document = argmap.parse(text, settings={"model": model, "map": {"argumentLabelMode": "none"}})
    edges = argmap.draw(document, detail="full").map.edges
    assert edges
    assert {edge.target_step for edge in edges} == {None}


@settings(max_examples=60)
@given(
    text=strategies.markup(),
    said=strategies.settings(),
    detail=st.sampled_from([None, *DETAILS]),
    labels=st.sampled_from(LABEL_MODES),
    explodes=st.booleans(),
)
def test_edges_end_at_what_is_drawn_whatever_the_settings(
    text: str, said: dict[str, object], detail: str | None, labels: str, explodes: bool
) -> None:
    own = {"map": {"argumentLabelMode": labels}, "model": {"explodeArguments": explodes}}
    document = argmap.parse(text, overrides=Settings.of(said, own))
    drawing = argmap.draw(document, detail=detail)
    steps = {(node.id, step.id) for node in drawing.map.nodes for step in node.steps}
    ends = {(edge.target, edge.target_step) for edge in drawing.map.edges if edge.target_step}
    assert drawing.dot.startswith("digraph")
    assert ends <= steps


def test_edges_end_at_the_node_if_its_steps_are_too_many_for_a_label() -> None:
    premises = "".join(f"({number}) [P{number}]: premise\n" for number in range(1, 400))
    document = argmap.parse(f"<A>: a\n\n{premises}----\n(400) [C]: c\n\n[P1]\n  - <B>: b\n")
    drawing = argmap.draw(document, detail="full", engine="embedded")
    assert ":s0:_" not in drawing.dot
    assert drawing.messages_for("svg") == ()
