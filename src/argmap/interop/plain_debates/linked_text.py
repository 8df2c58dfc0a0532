"""Texts with links as in Markdown."""

from __future__ import annotations

import re

from argmap.interop.conversion.foreign_text import collapsed
from argmap.model import Mark, MarkKind

_LINK = re.compile(
    r"\[((?:\\.|[^\[\]\\])*+)\]"
    r"\(((?:\\.|[^()\s\\]|\((?:[^()\s\\])*+\))*+)(?: \"[^\"]*+\")?\)"
    r"|\\([\[\]()\\*_`#>~-])"
)
_ESCAPE = re.compile(r"\\([\[\]()\\*_`#>~-])")


def linked_text(words: str) -> tuple[str, tuple[Mark, ...]]:
    r"""Return a text on one line without the signs of links and escapes, and its links as marks.

    >>> text, (link,) = linked_text(r"See [here](https://x.org) \[1\].")
    >>> text, text[link.start : link.end], link.target
    ('See here [1].', 'here', 'https://x.org')
    """
    parts: list[str] = []
    marks: list[Mark] = []
    length = place = 0
    words = collapsed(words)
    for match in _LINK.finditer(words):
        before = words[place : match.start()]
        shown = match[3] or _ESCAPE.sub(r"\1", match[1] or "").strip()
        address = _ESCAPE.sub(r"\1", match[2] or "")
        shown = shown or address
        length += len(before)
        if match[3] is None and address and shown:
            marks.append(Mark(MarkKind.LINK, length, length + len(shown), address))
        parts += (before, shown)
        length += len(shown)
        place = match.end()
    return "".join((*parts, words[place:])), tuple(marks)
