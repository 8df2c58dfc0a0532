"""Stretches of a text."""

from __future__ import annotations

from argmap.named_tuples import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: offsets in code points from 0, half open.

    `path` names the file, if it is not the document itself but a file that it includes.

    >>> span = Span(4, 9)
    >>> "The whole text"[span.start:span.end]
    'whole'
    """

    start: int
    end: int
    path: str | None = None
