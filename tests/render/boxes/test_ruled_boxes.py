"""Rules of themes inside of boxes, on light and on dark screens."""

import re
import xml.etree.ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap
from argmap.data import FrozenDict
from argmap.maps.folding import strips_in
from argmap.render import load_theme
from argmap.render.boxes.box import Boxes
from argmap.render.boxes.dark_boxes import dark_boxes
from argmap.render.draw_options import DrawOptions
from argmap.render.ready_map import ReadyMap, make_ready
from argmap.render.styles.color_math import contrast
from argmap.render.styles.theme import Theme
from argmap.render.styles.theme_rules import ThemeRule

TEXT = """[Q]: q #x
  - [C]: c
    + [^G]: g {source: s, kind: law}

<B>

(1) [P]: First premise. #x
  + [^E]: e {source: s, kind: law, reliability: 0.5}
(2) [^H]: h {source: s} #x
(3) Third.
  - [^F]: f {source: s} #x
----
(4) [Q]
"""
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def theme_with(select: str, name: str = "auto", **looks: str) -> Theme:
    return evolve(load_theme(name), rules=(ThemeRule(select, FrozenDict(looks)),))


def ready(theme: Theme) -> ReadyMap:
    drawing = argmap.draw(argmap.parse(TEXT), theme=theme, detail="full")
    chosen = dict.fromkeys(argmap.select(argmap.parse(TEXT), theme.rules[0].select or ""), (0,))
    return make_ready(drawing.map, DrawOptions(theme=evolve(theme, chosen=FrozenDict(chosen))))


@settings(max_examples=20, deadline=None)
@given(
    COLOURS, st.none() | COLOURS, st.sampled_from(["#x", "evidence", "*"]), st.sampled_from(["auto", "dark"])
)
def test_what_is_inside_of_boxes_can_be_read_under_rules(
    fill: str, text: str | None, select: str, name: str
) -> None:
    drawn = ready(theme_with(select, name, fillcolor=fill, **({"fontcolor": text} if text else {})))
    boxes = Boxes(drawn.theme)
    for node in drawn.folded.nodes:
        for strip in strips_in(node):
            style = boxes.strip_style(strip)
            for shown in (style.text, style.citation.source, style.citation.badge):
                assert contrast(shown.color, style.fill) >= 4.5
        for step in node.steps:
            statement = boxes.statement_style(step, None)
            for shown in (statement.text, statement.number):
                assert statement.fill is None or contrast(shown.color, statement.fill) >= 4.5


@settings(max_examples=20, deadline=None)
@given(COLOURS, st.sampled_from(["#x", "evidence", "argument", "*"]))
@example("#007db3", "argument")
@example("#004a2a", "evidence")
def test_what_is_inside_of_boxes_can_be_read_on_dark_screens(fill: str, select: str) -> None:
    drawn = ready(theme_with(select, fillcolor=fill))
    texts: dict[str, set[str]] = {}
    fills: dict[str, str] = {}
    strip_fill = load_theme("default").of("strip")["fillcolor"]
    for selector, said in dark_boxes(drawn.folded, drawn.theme):
        place, _, rest = selector.rpartition(" ")
        if ":is(text" in rest:
            texts.setdefault(place, set()).add(said.removeprefix("fill:"))
        elif rest.startswith((f'[fill="{fill}"]:not', f'[fill="{strip_fill}"]:not')):
            fills[place] = said.removeprefix("fill:")
    shown = {(place, color) for place, colors in texts.items() for color in colors}
    assert all(contrast(color, fills[place]) >= 4.5 for place, color in shown)


@pytest.mark.parametrize("layout", ["layered", "tree"])
def test_statements_have_the_fill_of_rules(layout: str) -> None:
    theme = theme_with("#x", fillcolor="#ffeecc")
    svg = argmap.draw(argmap.parse(TEXT), theme=theme, detail="full", layout=layout, engine="embedded").svg()
    parts = [part for part in ET.fromstring(svg).iter() if "rule-0" in part.get("class", "").split()]
    filled = {part.get("class") for part in parts if "#ffeecc" in ET.tostring(part, "unicode")}
    assert {"statement rule-0", "strip evidence rule-0"} <= filled
    assert re.search(r"\.statement\.rule-0 :is\(text,tspan\)", svg)


def test_statements_that_no_rule_selects_are_as_they_were() -> None:
    plain = argmap.draw(argmap.parse(TEXT), theme="auto", detail="full").dot
    nothing = theme_with("[Nobody]", fillcolor="#ffeecc")
    assert argmap.draw(argmap.parse(TEXT), theme=nothing, detail="full").dot == plain
