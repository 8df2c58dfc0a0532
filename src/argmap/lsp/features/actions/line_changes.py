"""Edits of the lines in which one text differs from another."""

from __future__ import annotations

import re

from argmap.merging.matching_stretches import matching_stretches
from argmap.text import Edit, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def line_changes(before: str, after: str) -> tuple[Edit, ...]:
    r"""Return the edits that turn one text into another; lines that both have are left alone.

    >>> [(edit.span[:2], edit.replacement) for edit in line_changes("a\nb\nc\n", "a\nB\nc\n")]
    [((2, 4), 'B\n')]
    """
    first, second = _LINE.findall(before), _LINE.findall(after)
    edits: list[Edit] = []
    line = other = offset = 0
    for stretch in matching_stretches(first, second):
        gone = sum(map(len, first[line : stretch.first]))
        written = "".join(second[other : stretch.second])
        if gone or written:
            edits.append(Edit(Span(offset, offset + gone), written))
        end = stretch.first + stretch.size
        offset += gone + sum(map(len, first[stretch.first : end]))
        line, other = end, stretch.second + stretch.size
    return tuple(edits)
