"""How alike texts and titles are, from 0 to 1, in either order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

# Texts that are less alike are never the same.
LEAST_TEXT = 0.45
_OF_WORDS, _OF_CHARACTERS = 0.6, 0.4
# Comparing sequences takes quadratic time; words after this many are ignored, as no sentence is that long.
_LONGEST_WORDS, _LONGEST_CHARACTERS = 400, 1200
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=20_000)
def words_of(text: str | None) -> tuple[str, ...]:
    """Return the words of a text in lower case, without separate marks; a text without words counts as one.

    >>> words_of("The Sun, it shines!")
    ('the', 'sun', 'it', 'shines')
    """
    words = tuple(_WORD.findall(unicodedata.normalize("NFKC", text or "").lower()))
    return words or tuple(filter(None, [(text or "").strip()]))


def text_likeness(first: tuple[str, ...], second: tuple[str, ...], *, least: float = LEAST_TEXT) -> float:
    """Return how alike two texts are as sequences of words and of characters; 0 if it is less than `least`.

    >>> text_likeness(("it", "shines"), ("it", "shines")), text_likeness(("it", "shines"), ("never",))
    (1.0, 0.0)
    """
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    # SequenceMatcher depends on the order of what it compares.
    first, second = sorted((first[:_LONGEST_WORDS], second[:_LONGEST_WORDS]))
    # Cheap upper bounds, which often make the comparison unnecessary.
    if _OF_WORDS * _most(first, second) + _OF_CHARACTERS < least:
        return 0.0
    strings = (" ".join(first)[:_LONGEST_CHARACTERS], " ".join(second)[:_LONGEST_CHARACTERS])
    most = _OF_CHARACTERS * _most(*strings)
    if _OF_WORDS * _most(first, second) + most < least:
        return 0.0
    of_words = _OF_WORDS * SequenceMatcher(None, first, second, autojunk=False).ratio()
    if of_words + most < least:
        return 0.0
    likeness = of_words + _OF_CHARACTERS * SequenceMatcher(None, *strings, autojunk=False).ratio()
    return likeness if likeness >= least else 0.0


def title_likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share of words that two titles have in common.

    >>> title_likeness(frozenset({"sun"}), frozenset({"sun", "today"}))
    0.5
    """
    return len(first & second) / len(first | second) if first and second else 0.0


def _most(first: tuple[str, ...] | str, second: tuple[str, ...] | str) -> float:
    """Return the greatest likeness that sequences with these members can have."""
    common = sum((_members(first) & _members(second)).values())
    return 2 * common / (len(first) + len(second))


@lru_cache(maxsize=20_000)
def _members(sequence: tuple[str, ...] | str) -> Counter[str]:
    return Counter(sequence)
