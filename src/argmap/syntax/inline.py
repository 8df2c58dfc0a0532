"""Inline markup: emphasis, links, tags, mentions, shortcodes and escapes in a run of text.

A second small pass over a text that the grammar takes as one token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

from argmap.named_tuples import NamedTuple
from argmap.syntax.brackets import Bracketed, Brackets
from argmap.syntax.emphasis import Delimiter, crossings, resolve_emphasis
from argmap.syntax.formulas import Border, Formulas
from argmap.syntax.parser import terminal
from argmap.syntax.shortcodes import SHORTCODES, shortcode_pattern
from argmap.syntax.tokens import MASK
from argmap.syntax.tree import Problem, Range
from argmap.text import Mark, MarkKind

_SPACE = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
# A backslash at the end of a line escapes nothing, not even a space that ends the line: nobody sees that.
_ESCAPE = r"\\(?![ \t]*(?:\n|\Z))[^\n]"
# Read for each tag, and Python 3.11 takes ten times as long to find it in its enum.
_TAG = MarkKind.TAG


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


# What is written between two offsets, what it says, and the mark it makes.
_Item = tuple[int, int, str, "tuple[MarkKind, str] | None"]
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


_start = itemgetter(0)


def _read_marked(reader: InlineReader, hit: re.Match[str] | None, text: str, start: int, end: int) -> Inline:
    items: list[_Item] = []
    runs: list[tuple[int, int]] = []
    tags: list[str] = []
    tag_ranges: list[Range] = []
    problems: list[Problem] = []
    in_brackets: list[Bracketed] = []
    mentions: list[Bracketed] = []
    is_told = False
    brackets = Brackets(text, end)
    formulas = _formulas_in(text, start, end)
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
                if not is_told and _hides_letter(found[0], at, formulas):
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
            elif kind == "link" and (link := brackets.link(at)):
                position, words, url = link
                items.append((at, position, words, (MarkKind.LINK, _collapsed(url))))
            elif bracketed := brackets.bracketed(at):
                in_brackets.append(bracketed)
        hit = search(text, position, end)
    if not (items or runs):
        return Inline(_collapsed(text[start:end]), (), (), tuple(problems), tuple(in_brackets))
    delimiters, unclosed = resolve_emphasis(text, runs, end) if runs else ([], [])
    problems += _emphasis_problems(text, delimiters, unclosed)
    said, marks = _arranged(text, start, end, items, delimiters, formulas)
    return Inline(
        said, marks, tuple(tags), tuple(problems), tuple(in_brackets), tuple(mentions), tuple(tag_ranges)
    )


def _formulas_in(text: str, start: int, end: int) -> Formulas | None:
    return Formulas(text, start, end) if text.find("$", start, end) >= 0 else None


def _hides_letter(escape: str, at: int, formulas: Formulas | None) -> bool:
    """Return whether a backslash makes a letter plain text, which means nothing outside of formulas."""
    return escape[1].isalpha() and not (formulas and formulas.have(at))


def _emphasis_problems(
    text: str, delimiters: list[Delimiter], unclosed: Iterable[Range]
) -> Iterator[Problem]:
    for place in crossings(text, delimiters):
        yield Problem("S125", *place)
    for at, behind in unclosed:
        yield Problem("S113", at, behind, (text[at:behind],))


def _arranged(
    text: str,
    start: int,
    end: int,
    items: Sequence[_Item],
    delimiters: Sequence[Delimiter],
    formulas: Formulas | None,
) -> tuple[str, tuple[Mark, ...]]:
    """Return what a text says, and its marks, by what was met in it."""
    borders: list[Border] = []
    if formulas:
        references = [item[0] for item in items if item[3]]
        borders = formulas.borders([item[:2] for item in items], references, delimiters)
    # All are in order and never overlap.
    ordered: list[_Item | Delimiter | Border] = [*borders, *items, *delimiters]
    if delimiters or borders:
        ordered.sort(key=_start)
    out = _Output()
    position = start
    for each in ordered:
        out.say(text[position : each[0]])
        position = each[1]
        if isinstance(each, Border):
            out.border(each.source)
        elif isinstance(each, Delimiter):
            out.delimit(each.opens, each.kind)
        else:
            out.mark(each[2], each[3])
    out.say(text[position:end])
    return out.text_and_marks()


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
