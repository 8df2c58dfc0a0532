"""Columns of a line in the units in which an editor counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from enum import Enum

from attrs import define, field

# Characters in a row that take equally many units, by the number of bytes that they take in UTF-8.
_RUNS = re.compile("(?P<two>[\x80-\u07ff]+)|(?P<three>[\u0800-\uffff]+)|(?P<four>[\U00010000-\U0010ffff]+)")


class Encoding(Enum):
    """What a column counts: code points (UTF-32), bytes (UTF-8) or units of 16 bits (UTF-16)."""

    UTF_32 = "utf-32"
    UTF_8 = "utf-8"
    UTF_16 = "utf-16"


# By encoding: the units of a character, by the name of its run.
_UNITS: Mapping[Encoding, Mapping[str, int]] = {
    Encoding.UTF_8: {"two": 2, "three": 3, "four": 4},
    Encoding.UTF_16: {"two": 1, "three": 1, "four": 2},
}


@define(eq=False)
class LineColumns:
    """The columns of a line, with an entry for each place where the number of units per character changes.

    >>> columns = LineColumns.of("a\N{GRINNING FACE}b", Encoding.UTF_16)
    >>> [columns.column(offset) for offset in range(4)], columns.offset(3), columns.offset(2)
    ([0, 1, 3, 4], 2, 1)
    """

    # Where runs begin, in characters and in units, and how many units a character of each takes.
    _offsets: list[int] = field(factory=lambda: [0])
    _columns: list[int] = field(factory=lambda: [0])
    _units: list[int] = field(factory=lambda: [1])

    @classmethod
    def of(cls, line: str, encoding: Encoding) -> LineColumns:
        """Return the columns of a line in an encoding."""
        columns = cls()
        units_of = _UNITS.get(encoding)
        if units_of is None or line.isascii():
            return columns
        for run in _RUNS.finditer(line):
            assert run.lastgroup is not None, "each of the alternatives has a name"
            units = units_of[run.lastgroup]
            if units > 1:
                columns._begin(run.start(), units)
                columns._begin(run.end(), 1)
        return columns

    def _begin(self, offset: int, units: int) -> None:
        self._columns.append(self.column(offset))
        self._offsets.append(offset)
        self._units.append(units)

    def column(self, offset: int) -> int:
        """Return the column of a character of the line."""
        run = bisect_right(self._offsets, offset) - 1
        return self._columns[run] + (offset - self._offsets[run]) * self._units[run]

    def offset(self, column: int) -> int:
        """Return the character at a column; a column within a character counts as its beginning."""
        run = bisect_right(self._columns, column) - 1
        return self._offsets[run] + (column - self._columns[run]) // self._units[run]
