"""Texts of one style: broken into lines, and written in Graphviz' HTML-like language."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from html import escape
from itertools import accumulate
from math import ceil
from typing import NamedTuple
from unicodedata import bidirectional

from argmap.model import Mark
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import TextStyle
from argmap.render.typesetting.font_widths import believed_width, letter_widths
from argmap.render.typesetting.line_breaking import (
    BOLD,
    ITALIC,
    MARKED,
    SAME,
    Run,
    break_lines,
    known_parts,
    lines_of_length,
    runs_of,
    style_text,
)

_EM = 1000
_LINE_HEIGHT = 1.2
# Less than this, in points, nobody sees.
_SLACK = 1.0
# Wider than any text that is drawn: what has it cannot be measured word by word.
_UNKNOWN = 10**9
_REMEMBERED = 50_000
# What is markup; and where `]` ends a text, Graphviz 2.43 waits for more and then loses the label.
# A backslash begins an escape in markup, too: `\N` would be the name of the node.
_MARKUP = re.compile(r"[&<>\]\\]")
_NO_ASCII = re.compile("[^\x00-\x7f]")
# Where such characters are. Some that are there run to the right, and Python knows which.
LEFTWARDS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Block(NamedTuple):
    """What a text became: the content of a table cell, and its width in points.

    `runs` are its lines if cells have to keep apart what has several styles; there is no content then.
    """

    content: str
    width: float
    is_ascii: bool = True
    is_leftwards: bool = False
    runs: Sequence[Sequence[Run]] = ()


class Lettering:
    """Sets texts in one style, in lines of a width in points."""

    def __init__(self, style: TextStyle, width: float) -> None:
        self.style = style
        self._width = width
        self._room = width * _EM / style.size
        self._letters = letter_widths(style.is_bold)
        self._blank = self._letters[" "]
        self._words = _WordWidths(self._room, style.is_bold)
        before = f'<FONT POINT-SIZE="{style.size}" COLOR="{escape(style.color)}">'
        self._before = before + ("<B>" if style.is_bold else "") + ("<I>" if style.is_italic else "")
        bold = ("", "") if style.is_bold else ("<B>", "</B>")
        italic = ("", "") if style.is_italic else ("<I>", "</I>")
        both = bold[0] + italic[0], italic[1] + bold[1]
        # What is around text by its style, a number.
        self._tags = {0: ("", ""), BOLD: bold, ITALIC: italic, BOLD + ITALIC: both}
        # Engines set lines of several fonts as high as their largest letters, others a fifth higher.
        self._strut = f'<FONT POINT-SIZE="{ceil(style.size * _LINE_HEIGHT)}"> </FONT>'
        self._after = ("</I>" if style.is_italic else "") + ("</B>" if style.is_bold else "") + "</FONT>"

    def block(self, text: str, marks: Iterable[Mark] = ()) -> Block | None:
        """Return a text as block, None if there is nothing in it to see; the marks belong to the text."""
        styled = [mark for mark in marks if mark.kind in MARKED]
        said = clean(text)
        if not said:
            return None
        if not styled:
            return self._plain(said)
        if said == text or self.style.line_length is not None:
            said, styles = style_text(text, styled, self.style.is_bold)
            return self._marked(said, styles) or self._mixed(text, styled)
        return self._mixed(text, styled)

    def paragraphs(self, texts: Iterable[str]) -> Block | None:
        """Return texts as one block, each on lines of its own."""
        said = [text for text in map(clean, texts) if text]
        return self._all_plain(said) if said else None

    def plain(self, text: str) -> str:
        """Return a text of one line, which is ASCII without markup, as content of a cell."""
        return f"{self._before}{text}{self._after}"

    def content(self, run: Run) -> str:
        """Return a run that shares a line with others as content of a cell."""
        # Engines set bold and italic a little higher than other texts: with a tiny blank all are such.
        blank = "" if run.is_bold or run.is_italic else '<FONT POINT-SIZE="1"> </FONT>'
        return f"{self._before}{self._run(run)}{blank}{self._after}"

    def width(self, runs: Iterable[Run]) -> float:
        """Return the width of runs of one line, in points."""
        return sum(run.width(self.style.size) for run in runs)

    def _plain(self, said: str) -> Block:
        return self._all_plain([said])

    def _all_plain(self, said: Iterable[str]) -> Block:
        wrapped = [found for found in map(self._wrapped, said) if found]
        return self._block("\n".join(text for text, _ in wrapped), max(width for _, width in wrapped))

    def _block(self, text: str, width: float) -> Block:
        is_ascii = text.isascii()
        is_leftwards = not is_ascii and runs_leftwards(text)
        if _MARKUP.search(text):
            text = _escaped(text)
        return Block(self._lined(text, is_leftwards), width * self.style.size / _EM, is_ascii, is_leftwards)

    def _marked(self, said: str, styles: bytearray) -> Block | None:
        """Return a text with the styles of its characters as block, None if words would be broken in bold."""
        spans = [found.span() for found in SAME.finditer(styles)]
        wrapped = self._wrapped(said, [span for span in spans if styles[span[0]] & BOLD])
        if wrapped is None:
            return None
        text, width = wrapped
        # A line ends where a blank was, so that places in the text are the same; where none was, one comes.
        if len(text) > len(said):
            place = 0
            for line in text.split("\n")[:-1]:
                place += len(line)
                if said[place] != " ":
                    said = f"{said[:place]} {said[place:]}"
                    styles[place:place] = styles[place - 1 : place]
                place += 1
            spans = [found.span() for found in SAME.finditer(styles)]
        is_ascii = said.isascii()
        if not is_ascii and (self._misjudged(said) > _SLACK or LEFTWARDS.search(said)):
            lines = []
            start = 0
            for line in text.split("\n"):
                end = start + len(line)
                lines.append([*runs_of(line, styles[start:end])])
                start = end + 1
            return self._of_runs(lines, said, width * self.style.size / _EM)
        has_markup = _MARKUP.search(text)
        parts = []
        for start, end in spans:
            before, after = self._tags[styles[start]]
            part = text[start:end]
            parts.append(f"{before}{_escaped(part) if has_markup else part}{after}")
        content = self._lined("".join(parts), False, is_styled=True)
        return Block(content, width * self.style.size / _EM, is_ascii)

    def _mixed(self, text: str, marks: Iterable[Mark]) -> Block:
        lines = break_lines(text, marks, size=self.style.size, width=self._width, is_bold=self.style.is_bold)
        return self._of_runs(lines, clean(text), max(map(self.width, lines)))

    def _of_runs(self, lines: Sequence[Sequence[Run]], said: str, width: float) -> Block:
        if runs_leftwards(said):
            # Stretches of their own would stand in the wrong order where the text runs to the left.
            return self._plain(said)
        if any(self._misjudged(run.text) > _SLACK for line in lines for run in line[:-1]):
            return Block("", width, False, runs=lines)
        content = "\n".join("".join(map(self._run, line)) for line in lines)
        return Block(self._lined(content, False, is_styled=True), width, said.isascii())

    def _misjudged(self, text: str) -> float:
        """Return, in points, how far from where a text ends what follows it may stand at most."""
        others = _NO_ASCII.findall(text)
        return max(sum(map(errors.__getitem__, others)) for errors in _errors()) * self.style.size / _EM

    def _wrapped(self, said: str, heavy: Sequence[tuple[int, int]] | None = None) -> tuple[str, float] | None:
        """Return a text with line feeds where lines end, and the width of the widest line.

        Widths are in thousandths of the size; `heavy` are the stretches that are bold among others.
        None: some words are bold, and wider than a line or such that lines may end in them.
        """
        if self.style.line_length is not None:
            return self._counted(said, heavy or ())
        words = said.split(" ")
        widths = [*map(self._words.__getitem__, words)]
        if heavy and not self.style.is_bold and self._embolden(said, words, widths, heavy) > self._room:
            return None
        blank = self._blank
        ends = [*accumulate(widths)]
        limit = self._room + blank
        if ends[-1] <= limit:
            return said, ends[-1] - blank
        if ends[-1] >= _UNKNOWN:
            return self._broken(words, widths)
        lines: list[str] = []
        first = start = widest = 0
        while first < len(words):
            last = max(first + 1, bisect_right(ends, start + limit, first))
            lines.append(" ".join(words[first:last]))
            end = ends[last - 1]
            widest = max(widest, end - start)
            first, start = last, end
        return "\n".join(lines), widest - blank

    def _counted(self, said: str, heavy: Iterable[tuple[int, int]]) -> tuple[str, float]:
        """Return a text with line feeds after so many characters as a line has, and its width."""
        widths = [*map(self._letters.__getitem__, said)]
        bold = letter_widths(True)
        for start, end in heavy:
            widths[start:end] = map(bold.__getitem__, said[start:end])
        lines = [*lines_of_length(said, self.style.line_length or len(said))]
        return "\n".join(said[line] for line in lines), max(sum(widths[line]) for line in lines)

    def _broken(self, words: Iterable[str], widths: Iterable[int]) -> tuple[str, float]:
        """Return a text, some of whose words may be broken, with line feeds where lines end."""
        pieces: list[str] = []
        ends: list[int] = []
        seen: list[int] = []
        end = 0
        for word, width in zip(words, widths, strict=True):
            place = 0
            for length, wide in (
                known_parts(word, self.style.is_bold, self._room) if width >= _UNKNOWN else ()
            ):
                pieces.append(word[place : place + length])
                place += length
                end += wide
                ends.append(end)
                seen.append(end)
            if width < _UNKNOWN:
                pieces.append(word + " ")
                seen.append(end + width - self._blank)
                end += width
                ends.append(end)
            else:
                # The blank behind a word goes with its last part.
                pieces[-1] += " "
                end += self._blank
                ends[-1] = end
        lines: list[str] = []
        first = start = widest = 0
        while first < len(pieces):
            # A piece may be wider than a line all by itself.
            last = max(first + 1, bisect_right(seen, start + self._room, first))
            lines.append("".join(pieces[first:last]).rstrip(" "))
            widest = max(widest, seen[last - 1] - start)
            first, start = last, ends[last - 1]
        return "\n".join(lines), widest

    def _embolden(
        self, said: str, words: Sequence[str], widths: list[int], heavy: Iterable[tuple[int, int]]
    ) -> int:
        """Add to the widths of words what bold in them is wider; return the width of the widest of them."""
        bold = letter_widths(True)
        starts = [0, *accumulate([len(word) + 1 for word in words])]
        widest = 0
        for start, end in heavy:
            first = bisect_right(starts, start) - 1
            for number in range(first, min(bisect_left(starts, end), len(words))):
                part = said[max(start, starts[number]) : min(end, starts[number + 1] - 1)]
                light = sum(map(self._letters.__getitem__, part))
                widths[number] += sum(map(bold.__getitem__, part)) - light
                widest = max(widest, widths[number] - self._blank)
        return widest

    def _lined(self, text: str, is_leftwards: bool, *, is_styled: bool = False) -> str:
        if "\n" in text:
            end = f'<BR ALIGN="{"RIGHT" if is_leftwards else "LEFT"}"/>'
            if is_styled:
                first, others = text.split("\n", 1)
                text = first + end + others.replace("\n", self._strut + end) + self._strut + end
            else:
                text = text.replace("\n", end) + end
        return f"{self._before}{text}{self._after}"

    def _run(self, run: Run) -> str:
        before, after = self._tags[BOLD * run.is_bold + ITALIC * run.is_italic]
        return f"{before}{_escaped(run.text)}{after}"


@lru_cache(64)
def lettering(style: TextStyle, width: float) -> Lettering:
    """Return what sets texts in a style, in lines of a width in points."""
    return Lettering(style, width)


class _Errors(dict[str, int]):
    """How far engines without fonts misjudge the widths of characters, in thousandths of the size."""

    def __init__(self, is_bold: bool) -> None:
        super().__init__()
        self._is_bold = is_bold

    def __missing__(self, character: str) -> int:
        believed = believed_width(character, size=_EM, is_bold=self._is_bold)
        error = self[character] = abs(round(believed) - letter_widths(self._is_bold)[character])
        return error


@cache
def _errors() -> tuple[_Errors, _Errors]:
    return _Errors(False), _Errors(True)


class _WordWidths(dict[str, int]):
    """The widths of words with the blank behind them, measured as soon as they are asked for."""

    def __init__(self, room: float, is_bold: bool) -> None:
        super().__init__()
        self._room = room
        self._is_bold = is_bold
        self._blank = letter_widths(is_bold)[" "]

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        parts = known_parts(word, self._is_bold, self._room)
        width = sum(wide for _, wide in parts)
        found = self[word] = width + self._blank if len(parts) < 2 else _UNKNOWN
        return found


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("]", "&#93;").replace("\\", "\\\\")


def runs_leftwards(text: str) -> bool:
    """Return whether the first letter that has a direction runs to the left."""
    if not LEFTWARDS.search(text):
        return False
    directions = (bidirectional(character) for character in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"
