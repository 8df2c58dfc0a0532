r"""Formulas: text between dollar signs that has a command such as `\pi` in it.

Its backslashes are escapes as anywhere else, but what is written is remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter

from argmap.named_tuples import NamedTuple
from argmap.syntax.emphasis import Delimiter
from argmap.syntax.tokens import MASK

_LONGEST = 1000
# As in Pandoc: no space inside the signs, no digit behind them. Sums of money are no formulas.
_FORMULA = re.compile(rf"(?<![\\$])(\${{1,2}})(?=[^\s$])[^$]{{1,{_LONGEST}}}(?<=[^\s\\$])\1(?![$\d])")
_COMMAND = re.compile(r"\\(?:([^\W\d_])|.)", re.DOTALL)


class Border(NamedTuple):
    """Where a formula begins, or ends: then `source` is how it is written."""

    start: int
    end: int
    source: str | None


class Formulas:
    """The formulas between two offsets of a text, looked for when they are asked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end

    def have(self, place: int) -> bool:
        """Return whether a place is in a formula."""
        number = bisect_right(self._spans, (place, self._end)) - 1
        return number >= 0 and place < self._spans[number][1]

    def borders(
        self, places: Sequence[tuple[int, int]], references: Sequence[int], delimiters: Sequence[Delimiter]
    ) -> list[Border]:
        """Return the borders of the formulas that cut neither what is at these places nor an emphasis.

        What has references in it, such as mentions or tags, is no formula: they change without it.
        """
        found: list[Border] = []
        for start, end in self._spans:
            has_reference = bisect_left(references, start) < bisect_left(references, end)
            if not (
                has_reference
                or _cuts(start, places)
                or _cuts(end, places)
                or _crosses(start, end, delimiters)
            ):
                source = self._text[start:end].replace(MASK, "")
                found += [Border(start, start, None), Border(end, end, source)]
        return found

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        found = _FORMULA.finditer(self._text, self._start, self._end)
        return [one.span() for one in found if any(command[1] for command in _COMMAND.finditer(one[0]))]


def _cuts(border: int, places: Sequence[tuple[int, int]]) -> bool:
    number = bisect_right(places, border, key=itemgetter(0)) - 1
    return number >= 0 and places[number][0] < border < places[number][1]


def _crosses(start: int, end: int, delimiters: Sequence[Delimiter]) -> bool:
    """Return whether an emphasis begins or ends between two offsets and not both."""
    depth = 0
    for number in range(bisect_left(delimiters, start, key=itemgetter(0)), len(delimiters)):
        if delimiters[number].start >= end:
            break
        depth += 1 if delimiters[number].opens else -1
        if depth < 0:
            return True
    return depth != 0
