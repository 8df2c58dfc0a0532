"""Texts in lines, each a row of its own."""

import re
import shutil
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import argmap
from argmap.model import Mark, MarkKind
from argmap.render.boxes.lines import Lines, line_height, lines_panel, run_width, set_lines, usable_room
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import TextStyle
from argmap.render.typesetting.font_widths import text_width
from argmap.render.typesetting.line_breaking import measure

STYLE = TextStyle(10, "#000000")
# Characters that stay with the one before them, some of them wide, and others that do not.
HUDDLED = st.text(
    st.sampled_from("a \u0302\u0309\u0334\ue048\ue0a7\U0010fffe\U0010ffff.中\u200d😀"), max_size=300
)


def _shown(lines: Lines | None) -> str:
    if lines is None:
        return ""
    html = "".join(row.html for row in lines_panel(lines, STYLE).rows(lines.width))
    # A backslash is written twice for Graphviz.
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", html))).replace("\\\\", "\\")


def _said(text: str, width_left: float = 100) -> list[str]:
    lines = set_lines(text, STYLE, width_left)
    return ["".join(run.text for run in line) for line in lines.lines] if lines else []


@given(st.text(max_size=300) | HUDDLED, st.floats(1, 400), st.booleans(), st.booleans())
@example("a" + "\U0010ffff\u032a" * 40, 20.0, False, False)
def test_every_text_is_set_in_lines_of_any_width(
    text: str, width: float, is_bold: bool, is_marked: bool
) -> None:
    marks = [Mark(MarkKind.BOLD, 0, len(text) // 2)] if is_marked else []
    lines = set_lines(text, TextStyle(10, "#000000", is_bold=is_bold), width, marks)
    assert _shown(lines) == re.sub(r"\s+", "", clean(text))


@given(st.text("abc d-é", max_size=200), st.floats(40, 400))
def test_lines_fit_into_their_room(text: str, width_left: float) -> None:
    lines = set_lines(text, STYLE, width_left)
    assert lines is None or all(run_width(line, STYLE) <= width_left * 1.1 for line in lines.lines)


@given(st.text("abcdefg-é  ", max_size=300), st.floats(60, 300))
def test_balanced_lines_are_as_few_as_others(text: str, width_left: float) -> None:
    filled = measure(text).filled(int(usable_room(width_left) * 100))
    assert len(_said(text, width_left)) == len(filled)


def test_no_line_is_left_with_one_short_word() -> None:
    assert _said("one two three four five six seven eight", 165) == [
        "one two three four",
        "five six seven eight",
    ]


@pytest.mark.parametrize("text", ["on 2025-03-05 it rained", "from 1914-1918 there was war"])
def test_dates_are_not_broken_at_their_hyphens(text: str) -> None:
    words = [word for line in _said(text, 70) for word in line.split()]
    assert words == text.split()


def test_bold_among_capitals_that_engines_misjudge_is_in_its_own_cell() -> None:
    lines = set_lines("НАТО ОБЕЩАЛА НЕ", STYLE, 300, [Mark(MarkKind.BOLD, 5, 12)])
    assert lines is not None
    html = "".join(row.html for row in lines_panel(lines, STYLE).rows(lines.width))
    assert re.search(r'<TD WIDTH="\d+" HEIGHT="\d+"[^>]*><B>ОБЕЩАЛА</B></TD>', html)


def test_text_from_right_to_left_keeps_its_order() -> None:
    lines = set_lines("אחת שתיים שלוש", STYLE, 300, [Mark(MarkKind.BOLD, 4, 9)])
    assert lines is not None
    assert [run.text for run in lines.lines[0]] == ["אחת שתיים שלוש"]


@pytest.mark.parametrize("engine", ["embedded", "system"])
def test_lines_are_about_as_far_apart_whether_they_are_bold_or_not(engine: str) -> None:
    if engine == "system" and shutil.which("dot") is None:
        pytest.skip("no system dot")
    text = "[A]: **Bold words** at first, then many words that are not, so that there are *more* of them."
    svg = argmap.draw(argmap.parse(text), engine=engine).svg()
    # The first is the title.
    _, *places = sorted({float(place) for place in re.findall(r'<text [^<>]*?\by="(-?[\d.]+)"', svg)})
    gaps = [lower - upper for upper, lower in pairwise(places)]
    assert len(gaps) > 1
    assert all(abs(gap - line_height(TextStyle(11, ""))) < 1.5 for gap in gaps)


def test_texts_that_are_all_alike_are_placed_as_engines_do() -> None:
    marks = [Mark(MarkKind.BOLD, 0, 3)]
    alike, mixed = (set_lines(text, STYLE, 100, marks) for text in ("One", "One two"))
    rows = [[row.html for row in lines_panel(lines, STYLE).rows(100)] for lines in (alike, mixed) if lines]
    assert ["VALIGN" in "".join(row) for row in rows] == [False, True]


def test_words_beside_a_sign_of_another_font_share_their_line() -> None:
    lines = set_lines("○ Biden's course Joe Biden", STYLE, 300, [Mark(MarkKind.BOLD, 0, 16)])
    assert lines is not None
    html = "".join(row.html for row in lines_panel(lines, STYLE).rows(lines.width))
    # Engines set bold words higher than others, unless they are in one cell.
    assert '<B>○ </B><BR ALIGN="LEFT"/></TD>' in html
    assert "<B>Biden's course</B> Joe Biden</TD>" in html


@pytest.mark.parametrize("engine", ["embedded", "system"])
@pytest.mark.parametrize("sign", ["○", "●", "∀", "⊢", "НАТО", "😀", "é"])
def test_words_begin_where_the_sign_before_them_ends(sign: str, engine: str) -> None:
    if engine == "system" and shutil.which("dot") is None:
        pytest.skip("no system dot")
    svg = argmap.draw(argmap.parse(f"[^B]: {sign} **bold** words."), engine=engine).svg()
    (line,) = (line for line in svg.split("\n") if f">{sign}" in line or f" {sign} <" in line)
    (words,) = (line for line in svg.split("\n") if ">bold<" in line)
    # In one text browsers put the words where the sign ends.
    if words != line:
        start, end = (float(re.findall(r'\bx="(-?[\d.]+)"', text)[0]) for text in (line, words))
        assert end - start <= text_width(f"B {sign} ", size=12, is_bold=True) + 3
