"""What can be folded in a text: sections, structures, what is below a line, data, frontmatter, comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import frozen

from argmap.api.documents import Document
from argmap.data.garbage import paused_collector
from argmap.lsp.features.shape.text_shape import blocks_of_text, extents, section_extents, structure_extents
from argmap.text import Span


class FoldKind(Enum):
    """What a stretch is that can be folded."""

    SECTION = "section"
    STRUCTURE = "structure"
    BELOW = "below"
    DATA = "data"
    FRONTMATTER = "frontmatter"
    COMMENT = "comment"


@frozen
class Fold:
    """A stretch of at least two lines that can be folded into the first of them."""

    span: Span
    kind: FoldKind


def folds(document: Document) -> tuple[Fold, ...]:
    r"""Return what can be folded in a document's own text, in order of the text; folds nest or are apart.

    >>> import argmap
    >>> document = argmap.parse("# One\n\n[A]: a\n  + <B>: b\n\n/* two\nlines */")
    >>> [(fold.kind.value, fold.span[:2]) for fold in folds(document)]
    [('section', (0, 41)), ('below', (7, 24)), ('comment', (26, 41))]
    """
    with paused_collector():
        return tuple(_nesting(document))


def _nesting(document: Document) -> Iterator[Fold]:
    """Yield folds of several lines that nest, in order of the text."""
    lines = [
        (_line(document, fold.span.start), _last_line(document, fold.span), fold) for fold in _all(document)
    ]
    lines.sort(key=lambda each: (each[0], -each[1], each[2].span.start))
    open_ends: list[tuple[int, int]] = []
    for first, last, fold in lines:
        while open_ends and open_ends[-1][1] < first:
            open_ends.pop()
        if first < last and (not open_ends or _fits((first, last), open_ends[-1])):
            open_ends.append((first, last))
            yield fold


def _fits(lines: tuple[int, int], around: tuple[int, int]) -> bool:
    """Return whether lines can be folded within others: they neither begin in the last nor go beyond it."""
    return lines != around and lines[0] != around[1] and lines[1] <= around[1]


def _line(document: Document, offset: int) -> int:
    return document.location(offset).line


def _last_line(document: Document, span: Span) -> int:
    return _line(document, max(span.start, span.end - 1))


def _all(document: Document) -> Iterator[Fold]:
    tree = document.tree
    if tree.frontmatter:
        yield Fold(Span(*tree.frontmatter[0]), FoldKind.FRONTMATTER)
    yield from (Fold(section.span, FoldKind.SECTION) for section in section_extents(document))
    yield from (Fold(structure.span, FoldKind.STRUCTURE) for structure in structure_extents(document))
    for block in blocks_of_text(document):
        start = block.block.start
        for each in extents(block):
            if each.whole != each.span:
                yield Fold(each.whole, FoldKind.BELOW)
            for first, end in each.element.data:
                yield Fold(Span(first + start, end + start), FoldKind.DATA)
        in_block = (Span(first + start, end + start) for first, end in block.block.comments)
        yield from (Fold(span, FoldKind.COMMENT) for span in _runs(document.text, in_block))
    between = (Span(*comment) for comment in tree.comments)
    yield from (Fold(span, FoldKind.COMMENT) for span in _runs(document.text, between))


def _runs(text: str, comments: Iterable[Span]) -> Iterator[Span]:
    """Yield comments; those on consecutive lines are joined."""
    run: Span | None = None
    for comment in comments:
        between = text[run.end : comment.start] if run else ""
        if run and not between.strip() and len(between.splitlines()) <= 1:
            run = Span(run.start, comment.end)
            continue
        if run:
            yield _trimmed(text, run)
        run = comment
    if run:
        yield _trimmed(text, run)


def _trimmed(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)
