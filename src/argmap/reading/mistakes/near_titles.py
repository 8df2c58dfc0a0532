"""Titles that are nearly the same: what an author may have meant by one that is stated nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from argmap.text.nearest import nearest
from argmap.text.similar_characters import DASHES, INVISIBLE, ODD_SPACES

# A slip is found among all titles, whatever their number; what is less near only among some, for some.
_LONGEST = 60
_SHORTEST = 4
_NEAREST_AMONG = 200
_MOST_SEARCHES = 50
_LONGEST_SEARCHED = 200
_CUTOFF = 0.75
# Words so short mean something else if they differ.
_SHORT_WORD = 2


def _characters(pattern: str) -> Iterator[int]:
    """Yield the code points in a part of a class of characters."""
    index = 0
    while index < len(pattern):
        first = last = ord(pattern[index])
        if pattern[index + 1 : index + 2] == "-" and index + 2 < len(pattern):
            last = ord(pattern[index + 2])
            index += 2
        yield from range(first, last + 1)
        index += 1


_PLAIN: dict[int, str] = {
    **dict.fromkeys(_characters(DASHES), "-"),
    **dict.fromkeys(_characters(ODD_SPACES), " "),
    **dict.fromkeys(_characters(INVISIBLE), ""),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u00b4`\u2032"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"), '"'),
    ord("\u2026"): "...",
}


def looks(title: str) -> str:
    """Return how a title looks at a glance: titles with the same looks are taken for one.

    >>> looks("Don\u2019t") == looks("don't")
    True
    """
    title = title.casefold()
    return title if title.isascii() else " ".join(title.translate(_PLAIN).split())


class NearTitles:
    """Finds the titles that authors may have meant, among those known."""

    _by_variant: dict[str, str] | None = None
    _searches = 0

    def __init__(self, titles: list[str]) -> None:
        self.titles = titles

    def slip(self, title: str) -> str | None:
        """Return the title of which one is a slip: a letter too many, too few, wrong, or out of place."""
        if self._by_variant is None:
            self._by_variant = {}
            for known in self.titles:
                for variant in _variants(known):
                    self._by_variant.setdefault(variant, known)
        for variant in _variants(title):
            near = self._by_variant.get(variant)
            if near is not None and near != title and _fixed_words(near) == _fixed_words(title):
                return near
        return None

    def nearest(self, title: str) -> str | None:
        """Return the title that looks most like one, None if none does."""
        near = self.slip(title)
        if near is not None or self._searches >= _MOST_SEARCHES or len(title) > _LONGEST_SEARCHED:
            return near
        self._searches += 1
        among = [known for known in islice(self.titles, _NEAREST_AMONG) if len(known) <= _LONGEST_SEARCHED]
        return nearest(title, among, cutoff=_CUTOFF)


def _variants(title: str) -> Iterable[str]:
    """Yield how a title looks, and how without one of its letters: a slip has one of them in common."""
    key = "".join(letter for letter in looks(title[: _LONGEST + 1]) if letter.isalnum())
    if len(key) >= _SHORTEST:
        yield key
        if len(title) <= _LONGEST:
            for index in range(len(key)):
                yield key[:index] + key[index + 1 :]


def _fixed_words(title: str) -> list[str]:
    """Return the words that no slip may change: `Reason 1` and `Reason 2` are two, and so are A and B."""
    words = "".join(letter if letter.isalnum() else " " for letter in looks(title)).split()
    return [word for word in words if len(word) <= _SHORT_WORD or not word.isalpha()]
