"""Brackets in a text: what they mention or link to, and what may have been meant as a reference."""

from __future__ import annotations

import re

from argmap.named_tuples import NamedTuple
from argmap.syntax.titles import clean_title
from argmap.syntax.tokens import MASK
from argmap.text import MarkKind

_LONGEST_URL = 2000
_LONGEST_TITLE = 200
_MENTIONS = {"[": MarkKind.CLAIM_MENTION, "<": MarkKind.ARGUMENT_MENTION}


class Bracketed(NamedTuple):
    """Brackets in a text, with or without `@` before them; `kind` is that of what they mention."""

    kind: MarkKind
    title: str
    start: int
    end: int


class Brackets:
    """Finds where brackets close; every part of the text is searched once."""

    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end
        self._next = {"]": -1, ">": -1, ")": -1}

    def closing(self, mark: str, position: int) -> int:
        """Return where the next closing mark is from an offset on, or the end of the text."""
        if self._next[mark] < position:
            found = self._text.find(mark, position, self._end)
            self._next[mark] = found if found >= 0 else self._end
        return self._next[mark]

    def mention(self, at: int) -> Bracketed | None:
        """Return what brackets mention that follow an `@`; None if they do not close."""
        opening = self._text[at + 1]
        closing = self.closing("]" if opening == "[" else ">", at + 3)
        title = self._text[at + 2 : closing]
        if closing >= self._end or "\n" in title:
            return None
        return Bracketed(*_named(opening, title), at, closing + 1)

    def bracketed(self, at: int) -> Bracketed | None:
        """Return brackets that may have been meant as a reference; None if they were not."""
        opening = self._text[at]
        closing = self.closing("]" if opening == "[" else ">", at + 2)
        if closing >= self._end or closing - at > _LONGEST_TITLE or self._text[at + 1] in "-+_":
            return None
        title = self._text[at + 1 : closing]
        return None if "\n" in title else Bracketed(*_named(opening, title), at, closing + 1)

    def link(self, at: int) -> tuple[int, str, str] | None:
        """Return where a link from an offset on ends, its words and its address; None if there is none."""
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
        return last + 1, said, url


def _named(opening: str, title: str) -> tuple[MarkKind, str]:
    """Return which kind of thing a title in brackets names, and the title as it counts."""
    target = clean_title(title.replace(MASK, ""))
    if opening == "[" and len(target) > 1 and target[0] in _SIGNED_MENTIONS:
        return _SIGNED_MENTIONS[target[0]], target[1:]
    return _MENTIONS[opening], target


_PARENTHESIS = re.compile(r"[()]")
# By the sign with which titles of a kind begin.
_SIGNED_MENTIONS = {"^": MarkKind.EVIDENCE_MENTION, "?": MarkKind.QUESTION_MENTION}
