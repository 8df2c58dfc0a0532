"""A text as it is read: mentions and tags in words, and formulas as they are written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from attrs import evolve

from argmap.text.mark import Mark, MarkKind

# What a text has in the place of a mention or tag before its markup is taken away.
_MARKUP = {
    MarkKind.CLAIM_MENTION: "@[",
    MarkKind.EVIDENCE_MENTION: "@[",
    MarkKind.QUESTION_MENTION: "@[",
    MarkKind.ARGUMENT_MENTION: "@<",
    MarkKind.TAG: "#(",
    MarkKind.FORMULA: "$",
}
# A stretch of a text, and the words for it.
_Word = tuple[int, int, str]


def words_of(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """Return a text with words for its markup, and its marks in their new places.

    >>> words_of("As @[B] says", [Mark(MarkKind.CLAIM_MENTION, 3, 7, "B")])[0]
    'As B says'
    """
    words = [*_words(text, marks)]
    if not words:
        return text, tuple(marks)
    marks = tuple(_outside(marks))
    pieces = []
    position = 0
    for start, end, word in words:
        pieces += [text[position:start], word]
        position = end
    pieces.append(text[position:])
    return "".join(pieces), tuple(_moved(marks, words))


def _outside(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield marks without those in a formula, which is shown as it is written."""
    formulas = sorted((mark.start, mark.end) for mark in marks if mark.kind is MarkKind.FORMULA)
    for mark in marks:
        number = bisect_right(formulas, mark.start, key=itemgetter(0)) - 1
        if mark.kind is MarkKind.FORMULA or number < 0 or mark.end > formulas[number][1]:
            yield mark


def _words(text: str, marks: Iterable[Mark]) -> Iterator[_Word]:
    position = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        opening = _MARKUP.get(mark.kind)
        if opening and mark.target and position <= mark.start and text.startswith(opening, mark.start):
            end = min(mark.end, len(text))
            if mark.start < end:
                yield mark.start, end, f"#{mark.target}" if mark.kind is MarkKind.TAG else mark.target
                position = end


def _moved(marks: Iterable[Mark], words: list[_Word]) -> Iterator[Mark]:
    starts = [start for start, _, _ in words]
    shifts = [0]
    for start, end, word in words:
        shifts.append(shifts[-1] + len(word) - (end - start))

    def moved(place: int, is_end: bool) -> int:
        before = bisect_right(starts, place - is_end)
        if before:
            start, end, _ = words[before - 1]
            if place < end or (is_end and place == end):
                # In the middle of what became words: they are marked as a whole.
                return end + shifts[before] if is_end else start + shifts[before - 1]
        return place + shifts[before]

    for mark in marks:
        yield evolve(mark, start=moved(mark.start, False), end=moved(mark.end, True))
