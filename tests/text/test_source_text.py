"""Offsets to lines and columns."""

import pickle

import pytest

from argmap.text import Location, SourceText, Span


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n"])
def test_every_kind_of_line_end_begins_a_line(line_end: str) -> None:
    text = f"one{line_end}two{line_end}"
    assert SourceText(text).location(text.index("two")) == Location(2, 1)


def test_a_carriage_return_before_a_line_feed_is_one_line_end() -> None:
    assert SourceText("a\r\nb\n\rc").line_starts == (0, 3, 5, 6)


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\f", "\v", "\x85"])
def test_nothing_else_ends_a_line(character: str) -> None:
    assert SourceText(f"a{character}b").location(2) == Location(1, 3)


def test_a_tab_is_one_column() -> None:
    assert SourceText("\t\tx").location(2) == Location(1, 3)


def test_a_character_beyond_the_basic_plane_is_one_column() -> None:
    assert SourceText("😀😀x").location(2) == Location(1, 3)


def test_the_end_of_a_text_has_a_location() -> None:
    assert SourceText("a\n").location(2) == Location(2, 1)


def test_an_empty_text_has_one_location() -> None:
    assert SourceText("").location(0) == Location(1, 1)


@pytest.mark.parametrize("offset", [-1, 4])
def test_offsets_outside_of_the_text_are_refused(offset: int) -> None:
    with pytest.raises(ValueError, match=f"offset {offset} is outside the text of length 3"):
        SourceText("abc").location(offset)


@pytest.mark.parametrize(("number", "line"), [(1, "one"), (2, ""), (3, "three"), (4, "four")])
def test_lines_come_without_their_ends(number: int, line: str) -> None:
    assert SourceText("one\r\n\nthree\rfour").line(number) == line


def test_a_text_pickles_after_its_lines_were_counted() -> None:
    source = SourceText("a\nb")
    source.location(2)
    assert pickle.loads(pickle.dumps(source)) == source


def test_a_span_slices_the_text() -> None:
    span = Span(4, 9)
    assert "The whole text"[span.start : span.end] == "whole"


def test_a_span_lies_in_the_document_itself_unless_it_names_a_file() -> None:
    assert (Span(0, 1).path, Span(0, 1, "other.argdown").path) == (None, "other.argdown")
