"""Text broken into lines."""

from collections import Counter
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Mark, MarkKind
from argmap.render.typesetting.line_breaking import Run, measure

words = st.text("abcdW ", max_size=200)


def _lines(text: str, width: float) -> list[str]:
    measured = measure(text)
    return [measured.text[line] for line in measured.filled(int(width * 100))]


def _runs(text: str, *marks: Mark, is_bold: bool = False, width: float = 100) -> list[list[Run]]:
    measured = measure(text, marks, is_bold=is_bold)
    return [measured.runs(line) for line in measured.filled(int(width * 100))]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, []),
        (" \n ", 100, []),
        ("one  two\nthree", 100, ["one two three"]),
        ("decision-making", 50, ["decision-", "making"]),
        ("and/or", 24, ["and/", "or"]),
        ("30 km/h max", 34, ["30", "km/h", "max"]),
        ("my e-mail", 32, ["my", "e-mail"]),
        ("une loi ; non", 33, ["une", "loi ;", "non"]),
        ("un « mot » dit", 38, ["un", "« mot »", "dit"]),
        ("about 5 % of 10 000 km", 32, ["about", "5 % of", "10 000", "km"]),
        ("see p. 12, § 3", 28, ["see", "p. 12,", "§ 3"]),
        ("so p ∨ q, r → s", 36, ["so", "p ∨ q,", "r → s"]),
        ("p → q → r → s", 36, ["p → q", "→ r →", "s"]),
        ("● A title", 24, ["● A", "title"]),
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
    assert _runs(text, Mark(MarkKind.BOLD, 4, 8)) == [[Run("a "), Run("bold", is_bold=True)]]


def test_a_word_that_is_bold_in_part_is_as_wide_as_its_parts() -> None:
    parts = [Run("mm", is_bold=True), Run("ii")]
    width = sum(run.width(10) for run in parts)
    mark = Mark(MarkKind.BOLD, 0, 2)
    assert _runs("mmii", mark, width=width + 0.01) == [parts]
    assert len(_runs("mmii", mark, width=width - 0.01)) == 2


def test_marks_beyond_the_text_are_no_harm() -> None:
    marks = [Mark(MarkKind.BOLD, -3, 1), Mark(MarkKind.ITALIC, 1, 99), Mark(MarkKind.TAG, 0, 2)]
    assert _runs("ab", *marks) == [[Run("a", is_bold=True), Run("b", is_italic=True)]]


def test_all_of_a_title_is_bold() -> None:
    assert _runs("ab", is_bold=True) == [[Run("ab", is_bold=True)]]


@given(words, st.integers(1000, 30_000))
def test_filled_lines_have_no_room_for_the_next_word(text: str, width_left: int) -> None:
    measured = measure(text)
    lines = measured.filled(width_left)
    ends = [f"{measured.text} ".index(" ", after.start) for after in lines[1:]]
    needed = [
        measured.widths[end] - measured.widths[line.start] for line, end in zip(lines, ends, strict=False)
    ]
    assert min(needed, default=inf) > width_left


@given(words, st.integers(1000, 30_000))
def test_balanced_lines_are_as_many_as_filled_ones_and_no_wider(text: str, width_left: int) -> None:
    measured = measure(text)
    balanced = measured.balanced(width_left)
    widths = [measured.widths[line.stop] - measured.widths[line.start] for line in balanced]
    assert len(balanced) == len(measured.filled(width_left))
    assert max(widths, default=0) <= width_left


@given(words, st.integers(1000, 30_000))
def test_balance_breaks_no_word_that_fits(text: str, width_left: int) -> None:
    measured = measure(text)
    balanced = " ".join(measured.text[line] for line in measured.balanced(width_left)).split()
    fit = [word for word in measured.text.split() if measure(word).widths[-1] <= width_left]
    assert not Counter(fit) - Counter(balanced)


@given(
    st.lists(st.sampled_from(["ab", "cde", ";", "!", "»", "«", "→", "5", "%", "000"]), max_size=30),
    st.booleans(),
)
def test_signs_stay_with_their_words_where_there_is_room_for_both(
    words: list[str], is_balanced: bool
) -> None:
    measured = measure(" ".join(words))
    widest = max([measure(part.replace("\xa0", " ")).widths[-1] for part in measured.glued.split(" ")])
    lines = measured.balanced(widest) if is_balanced else measured.filled(widest)
    assert " ".join(measured.text[line] for line in lines) == measured.text
    assert all(measured.text[line.start] not in ";!»%→" for line in lines[1:])
    assert all(measured.text[line.stop - 1] not in "«→" for line in lines[:-1])


@given(st.text(max_size=60), st.integers(1, 12))
def test_counted_lines_lose_nothing_but_spaces(text: str, length: int) -> None:
    measured = measure(text)
    lines = [measured.text[line] for line in measured.counted(length)]
    assert "".join(lines).replace(" ", "") == measured.text.replace(" ", "")
    assert all(len(line) <= length for line in lines)


@given(words, st.integers(1, 300))
def test_texts_are_balanced_in_the_narrowest_room(text: str, width_left: int) -> None:
    measured = measure(text)
    assert len(measured.balanced(width_left)) == len(measured.filled(width_left))
