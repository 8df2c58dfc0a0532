"""Text broken into lines."""

import pytest

from argmap.model import Mark, MarkKind
from argmap.render.typesetting.line_breaking import Run, break_lines


def _lines(text: str, width: float) -> list[str]:
    return ["".join(run.text for run in line) for line in break_lines(text, size=10, width=width)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, []),
        (" \n ", 100, []),
        ("one  two\nthree", 100, ["one two three"]),
        ("decision-making", 50, ["decision-", "making"]),
        ("and/or", 24, ["and/", "or"]),
        ("-5 -6", 12, ["-5", "-6"]),
        ("Donaudampfschiff", 40, ["Donaud", "ampfsch", "iff"]),
        ("中国认为，各国", 42, ["中国认", "为，各国"]),
        ("他说（中国）", 32, ["他说", "（中", "国）"]),
        ("ab中文", 25, ["ab中", "文"]),
        ("\U0001f469\u200d\U0001f467\U0001f600", 30, ["\U0001f469\u200d\U0001f467", "\U0001f600"]),
        ("e\u0301" * 4, 12, ["e\u0301e\u0301"] * 2),
    ],
)
def test_lines_break_where_readers_expect(text: str, width: float, lines: list[str]) -> None:
    assert _lines(text, width) == lines


def test_marks_count_characters_of_the_text_as_it_is() -> None:
    text = "a\x00  bold"
    assert break_lines(text, [Mark(MarkKind.BOLD, 4, 8)], size=10, width=100) == [
        [Run("a "), Run("bold", is_bold=True)]
    ]


def test_a_word_that_is_bold_in_part_is_as_wide_as_its_parts() -> None:
    parts = [Run("mm", is_bold=True), Run("ii")]
    width = sum(run.width(10) for run in parts)
    marks = [Mark(MarkKind.BOLD, 0, 2)]
    assert break_lines("mmii", marks, size=10, width=width + 0.01) == [parts]
    assert len(break_lines("mmii", marks, size=10, width=width - 0.01)) == 2


def test_marks_beyond_the_text_are_no_harm() -> None:
    marks = [Mark(MarkKind.BOLD, -3, 1), Mark(MarkKind.ITALIC, 1, 99), Mark(MarkKind.TAG, 0, 2)]
    assert break_lines("ab", marks, size=10, width=100) == [
        [Run("a", is_bold=True), Run("b", is_italic=True)]
    ]


def test_all_of_a_title_is_bold() -> None:
    assert break_lines("ab", size=10, width=100, is_bold=True) == [[Run("ab", is_bold=True)]]
