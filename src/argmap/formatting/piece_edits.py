"""The edits that give a text its canonical layout, and leave alone whatever has it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from argmap.formatting.formatter import laid_out, with_plain_line_ends
from argmap.formatting.text_layout import TextLayout
from argmap.syntax import Range, Tree
from argmap.syntax.document import parse_tree
from argmap.text import Edit, Span

_LINE_END = re.compile(r"\r\n?|\n")
# Each line with what ends it; what is behind the last line end is a line, too.
_LINE = re.compile(r"([^\r\n]*+)(\r\n|\r|\n|\Z)")
_BYTE_ORDER_MARK = "\ufeff"


def layout_edits(text: str, *, within: Range | None = None, tree: Tree | None = None) -> tuple[Edit, ...]:
    r"""Return the edits that make a text what `formatted` returns, each as small as its lines allow.

    Those of a stretch `within` lay out the blocks that it touches, and what is between them. `tree` is that
    of the text, if it is there already.

    >>> [edit.span[:2] for edit in layout_edits("[A]:  a\n\n\n[B]: b\n")]
    [(5, 6), (9, 10)]
    """
    mark = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    source = with_plain_line_ends(text[mark:])
    if tree is None or source != text:
        tree = parse_tree(source)
    places = _LineEnds(text, mark)
    inner = (places.inside(within[0]), places.inside(within[1])) if within else None
    pair = laid_out(source, tree, within=inner)
    if pair is None:
        return ()
    first = _LINE_END.search(text)
    line_end = first[0] if first else "\n"
    return tuple(
        edit
        for start, end, replacement in _stretches(*pair, inner)
        for edit in replaced_lines(
            text, places.outside(start), places.outside(end), replacement.replace("\n", line_end)
        )
    )


def _stretches(before: TextLayout, after: TextLayout, within: Range | None) -> Iterator[tuple[int, int, str]]:
    """Yield all stretches of a text, pieces and what is between them, with what is there in its layout."""
    mine, others = before.pieces(), after.pieces()
    outside = before.outside(within) if within else frozenset()
    inside = [place for place in range(len(mine)) if place not in outside]
    old = [(mine[place].start, mine[place].end) for place in inside]
    new = [(others[place].start, others[place].end) for place in inside]
    if within is None:
        old = [(0, 0), *old, (len(before.source), len(before.source))]
        new = [(0, 0), *new, (len(after.source), len(after.source))]
    for number, ((start, end), (first, last)) in enumerate(zip(old, new, strict=True)):
        if number:
            yield old[number - 1][1], start, after.source[new[number - 1][1] : first]
        yield start, end, after.source[first:last]


def replaced_lines(text: str, start: int, end: int, replacement: str) -> Iterator[Edit]:
    """Yield the edits that put a replacement in the place of a stretch: only of lines that differ.

    >>> [edit.span[:2] for edit in replaced_lines("one\\n two\\nthree", 0, 14, "one\\ntwo\\nthree")]
    [(4, 5)]
    """
    old, new = _LINE.findall(text[start:end]), _LINE.findall(replacement)
    if [line_end for _, line_end in old] == [line_end for _, line_end in new]:
        for (before, line_end), (after, _) in zip(old, new, strict=True):
            if before != after:
                yield _smallest(before, after, start)
            start += len(before) + len(line_end)
        return
    # An edit never begins or ends within a line end: editors have no such place.
    same = _common(old, new)
    behind = _common(old[same:][::-1], new[same:][::-1])
    first, last = _length(old[:same]), _length(old[len(old) - behind :])
    written = "".join(map("".join, new[same : len(new) - behind]))
    yield Edit(Span(start + first, end - last), written)


def _common(lines: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> int:
    """Return how many lines are the same at the beginnings of two texts."""
    pairs = enumerate(zip(lines, others, strict=False))
    shorter = min(len(lines), len(others))
    return next((place for place, (line, other) in pairs if line != other), shorter)


def _length(lines: Iterable[tuple[str, str]]) -> int:
    return sum(len(line) + len(line_end) for line, line_end in lines)


def _smallest(before: str, after: str, start: int) -> Edit:
    """Return the edit of a text at an offset without what both have in common at their ends."""
    shorter = min(len(before), len(after))
    same = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    behind = 0
    while behind < shorter - same and before[-1 - behind] == after[-1 - behind]:
        behind += 1
    return Edit(Span(start + same, start + len(before) - behind), after[same : len(after) - behind])


class _LineEnds:
    """Which offset in a text is which in the same text without its mark, with line ends of one character."""

    def __init__(self, text: str, mark: int) -> None:
        self.mark = mark
        # Where line ends of two characters are, with their offsets in both.
        self.long_ends = [match.start() for match in re.finditer("\r\n", text)] if "\r" in text else []
        self.inner_ends = [place - mark - number for number, place in enumerate(self.long_ends)]

    def outside(self, offset: int) -> int:
        return offset + self.mark + bisect_left(self.inner_ends, offset)

    def inside(self, offset: int) -> int:
        return max(0, offset - self.mark - bisect_left(self.long_ends, offset))
