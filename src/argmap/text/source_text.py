"""Offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from attrs import frozen

from argmap.equality import equality, value_hash
from argmap.named_tuples import NamedTuple
from argmap.representation import representation

# Line ends as editors count them; U+2028 and form feeds do not end a line.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Location(NamedTuple):
    r"""A place in a text as people count: line and column from 1, columns in characters.

    >>> import argmap
    >>> argmap.parse("[A]: One.\n  + [B]").location(14)
    Location(line=2, column=5)
    """

    line: int
    column: int


@frozen(slots=False)
class SourceText:
    """A text with its line starts, found once when first asked for.

    >>> SourceText("one\\ntwo").location(5)
    Location(line=2, column=2)
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which the lines begin; the first is 0."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    def location(self, offset: int) -> Location:
        """Return line and column of an offset from 0 to the length of the text.

        Raises:
            ValueError: the offset lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside the text of length {len(self.text)}")
        line = bisect_right(self.line_starts, offset)
        return Location(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its line end."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")
