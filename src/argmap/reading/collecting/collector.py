"""One walk over a tree: who is named where, what bears on what, which steps make up an argument."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from argmap.model import Role
from argmap.reading.collecting.element_stack import OPERATIONS
from argmap.reading.collecting.structure_collector import StructureCollector
from argmap.reading.element_reader import BlockPlace, as_text
from argmap.reading.mistakes.html_tags import HtmlTags
from argmap.reading.source_files import SourceFile, blocks_of
from argmap.syntax import Block, Element, Kind
from argmap.text import Fix, Span

_LONE_TAG = re.compile(r"(?P<tag><(?P<title>[^<>\n]++)>)[ \t]*+(?:\n[ \t]*+|\Z)")

_NONE: frozenset[int] = frozenset()
# What is wrong with an inference line; not with what only looks like one.
_OF_INFERENCES = frozenset({"S107", "S108", "S109", "S115"})
# Read for each line, and Python 3.11 takes ten times as long to find them in their enum.
_ARGUMENT, _HEADING, _INFERENCE = Kind.ARGUMENT, Kind.HEADING, Kind.INFERENCE
_LIST_ITEM, _RELATION, _TOP_LEVEL = Role.LIST_ITEM, Role.RELATION, Role.TOP_LEVEL


class Collector(StructureCollector):
    """Gathers what a document says."""

    # The block above, if it has something to which a line can be related.
    _above: BlockPlace | None = None
    _is_unplaced: bool = False
    # Where the steps of the block begin that have no number.
    _unnumbered: frozenset[int] = _NONE

    def read(self, page: SourceFile) -> None:
        """Take in a document with all that it includes."""
        self.namespaces.reserve_titles(page)
        self.contents.html = HtmlTags(page)
        self.read_blocks(BlockPlace(where, block) for where, block in blocks_of(page))

    def read_blocks(self, places: Iterable[BlockPlace]) -> None:
        """Take in blocks that follow each other, and behind which nothing goes on with a structure."""
        for place in places:
            self._block(place)
        self._end_structure()

    def _block(self, place: BlockPlace) -> None:
        block = place.block
        elements = block.elements
        first = elements[0]
        is_stray = (
            first.kind is _INFERENCE
            and not self._structure
            and not any(element.marker[:1] == "(" for element in elements)
        )
        for problem in block.problems:
            if not (is_stray and problem.code in _OF_INFERENCES):
                self.contents.report(problem.code, place.span(problem.start, problem.end), *problem.words)
        if is_stray:
            elements = self._without_stray(place)
            if not elements:
                return
            first = elements[0]
        in_structure = first.kind is _INFERENCE or first.marker.startswith("(")
        if self._structure:
            if in_structure and (not self._structure.is_complete or first.kind is _INFERENCE):
                self.contents.report("R207", place.span(0, first.end))
            else:
                self._end_structure()
        if not in_structure:
            self._argument = None
        self._is_unplaced = False
        self._unnumbered = _unnumbered_steps(block) if block.problems else _NONE
        for index, element in enumerate(elements):
            if element.kind is _ARGUMENT and self._is_html(element, elements, index + 1):
                self._html(place, element)
            else:
                self._element(place, element)
        self._close(0)
        self._above = None if elements[-1].kind is _HEADING else place

    def _without_stray(self, place: BlockPlace) -> tuple[Element, ...]:
        """Report an inference line that begins a block without a structure; return what it leaves."""
        block = place.block
        first, *others = block.elements
        is_rule = bool(first.rules or first.data)
        hyphens = block.text[first.start : first.end]
        hyphens = hyphens[: len(hyphens) - len(hyphens.lstrip("-"))]
        self.contents.report("S104" if is_rule else "R232", place.span(first.start, first.end), hyphens)
        return (as_text(first), *others) if is_rule else tuple(others)

    def _is_html(self, element: Element, elements: Sequence[Element], below: int) -> bool:
        """Return whether what is read as an argument is a tag of HTML; `below` is the place behind it."""
        return (
            element.is_reference
            and not element.marker
            and not (below < len(elements) and elements[below].depth)
            and element.title is not None
            and self.contents.is_html(element.title)
        )

    def _html(self, place: BlockPlace, element: Element) -> None:
        """Leave out a tag of HTML; what is written behind it is a text."""
        assert element.title_range is not None, "a tag is a title"
        assert element.title is not None, "a tag is a title"
        start, end = element.title_range
        self.contents.report_html(element.title, place.span(start - 1, end + 1))
        if element.content:
            start, end = element.content
            while (tag := _LONE_TAG.match(place.block.text, start, end)) and self.contents.is_html(
                tag["title"]
            ):
                self.contents.report_html(tag["title"], place.span(tag.start(), tag.end("tag")))
                start = tag.end()
            if start < end:
                text = element._replace(
                    kind=Kind.CLAIM, start=start, title=None, title_range=None, is_reference=False
                )
                self._element(place, text._replace(content=(start, end)))

    def _element(self, place: BlockPlace, element: Element) -> None:
        depth, kind = element.depth, element.kind
        if self._open and self._open[-1].depth >= depth:
            self._close(depth)
        span = place.span(element.start, element.end)
        if kind is _HEADING:
            self._end_structure()
            self._argument = None
            self._heading(place, element, span)
        elif kind is _INFERENCE:
            self._inference(place, element, span)
        elif (
            element.marker.startswith("(")
            or element.start in self._unnumbered
            or self._is_conclusion(element)
        ):
            self._step(place, element, span)
        else:
            if depth == 0:
                self._end_structure()
            self._proposition_or_argument(place, element, span)

    def _is_conclusion(self, element: Element) -> bool:
        """Return whether an element without a number is in the place of a conclusion."""
        if self._structure is None or self._structure.pending is None:
            return False
        return element.kind is not _ARGUMENT and not element.marker and element.depth == 0

    # Elements

    def _heading(self, place: BlockPlace, element: Element, span: Span) -> None:
        inline = self.contents.text(place, element)
        if not inline.text:
            self.contents.report("R231", span)
        elif element.content and (line_end := place.block.text.find("\n", *element.content)) >= 0:
            self.contents.report("S117", place.span(line_end + 1, element.content[1]))
        self.tags.update(dict.fromkeys(inline.tags))
        self.outline.add(len(element.marker), inline, self.contents.data(place, element), span)

    def _proposition_or_argument(self, place: BlockPlace, element: Element, span: Span) -> None:
        marker = element.marker
        operator = marker if marker in OPERATIONS else ""
        if marker and not operator:
            role = _LIST_ITEM
        elif operator and self._open:
            role = _RELATION
        elif operator:
            # Lines of the same block have nothing above them for the same reason: saying it once is enough.
            if not self._is_unplaced:
                self._report_no_parent(place, element, span)
            self._is_unplaced = True
            operator, role = "", _LIST_ITEM
        else:
            role = _TOP_LEVEL
        opened = self._enter(place, element, span, role, operator)
        if element.depth == 0:
            is_argument = element.kind is _ARGUMENT and not marker
            self._argument = opened.entry if is_argument else None

    def _report_no_parent(self, place: BlockPlace, element: Element, span: Span) -> None:
        marker = Span(span.start, span.start + len(element.marker), span.path)
        above = self._above
        if above is None or above.page is not place.page:
            self.contents.report("R212", marker, "write it below a statement or an argument")
            return
        gap = above.span(len(above.block.text), place.block.start - above.block.start)
        is_indented = place.block.text[: element.start].strip(" \t") == "" and element.start > 0
        is_blank = not place.page.text[gap.start : gap.end].strip()
        newline = "\r\n" if "\r\n" in place.page.text[gap.start : gap.end] else "\n"
        fix = Fix(gap, newline, is_safe=False) if is_indented and is_blank else None
        hint = "remove the blank line above" + ("" if is_indented else ", and indent this line")
        self.contents.report("R212", marker, hint, fix=fix)


def _unnumbered_steps(block: Block) -> frozenset[int]:
    return frozenset(problem.start for problem in block.problems if problem.code == "S129")
