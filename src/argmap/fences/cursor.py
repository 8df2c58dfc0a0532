"""A line of Markdown, read column by column as CommonMark counts them: a tab reaches to the next fourth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

_TAB = 4
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")


@define
class Cursor:
    """A place in a line: `end` is where its line end begins, `behind` where the next line begins.

    `pending` are the columns of a tab that was read in part.
    """

    text: str
    offset: int
    end: int
    behind: int
    column: int = 0
    pending: int = 0

    def indent(self) -> int:
        """Return how many columns of white space follow."""
        column = self.column + self.pending
        for offset in range(self.offset, self.end):
            if self.text[offset] == " ":
                column += 1
            elif self.text[offset] == "\t":
                column += _TAB - column % _TAB
            else:
                break
        return column - self.column

    def skip(self, columns: int) -> None:
        """Move on by at most so many columns of white space."""
        while columns:
            if not self.pending:
                if self.offset == self.end or self.text[self.offset] not in " \t":
                    return
                is_tab = self.text[self.offset] == "\t"
                self.pending = _TAB - self.column % _TAB if is_tab else 1
                self.offset += 1
            step = min(columns, self.pending)
            self.pending -= step
            self.column += step
            columns -= step

    def take(self, characters: int) -> None:
        """Move on by characters other than white space."""
        self.offset += characters
        self.column += characters

    def rest(self) -> str:
        """Return what follows the white space, without the line end."""
        return self.text[self.offset : self.end].lstrip(" \t")


def lines(text: str, start: int = 0) -> Iterator[Cursor]:
    """Yield a cursor at the beginning of each line from an offset on."""
    while start < len(text):
        match = _LINE.match(text, start)
        assert match, "every text has a line"
        behind = match.end()
        yield Cursor(text, start, start + len(match[0].rstrip("\r\n")), behind)
        start = behind
