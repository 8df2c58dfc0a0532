"""Texts in editors: lines, columns and changes are what the protocol says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.lsp.texts.buffer import Place, TextBuffer
from argmap.lsp.texts.line_columns import Encoding

_WIDTHS = {Encoding.UTF_32: 4, Encoding.UTF_16: 2, Encoding.UTF_8: 1}
_CODECS = {Encoding.UTF_32: "utf-32-le", Encoding.UTF_16: "utf-16-le", Encoding.UTF_8: "utf-8"}

texts = st.text(st.sampled_from("ab\r\n\u2028\x0b\x0c\x85é漢\N{GRINNING FACE}"), max_size=30)
encodings = st.sampled_from(list(Encoding))


class ClientText:
    """A text as a client keeps it: lines of encoded units."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.encoding = encoding
        self.text = text

    def offset(self, place: Place) -> int:
        """Return the offset of a place by counting, as the protocol describes it."""
        lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", self.text)
        if place.line >= len(lines):
            return len(self.text)
        before = sum(map(len, lines[: place.line]))
        line = lines[place.line].rstrip("\r\n")
        units = 0
        for number, character in enumerate(line):
            units += len(character.encode(_CODECS[self.encoding])) // _WIDTHS[self.encoding]
            if units > place.column:
                return before + number
        return before + len(line)

    def change(self, start: Place, end: Place, replacement: str) -> None:
        first, last = self.offset(start), self.offset(end)
        self.text = self.text[:first] + replacement + self.text[last:]


places = st.tuples(st.integers(0, 6), st.integers(0, 12)).map(lambda pair: Place(*pair))
ranges = st.tuples(places, places).map(sorted)


@given(texts, encodings, st.lists(st.tuples(ranges, texts), max_size=5))
def test_after_any_changes_a_buffer_has_the_text_of_its_client(
    text: str, encoding: Encoding, changes: list[tuple[list[Place], str]]
) -> None:
    client, buffer = ClientText(text, encoding), TextBuffer(text, encoding)
    for (start, end), replacement in changes:
        client.change(start, end, replacement)
        buffer = buffer.spliced(buffer.offset(start), buffer.offset(end), replacement)
    assert buffer.text == client.text
    assert buffer.line_starts == TextBuffer(client.text).line_starts


@given(texts, encodings, st.integers(0, 30))
def test_the_place_of_an_offset_leads_back(text: str, encoding: Encoding, number: int) -> None:
    buffer = TextBuffer(text, encoding)
    offset = min(number, len(text))
    is_within_line_end = text[max(offset - 1, 0) : offset + 1] == "\r\n"
    assert buffer.offset(buffer.place(offset)) == offset - is_within_line_end


def test_columns_count_units_of_the_encoding() -> None:
    text = "[Ä \N{GRINNING FACE}]: x"
    assert [TextBuffer(text, encoding).place(6).column for encoding in Encoding] == [6, 10, 7]


def test_a_form_feed_and_a_line_separator_end_no_line() -> None:
    assert TextBuffer("a\x0cb\u2028c\nd").line_starts == (0, 6)


def test_a_place_behind_its_line_is_the_end_of_that_line() -> None:
    assert TextBuffer("one\r\ntwo").offset(Place(0, 99)) == 3


def test_a_place_within_a_character_is_its_beginning() -> None:
    assert TextBuffer("\N{GRINNING FACE}", Encoding.UTF_8).offset(Place(0, 2)) == 0
