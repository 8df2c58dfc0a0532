"""How many steps a pattern takes: `re` does not tell, and a clock shows what else a machine does.

A pattern is translated from the tree that `re` makes of it, for a machine that tries alternatives in
the same order and goes back in the same way. It knows no short cuts: it counts too many steps, not too few.
"""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found]  # nothing else has the tree of a pattern
import re._parser as trees  # type: ignore[import-not-found]  # the same
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple


class TooManySteps(Exception):
    """A pattern takes more steps than it may."""


class Step(NamedTuple):
    """One instruction; the meaning of `first` and `second` depends on its name."""

    name: str
    first: Any = None
    second: Any = None


class Machine:
    """Matches one pattern, and counts."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        tree = trees.parse(pattern, flags)
        flags = tree.state.flags
        self._code = [*_translated(tree, flags), Step("end")]
        self._full = [*_translated(tree, flags), Step("at", codes.AT_END_STRING, flags), Step("end")]
        self._steps = 0
        self._limit = 0

    def end(self, text: str) -> int | None:
        """Return where a match at the beginning of a text ends, None if there is none."""
        self._steps, self._limit = 0, 1_000_000
        matched = self._run(self._code, text, 0, {})
        return matched and matched[0]

    def steps(self, text: str, mode: str, limit: int) -> int:
        """Return how many steps are taken on a text: at its beginning, or for all matches in it.

        Raises:
            TooManySteps: more than the limit.
        """
        self._steps, self._limit = 0, limit
        if mode != "search":
            self._run(self._full if mode == "fullmatch" else self._code, text, 0, {})
            return self._steps
        position = 0
        while position <= len(text):
            matched = self._run(self._code, text, position, {})
            position = max(position + 1, matched[0] if matched else 0)
        return self._steps

    def _run(
        self, code: list[Step], text: str, position: int, marks: dict[Any, Any]
    ) -> tuple[int, dict[Any, Any]] | None:
        """Return where a match ends that begins at a position, and what its groups are; None without one."""
        place = 0
        left: list[tuple[int, int, dict[Any, Any]]] = []
        while True:
            self._steps += 1
            if self._steps > self._limit:
                raise TooManySteps
            name, first, second = code[place]
            place += 1
            match name:
                case "end":
                    return position, marks
                case "character":
                    fits = position < len(text) and first(text[position])
                    position += 1
                case "words":
                    ends = [position + len(word) for word in first if text.startswith(word, position)]
                    fits = bool(ends)
                    left += [(place, end, marks) for end in reversed(ends[1:])]
                    position = ends[0] if ends else position
                case "at":
                    fits = _is_at(first, second, text, position)
                case "split":
                    left.append((place - 1 + second, position, marks))
                    place += first - 1
                    continue
                case "jump":
                    place += first - 1
                    continue
                case "mark":
                    marks = {**marks, first: position}
                    continue
                case "unless":
                    # A round of a loop that takes nothing is its last.
                    if marks[second] != position:
                        place += first - 1
                    continue
                case "group":
                    marks = {**marks, first: (marks[("start", first)], position)}
                    continue
                case "again":
                    start, end = marks.get(first, (0, -1))
                    again = text[start:end] if end >= 0 else None
                    fits = again is not None and text.startswith(again, position)
                    position += len(again or "")
                case "atomic":
                    inside = self._run(first, text, position, marks)
                    fits = inside is not None
                    position, marks = inside or (position, marks)
                case _:
                    width, is_wanted = second
                    found = position >= width and self._run(first, text, position - width, marks) is not None
                    fits = found == is_wanted
            if not fits:
                if not left:
                    return None
                place, position, marks = left.pop()


def _translated(tree: Any, flags: int) -> list[Step]:
    return [step for code, value in tree for step in _steps(code, value, flags)]


def _steps(code: Any, value: Any, flags: int) -> list[Step]:
    if code in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
        return [Step("character", fitting(code, value, flags))]
    if code is codes.AT:
        return [Step("at", value, flags)]
    if code is codes.BRANCH:
        if not flags & re.IGNORECASE and all(
            one[0] is codes.LITERAL for branch in value[1] for one in branch
        ):
            # Names may be very many; they are as long as they are.
            return [Step("words", ["".join(chr(one[1]) for one in branch) for branch in value[1]])]
        return _branched([_translated(branch, flags) for branch in value[1]])
    if code is codes.SUBPATTERN:
        group, added, removed, inner = value
        steps = _translated(inner, (flags | added) & ~removed)
        return steps if group is None else [Step("mark", ("start", group)), *steps, Step("group", group)]
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, most, inner = value
        body = _translated(inner, flags)
        steps = body * least + _optional(body, most - least if most != codes.MAXREPEAT else None, code)
        return [Step("atomic", [*steps, Step("end")])] if code is codes.POSSESSIVE_REPEAT else steps
    if code is codes.ATOMIC_GROUP:
        return [Step("atomic", [*_translated(value, flags), Step("end")])]
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        direction, inner = value
        width = inner.getwidth()[0] if direction < 0 else 0
        return [Step("look", [*_translated(inner, flags), Step("end")], (width, code is codes.ASSERT))]
    if code is codes.GROUPREF:
        return [Step("again", value)]
    raise NotImplementedError(f"{code} in a pattern")


def _branched(branches: list[list[Step]]) -> list[Step]:
    steps = branches[-1]
    for branch in reversed(branches[:-1]):
        steps = [Step("split", 1, len(branch) + 2), *branch, Step("jump", len(steps) + 1), *steps]
    return steps


def _optional(body: list[Step], most: int | None, code: Any) -> list[Step]:
    """Return the steps of what may be repeated so many times; None is without end."""
    is_lazy = code is codes.MIN_REPEAT

    def split(behind: int) -> Step:
        return Step("split", behind, 1) if is_lazy else Step("split", 1, behind)

    if most is None:
        loop = object()
        return [split(len(body) + 3), Step("mark", loop), *body, Step("unless", -len(body) - 2, loop)]
    steps: list[Step] = []
    for _ in range(most):
        steps = [split(len(body) + len(steps) + 1), *body, *steps]
    return steps


def fitting(code: Any, value: Any, flags: int) -> Callable[[str], bool]:
    """Return what tells whether a character is one of those that a part of a pattern stands for."""

    @cache
    def fits(character: str) -> bool:
        ways = {character}
        if flags & re.IGNORECASE:
            ways |= {character.lower(), character.upper()}
        return any(_is_one_of(code, value, way, flags) for way in ways)

    return fits


def _is_one_of(code: Any, value: Any, character: str, flags: int) -> bool:
    if code is codes.LITERAL:
        return ord(character[0]) == value
    if code is codes.NOT_LITERAL:
        return ord(character[0]) != value
    if code is codes.ANY:
        return bool(flags & re.DOTALL) or character != "\n"
    if code is codes.RANGE:
        return bool(value[0] <= ord(character[0]) <= value[1])
    if code is codes.CATEGORY:
        return re.match(_CATEGORIES[value], character, flags & re.ASCII) is not None
    is_negated = value[0][0] is codes.NEGATE
    inside = any(_is_one_of(*item, character, flags) for item in value[is_negated:])
    return inside != is_negated


_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def _is_at(where: Any, flags: int, text: str, position: int) -> bool:
    if where is codes.AT_BEGINNING and flags & re.MULTILINE:
        return position == 0 or text[position - 1] == "\n"
    if where in (codes.AT_BEGINNING, codes.AT_BEGINNING_STRING):
        return position == 0
    if where is codes.AT_END and flags & re.MULTILINE:
        return position == len(text) or text[position] == "\n"
    if where is codes.AT_END:
        return text[position:] in ("", "\n")
    if where is codes.AT_END_STRING:
        return position == len(text)
    before, behind = (_is_word(text[at : at + 1]) if at >= 0 else False for at in (position - 1, position))
    return (before != behind) == (where is codes.AT_BOUNDARY)


def _is_word(character: str) -> bool:
    return character == "_" or character.isalnum()
