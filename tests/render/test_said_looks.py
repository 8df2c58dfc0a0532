"""Looks that settings ask for, over those of a theme."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.model import Settings
from argmap.model.dot_settings import DotSettings
from argmap.render.said_looks import with_said_looks
from argmap.render.theme import load_theme, theme_names

TEXT = "# Box\n\n[A]: one\n  + <B>: two\n  - [^C]: three {source: S}\n"


def drawn(**dot: object) -> dict[str, str]:
    """The attributes of each part of a drawing, by its class and id."""
    lines = argmap.draw(argmap.parse(TEXT), settings={"dot": dot}).dot.split("\n\t")
    return {found[1]: line for line in lines if (found := re.search(r" id=(\w+)", line))}


@pytest.mark.parametrize("name", theme_names())
def test_what_argdown_says_by_itself_changes_no_theme(name: str) -> None:
    theme = load_theme(name)
    assert with_said_looks(theme, DotSettings()) is theme


@pytest.mark.parametrize(
    ("said", "part", "expected"),
    [
        ({"statement": {"shape": "ellipse"}}, "n0", "shape=ellipse"),
        ({"statement": {"shape": "ellipse"}}, "n1", "shape=ellipse"),
        ({"argument": {"shape": "hexagon"}}, "n2", "shape=hexagon"),
        ({"argument": {"style": "filled, dashed"}}, "n2", 'style="filled,dashed"'),
        ({"argument": {"margin": "0.3,0.2"}}, "n2", 'margin="0.3,0.2"'),
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
    assert narrow.count("<BR") > wide.count("<BR")


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
    attributes = with_said_looks(load_theme(name), settings.dot).of("argument")
    usual = load_theme(name).of("argument")
    for key, value in attributes.items():
        assert usual.get(key) == value or re.fullmatch(r"[\w.,]+", value)
