"""Looks that settings ask for, over those of a theme."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.model import Mark, MarkKind
from argmap.render.boxes.lines import set_lines
from argmap.render.fonts.characters import clean
from argmap.render.styles.overrides import with_overrides
from argmap.render.styles.theme import TextStyle, load_theme, theme_names
from argmap.render.styles.unused_settings import unused_settings
from argmap.settings import Settings
from argmap.settings.dot_tables import DotSettings

TEXT = "# Box\n\n[A]: one\n  + <B>: two\n  - [^C]: three {source: S}\n"


def drawn(**dot: object) -> dict[str, str]:
    """The attributes of each part of a drawing, by its class and id."""
    lines = argmap.draw(argmap.parse(TEXT), settings={"map": {"evidence": "node"}, "dot": dot}).dot.split(
        "\n\t"
    )
    return {found[1]: line for line in lines if (found := re.search(r" id=(\w+)", line))}


@pytest.mark.parametrize("name", theme_names())
def test_what_argdown_says_by_itself_changes_no_theme(name: str) -> None:
    theme = load_theme(name)
    assert with_overrides(theme, DotSettings()) is theme


@pytest.mark.parametrize(
    ("said", "part", "expected"),
    [
        ({"statement": {"shape": "ellipse"}}, "n0", "shape=ellipse"),
        ({"statement": {"shape": "ellipse"}}, "n1", "shape=ellipse"),
        ({"argument": {"shape": "hexagon"}}, "n2", "shape=hexagon"),
        ({"argument": {"style": "filled, dashed"}}, "n2", 'style="filled,dashed"'),
        ({"argument": {"margin": "0.3,0.2"}}, "n2", "height=0.8611"),
        ({"argument": {"minWidth": 360}}, "n2", "width=5.000"),
        ({"argument": {"title": {"fontSize": 20}}}, "n2", 'POINT-SIZE="20"'),
        ({"edge": {"arrowSize": 2}}, "e1", "arrowsize=2"),
        ({"edge": {"penWidth": 4}}, "e1", "penwidth=4"),
    ],
)
def test_what_an_author_says_is_drawn(said: dict[str, object], part: str, expected: str) -> None:
    assert expected not in drawn()[part]
    assert expected in drawn(**said)[part]


def test_texts_are_as_wide_as_an_author_says() -> None:
    words = "word " * 30
    document = argmap.parse(f"[A]: {words}", settings={"selection": {"excludeDisconnected": False}})
    narrow, wide = (
        argmap.draw(document, settings={"dot": {"statement": {"lineWidth": one}}}).dot for one in (100, 600)
    )
    assert narrow.count("<TR") > wide.count("<TR")


@pytest.mark.parametrize("said", [{"shape": "record"}, {"style": "invis"}, {"margin": "1;x"}])
def test_what_no_engine_can_draw_well_is_left_out(said: dict[str, str]) -> None:
    assert drawn(argument=said) == drawn()


@given(
    st.sampled_from(theme_names()),
    st.builds(
        lambda shape, style, margin, width: {
            "shape": shape,
            "style": style,
            "margin": margin,
            "minWidth": width,
        },
        *(st.text(max_size=8),) * 3,
        st.floats(0, allow_nan=False, allow_infinity=False),
    ),
)
def test_no_words_of_an_author_reach_the_engine_as_they_are(name: str, said: dict[str, object]) -> None:
    settings = Settings.of({"dot": {"argument": said, "statement": said}})
    attributes = with_overrides(load_theme(name), settings.dot).of("argument")
    usual = load_theme(name).of("argument")
    for key, value in attributes.items():
        assert usual.get(key) == value or re.fullmatch(r"[\w.,]+", value)


PROSE = "This claim has a fairly long text that goes on *some* words, so that **lines** matter. " * 2


def lines_of(text: str, **dot: object) -> list[str]:
    """The lines of the only node that has some, as they are drawn."""
    cell = re.search(r"n0 \[label=<(.*)> class", argmap.draw(argmap.parse(text), settings={"dot": dot}).dot)
    assert cell is not None
    return [" ".join(re.sub("<[^>]*>", "", line).split()) for line in cell[1].split("</TR>")]


@pytest.mark.parametrize("number", [20, 55, 90])
@pytest.mark.parametrize("text", [PROSE, PROSE.replace("*", ""), f"[{PROSE.replace('*', '')}]"])
def test_lines_have_as_many_characters_as_an_author_says(text: str, number: int) -> None:
    part = {"charactersInLine": number}
    longest = max(map(len, lines_of(text, statement={"text": part, "title": part})))
    assert number - 12 < longest <= number


def test_lines_that_are_measured_are_not_counted() -> None:
    said = {"text": {"charactersInLine": 90}}
    assert lines_of(PROSE, statement=said, measureLineWidth=True) == lines_of(PROSE)


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.integers(1, 12))
def test_any_text_can_be_set_in_counted_lines(text: str, length: int) -> None:
    style = TextStyle(10, "#000000", line_length=length)
    lines = set_lines(text, style, 100, [Mark(MarkKind.BOLD, 2, 9)])
    assert (lines is None) == (clean(text) == "")


DOT_SETTINGS = {
    "useHtmlLabels": False,
    "mapBgColor": "red",
    "measureLineWidth": True,
    "graphname": "G",
    "edge": {"arrowSize": 3},
    "group": {"lineWidth": 7, "charactersInLine": 7, "font": "times", "margin": "7"},
    "closedGroup": {"lineWidth": 7, "charactersInLine": 7, "fontSize": 7, "bold": True, "margin": "7"},
    "statement": {"lineWidth": 7, "minWidth": 7, "title": {"bold": False, "charactersInLine": 7}},
    "argument": {"text": {"bold": True, "fontSize": 7, "font": "times"}, "images": {"padding": 3}},
}


def test_settings_that_do_nothing_are_known() -> None:
    assert unused_settings(Settings.of({"dot": DOT_SETTINGS}), load_theme("default")) == (
        "dot.useHtmlLabels",
        "dot.group.lineWidth",
        "dot.group.font",
        "dot.closedGroup.lineWidth",
        "dot.closedGroup.charactersInLine",
        "dot.closedGroup.fontSize",
        "dot.closedGroup.bold",
        "dot.argument.text.font",
    )


@pytest.mark.parametrize("name", theme_names())
def test_default_settings_are_never_reported(name: str) -> None:
    assert unused_settings(Settings(), load_theme(name)) == ()
