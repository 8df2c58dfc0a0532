"""The types of elements of Goal Structuring Notation.

The Assurance Case Working Group, "Goal Structuring Notation Community Standard", version 3 (2021).
"""

from __future__ import annotations

import re

from attrs import frozen

from argmap.interop.plain_debates.plain_debate import ThingKind

KEY = "gsn"
HEADER = "# Goal Structuring Notation, for gsn2x\n"


@frozen
class GsnType:
    """A type: its word, the beginning of its elements' names, and what its elements are in a debate."""

    word: str
    prefix: str
    kind: ThingKind


GSN_TYPES = (
    GsnType("CounterSolution", "CSn", "evidence"),
    GsnType("CounterStrategy", "CS", "argument"),
    GsnType("CounterGoal", "CG", "claim"),
    GsnType("Solution", "Sn", "evidence"),
    GsnType("Goal", "G", "claim"),
    GsnType("Strategy", "S", "argument"),
    GsnType("Context", "C", "claim"),
    GsnType("Assumption", "A", "claim"),
    GsnType("Justification", "J", "claim"),
)
_WORD = re.compile(r"[a-z]{2}")
_NAME = re.compile(r"[A-Z]\S*+")


def type_by_name(name: str) -> GsnType | None:
    """Return the type that a name begins with, None if there is none.

    >>> type_by_name("Sn1").word, type_by_name("Pump")
    ('Solution', None)
    """
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    for each in GSN_TYPES:
        rest = name[len(each.prefix) :]
        # A word such as `Safety` is not a strategy.
        if name.startswith(each.prefix) and not _WORD.match(rest):
            return each
    return None


def type_by_word(word: object) -> GsnType | None:
    """Return the type that a word means, None if it means none.

    >>> type_by_word("Goal").prefix
    'G'
    """
    return next((each for each in GSN_TYPES if each.word == word), None)
