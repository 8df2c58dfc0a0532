"""Text with bold and italic stretches, broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple, TypeAlias

from argmap.model import Mark, MarkKind
from argmap.render.fonts.characters import clean
from argmap.render.typesetting.font_widths import letter_widths, text_width


class Run(NamedTuple):
    """A stretch of a line in one style."""

    text: str
    is_bold: bool = False
    is_italic: bool = False

    def width(self, size: float) -> float:
        """Return its width in points."""
        return text_width(self.text, size=size, is_bold=self.is_bold)


# What of a word stays together: the number of its characters, and its width in thousandths of the size.
# Such widths are whole numbers: sums of points would depend on what is added first.
Part: TypeAlias = tuple[int, int]

BOLD, ITALIC = 1, 2
# What marks make of styles, which are such numbers added up, one byte for each character.
MARKED = {
    MarkKind.BOLD: bytes(style | BOLD for style in range(256)),
    MarkKind.ITALIC: bytes(style | ITALIC for style in range(256)),
}
_ONLY_BOLD = bytes(style & BOLD for style in range(256))
SAME = re.compile(rb"(.)\1*", re.DOTALL)
_EM = 1000
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
# They are no marks, but do not begin a line.
_VOWELS = "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"
_JOINED = "(?:[\u0300-\u036f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]|\u200d.)*"
_PIECE = re.compile(
    f"[{_OPENING}]*[{_WIDE}]{_JOINED}[{_CLOSING}]*|[^{_WIDE}]+?(?:(?<=\\w)[-\u2010/](?=\\w)(?<!\\d.(?=\\d))|(?=[{_WIDE}]|$))",
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
    room = width * _EM / size
    styled = [mark for mark in marks if mark.kind in MARKED]
    if styled:
        said, styles = style_text(text, styled, is_bold)
        words = _measured(said, styles, room)
        return [list(runs_of(said[line], styles[line])) for line in _lines(said, words, room)]
    said = clean(text)
    parts = map(known_parts, said.split(" "), repeat(is_bold), repeat(room))
    plain = zip(repeat(letter_widths(is_bold)[" "]), parts, strict=False)
    return [[Run(said[line], is_bold)] for line in _lines(said, plain, room)]


def lines_of_length(text: str, length: int) -> Iterator[slice]:
    """Yield the lines of a text, which have at most so many characters; longer words are broken.

    >>> [text[line] for text in ["one two three"] for line in lines_of_length(text, 7)]
    ['one two', 'three']
    """
    start = 0
    while len(text) - start > length:
        blank = text.rfind(" ", start, start + length + 1)
        end = blank if blank > start else start + length
        # Accents stay with their letter.
        while end > start + 1 and unicodedata.category(text[end]).startswith("M"):
            end -= 1
        yield slice(start, end)
        start = end + 1 if text[end] == " " else end
    if start < len(text):
        yield slice(start, len(text))


def style_text(text: str, marks: Iterable[Mark], is_bold: bool) -> tuple[str, bytearray]:
    """Return a clean text and the styles of its characters."""
    styles = bytearray([BOLD if is_bold else 0]) * len(text)
    for mark in marks:
        inside = slice(max(mark.start, 0), max(mark.start, mark.end, 0))
        styles[inside] = styles[inside].translate(MARKED[mark.kind])
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


def _lines(text: str, words: Iterable[tuple[int, Iterable[Part]]], room: float) -> Iterator[slice]:
    """Yield the lines of a text that has these words, each with the width of the blank before it."""
    start = end = used = 0
    for blank, parts in words:
        if end:
            end += 1
            used += blank
        for length, wide in parts:
            if used + wide > room and start < end:
                yield _trimmed(text, start, end)
                start, used = end, 0
            end += length
            used += wide
    if start < end:
        yield slice(start, end)


def _trimmed(text: str, start: int, end: int) -> slice:
    return slice(start, end - 1 if text[end - 1] == " " else end)


def _measured(text: str, styles: bytearray, room: float) -> Iterator[tuple[int, Iterable[Part]]]:
    bold = styles.translate(_ONLY_BOLD)
    blanks = [letter_widths(is_bold)[" "] for is_bold in (False, True)]
    start = 0
    for word in text.split(" "):
        end = start + len(word)
        blank = blanks[bold[start - 1]] if start else 0
        heavy = bold.count(BOLD, start, end)
        if heavy in (0, len(word)):
            yield blank, known_parts(word, heavy > 0, room)
        else:
            yield blank, _parts(word, _mixed_widths(word, bold[start:end]), room)
        start = end + 1


def _mixed_widths(word: str, bold: bytearray) -> list[int]:
    widths = [letter_widths(is_bold) for is_bold in (False, True)]
    return [widths[is_bold][one] for one, is_bold in zip(word, bold, strict=True)]


@lru_cache(_REMEMBERED)
def known_parts(word: str, is_bold: bool, room: float) -> tuple[Part, ...]:
    """Return what of a word stays together, none of it wider than `room` thousandths of its size."""
    return tuple(_parts(word, [*map(letter_widths(is_bold).__getitem__, word)], room))


def _parts(word: str, widths: Sequence[int], room: float) -> Iterator[Part]:
    """Yield what of a word stays together, none of it wider than a line."""
    for found in _PIECE.finditer(word):
        wide = sum(widths[found.start() : found.end()])
        if wide <= room:
            yield len(found[0]), wide
        else:
            yield from _broken(found[0], widths[found.start() : found.end()], room)


def _broken(piece: str, widths: Sequence[int], room: float) -> Iterator[Part]:
    length = used = 0
    for one, wide in zip(piece, widths, strict=True):
        if length and used + wide > room and not _belongs(one):
            yield length, used
            length = used = 0
        length += 1
        used += wide
    yield length, used


def _belongs(character: str) -> bool:
    """Return whether a character belongs to the one before it: a mark, a joiner, a vowel of Thai or Lao."""
    return character in _VOWELS or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def runs_of(line: str, styles: bytearray) -> Iterator[Run]:
    """Yield the stretches of a line that have one style."""
    for same in SAME.finditer(styles):
        style = same[0][0]
        yield Run(line[same.start() : same.end()], style & BOLD > 0, style & ITALIC > 0)
