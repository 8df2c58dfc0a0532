"""Scripts and style sheets become shorter, and mean the same."""

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.page.short_script import short_script, short_style
from argmap.render.page.web_page import data_file
from argmap.render.styles.color_math import contrast, to_hex
from argmap.render.typesetting.font_widths import letter_widths

_PIECES = [
    "const a = 1;",
    "'a  b'",
    '"c // d"',
    "`e  ${f}`",
    "g + +h",
    "return i",
    "x => y",
    "// k",
    "\n",
    "  ",
]


@pytest.mark.parametrize("name", ["map.css", "findings.css", "map.js"])
def test_what_is_short_stays_as_it_is(name: str) -> None:
    shorten = short_style if name.endswith(".css") else short_script
    assert shorten(data_file(name)) == data_file(name)


def test_a_style_sheet_loses_nothing_but_spaces_and_comments() -> None:
    source = files("argmap.render.page").joinpath("map.css").read_text(encoding="utf-8")
    assert data_file("map.css").count("{") == source.count("{")


@given(st.lists(st.sampled_from(_PIECES)).map(" ".join))
def test_a_shorter_script_can_be_made_no_shorter(script: str) -> None:
    assert short_script(short_script(script)) == short_script(script)


@pytest.mark.parametrize("text", ["'a  // b'", '"c  d"', "`e  ${f  + g}`", "/h  \\/ i/", "/[  ]/"])
def test_texts_and_patterns_are_kept(text: str) -> None:
    assert short_script(f"f( {text} );") == f"f({text});"


@pytest.mark.parametrize(
    ("script", "shorter"),
    [
        ("a + +b", "a+ +b"),
        ("a - --b", "a- --b"),
        ("return -1", "return-1"),
        ("new A", "new A"),
        ("a / b", "a/b"),
    ],
)
def test_spaces_that_part_nothing_are_left_out(script: str, shorter: str) -> None:
    assert short_script(script) == shorter


def test_nothing_moves_by_itself() -> None:
    assert not re.search("transition|animation|smooth", data_file("map.css") + data_file("map.js"))


@pytest.mark.parametrize("behind", ["paper", "side", "soft"])
@pytest.mark.parametrize("name", ["ink", "muted", "accent", "pro", "con", "cut"])
def test_words_and_rings_are_seen_on_light_and_dark_screens(name: str, behind: str) -> None:
    colors = {
        word: [to_hex(light), to_hex(dark)]
        for word, light, dark in re.findall(r"--(\w+):light-dark\((#\w+),(#\w+)\)", data_file("map.css"))
    }
    assert [contrast(*pair) >= 4.5 for pair in zip(colors[name], colors[behind], strict=True)] == [True, True]


def test_text_is_adjusted_to_the_width_of_a_figure_in_the_font_that_was_reckoned_with() -> None:
    assert f"font-size-adjust:ch-width .{letter_widths(is_bold=False)['0']}" in data_file("map.css")
    assert letter_widths(is_bold=True)["0"] == letter_widths(is_bold=False)["0"]
