"""The text of an editor, with places as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from attrs import field, frozen

from argmap.lsp.texts.line_columns import Encoding, LineColumns
from argmap.named_tuples import NamedTuple

# Line ends of the protocol; U+2028, form feeds and the like do not end a line.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A line and a column in it, both from 0; the units of the column are those of the buffer's encoding."""

    line: int
    column: int


def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _LINE_END.finditer(text)))


@frozen(slots=False)
class TextBuffer:
    r"""A version of the text in an editor.

    Lines end at `\n`, `\r\n` and `\r` only. Offsets count code points.

    >>> buffer = TextBuffer("One.\nTwo \N{GRINNING FACE}!", Encoding.UTF_16)
    >>> buffer.place(10), buffer.offset(Place(1, 6)), buffer.offset(Place(7, 0))
    (Place(line=1, column=6), 10, 11)
    """

    text: str
    encoding: Encoding = Encoding.UTF_16
    line_starts: tuple[int, ...] = field(kw_only=True, repr=False)
    # By line, made when first needed: questions are usually about a few lines.
    _columns: dict[int, LineColumns] = field(factory=dict, init=False, eq=False, repr=False)

    @line_starts.default
    def _starts_of_the_text(self) -> tuple[int, ...]:
        return _line_starts(self.text)

    def offset(self, place: Place) -> int:
        """Return the offset of a place.

        A line after the last one is the end of the text, and a column beyond the end of its line is that end.
        """
        line, column = place
        if line >= len(self.line_starts):
            return len(self.text)
        start, end = self.line_starts[line], self.line_end(line)
        return min(start + self._columns_of(line).offset(column), end)

    def place(self, offset: int) -> Place:
        """Return the place of an offset; an offset outside the text is its nearer end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset) - 1
        # Between the two characters of a line end there is no place.
        within = min(offset, self.line_end(line)) - self.line_starts[line]
        return Place(line, self._columns_of(line).column(within))

    def line_end(self, line: int) -> int:
        """Return where a line ends, before the characters that end it."""
        if line + 1 == len(self.line_starts):
            return len(self.text)
        end = self.line_starts[line + 1] - 1
        return end - 1 if self.text[end - 1 : end + 1] == "\r\n" else end

    def line(self, number: int) -> str:
        """Return a line without what ends it."""
        return self.text[self.line_starts[number] : self.line_end(number)]

    def spliced(self, start: int, end: int, replacement: str) -> TextBuffer:
        r"""Return the buffer with a stretch replaced.

        >>> TextBuffer("one two").spliced(4, 7, "2").text
        'one 2'
        """
        text = self.text[:start] + replacement + self.text[end:]
        # What is before or after it may be half a line end.
        before = bisect_right(self.line_starts, start - 1) if start else 1
        behind = bisect_right(self.line_starts, end + 1)
        shift = len(text) - len(self.text)
        first = self.line_starts[before - 1]
        last = self.line_starts[behind] + shift if behind < len(self.line_starts) else len(text)
        between = [first + place for place in _line_starts(text[first:last])]
        if behind < len(self.line_starts):
            # The line after it is kept: it begins where the stretch ends.
            between = between[: bisect_left(between, last)]
        kept = self.line_starts[behind:]
        moved = tuple([place + shift for place in kept]) if shift else kept
        starts = (*self.line_starts[: before - 1], *between, *moved)
        return TextBuffer(text, self.encoding, line_starts=starts)

    def _columns_of(self, line: int) -> LineColumns:
        if self._is_plain:
            return _PLAIN
        if line not in self._columns:
            self._columns[line] = LineColumns.of(self.line(line), self.encoding)
        return self._columns[line]

    @cached_property
    def _is_plain(self) -> bool:
        return self.encoding is Encoding.UTF_32 or self.text.isascii()


_PLAIN = LineColumns()
