"""Backslashes in drawings: nothing in a text is an escape for Graphviz."""

import re
import shutil
import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import argmap
from argmap.maps import ArgumentMap, MapGroup, MapNode, MapStep
from argmap.model import ArgumentRef, ClaimRef, Mark, MarkKind, Source
from argmap.render import draw_map
from argmap.render.fonts.characters import clean

ENGINES = [
    "embedded",
    pytest.param("system", marks=pytest.mark.skipif(shutil.which("dot") is None, reason="no system dot")),
]
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
TEXTS = st.text('\\\\NGETHLlnr {}<&>]"|;#xü\\', min_size=1, max_size=24).filter(
    lambda text: clean(text) != ""
)


def _shown(svg: str) -> str:
    lines = ("".join(one.itertext()) for one in ET.fromstring(svg).iter(f"{_SVG}text"))
    # Without spaces: lines end at some of them.
    return re.sub(r"\s", "", "".join(lines))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", clean(text))


def _map(text: str) -> ArgumentMap:
    """Return a map that has a text in every place that shows one."""
    half = (Mark(MarkKind.BOLD, 0, max(1, len(text) // 2)),)
    steps = (MapStep("s0", 1, "ſ" + text, text), MapStep("i0", text=text), MapStep("s1", 2, None, text))
    return ArgumentMap(
        (
            MapNode("n0", ClaimRef("A"), "đ" + text, text, half, (), (Source(title=text),), group="s1"),
            # Beside the first line of a title of several, a tag would be read in the middle of it.
            MapNode("n2", ClaimRef("C"), "C", tags=("đ" + text,)),
            MapNode("n1", ArgumentRef("B"), "đ" + text, steps=steps),
        ),
        (),
        (MapGroup("s1", "đ" + text, 1), MapGroup("s2", "đ" + text, 1, is_closed=True)),
    )


@pytest.mark.parametrize("engine", ENGINES)
@given(TEXTS)
@example("\\Gamma entails \\Neg p")
@example("a \\ b \\\\N \\\\\\L ends in \\")
@example("\\N\\G\\E\\T\\H\\L\\l\\n\\r")
@example(";;;;;; <<<<<<<<<<EGGGüü")
def test_every_place_shows_what_a_text_says(engine: str, text: str) -> None:
    svg = draw_map(_map(text), engine=engine).svg()
    bare = _bare(text)
    # Title, text, source and tag of the claim; title and steps of the argument; both groups.
    assert _shown(svg).count("đ" + bare) == 5
    assert _shown(svg).count(bare) >= 11
    assert "ſ" + bare + bare in _shown(svg)


@pytest.mark.parametrize("engine", ENGINES)
@given(TEXTS)
@example("\\N \\G\\L ends in \\")
def test_tooltips_say_what_titles_say(engine: str, text: str) -> None:
    svg = ET.fromstring(draw_map(_map(text), engine=engine).svg())
    told = {one.get(f"{_XLINK}title") for one in svg.iter(f"{_SVG}a")}
    said = clean("đ" + text)
    assert said in told
    assert "\n".join((said, clean(text), clean(Source(title=text).cite(None)))) in told


@given(TEXTS)
@example("\\G ends in \\")
def test_names_of_graphs_keep_their_backslashes(text: str) -> None:
    svg = ET.fromstring(draw_map(_map("t"), title=text).svg())
    titles = [one.text for one in svg.iter(f"{_SVG}title")]
    assert titles[0] == titles[1] == clean(text)


def test_a_text_of_logic_keeps_its_backslashes() -> None:
    document = argmap.parse("[A]: The set \\\\Gamma entails \\\\Neg p.\n  + <B>: b\n")
    shown = _shown(argmap.draw(document).svg())
    assert "\\Gammaentails\\Negp." in shown
    assert "ArgumentMap" not in shown
