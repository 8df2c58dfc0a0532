"""Texts that are made to cost a pattern as much as they can: what it repeats, again and again."""

from __future__ import annotations

import re._constants as codes  # type: ignore[import-not-found]  # nothing else has the tree of a pattern
import re._parser as trees  # type: ignore[import-not-found]  # the same
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from .machine import fitting

Attack = Callable[[int], str]

_SAMPLES = "a1 \n\t.-_=:,;/\\'\"()[]{}<>#*+!|@A\u00e9\u3042\U0001f600\x00"
# What is likely to make a match fail at its end.
_TAILS = ("", "\n\x01")
# Of long lists of names and characters some stand for all.
_MOST_CHARACTERS = 7
_MOST_BRANCHES = 12


def attacks(pattern: str, flags: int) -> dict[tuple[str, ...], Attack]:
    """Return functions that make texts of any length, by what they are made of."""
    tree = trees.parse(pattern, flags)
    made: dict[tuple[str, ...], Attack] = {}
    for before, repeated in _pumps(tree, tree.state.flags):
        for tail in _TAILS:
            made[(before, repeated, tail)] = _pumped(before, repeated, tail)
            # A search begins again at each beginning.
            made[("", before + repeated, tail)] = _pumped("", before + repeated, tail)
    characters = list(dict.fromkeys(_characters(tree, tree.state.flags)))[:_MOST_CHARACTERS]
    for one, other in product(characters, characters):
        made[("", one + other, "\x01")] = _pumped("", one + other, "\x01")
        made[(one, "then", other)] = _runs(one, other)
    return made


def _pumped(before: str, repeated: str, tail: str) -> Attack:
    return lambda count: before + repeated * count + tail


def _runs(one: str, other: str) -> Attack:
    return lambda count: one * count + other * count + "\x01"


def _pumps(tree: Any, flags: int, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield what stands before each part of a pattern that is repeated, and what of it may be repeated."""
    for code, value in tree:
        sample = _sample([(code, value)], flags)
        yield before, before + sample
        for inner, inner_flags in _inside(code, value, flags):
            if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
                yield from ((before, one) for one in _ways(inner, inner_flags) if one)
            yield from _pumps(inner, inner_flags, before)
        before += sample


def _ways(tree: Any, flags: int) -> Iterator[str]:
    """Yield what a part may stand for: each of its branches, and each class by several characters."""
    yield _sample(tree, flags)
    for code, value in tree:
        if code is codes.BRANCH:
            yield from (_sample(branch, flags) for branch in _some(value[1]))
        elif code is codes.SUBPATTERN:
            yield from _ways(value[3], flags)
        elif code in (codes.IN, codes.NOT_LITERAL, codes.ANY):
            yield from _fitting(code, value, flags)[:4]


def _inside(code: Any, value: Any, flags: int) -> Iterator[tuple[Any, int]]:
    if code is codes.BRANCH:
        yield from ((branch, flags) for branch in _some(value[1]))
    elif code is codes.SUBPATTERN:
        yield value[3], (flags | value[1]) & ~value[2]
    elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        yield value[2], flags
    elif code is codes.ATOMIC_GROUP:
        yield value, flags
    elif code is codes.ASSERT or code is codes.ASSERT_NOT:
        yield value[1], flags


def _some(branches: list[Any]) -> list[Any]:
    return branches if len(branches) <= _MOST_BRANCHES else branches[:: len(branches) // _MOST_BRANCHES]


def _sample(tree: Any, flags: int) -> str:
    """Return a short text that a part of a pattern is likely to match."""
    text = ""
    for code, value in tree:
        if code in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
            text += (_fitting(code, value, flags) or [""])[0]
        elif code is codes.ASSERT and value[0] > 0:
            text += _sample(value[1], flags)
        elif code is codes.ASSERT or code is codes.ASSERT_NOT:
            continue
        else:
            inner = next(_inside(code, value, flags), None)
            # What need not be there is there once.
            times = (
                value[0] or 1 if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) else 1
            )
            text += _sample(*inner) * times if inner else ""
    return text


def _fitting(code: Any, value: Any, flags: int) -> list[str]:
    if code is codes.LITERAL:
        return [chr(value)]
    own = [chr(one[1]) for one in value if one[0] is codes.LITERAL] if code is codes.IN else []
    own += [chr(one[1][0]) for one in value if one[0] is codes.RANGE] if code is codes.IN else []
    fits = fitting(code, value, flags)
    return [one for one in dict.fromkeys([*own[:4], *_SAMPLES]) if fits(one)]


def _characters(tree: Any, flags: int) -> Iterator[str]:
    for code, value in tree:
        if code in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
            yield from _fitting(code, value, flags)[:2]
        for inner, inner_flags in _inside(code, value, flags):
            yield from _characters(inner, inner_flags)
