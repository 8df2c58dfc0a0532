"""Numbers with their nouns and verbs, and lists, in words."""

from __future__ import annotations

from collections.abc import Iterable


def counted(number: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun; the plural ends in `s` if none is given.

    >>> counted(1, "claim"), counted(0, "piece of evidence", "pieces of evidence")
    ('1 claim', '0 pieces of evidence')
    """
    return f"{number} {noun if number == 1 else nouns or f'{noun}s'}"


def portion(part: int, whole: int, noun: str, nouns: str | None = None) -> str:
    """Return how many of a number of things; "none" only where there are several, "no" where there is none.

    >>> portion(1, 3, "claim"), portion(0, 3, "claim"), portion(0, 1, "claim"), portion(0, 0, "claim")
    ('1 of 3 claims', 'none of 3 claims', '0 of 1 claim', 'no claims')
    """
    if not whole:
        return f"no {nouns or f'{noun}s'}"
    return f"{'none' if not part and whole > 1 else part} of {counted(whole, noun, nouns)}"


def agreeing(number: int, singular: str, plural: str) -> str:
    """Return the form of a verb that goes with a number; "none" and 0 go with the singular.

    >>> agreeing(1, "is", "are"), agreeing(2, "is", "are")
    ('is', 'are')
    """
    return singular if number < 2 else plural


def enumerated(words: Iterable[str]) -> str:
    """Return a list in words.

    >>> enumerated(["a", "b", "c"]), enumerated(["a", "b"]), enumerated(["a"])
    ('a, b and c', 'a and b', 'a')
    """
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
