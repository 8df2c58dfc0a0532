"""How a text is built: what is below a line, which lines a structure has, and where sections end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import frozen

from argmap.api.documents import Document
from argmap.editing.names.placed_block import PlacedBlock
from argmap.model import Argument, Section
from argmap.syntax import Element, Kind
from argmap.text import Span


@frozen
class LineExtent:
    """A line of a text: `span` is that of the element, `whole` also has what is below it."""

    element: Element
    block: PlacedBlock
    span: Span
    whole: Span


@frozen
class SectionExtent:
    """A section with all that is in it: from its heading to the next one of its level or a higher one."""

    section: Section
    heading: Span
    span: Span


@frozen
class StructureExtent:
    """A premise-conclusion structure, from the line with its argument's title, if it has one, to its end."""

    argument: Argument
    start: int
    steps: Span

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(self.start, self.steps.end)


def blocks_of_text(document: Document, span: Span | None = None) -> Sequence[PlacedBlock]:
    """Return the blocks of a document's own text, or only those that a stretch touches."""
    names = document._names
    return names.blocks_in(span or Span(0, len(document.text))) if names else ()


def extents(block: PlacedBlock) -> Iterator[LineExtent]:
    """Yield the lines of a block in their order."""
    shift = block.block.start
    lines = block.names.lines
    ends = _ends_below(lines)
    for line, end in zip(lines, ends, strict=True):
        yield LineExtent(
            line, block, Span(line.start + shift, line.end + shift), Span(line.start + shift, end + shift)
        )


def _ends_below(lines: Sequence[Element]) -> list[int]:
    """Return for each line where what is below it ends."""
    ends = [line.end for line in lines]
    open_lines: list[int] = []
    for place, line in enumerate(lines):
        while open_lines and lines[open_lines[-1]].depth >= line.depth:
            _close(open_lines, ends)
        open_lines.append(place)
    while open_lines:
        _close(open_lines, ends)
    return ends


def _close(open_lines: list[int], ends: list[int]) -> None:
    place = open_lines.pop()
    if open_lines:
        ends[open_lines[-1]] = max(ends[open_lines[-1]], ends[place])


def section_extents(document: Document) -> tuple[SectionExtent, ...]:
    r"""Return the sections of a document's own text, in their order.

    >>> import argmap
    >>> document = argmap.parse("# One\n\n[A]: a\n\n## Two\n\n[B]: b\n\n# Three\n")
    >>> [(part.section.title, part.span[:2]) for part in section_extents(document)]
    [('One', (0, 29)), ('Two', (15, 29)), ('Three', (31, 38))]
    """
    headings = [
        (section, section.span) for section in document.debate.sections if section.span and _is_own(section)
    ]
    ends: list[int] = [len(document.text)] * len(headings)
    open_sections: list[int] = []
    for place, (section, span) in enumerate(headings):
        while open_sections and headings[open_sections[-1]][0].level >= section.level:
            ends[open_sections.pop()] = span.start
        open_sections.append(place)
    return tuple(
        SectionExtent(section, span, Span(span.start, _end_of_words(document.text, span.end, end)))
        for (section, span), end in zip(headings, ends, strict=True)
    )


def _is_own(section: Section) -> bool:
    return section.span is not None and section.span.path is None


def _end_of_words(text: str, start: int, end: int) -> int:
    """Return where the last character of a stretch is that is not white space."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def structure_extents(document: Document) -> tuple[StructureExtent, ...]:
    r"""Return the premise-conclusion structures of a document's own text, in their order.

    >>> import argmap
    >>> document = argmap.parse("<B>: b\n\n(1) a\n----\n(2) c\n  - [D]\n\n[E]")
    >>> [(part.start, part.steps[:2]) for part in structure_extents(document)]
    [(0, (8, 32))]
    """
    found = (_structure(document, argument) for argument in document.debate.arguments.values())
    return tuple(sorted((each for each in found if each), key=_start))


def structures_around(document: Document, offset: int) -> tuple[StructureExtent, ...]:
    """Return the structure that an offset is in, if there is one."""
    structures = (
        _structure(document, argument)
        for argument in document.debate.arguments.values()
        if (steps := _own_steps(argument)) and _beginning(argument, steps.start) <= offset
    )
    return tuple(each for each in structures if each and offset <= each.steps.end)


def _start(extent: StructureExtent) -> int:
    return extent.start


def _own_steps(argument: Argument) -> Span | None:
    """Return the range of an argument's steps in the document's own text."""
    spans = [step.span for step in argument.steps if step.span and step.span.path is None]
    is_own = bool(spans) and len(spans) == len(argument.steps)
    return Span(spans[0].start, spans[-1].start) if is_own else None


def _beginning(argument: Argument, first: int) -> int:
    """Return where the line to which a structure belongs begins, or else where the structure begins."""
    places = (place.span for place in argument.descriptions if place.span and place.span.path is None)
    return max((span.start for span in places if span.start < first), default=first)


def _structure(document: Document, argument: Argument) -> StructureExtent | None:
    steps = _own_steps(argument)
    if steps is None:
        return None
    last = Span(steps.end, steps.end)
    lines = (each for block in blocks_of_text(document, last) for each in extents(block))
    ends = [each.whole.end for each in lines if each.span.start == steps.end]
    return StructureExtent(
        argument, _beginning(argument, steps.start), Span(steps.start, max((steps.end, *ends)))
    )


def innermost_section(sections: Sequence[SectionExtent], offset: int) -> int | None:
    """Return the innermost section that an offset is in; None if it is before all headings."""
    place = bisect_right(sections, offset, key=_heading) - 1
    return place if place >= 0 else None


def _heading(section: SectionExtent) -> int:
    return section.span.start


def is_titled(line: Element) -> bool:
    """Return whether a line begins with the title of an element."""
    return line.title is not None and line.kind not in (Kind.HEADING, Kind.INFERENCE)
