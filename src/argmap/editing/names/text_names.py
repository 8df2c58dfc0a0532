"""What the lines of a block name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.data.blocks import data_locations, read_data
from argmap.editing.names.data_names import data_names, placed
from argmap.editing.names.occurrence import Name, NameRef, Use
from argmap.editing.names.position_names import position_names
from argmap.model import ArgumentRef, ClaimRef, ElementRef, EvidenceRef, QuestionRef
from argmap.model.reference import SchemeRef, SectionRef, TagRef
from argmap.named_tuples import NamedTuple
from argmap.reading.element_reader import BlockPlace, ElementReader, as_text
from argmap.reading.mistakes.html_tags import may_be_tag
from argmap.reading.schemes import OwnSchemes
from argmap.syntax import Element, Kind
from argmap.syntax.inline import Inline, tag_name
from argmap.syntax.tokens import MASK
from argmap.syntax.tree import Range
from argmap.text import MarkKind

# What a title names.
REFS: Mapping[Kind, type[ElementRef]] = {
    Kind.CLAIM: ClaimRef,
    Kind.EVIDENCE: EvidenceRef,
    Kind.QUESTION: QuestionRef,
    Kind.ARGUMENT: ArgumentRef,
}
_MENTIONS: dict[MarkKind, type[ElementRef]] = {
    MarkKind.CLAIM_MENTION: ClaimRef,
    MarkKind.EVIDENCE_MENTION: EvidenceRef,
    MarkKind.QUESTION_MENTION: QuestionRef,
    MarkKind.ARGUMENT_MENTION: ArgumentRef,
}
_SIGNED = frozenset({Kind.EVIDENCE, Kind.QUESTION})
_SPACE = " \t\n\r\f\v" + MASK
# Without one of these a text has neither mentions nor tags.
_SIGNS = re.compile("[@#]")


class BlockNames(NamedTuple):
    """What a block names, in order, and what its lines are.

    `lines` are its elements as they are read. `headings` is how many there are. If the block `depends` on
    others, what it names may change when they do. It `is_continued` if it continues a structure that began
    before it.
    """

    names: tuple[Name, ...]
    lines: tuple[Element, ...]
    headings: int
    depends: bool
    is_continued: bool


def block_names(
    place: BlockPlace,
    contents: ElementReader,
    schemes: OwnSchemes,
    *,
    is_stray: bool = False,
    is_continued: bool = False,
) -> BlockNames:
    """Return what a block names.

    `is_stray` says that it begins with an inference line that counts as text, `is_continued` that it
    continues a structure that began before it.
    """
    names: list[Name] = []
    lines: list[Element] = []
    elements = place.block.elements
    first = elements[0]
    depends = first.kind is Kind.INFERENCE
    if is_stray:
        elements = (as_text(first), *elements[1:])
    unnumbered = {problem.start for problem in place.block.problems if problem.code == "S129"}
    for index, element in enumerate(elements):
        if element.kind is Kind.ARGUMENT:
            if element.marker[:1] == "(" or element.start in unnumbered:
                element = as_text(element)
            elif _may_be_html(element, elements[index + 1 : index + 2]):
                depends = True
                if contents.is_html(element.title or ""):
                    element = element._replace(kind=Kind.CLAIM, title=None, is_reference=False)
        lines.append(element)
        names += _names_in(place, element, contents, schemes)
    if not is_continued and any(line.kind is Kind.INFERENCE for line in lines):
        names += position_names(place, [(line, _ref_of(line)) for line in lines], contents)
    headings = sum(element.kind is Kind.HEADING for element in elements)
    names.sort(key=_start)
    return BlockNames(tuple(names), tuple(lines), headings, depends, is_continued)


def _ref_of(line: Element) -> NameRef | None:
    return None if line.title is None or line.kind not in REFS else REFS[line.kind](line.title)


def _start(name: Name) -> tuple[int, int]:
    return name.start, -name.end


def _may_be_html(element: Element, below: tuple[Element, ...]) -> bool:
    is_alone = element.is_reference and not element.marker and not (below and below[0].depth)
    return is_alone and element.title is not None and may_be_tag(element.title)


def _names_in(
    place: BlockPlace, element: Element, contents: ElementReader, schemes: OwnSchemes
) -> Iterator[Name]:
    text = place.block.text
    if element.title is not None and element.kind in REFS:
        yield _titled(text, element)
    if element.kind is Kind.INFERENCE:
        for start, end in element.rules:
            scheme = schemes.known(contents.inline.read_plain(text[start:end]))
            if scheme:
                yield Name(SchemeRef(scheme.name), Use.REFERENCE, start, end, start, end)
    elif element.content and (element.kind is Kind.HEADING or _SIGNS.search(text, *element.content)):
        inline = contents.inline.read(text, *element.content)
        if element.kind is Kind.HEADING:
            start, end = _before_tags(text, element.content, inline.tag_ranges)
            yield Name(SectionRef("", inline.text), Use.DEFINITION, element.start, element.end, start, end)
        yield from _marked(text, inline)
    elif element.kind is Kind.HEADING:
        start = element.start + len(element.marker)
        yield Name(SectionRef("", ""), Use.DEFINITION, element.start, element.end, start, start)
    for start, end in element.tags:
        yield _tag(text, start, end)
    for start, end in element.data:
        yield from _data(place, element, (start, end), contents, schemes)


def _before_tags(text: str, content: Range, tags: tuple[Range, ...]) -> Range:
    """Return the words of a heading without the tags at its end."""
    start, end = _trimmed(text, *content)
    for tag in reversed(tags):
        if tag[1] != end:
            break
        start, end = _trimmed(text, start, tag[0])
    return start, end


def _titled(text: str, element: Element) -> Name:
    assert element.title is not None, "it has a title"
    assert element.title_range is not None, "it has a title"
    start, end = element.title_range
    use = Use.REFERENCE if element.is_reference else Use.DEFINITION
    opening = start - (2 if element.kind in _SIGNED else 1)
    return Name(REFS[element.kind](element.title), use, opening, end + 1, *_trimmed(text, start, end))


def _marked(text: str, inline: Inline) -> Iterator[Name]:
    for mention in inline.mentions:
        ref = _MENTIONS[mention.kind](mention.title)
        start, end = _trimmed(text, mention.start + 2, mention.end - 1)
        if mention.kind in (MarkKind.EVIDENCE_MENTION, MarkKind.QUESTION_MENTION):
            start, end = _trimmed(text, start + 1, end)
        yield Name(ref, Use.MENTION, mention.start, mention.end, start, end)
    for start, end in inline.tag_ranges:
        yield _tag(text, start, end)


def _tag(text: str, start: int, end: int) -> Name:
    ref: NameRef = TagRef(tag_name(text[start:end]))
    is_long = text[start + 1] == "("
    name = _trimmed(text, start + 2, end - 1) if is_long else (start + 1, end)
    return Name(ref, Use.REFERENCE, start, end, *name)


def _trimmed(text: str, start: int, end: int) -> Range:
    """Return a range without the white space and comments at both of its ends."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip(_SPACE))
    return start + left, max(start + left, start + len(inner.rstrip(_SPACE)))


def _data(
    place: BlockPlace, element: Element, data: Range, contents: ElementReader, schemes: OwnSchemes
) -> Iterator[Name]:
    start, end = data
    written = place.page.text[place.block.start + start : place.block.start + end]
    block_form = contents.settings.data.switch_to_block_format_if_multiline
    known = contents.known_data.get(written)
    values = known[0] if known else read_data(written, block_form=block_form)[0]
    naming = tuple(data_names(values, element.kind, schemes)) if values else ()
    if naming:
        locations = data_locations(written, block_form=block_form)
        for value in naming:
            # Line ends in data are kept as they are written, so that offsets are those of the page.
            if name := placed(value, Use.DATA, written, 0, locations):
                yield name._replace(
                    start=name.start + start,
                    end=name.end + start,
                    name_start=name.name_start + start,
                    name_end=name.name_end + start,
                )
