"""Which asterisks and underscores are emphasis, and which are just that."""

from __future__ import annotations

from itertools import pairwise

from argmap.named_tuples import NamedTuple
from argmap.syntax.tokens import MASK
from argmap.text import MarkKind

_KINDS = {"*": MarkKind.ITALIC, "_": MarkKind.ITALIC, "**": MarkKind.BOLD, "__": MarkKind.BOLD}
_MAY_FOLLOW_AN_END = frozenset(" \t\n)}_.,!?;:-*" + MASK)

# How many ends two emphases have.
_ENDS_OF_TWO = 4


class Delimiter(NamedTuple):
    """One end of an emphasis: where its marker is."""

    start: int
    end: int
    opens: bool
    kind: MarkKind


def resolve_emphasis(
    text: str, runs: list[tuple[int, int]], end: int
) -> tuple[list[Delimiter], list[tuple[int, int]]]:
    """Return the delimiters among runs of `*` or `_` in order, and the openers that nothing closes.

    Argdown's own rule comes first: a marker opens before anything but white space, and closes the
    innermost emphasis before white space or punctuation. Where that leaves an emphasis open, markers
    count only at the edges of words, and what is left open is text.
    """
    found = _as_argdown(text, runs, end)
    return (found, []) if found is not None else _at_word_edges(text, runs, end)


def crossings(text: str, delimiters: list[Delimiter]) -> list[tuple[int, int]]:
    """Return where one emphasis ends and the next begins after a space, as `**` does in `*b **c* d**`."""
    if len(delimiters) < _ENDS_OF_TWO:
        return []
    return [
        (one.start, two.end)
        for one, two in pairwise(delimiters)
        if two.opens and not one.opens and one.end == two.start and text[one.start - 1].isspace()
    ]


def _as_argdown(text: str, runs: list[tuple[int, int]], end: int) -> list[Delimiter] | None:
    found: list[Delimiter] = []
    open_markers: list[tuple[str, int]] = []
    for start, stop in runs:
        position = start
        while position < stop:
            marker = text[position]
            pair = marker * 2 if position + 1 < stop else ""
            top = open_markers[-1][0] if open_markers else None
            if top in (pair, marker) and _ends_before(text, position + len(top), end):
                behind = position + len(top)
                _, index = open_markers.pop()
                if index == len(found) - 1 and found[index].end == position:
                    # Nothing between the markers: they are text.
                    found.pop()
                else:
                    found.append(Delimiter(position, behind, False, _KINDS[top]))
                position = behind
                continue
            for opener in (pair, marker):
                if opener and not _is_space(text, position + len(opener), end):
                    open_markers.append((opener, len(found)))
                    found.append(Delimiter(position, position + len(opener), True, _KINDS[opener]))
                    position += len(opener)
                    break
            else:
                position += 1
    return None if open_markers else found


def _ends_before(text: str, position: int, end: int) -> bool:
    return position >= end or text[position] in _MAY_FOLLOW_AN_END


def _is_space(text: str, position: int, end: int) -> bool:
    return position < end and text[position].isspace()


def _at_word_edges(
    text: str, runs: list[tuple[int, int]], end: int
) -> tuple[list[Delimiter], list[tuple[int, int]]]:
    found: list[Delimiter] = []
    waiting: list[tuple[str, int]] = []
    unclosed: list[tuple[int, int]] = []
    count = dict.fromkeys(_KINDS, 0)
    for start, stop in runs:
        before = text[start - 1] if start else " "
        behind = text[stop] if stop < end else " "
        opens = not behind.isspace() and not before.isalnum()
        closes = not before.isspace() and not behind.isalnum()
        position, marker = start, text[start]
        while closes and position < stop:
            pair = marker * 2
            closed = pair if count[pair] and stop - position > 1 else marker
            if not count[closed]:
                break
            while True:
                opener, place = waiting.pop()
                count[opener] -= 1
                if opener == closed:
                    break
                unclosed.append((place, place + len(opener)))
            found.append(Delimiter(place, place + len(closed), True, _KINDS[closed]))
            found.append(Delimiter(position, position + len(closed), False, _KINDS[closed]))
            position += len(closed)
        while opens and position < stop:
            opener = marker * min(2, stop - position)
            waiting.append((opener, position))
            count[opener] += 1
            position += len(opener)
    unclosed += [(place, place + len(opener)) for opener, place in waiting]
    return sorted(found), sorted(unclosed)
