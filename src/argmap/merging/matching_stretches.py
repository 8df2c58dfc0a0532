"""Stretches that two sequences share, found in steps that only grow with their length."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from argmap.named_tuples import NamedTuple

# SequenceMatcher takes cubic time at worst, so it gets stretches of at most so many pairs.
_MOST_PAIRS = 10_000
_Pair: TypeAlias = tuple[int, int]
_Range: TypeAlias = tuple[int, int]
_Items: TypeAlias = Sequence[str | None]


class CommonStretch(NamedTuple):
    """Where a stretch that two sequences have in common begins in each, and how long it is."""

    first: int
    second: int
    size: int


def no_head(item: str) -> None:
    """Return None: an item has no name by which it could be recognised."""


def matching_stretches(
    first: Sequence[str], second: Sequence[str], head: Callable[[str], str | None] = no_head
) -> list[CommonStretch]:
    """Return the stretches that two sequences have in common, in order, and an empty one at their ends.

    Items that occur once in each belong together (Bram Cohen's patience diff), then items that differ but
    have a `head` that occurs once in each; what is between such pairs is compared item by item.

    >>> [tuple(stretch) for stretch in matching_stretches("abcd", "xbcyd")]
    [(1, 1, 2), (3, 4, 1), (4, 5, 0)]
    """
    heads = [head(item) for item in first], [head(item) for item in second]
    stretches: list[CommonStretch] = []
    for a, b, pair in _between(first, second, (0, len(first)), (0, len(second))):
        for inner_a, inner_b, _ in _between(*heads, a, b):
            stretches += _compared(first, second, inner_a, inner_b)
        if pair:
            stretches.append(CommonStretch(*pair, 1))
    return [*_joined(stretches), CommonStretch(len(first), len(second), 0)]


def _between(
    first: _Items, second: _Items, a: _Range, b: _Range
) -> Iterator[tuple[_Range, _Range, _Pair | None]]:
    """Yield what is between the items that belong together, each with the pair that ends it, if one does."""
    low, start = a[0], b[0]
    for pair in _pairs(first, second, a, b):
        yield (low, pair[0]), (start, pair[1]), pair
        low, start = pair[0] + 1, pair[1] + 1
    yield (low, a[1]), (start, b[1]), None


def _pairs(first: _Items, second: _Items, a: _Range, b: _Range) -> list[_Pair]:
    """Return the longest series of pairs, in order in both, of items that both sequences have once."""
    once = [
        {item for item, times in Counter(items[low:high]).items() if times == 1 and item is not None}
        for items, (low, high) in ((first, a), (second, b))
    ]
    common = once[0] & once[1]
    places = {second[place]: place for place in range(*b) if second[place] in common}
    pairs = [(place, places[first[place]]) for place in range(*a) if first[place] in common]
    # By patience sorting: the ends of series so far, each with the pair before it.
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
    series: list[_Pair] = []
    index = last[-1] if last else -1
    while index >= 0:
        series.append(pairs[index])
        index = before[index]
    return series[::-1]


def _compared(first: Sequence[str], second: Sequence[str], a: _Range, b: _Range) -> Iterator[CommonStretch]:
    """Yield what two ranges share: at their ends, and in between if that is short."""
    (low, high), (start, end) = a, b
    size = min(high - low, end - start)
    head = next((k for k in range(size) if first[low + k] != second[start + k]), size)
    size -= head
    tail = next((k for k in range(size) if first[high - 1 - k] != second[end - 1 - k]), size)
    yield CommonStretch(low, start, head)
    low, start, high, end = low + head, start + head, high - tail, end - tail
    if (high - low) * (end - start) <= _MOST_PAIRS:
        matcher = SequenceMatcher(None, first[low:high], second[start:end], autojunk=False)
        for one, other, common in matcher.get_matching_blocks():
            yield CommonStretch(low + one, start + other, common)
    yield CommonStretch(high, end, tail)


def _joined(stretches: list[CommonStretch]) -> Iterator[CommonStretch]:
    """Yield stretches that are not empty, joining those that are adjacent in both sequences."""
    waiting = CommonStretch(0, 0, 0)
    for stretch in stretches:
        if (waiting.first + waiting.size, waiting.second + waiting.size) == stretch[:2]:
            waiting = waiting._replace(size=waiting.size + stretch.size)
        elif stretch.size:
            if waiting.size:
                yield waiting
            waiting = stretch
    if waiting.size:
        yield waiting
