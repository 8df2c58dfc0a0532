"""Text with bold and italic stretches, broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple, TypeAlias

from argmap.model import Mark, MarkKind
from argmap.render.characters import clean
from argmap.render.widths import character_widths, text_width


class Run(NamedTuple):
    """A stretch of a line in one style."""

    text: str
    is_bold: bool = False
    is_italic: bool = False

    def width(self, size: float) -> float:
        """Return its width in points."""
        return text_width(self.text, size=size, is_bold=self.is_bold)


# What of a word stays together: the number of its characters, and its width in points.
_Part: TypeAlias = tuple[int, float]

_BOLD, _ITALIC = 1, 2
# What marks make of styles, which are such numbers added up, one byte for each character.
_MARKED = {
    MarkKind.BOLD: bytes(style | _BOLD for style in range(256)),
    MarkKind.ITALIC: bytes(style | _ITALIC for style in range(256)),
}
_ONLY_BOLD = bytes(style & _BOLD for style in range(256))
_SAME = re.compile(rb"(.)\1*", re.DOTALL)
# So many different words are measured only once.
_REMEMBERED = 8192

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
    f"[{_OPENING}]*[{_WIDE}]{_JOINED}[{_CLOSING}]*|[^{_WIDE}]+?(?:(?<=\\w)[-\u2010/](?=\\w)|(?=[{_WIDE}]|$))",
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
    styled = [mark for mark in marks if mark.kind in _MARKED]
    if styled:
        said, styles = _styled(text, styled, is_bold)
        words = _measured(said, styles, size, width)
        return [list(_runs(said[line], styles[line])) for line in _lines(said, words, width)]
    said = clean(text)
    parts = map(_known_parts, said.split(" "), repeat(is_bold), repeat(size), repeat(width))
    words = zip(repeat(text_width(" ", size=size, is_bold=is_bold)), parts, strict=False)
    return [[Run(said[line], is_bold)] for line in _lines(said, words, width)]


def _styled(text: str, marks: Iterable[Mark], is_bold: bool) -> tuple[str, bytearray]:
    """Return a clean text and the styles of its characters."""
    styles = bytearray([_BOLD if is_bold else 0]) * len(text)
    for mark in marks:
        inside = slice(max(mark.start, 0), max(mark.start, mark.end, 0))
        styles[inside] = styles[inside].translate(_MARKED[mark.kind])
    if clean(text) == text:
        return text, styles
    said: list[str] = []
    kept_styles = bytearray()
    for one, style in zip(text, styles, strict=True):
        kept = _kept(one)
        if kept and not (kept == " " and (not said or said[-1] == " ")):
            said.append(kept)
            kept_styles.append(style)
    return "".join(said).rstrip(" "), kept_styles


@cache
def _kept(character: str) -> str:
    # The letters keep a blank from being trimmed.
    return clean(f"x{character}x")[1:-1]


def _lines(text: str, words: Iterable[tuple[float, Iterable[_Part]]], width: float) -> Iterator[slice]:
    """Yield the lines of a text that has these words, each with the width of the blank before it."""
    start = end = 0
    used = 0.0
    for blank, parts in words:
        if end:
            end += 1
            used += blank
        for length, wide in parts:
            if used + wide > width and start < end:
                yield _trimmed(text, start, end)
                start, used = end, 0.0
            end += length
            used += wide
    if start < end:
        yield slice(start, end)


def _trimmed(text: str, start: int, end: int) -> slice:
    return slice(start, end - 1 if text[end - 1] == " " else end)


def _measured(
    text: str, styles: bytearray, size: float, width: float
) -> Iterator[tuple[float, Iterable[_Part]]]:
    bold = styles.translate(_ONLY_BOLD)
    blanks = [text_width(" ", size=size, is_bold=is_bold) for is_bold in (False, True)]
    start = 0
    for word in text.split(" "):
        end = start + len(word)
        blank = blanks[bold[start - 1]] if start else 0.0
        heavy = bold.count(_BOLD, start, end)
        if heavy in (0, len(word)):
            yield blank, _known_parts(word, heavy > 0, size, width)
        else:
            yield blank, _parts(word, _mixed_widths(word, bold[start:end], size), width)
        start = end + 1


def _mixed_widths(word: str, bold: bytearray, size: float) -> list[float]:
    light = character_widths(word, size=size)
    heavy = character_widths(word, size=size, is_bold=True)
    return [two if is_bold else one for one, two, is_bold in zip(light, heavy, bold, strict=True)]


@lru_cache(_REMEMBERED)
def _known_parts(word: str, is_bold: bool, size: float, width: float) -> tuple[_Part, ...]:
    return tuple(_parts(word, character_widths(word, size=size, is_bold=is_bold), width))


def _parts(word: str, widths: Sequence[float], width: float) -> Iterator[_Part]:
    """Yield what of a word stays together, none of it wider than a line."""
    for found in _PIECE.finditer(word):
        wide = sum(widths[found.start() : found.end()])
        if wide <= width:
            yield len(found[0]), wide
        else:
            yield from _broken(found[0], widths[found.start() : found.end()], width)


def _broken(piece: str, widths: Sequence[float], width: float) -> Iterator[_Part]:
    length = 0
    used = 0.0
    for one, wide in zip(piece, widths, strict=True):
        if length and used + wide > width and not unicodedata.category(one).startswith("M"):
            yield length, used
            length, used = 0, 0.0
        length += 1
        used += wide
    yield length, used


def _runs(line: str, styles: bytearray) -> Iterator[Run]:
    for same in _SAME.finditer(styles):
        style = same[0][0]
        yield Run(line[same.start() : same.end()], style & _BOLD > 0, style & _ITALIC > 0)
