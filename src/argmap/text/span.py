"""Stretches of a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: offsets in code points from 0, half open.

    >>> span = Span(4, 9)
    >>> "The whole text"[span.start:span.end]
    'whole'
    """

    start: int
    end: int
