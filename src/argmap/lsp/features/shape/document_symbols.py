"""The outline of a text: its sections with what is defined in them, and arguments with their steps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum

from attrs import evolve, frozen

from argmap.api.documents import Document
from argmap.data.garbage import paused_collector
from argmap.lsp.features.shape.text_shape import (
    LineExtent,
    StructureExtent,
    blocks_of_text,
    extents,
    is_titled,
    section_extents,
    structure_extents,
)
from argmap.syntax import Kind
from argmap.syntax.tokens import MASK
from argmap.text import Span
from argmap.text.shortening import line_of

_LONGEST = 80
# Programs that read our answer recurse over it: sections that are deeper are put beside each other.
_DEEPEST = 50


class SymbolKind(Enum):
    """What is listed in an outline."""

    SECTION = "section"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    QUESTION = "question"
    ARGUMENT = "argument"
    STEP = "step"


@frozen
class OutlineSymbol:
    """An entry of an outline: `span` holds all of it and of its children, `name_span` what names it."""

    name: str
    kind: SymbolKind
    span: Span
    name_span: Span
    detail: str = ""
    children: tuple[OutlineSymbol, ...] = ()


_KINDS = {
    Kind.CLAIM: SymbolKind.CLAIM,
    Kind.EVIDENCE: SymbolKind.EVIDENCE,
    Kind.QUESTION: SymbolKind.QUESTION,
    Kind.ARGUMENT: SymbolKind.ARGUMENT,
}
_BRACKETS = {Kind.CLAIM: "[]", Kind.EVIDENCE: "[^]", Kind.QUESTION: "[?]", Kind.ARGUMENT: "<>"}


def outline_symbols(document: Document) -> tuple[OutlineSymbol, ...]:
    r"""Return the outline of a document's own text: sections, what is defined in each, steps of arguments.

    >>> import argmap
    >>> (section,) = outline_symbols(argmap.parse("# Rain\n\n[Wet]: It is.\n\n<B>: b\n\n(1) a\n----\n(2) c"))
    >>> [(symbol.name, [step.name for step in symbol.children]) for symbol in section.children]
    [('[Wet]', []), ('<B>', ['(1) a', '(2) c'])]
    """
    with paused_collector():
        return _nested(sorted(_flat(document), key=_place))


def _place(symbol: OutlineSymbol) -> tuple[int, int]:
    return symbol.span.start, -symbol.span.end


def _nested(symbols: list[OutlineSymbol]) -> tuple[OutlineSymbol, ...]:
    """Return symbols, in order of the text, each inside the innermost one around it."""
    top: list[OutlineSymbol] = []
    waiting: list[tuple[OutlineSymbol, list[OutlineSymbol]]] = []

    def close() -> None:
        symbol, children = waiting.pop()
        whole = evolve(symbol, children=tuple(children)) if children else symbol
        (waiting[-1][1] if waiting else top).append(whole)

    for symbol in symbols:
        while waiting and waiting[-1][0].span.end < symbol.span.end:
            close()
        while waiting and waiting[-1][0].span.end <= symbol.span.start:
            close()
        while len(waiting) >= _DEEPEST:
            close()
        waiting.append((symbol, []))
    while waiting:
        close()
    return tuple(top)


def _flat(document: Document) -> Iterator[OutlineSymbol]:
    for section in section_extents(document):
        title = section.section.title
        yield OutlineSymbol(title or "#", SymbolKind.SECTION, section.span, section.heading)
    structures = structure_extents(document)
    starts = [structure.steps.start for structure in structures]
    titled: dict[int, StructureExtent] = {}
    for structure in structures:
        if structure.start == structure.steps.start:
            place = Span(structure.start, structure.start)
            yield OutlineSymbol("argument", SymbolKind.ARGUMENT, structure.span, place)
        else:
            titled[structure.start] = structure
    for block in blocks_of_text(document):
        for each in extents(block):
            number = bisect_right(starts, each.span.start) - 1
            is_inside = number >= 0 and each.span.start < structures[number].steps.end
            if is_inside and not each.element.depth:
                yield from _step(each)
            else:
                yield from _defined(each, titled.get(each.span.start))


def _step(each: LineExtent) -> Iterator[OutlineSymbol]:
    line = each.element
    if line.kind is Kind.INFERENCE or line.kind not in _KINDS:
        return
    title = _title(each)
    text = _text(each)
    name = " ".join(filter(None, (line.marker, title or text)))
    yield OutlineSymbol(name or "step", SymbolKind.STEP, each.span, _name_span(each), text if title else "")


def _defined(each: LineExtent, structure: StructureExtent | None) -> Iterator[OutlineSymbol]:
    line = each.element
    if line.kind not in _KINDS or (line.is_reference and structure is None):
        return
    title, text = _title(each), _text(each)
    if title or text:
        span = Span(each.span.start, structure.span.end) if structure else each.span
        yield OutlineSymbol(title or text, _KINDS[line.kind], span, _name_span(each), text if title else "")


def _title(each: LineExtent) -> str:
    line = each.element
    if not is_titled(line):
        return ""
    brackets = _BRACKETS[line.kind]
    return f"{brackets[:-1]}{line.title}{brackets[-1]}"


def _text(each: LineExtent) -> str:
    if each.element.content is None:
        return ""
    start, end = each.element.content
    return line_of(each.block.block.text[start : min(end, start + 4 * _LONGEST)].replace(MASK, ""), _LONGEST)


def _name_span(each: LineExtent) -> Span:
    line, shift = each.element, each.block.block.start
    span = line.title_range or line.content or (line.start, line.start)
    return Span(span[0] + shift, span[1] + shift)
