"""What nodes and groups say."""

import re
from typing import Any

import pytest

from argmap.maps import MapGroup, MapNode
from argmap.model import ClaimRef, Mark, MarkKind, Source
from argmap.render import load_theme
from argmap.render.labels import Labels, tooltip

THEME = load_theme("default")


def _label(title: str | None = None, text: str | None = None, **more: Any) -> str:
    return Labels(THEME).node(MapNode("n0", ClaimRef("C"), title, text, **more))


def _rows(label: str) -> list[str]:
    return re.findall(r">([^<>]+)<", label)


def test_a_node_that_says_nothing_has_no_label() -> None:
    assert _label() == ""


def test_titles_are_bold() -> None:
    assert "<B>Title</B>" in _label("Title", "Text")


def test_text_is_wrapped_at_words() -> None:
    assert _rows(_label(text="one two three four five six seven eight nine ten")) == [
        "one two three four five six seven eight nine",
        "ten",
    ]


def test_bold_and_italic_are_kept() -> None:
    marks = (Mark(MarkKind.BOLD, 0, 3), Mark(MarkKind.ITALIC, 4, 7))
    label = _label(text="one two three", marks=marks)
    assert "<B>one</B>" in label
    assert "<I>two</I>" in label


def test_markup_in_a_text_is_text() -> None:
    assert "&lt;B&gt; &amp;amp; [sic&#93;" in _label(text="<B> &amp; [sic]")


@pytest.mark.parametrize("text", ["НАТО ОБЕЩАЛА", "中文字", "Größe"])
def test_what_engines_misjudge_gets_a_width(text: str) -> None:
    assert " WIDTH=" in _label(text=text)


def test_what_engines_know_gets_none() -> None:
    assert " WIDTH=" not in _label(text="Plain ASCII text")


def test_bold_among_capitals_that_engines_misjudge_stands_in_its_own_cell() -> None:
    label = _label(text="НАТО ОБЕЩАЛА НЕ", marks=(Mark(MarkKind.BOLD, 5, 12),))
    assert re.search(r'<TD ALIGN="LEFT" WIDTH="\d+"><FONT [^>]*><B>ОБЕЩАЛА</B></FONT></TD>', label)


def test_text_from_right_to_left_keeps_its_order() -> None:
    label = _label(text="אחת שתיים שלוש", marks=(Mark(MarkKind.BOLD, 4, 9),))
    assert _rows(label)[0] == "אחת שתיים שלוש"


def test_sources_stand_below_the_text() -> None:
    sources = (Source(title="Album", issued="1999"), Source(title=" "))
    assert _rows(_label(text="Text", sources=sources)) == ["Text", "Album, 1999"]


def test_many_sources_are_counted() -> None:
    sources = tuple(Source(title=f"Book {number}") for number in range(5))
    assert _rows(_label(sources=sources)) == ["Book 0", "Book 1", "Book 2", "+ 2"]


def test_a_text_too_long_for_a_map_is_cut() -> None:
    assert _rows(_label(text="word " * 1000))[-1].endswith("…")


def test_no_label_is_longer_than_old_engines_can_read() -> None:
    marks = tuple(Mark(MarkKind.BOLD, start, start + 1) for start in range(0, 1200, 2))
    assert len(_label("中" * 500, "Ж&" * 600, marks=marks).encode()) < 16_384


def test_a_group_says_its_title() -> None:
    assert "<B>A &amp; B</B>" in Labels(THEME).group(MapGroup("s1", "A & B", 1))


def test_a_tooltip_has_title_and_text() -> None:
    assert tooltip("Title", " Text\n ") == "Title\nText"


def test_a_tooltip_has_no_empty_lines() -> None:
    assert tooltip("\x00", None) == ""
