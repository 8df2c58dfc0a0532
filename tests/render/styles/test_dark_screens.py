"""One SVG for light and dark screens."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.maps import ArgumentMap
from argmap.render import draw_map, load_theme
from argmap.render.styles.color_math import contrast, to_hex
from argmap.render.styles.style import tag_color

TEXT = """===
color: {tagColors: {one: "#ffee00"}}
===

# Part

[A]: a #one {color: "#ffee00"}
  + <B>: b
  - [^E]: e {source: S, kind: law, reliability: 0.4}
  _> [C]: c
"""
# It has sections, and relations that are no lines.
SECTIONS = Path(__file__).parents[3] / "examples" / "us-russia-policy.argdown"


def _colors(svg: str) -> set[str | None]:
    root = ET.fromstring(svg)
    return {to_hex(one.get(name)) for one in root.iter() for name in ("fill", "stroke")} - {None}


@settings(max_examples=25, deadline=None)
@given(argument_map=...)
def test_the_theme_auto_draws_as_the_default_theme(argument_map: ArgumentMap) -> None:
    assert draw_map(argument_map, theme="auto").dot == draw_map(argument_map).dot


def test_every_colour_of_a_drawing_has_another_on_dark_screens() -> None:
    svg = argmap.draw(argmap.parse(TEXT), theme="auto", engine="embedded", legend=True).svg()
    changed = set(re.findall(r'\[(?:fill|stroke)="(#\w+)"\]', svg))
    kept = _colors(svg) - changed - {"#ffffff"}
    assert kept <= {to_hex("#eddaa9"), "#ffee00"}


@pytest.mark.parametrize("bgcolor", ["white", "#eeeeee", "transparent"])
@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_no_fill_stays_as_it_is_on_dark_screens(layout: str, bgcolor: str) -> None:
    known = {"dot": {"graphVizSettings": {"bgcolor": bgcolor}}, "group": {"groupDepth": 3}}
    document = argmap.load(SECTIONS)
    svg = argmap.draw(document, theme="auto", layout=layout, settings=known, engine="embedded").svg()
    # Of what is in nodes and groups by their classes, of all else everywhere.
    changed = set(re.findall(r'"auto"\] (?:\.group )?\[fill="([^"]*)"\]', svg))
    parts = re.findall(
        r'<g id="\w+" class="(?:edge|cluster)[^"]*">(.*?)(?=<g id="\w+" class=|$)', svg, re.DOTALL
    )
    assert set(re.findall(r'(?:path|polygon) fill="([^"]*)"', "".join(parts))) <= {*changed, "none"}


def test_drawings_of_other_themes_have_no_rules_of_style() -> None:
    assert "<style" not in argmap.draw(argmap.parse(TEXT), engine="embedded").svg()


def test_what_has_its_own_colour_is_found_by_it() -> None:
    svg = argmap.draw(argmap.parse(TEXT), theme="auto", engine="embedded").svg()
    assert 'class="node claim tint-ffee00"' in svg
    assert ".claim.tint-ffee00 " in svg


def test_a_theme_names_its_dark_counterpart() -> None:
    assert load_theme("auto").dark == "dark"


@settings(max_examples=30)
@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_the_dots_of_tags_can_be_seen_on_dark_boxes(color: str) -> None:
    dark = load_theme("dark")
    dot = tag_color(color, dark)
    assert dot is not None
    assert contrast(dot, dark.of("argument")["fillcolor"]) >= 3


def test_dots_of_tags_are_lighter_on_dark_screens() -> None:
    text = "===\ncolor: {tagColors: {con: '#a8402f'}}\n===\n\n<A>: a #con"
    svg = argmap.draw(argmap.parse(text), theme="auto", engine="embedded").svg()
    assert f'[fill="#a8402f"]{{fill:{tag_color("#a8402f", load_theme("dark"))}}}' in svg
