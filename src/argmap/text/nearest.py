"""What an author or a caller may have meant: the known word that is most like another."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from argmap.text.given_values import value_in_words

# Comparing takes time for each letter: of long words the beginning counts, of many words the first.
_LONGEST = 200
_AMONG = 1000
_NEAR = 0.75


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known word that is most like another, None if none is like it.

    `cutoff` is how much of it must be alike, from 0 to 1, as Ratcliff and Obershelp measure it.

    >>> nearest("defualt", ["dark", "default"]), nearest("x", ["dark", "default"])
    ('default', None)
    >>> nearest("[a]", ["[B]", "[A]"])
    '[A]'
    """
    return next(iter(_matches(word, known, most=1, cutoff=cutoff)), None)


def only_near(word: str, known: Iterable[str]) -> str | None:
    """Return the only known word that is near to another, None if there is none or more than one.

    >>> only_near("titel", ["title", "text"]), only_near("x", ["title", "text"])
    ('title', None)
    """
    matches = _matches(word, known, most=2, cutoff=_NEAR)
    return matches[0] if len(matches) == 1 else None


def check_choice(name: str, value: object, choices: Iterable[str]) -> None:
    """Raise if a value is none of the words that there are.

    >>> check_choice("direction", "supportng", ["all", "supporting"])
    Traceback (most recent call last):
    ValueError: direction cannot be 'supportng'; did you mean 'supporting'?
    >>> check_choice("direction", "x", ["all", "supporting"])
    Traceback (most recent call last):
    ValueError: direction cannot be 'x'; it is one of all, supporting

    Raises:
        TypeError: it is no text.
        ValueError: it is another word; the message names the nearest.
    """
    known = tuple(choices)
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a text such as {known[0]!r}, not {value_in_words(value)}")
    if value not in known:
        near = nearest(value, known)
        right = f"did you mean {near!r}?" if near else f"it is one of {', '.join(known)}"
        raise ValueError(f"{name} cannot be {value!r}; {right}")


def _matches(word: str, known: Iterable[str], *, most: int, cutoff: float) -> list[str]:
    if not isinstance(word, str):
        raise TypeError(f"a name is needed, not {value_in_words(word)}")
    # Few mistype, and loading it takes as long as to read a small document.
    from difflib import get_close_matches

    words = list(islice(known, _AMONG))
    # By its letters `[a]` is as far from `[B]` as from `[A]`.
    same = [other for other in dict.fromkeys(words) if other.casefold() == word.casefold()]
    return same[:most] or get_close_matches(word[:_LONGEST], words, n=most, cutoff=cutoff)
