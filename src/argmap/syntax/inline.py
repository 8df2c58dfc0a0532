"""Inline markup: emphasis, links, tags, mentions, shortcodes and escapes in a run of text.

A second small pass over a text that the grammar takes as one token.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from argmap.syntax.emphasis import Delimiter, crossings, resolve_emphasis
from argmap.syntax.formulas import Border, Formulas
from argmap.syntax.parser import terminal
from argmap.syntax.shortcodes import SHORTCODES, shortcode_pattern
from argmap.syntax.titles import clean_title
from argmap.syntax.tokens import MASK
from argmap.syntax.tree import Problem, Range
from argmap.text import Mark, MarkKind

_SPACE = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
# A backslash at the end of a line escapes nothing, not even a space that ends the line: nobody sees that.
_ESCAPE = r"\\(?![ \t]*(?:\n|\Z))[^\n]"
_LONGEST_URL = 2000
# Read for each tag, and Python 3.11 takes ten times as long to find it in its enum.
_TAG = MarkKind.TAG
_LONGEST_TITLE = 200


class Bracketed(NamedTuple):
    """Brackets in a text, with or without `@` before them; `kind` is that of what they mention."""

    kind: MarkKind
    title: str
    start: int
    end: int


class Inline(NamedTuple):
    """A text as it is read: white space collapsed, markup gone, with what was marked in it.

    `brackets` may have been meant as references, though they are text; they and `mentions` have the
    offsets of the block, as `tag_ranges` do, marks those of the text.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    tags: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    brackets: tuple[Bracketed, ...] = ()
    mentions: tuple[Bracketed, ...] = ()
    tag_ranges: tuple[Range, ...] = ()


_Place: TypeAlias = tuple[str, int, int]


class InlineReader:
    """Reads inline markup under the settings of a document."""

    def __init__(self, shortcodes: Mapping[str, str] | None = None, *, remove_tags: bool = False) -> None:
        self.shortcodes = {**SHORTCODES, **(shortcodes or {})}
        self.remove_tags = remove_tags
        self.candidate, self.special, self._plain = _patterns(frozenset(self.shortcodes))
        # What was read in texts with markup, by block, start and end, here and in an earlier text.
        self.known: dict[_Place, Inline] = {}
        self.earlier: Mapping[_Place, Inline] = {}

    def read(self, text: str, start: int, end: int) -> Inline:
        """Return what is written between two offsets of a block's working text."""
        hit = self.candidate.search(text, start, end)
        if hit is None:
            return Inline(_collapsed(text[start:end]))
        place = (text, start, end)
        inline = self.known.get(place) or self.earlier.get(place)
        if inline is None:
            inline = _read_marked(self, hit, text, start, end)
        self.known[place] = inline
        return inline

    def read_plain(self, text: str) -> str:
        """Return a text in which only escapes and shortcodes count, as in the rules of an inference."""
        codes = self.shortcodes
        read = self._plain.sub(lambda match: codes.get(match[0]) or match[0].strip(MASK)[1:], text)
        return _collapsed(read)


def _collapsed(text: str) -> str:
    return _spaced(text).strip(" ")


def _spaced(text: str) -> str:
    """Return a text with one space in place of white space of any length."""
    text = text.replace("\n", " ")
    # A printable text has no white space but spaces, and to ask that costs less than a search.
    return text if text.isprintable() and "  " not in text else _SPACE.sub(" ", text)


def tag_names(text: str) -> tuple[str, ...]:
    """Return the names of the tags in a text that consists of tags."""
    return tuple(tag_name(match[0]) for match in re.finditer(terminal("TAG"), text))


def tag_name(tag: str) -> str:
    """Return the name of a tag that is written with its sign."""
    return " ".join(tag[2:-1].replace(MASK, "").split()) if tag[1] == "(" else tag[1:]


@lru_cache(maxsize=16)
def _patterns(names: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    codes = shortcode_pattern(names)
    # Every alternative begins with a literal: that lets `re` skip all other characters at once.
    beginnings = [re.escape(one) + r"(?=\S)" for one in sorted({name[0] for name in names if name})]
    candidate = re.compile("|".join((r"\\", r"\*", "_", r"\#", "@", r"\[", "<", MASK, *beginnings)))
    special = re.compile(
        rf"(?P<escape>{_ESCAPE})|(?P<code>{codes})|(?P<run>\*+|_+)|(?P<tag>{terminal('TAG')})"
        rf"|(?P<mention>@[\[<])|(?P<link>\[)|(?P<mask>{MASK}+)"
        r"|(?P<angle><)|(?P<lone>\\)"
    )
    return candidate, special, re.compile(rf"{_ESCAPE}|{codes}|{MASK}+")


# What is written between two offsets, what it says, and the mark it makes.
_Item = tuple[int, int, str, "tuple[MarkKind, str] | None"]
_start = itemgetter(0)
_MENTIONS = {"[": MarkKind.CLAIM_MENTION, "<": MarkKind.ARGUMENT_MENTION}


def _read_marked(reader: InlineReader, hit: re.Match[str] | None, text: str, start: int, end: int) -> Inline:
    items: list[_Item] = []
    runs: list[tuple[int, int]] = []
    tags: list[str] = []
    tag_ranges: list[Range] = []
    problems: list[Problem] = []
    in_brackets: list[Bracketed] = []
    mentions: list[Bracketed] = []
    is_told = False
    brackets = _Brackets(text, end)
    formulas = Formulas(text, start, end) if text.find("$", start, end) >= 0 else None
    search, match = reader.candidate.search, reader.special.match
    position = start
    while hit:
        at = hit.start()
        position = at + 1
        if found := match(text, at, end):
            kind, position = found.lastgroup, found.end()
            if kind == "run":
                runs.append((at, position))
            elif kind == "escape":
                items.append((at, position, found[0][1], None))
                if found[0][1].isalpha() and not is_told and not (formulas and formulas.have(at)):
                    # Where one letter is escaped, others are: once is enough.
                    is_told = True
                    problems.append(Problem("S126", at, position, (found[0], found[0][1])))
            elif kind == "code":
                items.append((at, position, reader.shortcodes[found[0]], None))
            elif kind == "mask":
                items.append((at, position, "", None))
            elif kind == "tag":
                tags.append(tag_name(found[0]))
                tag_ranges.append((at, position))
                said = "" if reader.remove_tags else found[0].replace(MASK, "")
                items.append((at, position, said, (_TAG, tags[-1])))
            elif kind == "mention":
                if mentioned := brackets.mention(at):
                    mentions.append(mentioned)
                    position = mentioned.end
                    said = text[at:position].replace(MASK, "")
                    items.append((at, position, said, (mentioned.kind, mentioned.title)))
            elif kind == "lone":
                problems.append(Problem("S116", at, position))
            elif kind == "link" and (item := brackets.link(at)):
                items.append(item)
                position = item[1]
            elif bracketed := brackets.bracketed(at):
                in_brackets.append(bracketed)
        hit = search(text, position, end)
    if not (items or runs):
        return Inline(_collapsed(text[start:end]), (), (), tuple(problems), tuple(in_brackets))
    delimiters, unclosed = resolve_emphasis(text, runs, end) if runs else ([], [])
    problems += [Problem("S125", *place) for place in crossings(text, delimiters)]
    out = _Output()
    position = start
    borders: list[Border] = []
    if formulas:
        references = [item[0] for item in items if item[3]]
        borders = formulas.borders([item[:2] for item in items], references, delimiters)
    # All are in order and never overlap.
    ordered: list[_Item | Delimiter | Border] = [*borders, *items, *delimiters]
    if delimiters or borders:
        ordered.sort(key=_start)
    for one in ordered:
        out.say(text[position : one[0]])
        position = one[1]
        if isinstance(one, Border):
            out.border(one.source)
        elif isinstance(one, Delimiter):
            out.delimit(one.opens, one.kind)
        else:
            out.mark(one[2], one[3])
    out.say(text[position:end])
    problems += [Problem("S113", at, behind, (text[at:behind],)) for at, behind in unclosed]
    said, marks = out.text_and_marks()
    return Inline(
        said, marks, tuple(tags), tuple(problems), tuple(in_brackets), tuple(mentions), tuple(tag_ranges)
    )


class _Brackets:
    """Finds where brackets close; every part of the text is searched once."""

    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end
        self._next = {"]": -1, ">": -1, ")": -1}

    def closing(self, mark: str, position: int) -> int:
        if self._next[mark] < position:
            found = self._text.find(mark, position, self._end)
            self._next[mark] = found if found >= 0 else self._end
        return self._next[mark]

    def mention(self, at: int) -> Bracketed | None:
        opening = self._text[at + 1]
        closing = self.closing("]" if opening == "[" else ">", at + 3)
        title = self._text[at + 2 : closing]
        if closing >= self._end or "\n" in title:
            return None
        return Bracketed(*_named(opening, title), at, closing + 1)

    def bracketed(self, at: int) -> Bracketed | None:
        opening = self._text[at]
        closing = self.closing("]" if opening == "[" else ">", at + 2)
        if closing >= self._end or closing - at > _LONGEST_TITLE or self._text[at + 1] in "-+_":
            return None
        title = self._text[at + 1 : closing]
        return None if "\n" in title else Bracketed(*_named(opening, title), at, closing + 1)

    def link(self, at: int) -> _Item | None:
        text = self._text
        closing = self.closing("]", at + 2)
        if closing >= self._end - 2 or text[closing + 1] != "(" or text[closing + 2] == ")":
            return None
        limit = min(self._end, closing + _LONGEST_URL)
        last = self.closing(")", closing)
        if last >= limit:
            return None
        depth = 0
        for match in _PARENTHESIS.finditer(text, closing + 1, limit):
            depth += 1 if match[0] == "(" else -1
            if depth == 0:
                last = match.start()
                break
        said, url = text[at + 1 : closing].replace(MASK, ""), text[closing + 2 : last].replace(MASK, "")
        return (at, last + 1, said, (MarkKind.LINK, _collapsed(url)))


def _named(opening: str, title: str) -> tuple[MarkKind, str]:
    """Return which kind of thing a title in brackets names, and the title as it counts."""
    target = clean_title(title.replace(MASK, ""))
    if opening == "[" and len(target) > 1 and target[0] in _SIGNED_MENTIONS:
        return _SIGNED_MENTIONS[target[0]], target[1:]
    return _MENTIONS[opening], target


_PARENTHESIS = re.compile(r"[()]")
# By the sign with which titles of a kind begin.
_SIGNED_MENTIONS = {"^": MarkKind.EVIDENCE_MENTION, "?": MarkKind.QUESTION_MENTION}


class _Output:
    """Gathers what a text says, with white space collapsed as it comes."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._after_space = True
        self._open: list[tuple[MarkKind, int]] = []
        self._marks: list[Mark] = []
        self._formula = 0

    def say(self, text: str) -> None:
        if not text:
            return
        # As in `_spaced`, which it would take longer to ask.
        said = text if text.isprintable() and "  " not in text else _spaced(text)
        if self._after_space and said[0] == " ":
            said = said[1:]
        if said:
            self._pieces.append(said)
            self._length += len(said)
            self._after_space = said[-1] == " "

    def mark(self, text: str, mark: tuple[MarkKind, str] | None) -> None:
        start = self._length
        self.say(text)
        end = self._length - self._after_space
        if mark and end > start:
            self._marks.append(Mark(mark[0], start, end, mark[1]))

    def delimit(self, opens: bool, kind: MarkKind) -> None:
        if opens:
            self._open.append((kind, self._length))
        else:
            kind, start = self._open.pop()
            self._marks.append(Mark(kind, start, self._length - self._after_space))

    def border(self, source: str | None) -> None:
        """Begin a formula, or end it if its source is given."""
        if source is None:
            self._formula = self._length
        else:
            self._marks.append(Mark(MarkKind.FORMULA, self._formula, self._length, _collapsed(source)))

    def text_and_marks(self) -> tuple[str, tuple[Mark, ...]]:
        text = "".join(self._pieces).rstrip(" ")
        marks = [mark for mark in self._marks if mark.start < min(mark.end, len(text))]
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        return text, tuple(marks)
