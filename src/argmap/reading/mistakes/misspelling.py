"""Words that are slips of the pen for others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# In words of at least so many letters there may be two slips; in shorter ones, too much would be alike.
_LONG = 9
# In those of so many, nothing but neighbours may be exchanged.
_SHORT = 3
# The first letter is seldom wrong; in words of so many it may be left out.
_WITHOUT_FIRST = 6
_NO_LETTER = re.compile(r"[\W_]+")


def slips_of(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words of which a word may be a slip, the most similar first.

    A slip is a letter too many, too few or another, two that are exchanged, or capitals, hyphens and
    underscores in the wrong places.

    >>> slips_of("knd", ["kind", "king"]), slips_of("contanier_title", ["container-title"])
    (['kind'], ['container-title'])
    """
    plain = _plain(word)
    if not plain.isalpha() or len(plain) < _SHORT or not word.isprintable():
        return []
    near = [other for other in known if _is_slip(plain, _plain(other))]
    if len(near) < 2:
        return near
    from difflib import SequenceMatcher

    return sorted(near, key=lambda other: -SequenceMatcher(None, plain, _plain(other)).ratio())


def _plain(word: str) -> str:
    return _NO_LETTER.sub("", word.casefold())


def _is_slip(word: str, known: str) -> bool:
    if word == known or word in _exchanged(known):
        return True
    if len(known) <= _SHORT:
        return False
    if word[0] != known[0]:
        return len(known) >= _WITHOUT_FIRST and word == known[1:]
    return _is_near(word, known, 2 if len(known) >= _LONG else 1)


def _exchanged(word: str) -> Iterator[str]:
    """Yield a word with two neighbouring letters exchanged."""
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _is_near(word: str, known: str, slips: int) -> bool:
    """Return whether so many slips, or fewer, lead from one word to the other."""
    if abs(len(word) - len(known)) > slips:
        return False
    same = next(
        (place for place, (a, b) in enumerate(zip(word, known, strict=False)) if a != b),
        min(len(word), len(known)),
    )
    word, known = word[same:], known[same:]
    if not slips or not word or not known:
        return len(word) + len(known) <= slips
    return (
        _is_near(word[1:], known, slips - 1)
        or _is_near(word, known[1:], slips - 1)
        or _is_near(word[1:], known[1:], slips - 1)
        or (word[:2] == known[1::-1] and _is_near(word[2:], known[2:], slips - 1))
    )
