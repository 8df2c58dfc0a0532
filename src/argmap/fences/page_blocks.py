"""Finds the fences of a page, line by line, with as much of Markdown as that takes.

It follows CommonMark, with the front matter of pages, the indented blocks of Python-Markdown
(`!!! note`, `=== "Tab"`) and the rules of MDX, which has no indented code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import Factory, define, frozen

from argmap.fences.cursor import Cursor, lines
from argmap.fences.html import ends, html_end

_CODE_INDENT = 4
# Deeper quotations and lists are read as text: otherwise each blank line below would cost their depth.
_DEEPEST = 100
_FRONT_MATTER = re.compile(r"\ufeff?(?:---[ \t]*+(?:\r\n|\n|\r)|\+\+\+[ \t]*+(?:\r\n|\n|\r))")
_FRONT_MATTER_ENDS = {"-": ("---", "..."), "+": ("+++",)}
_OPENING = re.compile(r"(?P<marks>`{3,}+|~{3,}+)(?P<info>.*+)", re.DOTALL)
_CLOSING = re.compile(r"(`{3,}+|~{3,}+)[ \t]*+\Z")
_LIST_MARKER = re.compile(r"(?:[-+*]|(?P<number>\d{1,9})[.)])(?=[ \t]|\Z)")
_BREAK = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)\Z")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|\Z)")
_UNDERLINE = re.compile(r"(?:=++|-++)[ \t]*+\Z")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+[\"\w]")


@frozen
class Piece:
    """A stretch of a fence's text and where it is in the page.

    `margin` is spaces of which the page has only part of a tab.
    """

    start: int
    end: int
    margin: int = 0


@frozen
class PageBlock:
    """A fence in a page: from its marks to the end of the line that closes it.

    `margin` is what is before each of its lines; `marks` is what opens it, `info` what follows.
    """

    start: int
    end: int
    info: str
    marks: str
    margin: str
    pieces: tuple[Piece, ...]
    is_closed: bool


def blocks_in(text: str, *, is_mdx: bool = False) -> Iterator[PageBlock]:
    """Yield all fences of a page, whatever their language, in order."""
    reader = _PageReader(is_mdx)
    for line in lines(text, _behind_front_matter(text)):
        yield from reader.read(line)
    yield from reader.close_fence(is_closed=False)


def _behind_front_matter(text: str) -> int:
    opening = _FRONT_MATTER.match(text)
    if not opening:
        return len(text) - len(text.removeprefix("\ufeff"))
    closing = _FRONT_MATTER_ENDS[opening[0].lstrip("\ufeff")[0]]
    for line in lines(text, opening.end()):
        if text[line.offset : line.end].rstrip(" \t") in closing:
            return line.behind
    return len(text) - len(text.removeprefix("\ufeff"))


@define
class _Container:
    """A quotation, or with a `width` the item of a list or what else is indented by so many columns."""

    width: int | None = None
    # An item whose first line is blank ends if a blank line follows.
    is_empty: bool = False

    def matches(self, line: Cursor) -> bool:
        indent = line.indent()
        is_blank = not line.rest()
        if self.width is None:
            if indent >= _CODE_INDENT or not line.rest().startswith(">"):
                return False
            line.skip(indent)
            line.take(1)
            line.skip(1)
            return True
        if is_blank:
            if self.is_empty:
                return False
            line.skip(min(indent, self.width))
            return True
        if indent < self.width:
            return False
        self.is_empty = False
        line.skip(self.width)
        return True


@define
class _Fence:
    start: int
    info: str
    marks: str
    indent: int
    margin: str
    end: int
    pieces: list[Piece] = Factory(list)


@define
class _PageReader:
    is_mdx: bool
    containers: list[_Container] = Factory(list)
    fence: _Fence | None = None
    html: re.Pattern[str] | None = None
    in_paragraph: bool = False

    def read(self, line: Cursor) -> Iterator[PageBlock]:
        beginning = line.offset
        matched = 0
        while matched < len(self.containers) and self.containers[matched].matches(line):
            matched += 1
        is_whole = matched == len(self.containers)
        if self.fence:
            if is_whole:
                if self._is_closing(line, self.fence):
                    self.fence.end = line.behind
                    yield from self.close_fence(is_closed=True)
                else:
                    self._continue_fence(line, self.fence)
                return
            yield from self.close_fence(is_closed=False)
        if self.html:
            if is_whole:
                if ends(line.rest(), self.html):
                    self.html = None
                return
            self.html = None
        self._begin(line, beginning, matched)

    def close_fence(self, *, is_closed: bool) -> Iterator[PageBlock]:
        """Yield the fence that is open, if there is one."""
        fence, self.fence = self.fence, None
        if fence:
            yield PageBlock(
                fence.start, fence.end, fence.info, fence.marks, fence.margin, tuple(fence.pieces), is_closed
            )

    def _is_closing(self, line: Cursor, fence: _Fence) -> bool:
        found = _CLOSING.match(line.rest()) if self._is_near(line) else None
        return bool(found and found[1].startswith(fence.marks))

    def _continue_fence(self, line: Cursor, fence: _Fence) -> None:
        line.skip(fence.indent)
        fence.pieces.append(Piece(line.offset, line.behind, line.pending))
        fence.end = line.behind

    def _is_near(self, line: Cursor) -> bool:
        """Whether a line is indented too little to be code."""
        return self.is_mdx or line.indent() < _CODE_INDENT

    def _begin(self, line: Cursor, beginning: int, matched: int) -> None:
        """Read a line outside fences and HTML: what it begins, or the paragraph that it continues."""
        # Whether it could continue the paragraph of the containers that it leaves.
        goes_on = self.in_paragraph
        continues = goes_on and matched == len(self.containers)
        inner = self.containers[:matched]
        while self._is_near(line):
            rest = line.rest()
            if rest.startswith(">") and len(inner) < _DEEPEST:
                line.skip(line.indent())
                line.take(1)
                line.skip(1)
                inner.append(_Container())
            elif self._begins_leaf(line, rest, beginning, continues=continues):
                self.containers, self.in_paragraph = inner, False
                return
            elif _ADMONITION.match(rest) and len(inner) < _DEEPEST:
                self.containers, self.in_paragraph = [*inner, _Container(_CODE_INDENT)], False
                return
            elif len(inner) < _DEEPEST and (item := self._item(line, rest, continues=continues)):
                inner.append(item)
            else:
                break
            goes_on = continues = False
        if not line.rest():
            self.containers, self.in_paragraph = inner, False
        elif not goes_on:
            self.containers, self.in_paragraph = inner, self._is_near(line)
        # Otherwise it is a lazy continuation, and everything stays open.

    def _begins_leaf(self, line: Cursor, rest: str, beginning: int, *, continues: bool) -> bool:
        opening = _OPENING.match(rest)
        if opening and not (opening["marks"].startswith("`") and "`" in opening["info"]):
            indent = line.indent()
            start = line.end - len(rest)
            margin = _margin(line.text[beginning:start])
            self.fence = _Fence(start, opening["info"].strip(), opening["marks"], indent, margin, line.behind)
            return True
        if (end := html_end(rest, in_paragraph=continues, is_mdx=self.is_mdx)) is not None:
            self.html = None if ends(rest, end) else end
            return True
        return bool(_HEADING.match(rest) or (continues and _UNDERLINE.match(rest)) or _BREAK.match(rest))

    def _item(self, line: Cursor, rest: str, *, continues: bool) -> _Container | None:
        """Return the item of a list that begins here; the line is then after its marker."""
        marker = _LIST_MARKER.match(rest)
        if not marker:
            return None
        is_blank = len(rest) == marker.end() or not rest[marker.end() :].strip(" \t")
        if continues and (is_blank or marker["number"] not in (None, "1")):
            return None
        width = line.indent() + marker.end()
        line.skip(line.indent())
        line.take(marker.end())
        spaces = line.indent()
        # If the text is indented further, it begins with code, one column after the marker.
        taken = spaces if not is_blank and spaces <= _CODE_INDENT else 1
        line.skip(taken)
        return _Container(width + taken, is_empty=is_blank)


def _margin(before: str) -> str:
    """Return what is before the lines of a fence, given what is before its marks."""
    return "".join(one if one in " \t>" else " " for one in before.lstrip("\ufeff"))
