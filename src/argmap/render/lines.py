"""Text with bold and italic stretches, broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from argmap.model import Mark, MarkKind
from argmap.render.characters import clean
from argmap.render.widths import text_width


class Run(NamedTuple):
    """A stretch of a line in one style."""

    text: str
    is_bold: bool = False
    is_italic: bool = False

    def width(self, size: float) -> float:
        """Return its width in points."""
        return text_width(self.text, size=size, is_bold=self.is_bold)


class _Character(NamedTuple):
    text: str
    is_bold: bool
    is_italic: bool


# Scripts without spaces break between any two characters, emoji too: those are `wide`. What opens
# stays with what follows, what closes with what goes before, and a sequence of emoji is one.
_WIDE = (
    "\u2e80-\u3000\u3003-\u3007\u3012-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    "\uff04-\uff07\uff0a\uff0b\uff0d-\uff1e\uff20-\uff5a\U0001f000-\U0003ffff"
)
_OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\uff08\uff3b\uff5b(\\[{\u201c\u2018\u201e\u00ab"
_CLOSING = (
    "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u30fb\u30fc\uff01\uff09\uff0c\uff0e"
    "\uff1a\uff1b\uff1f\uff3d\uff5d)\\]}\u201d\u2019\u00bb.,:;!?%\u2026"
)
_JOINED = "(?:[\u0300-\u036f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]|\u200d.)*"
_PIECE = re.compile(
    f" |[{_OPENING}]*[{_WIDE}]{_JOINED}[{_CLOSING}]*"
    f"|[^ {_WIDE}]+?(?:(?<=\\w)[-\u2010/](?=\\w)|(?=[ {_WIDE}]|$))",
    re.DOTALL,
)


def break_lines(
    text: str, marks: Iterable[Mark] = (), *, size: float, width: float, is_bold: bool = False
) -> list[list[Run]]:
    """Return the lines of a text that is set in `size` points and `width` points wide.

    `marks` belong to the text as it is; what no drawing can hold is left out. Words that are too
    long are broken. `is_bold` makes all of it bold.

    >>> [[run.text for run in line] for line in break_lines("one two", size=10, width=20)]
    [['one'], ['two']]
    """
    characters = _styled(text, marks, is_bold)
    return [list(_runs(line)) for line in _lines(characters, size, width)]


def _styled(text: str, marks: Iterable[Mark], is_bold: bool) -> list[_Character]:
    """Return the clean characters of a text with their styles; white space is collapsed."""
    bold = [is_bold] * len(text)
    italic = [False] * len(text)
    for mark in marks:
        inside = slice(max(mark.start, 0), max(mark.start, mark.end, 0))
        if mark.kind is MarkKind.BOLD:
            bold[inside] = [True] * len(bold[inside])
        elif mark.kind is MarkKind.ITALIC:
            italic[inside] = [True] * len(italic[inside])
    styled: list[_Character] = []
    for one, is_heavy, is_slanted in zip(text, bold, italic, strict=True):
        kept = _kept(one)
        if kept and not (kept == " " and (not styled or styled[-1].text == " ")):
            styled.append(_Character(kept, is_heavy, is_slanted))
    while styled and styled[-1].text == " ":
        styled.pop()
    return styled


@cache
def _kept(character: str) -> str:
    # The letters keep a blank from being trimmed.
    return clean(f"x{character}x")[1:-1]


def _lines(characters: list[_Character], size: float, width: float) -> Iterator[list[_Character]]:
    line: list[_Character] = []
    used = 0.0
    for piece in _pieces(characters, size, width):
        wide = _width(piece, size)
        if line and used + wide > width and piece[0].text != " ":
            yield _trimmed(line)
            line, used = [], 0.0
        line += piece
        used += wide
    if line:
        yield _trimmed(line)


def _pieces(characters: list[_Character], size: float, width: float) -> Iterator[list[_Character]]:
    """Yield what stays together, none of it wider than a line."""
    for found in _PIECE.finditer("".join(one.text for one in characters)):
        piece = characters[found.start() : found.end()]
        if _width(piece, size) <= width:
            yield piece
        else:
            yield from _broken(piece, size, width)


def _broken(word: list[_Character], size: float, width: float) -> Iterator[list[_Character]]:
    part: list[_Character] = []
    used = 0.0
    for one in word:
        wide = _width([one], size)
        if part and used + wide > width and not unicodedata.category(one.text).startswith("M"):
            yield part
            part, used = [], 0.0
        part.append(one)
        used += wide
    yield part


def _width(characters: list[_Character], size: float) -> float:
    return sum(text_width(one.text, size=size, is_bold=one.is_bold) for one in characters)


def _trimmed(line: list[_Character]) -> list[_Character]:
    return line[:-1] if line[-1].text == " " else line


def _runs(line: list[_Character]) -> Iterator[Run]:
    for (is_bold, is_italic), same in groupby(line, key=lambda one: one[1:]):
        yield Run("".join(one.text for one in same), is_bold, is_italic)
