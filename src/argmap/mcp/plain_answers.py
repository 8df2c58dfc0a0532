"""Answers that are short, and that carry nothing but words: what a document says is hostile until cleaned."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from argmap.mcp.parameters import Json
from argmap.text.shortening import line_of

# In characters of JSON: lists, and texts that are asked for whole.
MOST_OF_A_LIST = 60_000
MOST_OF_A_TEXT = 200_000
_LONGEST = 400
# Controls, what turns or hides text, halves of characters, line ends that few know.
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
# Joiners, without which some scripts and emoji are spelt wrong, and what lays out a text.
_KEPT = frozenset("\u200c\u200d\n\t")


def clean(value: object) -> object:
    r"""Return a value of JSON in whose texts nothing is a command or hidden; `�` is in its place.

    >>> clean({"text": "a\x1b[31m\n\u202eb"})
    {'text': 'a�[31m\n�b'}
    """
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {clean_text(str(key)): clean(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [clean(each) for each in value]
    return value


def clean_text(text: str) -> str:
    r"""Return a text of lines without control characters and what hides text.

    >>> clean_text("one\r\ntwo\rthree\x00")
    'one\r\ntwo\nthree�'
    """
    if text.isascii() and text.isprintable():
        return text
    lines = text.split("\r\n")
    return "\r\n".join("".join(map(_shown, line.replace("\r", "\n"))) for line in lines)


def _shown(character: str) -> str:
    return "�" if is_hidden(character) else character


def is_hidden(character: str) -> bool:
    """Return whether a character is not shown to assistants."""
    return unicodedata.category(character) in _HIDDEN and character not in _KEPT


def brief(text: str) -> str:
    """Return a text in one line that is short enough for a list.

    >>> len(brief("word " * 1000))
    400
    """
    return line_of(text, _LONGEST)


def fitting(entries: Iterable[Json], *, most: int, noun: str, hint: str) -> tuple[list[Json], list[str]]:
    """Return the entries that an answer has room for, and what is to be said of the others.

    `most` is how many there are at most, `noun` what they are called, in the plural, and `hint` what to do
    to see the others.

    >>> fitting([{"a": 1}, {"a": 2}], most=1, noun="claims", hint="raise `limit`")
    ([{'a': 1}], ['1 of 2 claims are listed; to see the others, raise `limit`'])
    """
    every = list(entries)
    kept = list(_while_short(islice(every, most)))
    if len(kept) == len(every):
        return kept, []
    return kept, [f"{len(kept)} of {len(every)} {noun} are listed; to see the others, {hint}"]


def _while_short(entries: Iterable[Json]) -> Iterator[Json]:
    left = MOST_OF_A_LIST
    for entry in entries:
        left -= len(as_json(entry))
        if left < 0:
            return
        yield entry


def cut_text(text: str, *, noun: str, most: int = MOST_OF_A_TEXT) -> tuple[str, list[str]]:
    """Return as many whole lines of a text as an answer has room for, and what is to be said of the rest.

    >>> cut_text("one, two", noun="the outline", most=5)
    ('', ['the outline has 8 characters, of which the first 0 are here'])
    """
    if len(text) <= most:
        return text, []
    kept = text[: text.rfind("\n", 0, most) + 1]
    return kept, [f"{noun} has {len(text)} characters, of which the first {len(kept)} are here"]


def without_nothing(entry: Json) -> Json:
    """Return an entry without the keys that have no value.

    >>> without_nothing({"line": None, "hint": "", "count": 0, "tags": []})
    {'count': 0}
    """
    return {key: value for key, value in entry.items() if value is not None and value not in ("", [], ())}


def as_json(value: object) -> str:
    """Return a value as JSON in one line."""
    return json.dumps(value, ensure_ascii=False)
