"""Lines of running text: as they are written, or filled to a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmap.syntax.operators import OPERATOR_SIGNS
from argmap.syntax.tree import Range

_BLANKS = re.compile(r"[ \t]+")
# What must not be torn apart, or a mention, link or tag would be none any more.
_WORD = re.compile(
    r"(?:\\.|@?\[[^\]]*+\](?:\([^()]*+(?:\([^()]*+\)[^()]*+)*+\))?+|@?<[^>]*+>|\#\([^()]*+\)"
    r"|\{[^}]*+\}|[^ \t\n\\])++"
)
# A word with which a line must not begin: there it could be a marker, a title, a comment or data.
_MARKER_LIKE = re.compile(rf"[{OPERATOR_SIGNS}*#({{\[=@/\\]|[0-9]+\.")


def lines_of(text: str, start: int, end: int, comments: Iterable[Range] = ()) -> list[str]:
    """Return the lines of a stretch of text, spaces collapsed outside of the comments in it.

    A comment over several lines stays as it is, within one item.

    >>> lines_of("one   two  \\n    three", 0, 22)
    ['one two', 'three']
    """
    lines: list[str] = []
    line = ""
    position = start
    for opening, behind in (*comments, (end, end)):
        first, *others = _BLANKS.sub(" ", text[position:opening]).split("\n")
        line += first
        for other in others:
            lines.append(line)
            line = other
        line += text[opening:behind].rstrip() if behind > opening else ""
        position = behind
    lines.append(line)
    return [stripped for line in lines if (stripped := line.strip(" \t"))]


def filled(text: str, *, first: int, width_left: int) -> Iterator[str]:
    """Yield the lines of a text, none longer than it must be.

    The first line has `first` columns, the rest have `width_left`; no line begins with what
    could be read as the beginning of something else.

    >>> list(filled("one two three - four", first=7, width_left=9))
    ['one two', 'three -', 'four']
    """
    line = ""
    left = first
    text = text.replace("\n", " ")
    for match in _WORD.finditer(closable(text)):
        word = text[match.start() : match.end()]
        if line and len(line) + 1 + len(word) > left and not _MARKER_LIKE.match(word):
            yield line
            line, left = word, width_left
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def closable(text: str) -> str:
    """Return a text of the same length without the brackets that nothing closes.

    To look for the end of each would take time that grows with their number times the length.
    """
    for opening, closing in ("[]", "<>", "{}"):
        behind = text.rfind(closing) + 1
        text = text[:behind] + text[behind:].replace(opening, "-")
    return text
