"""Stretches of a text around a place, from the word to the whole."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.api.documents import Document
from argmap.lsp.features.shape.text_shape import (
    blocks_of_text,
    extents,
    innermost_section,
    section_extents,
    structures_around,
)
from argmap.text import Span

_LONGEST_WORD = 200


def selections(document: Document, offset: int) -> tuple[Span, ...]:
    r"""Return the stretches around an offset that can be selected, each larger than the one before.

    They are the word, the name and the markup around it, text or data, the line, what is below it, the block,
    the structure, the sections, and the whole text.

    >>> import argmap
    >>> text = "[Sun]: It shines.\n  + <Forecast>: Said."
    >>> [text[span.start : span.end] for span in selections(argmap.parse(text), 2)]
    ['Sun', '[Sun]', '[Sun]: It shines.', '[Sun]: It shines.\n  + <Forecast>: Said.']
    """
    around = {span for span in _all(document, offset) if span.start <= offset <= span.end}
    chain: list[Span] = []
    for span in sorted(around, key=_length):
        if span.end > span.start and (not chain or _is_within(chain[-1], span)):
            chain.append(span)
    return tuple(chain) or (Span(0, len(document.text)),)


def _length(span: Span) -> tuple[int, int]:
    return span.end - span.start, span.start


def _is_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and inner != outer


def _all(document: Document, offset: int) -> Iterator[Span]:
    here = Span(offset, offset)
    yield _word(document.text, offset)
    names = document._names
    for place in names.within(here) if names else ():
        yield from (place.name_span, place.span)
    yield from _of_frontmatter(document, offset)
    yield from _of_blocks(document, here)
    yield from (structure.span for structure in structures_around(document, offset))
    yield from _of_sections(document, offset)
    yield from (Span(*comment) for comment in document.tree.comments)
    yield Span(0, len(document.text))


def _word(text: str, offset: int) -> Span:
    start = offset
    while start > max(0, offset - _LONGEST_WORD) and _is_of_word(text[start - 1]):
        start -= 1
    end = offset
    while end < min(len(text), offset + _LONGEST_WORD) and _is_of_word(text[end]):
        end += 1
    return Span(start, end)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _of_frontmatter(document: Document, offset: int) -> Iterator[Span]:
    frontmatter = document.tree.frontmatter
    names = document._names
    if names is None or frontmatter is None or offset > frontmatter[0][1]:
        return
    for pair in names.page.frontmatter_locations.values():
        yield from (pair.key, pair.value)
        yield Span(min(pair.key.start, pair.value.start), max(pair.key.end, pair.value.end))
    yield from (Span(*frontmatter[1]), Span(*frontmatter[0]))


def _of_blocks(document: Document, here: Span) -> Iterator[Span]:
    for block in blocks_of_text(document, here):
        shift = block.block.start
        for each in extents(block):
            yield from (each.span, each.whole)
            line = each.element
            parts = (*line.tags, *line.data, *line.rules, *((line.content,) if line.content else ()))
            yield from (Span(start + shift, end + shift) for start, end in parts)
        yield from (Span(start + shift, end + shift) for start, end in block.block.comments)
        yield Span(shift, shift + len(block.block.text))


def _of_sections(document: Document, offset: int) -> Iterator[Span]:
    sections = section_extents(document)
    place = innermost_section(sections, offset)
    # Those that begin before it and reach beyond the offset are around it.
    for section in sections[: 0 if place is None else place + 1]:
        yield section.span
