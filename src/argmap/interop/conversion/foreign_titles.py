"""Titles for things to which nobody gave one: their first words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from attrs import Factory, define

from argmap.interop.conversion.foreign_text import collapsed

_MOST_WORDS = 6
_LONGEST = 40
_AT_ENDS = "[]<>#{}^@\\? "
_BRACKETS = str.maketrans({"[": "(", "]": ")"})
_POINTED = str.maketrans({"<": "‹", ">": "›"})
_SIGNS = re.compile(r"[\^?]+\s*")


@define(eq=False)
class TitleMaker:
    """Makes titles for one kind of thing, each title only once.

    >>> maker = TitleMaker("Claim")
    >>> maker.of_words("It rained."), maker.of_words("It rained."), maker.of_words("")
    ('It rained.', 'It rained. (2)', 'Claim 1')
    """

    kind: str
    taken: set[str] = Factory(set)
    _numbers: dict[str, int] = Factory(dict)

    def of_words(self, text: str) -> str:
        """Return a title made of the first words of a text."""
        return self.unique(first_words(text)) if first_words(text) else self._numbered(self.kind)

    def of_id(self, name: str) -> str:
        """Return a title made of an id or name, as close to it as titles can be."""
        title = plain_title(name)
        return self.unique(title) if title else self._numbered(self.kind)

    def unique(self, title: str) -> str:
        """Return a title that is not taken yet: this one, or this one followed by a number."""
        if title not in self.taken:
            self.taken.add(title)
            return title
        number = self._numbers.get(title, 2)
        while f"{title} ({number})" in self.taken:
            number += 1
        self._numbers[title] = number + 1
        return self.unique(f"{title} ({number})")

    def _numbered(self, kind: str) -> str:
        number = self._numbers.get("", 1)
        while f"{kind} {number}" in self.taken:
            number += 1
        self._numbers[""] = number + 1
        return self.unique(f"{kind} {number}")


def first_words(text: str) -> str:
    """Return the first words of a text as a title: six at most, and 40 characters.

    >>> first_words("The tax on sugar should be raised again, they say.")
    'The tax on sugar should be'
    """
    words = collapsed(text[:2000]).split(" ")[:_MOST_WORDS]
    title = words[0][:_LONGEST]
    for word in words[1:]:
        if len(title) + len(word) >= _LONGEST:
            break
        title = f"{title} {word}"
    return plain_title(title.strip(_AT_ENDS))


def plain_title(text: str) -> str:
    """Return a text as a title of a claim: without brackets, and without signs of markup before it.

    >>> plain_title("-[A] b")
    '–(A) b'
    """
    title = unicodedata.normalize("NFC", collapsed(text)).translate(_BRACKETS)
    title = _SIGNS.sub("", title, count=1) if title[:1] in ("^", "?") else title
    return f"–{title[1:]}" if title.startswith("-") else title


def argument_title(text: str) -> str:
    """Return a text as a title of an argument.

    >>> argument_title("from <cause> to effect")
    'from ‹cause› to effect'
    """
    return plain_title(text).translate(_POINTED)


def taken_by(titles: Collection[str], kind: str) -> TitleMaker:
    """Return a maker of titles for which some are taken already."""
    return TitleMaker(kind, taken=set(titles))
