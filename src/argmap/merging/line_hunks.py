"""Three versions of a text, cut where two of them changed the first, with what can be written there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from argmap.merging.matching_stretches import matching_stretches, no_head
from argmap.named_tuples import NamedTuple
from argmap.text.source_text import SourceText

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
# The operator of a relation or the number of a statement, and the title of what it is about.
_TITLED = re.compile(r"\s*+[^\s\[<]{0,9}+\s*+(?:\[[^\]\n]++\]|<[^>\n]++>):?")
# Comparing takes quadratic time in the worst case; longer places are not merged word by word.
_MOST_TOKENS = 3000
_MOST_LINES = 50_000


class Hunk(NamedTuple):
    """A place in which the versions differ, or in which all are equal: what may be written there.

    `options` are different texts, the likeliest first; `is_conflict` is true if both changed the place.
    """

    options: tuple[str, ...]
    is_conflict: bool = False


class _Region(NamedTuple):
    """Stretches of three sequences that belong together, by where they begin and end."""

    base: tuple[int, int]
    ours: tuple[int, int]
    theirs: tuple[int, int]


def hunks_of(base: str, ours: str, theirs: str) -> list[Hunk]:
    """Return the places of a text in order, with what can be written in each; the last line has an end."""
    # A last line is the same with or without a line end.
    lines = [f"{text}\n".splitlines(keepends=True) for text in map(_ended, (base, ours, theirs))]
    if max(map(len, lines)) > _MOST_LINES:
        return [Hunk((ours, theirs), is_conflict=True)]
    hunks = []
    for region in _regions(*lines, head=_title):
        parts = ["".join(text[start:end]) for text, (start, end) in zip(lines, region, strict=True)]
        hunks.append(_hunk(*parts))
    return hunks


def _ended(text: str) -> str:
    return text.removesuffix("\n")


def _hunk(base: str, ours: str, theirs: str) -> Hunk:
    if ours == theirs:
        return Hunk((ours,))
    if base == ours:
        return Hunk((theirs, ours))
    if base == theirs:
        return Hunk((ours, theirs))
    options = [ours, theirs, _joined(ours, theirs), _joined(theirs, ours)]
    words = merged_words(base, ours, theirs)
    if words is not None:
        options.insert(0, words)
    beside = _side_by_side(*(text.splitlines(keepends=True) for text in (base, ours, theirs)))
    if beside is not None:
        options.insert(0, beside)
    return Hunk(tuple(dict.fromkeys(options)), is_conflict=True)


def _side_by_side(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """Return lines with the changes of both if these are in different, even adjacent, lines; else None."""
    changes: list[tuple[int, int, str]] = []
    for version in (ours, theirs):
        start = low = 0
        for stretch in matching_stretches(base, version, _title):
            end, high = stretch.first, stretch.second
            if start < end or low < high:
                changes.append((start, end, "".join(version[low:high])))
            start, low = end + stretch.size, high + stretch.size
    changes = sorted(dict.fromkeys(changes))
    parts: list[str] = []
    position, before = 0, (-1, -1)
    for start, end, text in changes:
        if start < position or (start, end) == before:
            return None
        parts += (*base[position:start], text)
        position, before = end, (start, end)
    return "".join((*parts, *base[position:]))


def _joined(first: str, second: str) -> str:
    """Return two stretches of lines one after the other."""
    if first and not first.endswith(("\n", "\r")):
        return f"{first}\n{second}"
    return first + second


def merged_words(base: str, ours: str, theirs: str) -> str | None:
    """Return a text with what two others changed in it, None if they changed the same words.

    >>> merged_words("It rains today.", "It pours today.", "It rains a lot today.")
    'It pours a lot today.'
    >>> merged_words("It rains.", "It pours.", "It drizzles.") is None
    True
    """
    tokens = [_TOKEN.findall(text) for text in (base, ours, theirs)]
    if sum(map(len, tokens)) > _MOST_TOKENS:
        return None
    parts: list[str] = []
    for region in _regions(*tokens):
        old, first, second = (
            "".join(text[start:end]) for text, (start, end) in zip(tokens, region, strict=True)
        )
        if old not in (first, second) and first != second:
            return None
        parts.append(second if old == first else first)
    return "".join(parts)


def _title(line: str) -> str | None:
    """Return the beginning of a line that names something, by which it is recognised if its words change."""
    match = _TITLED.match(line)
    return match[0] if match else None


def _regions(
    base: Sequence[str],
    ours: Sequence[str],
    theirs: Sequence[str],
    *,
    head: Callable[[str], str | None] = no_head,
) -> Iterator[_Region]:
    """Yield stretches in order: those that are equal in all versions, and those between them.

    It is the algorithm of diff3 (Khanna, Kunal and Pierce, A Formal Investigation of Diff3, 2007).
    """
    starts = (0, 0, 0)
    for low, high, first, second in _stable(base, ours, theirs, head):
        if (low, first, second) != starts:
            yield _Region((starts[0], low), (starts[1], first), (starts[2], second))
        size = high - low
        yield _Region((low, high), (first, first + size), (second, second + size))
        starts = (high, first + size, second + size)
    ends = (len(base), len(ours), len(theirs))
    if starts != ends:
        yield _Region((starts[0], ends[0]), (starts[1], ends[1]), (starts[2], ends[2]))


def _stable(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], head: Callable[[str], str | None]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield stretches of the first sequence that both others contain: start, end, and places in these."""
    in_ours = matching_stretches(base, ours, head)
    in_theirs = matching_stretches(base, theirs, head)
    first = second = 0
    while first < len(in_ours) and second < len(in_theirs):
        one, other = in_ours[first], in_theirs[second]
        low, high = max(one.first, other.first), min(one.first + one.size, other.first + other.size)
        if low < high:
            yield low, high, one.second + low - one.first, other.second + low - other.first
        if one.first + one.size < other.first + other.size:
            first += 1
        else:
            second += 1


def text_of(hunks: Sequence[Hunk], choices: Sequence[int]) -> str:
    """Return the text with one option for each place."""
    text = ""
    parts: list[str] = []
    for hunk, choice in zip(hunks, choices, strict=True):
        part = hunk.options[choice]
        if part and text and not text.endswith(("\n", "\r")):
            parts.append("\n")
        if part:
            text = part
        parts.append(part)
    return "".join(parts)


def line_of(text: str, offset: int) -> int:
    """Return the line of an offset, from 1."""
    return SourceText(text).location(offset).line
