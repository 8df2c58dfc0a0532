"""Markers of conflicts that a merge has left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.text import Diagnostic, Span, diagnose

_SIGNS = "<<<<<<<"
# At the beginning of a line, as git writes it, or in a comment, in which the text stays readable.
_MARKER = re.compile(rf"^(?:// ?)?{_SIGNS}<*+(?= \w)", re.MULTILINE)


def find_merge_markers(
    text: str, path: str | None, start: int = 0, end: int | None = None
) -> Iterator[Diagnostic]:
    """Yield a finding for each place where versions of a text were merged that say different things.

    They are those in a stretch of the text, which begins where a line does.
    """
    end = len(text) if end is None else end
    if text.find(_SIGNS, start, end) >= 0:
        for marker in _MARKER.finditer(text, start, end):
            yield diagnose("D701", Span(marker.start(), marker.end(), path))
