"""One walk over a tree: who is named where, what bears on what, which steps make up an argument."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import Factory, define, evolve

from argmap.data import Data, FrozenDict, Value
from argmap.data.values import share
from argmap.model import (
    ArgumentRef,
    ClaimRef,
    EvidenceRef,
    InferenceRef,
    QuestionRef,
    Ref,
    RelationKind,
    Role,
    Statement,
)
from argmap.reading.builders import ElementBuilder, InferenceBuilder, merge
from argmap.reading.element_reader import NOTHING, BlockPlace, ElementReader, as_text
from argmap.reading.mistakes.html_tags import HtmlTags
from argmap.reading.namespaces import Namespaces
from argmap.reading.outline import Outline
from argmap.reading.relations import Sketch
from argmap.reading.source_files import SourceFile, blocks_of
from argmap.syntax import Element, Kind
from argmap.syntax.operators import OPERATORS
from argmap.text import Fix, Related, Span

_LONE_TAG = re.compile(r"(?P<tag><(?P<title>[^<>\n]++)>)[ \t]*+(?:\n[ \t]*+|\Z)")

_NONE: frozenset[int] = frozenset()
# What an operator says: the kind of relation, and whether what stands below it is the source.
_OPERATORS = {
    marker: (RelationKind(operator.relation), operator.is_from_below)
    for marker, operator in OPERATORS.items()
}


@define(eq=False)
class _OpenElement:
    """An element whose lines below are still being read."""

    depth: int
    ref: Ref
    entry: ElementBuilder | None
    statement: Statement | None
    operator: str
    span: Span
    # The inference of which this is the conclusion.
    inference: InferenceRef | None = None
    is_premise: bool = False


@define(eq=False)
class _Structure:
    """A premise-conclusion structure that is being read."""

    entry: ElementBuilder
    span: Span
    pending: InferenceBuilder | None = None
    # What its last inference leads to.
    concluded: ElementBuilder | None = None

    @property
    def is_complete(self) -> bool:
        return bool(self.entry.inferences) and self.pending is None


@define(eq=False)
class Collector:
    """Gathers what a document says."""

    contents: ElementReader
    outline: Outline
    namespaces: Namespaces = Factory(Namespaces)
    tags: dict[str, None] = Factory(dict)
    sketch: Sketch = Factory(Sketch)
    # Inferences that turned out to have no conclusion, by what relations to them bear on instead.
    dropped: dict[Ref, Ref] = Factory(dict)
    # The block above, if it has something to which a line can be related.
    _above: BlockPlace | None = None
    _is_unplaced: bool = False
    # Where the steps of the block begin that have no number.
    _unnumbered: frozenset[int] = _NONE
    _open: list[_OpenElement] = Factory(list)
    _structure: _Structure | None = None
    _argument: ElementBuilder | None = None

    def read(self, page: SourceFile) -> None:
        """Take in a document with all that it includes."""
        self.namespaces.reserve_titles(page)
        self.contents.html = HtmlTags(page)
        for where, block in blocks_of(page):
            self._block(BlockPlace(where, block))
        self._end_structure()

    def _block(self, place: BlockPlace) -> None:
        block = place.block
        elements = block.elements
        first = elements[0]
        is_stray = (
            first.kind is Kind.INFERENCE
            and not self._structure
            and not any(element.marker[:1] == "(" for element in elements)
        )
        for problem in block.problems:
            if not (is_stray and problem.code in _OF_INFERENCES):
                self.contents.report(problem.code, place.span(problem.start, problem.end), *problem.words)
        if is_stray:
            is_rule = bool(first.rules or first.data)
            span = place.span(first.start, first.end)
            hyphens = block.text[first.start : first.end]
            hyphens = hyphens[: len(hyphens) - len(hyphens.lstrip("-"))]
            self.contents.report("S104" if is_rule else "R232", span, hyphens)
            elements = (as_text(first), *elements[1:]) if is_rule else elements[1:]
            if not elements:
                return
            first = elements[0]
        in_structure = first.kind is Kind.INFERENCE or first.marker.startswith("(")
        structure = self._structure
        if structure:
            if in_structure and (not structure.is_complete or first.kind is Kind.INFERENCE):
                span = place.span(0, first.end)
                self.contents.report("R207", span)
            else:
                self._end_structure()
        if first.kind is not Kind.INFERENCE and not in_structure:
            self._argument = None
        self._is_unplaced = False
        self._unnumbered = _NONE
        if block.problems:
            self._unnumbered = frozenset(
                problem.start for problem in block.problems if problem.code == "S129"
            )
        for index, element in enumerate(elements):
            if element.kind is Kind.ARGUMENT and self._is_html(element, elements, index + 1):
                self._html(place, element)
            else:
                self._element(place, element)
        self._close(0)
        self._above = None if elements[-1].kind is Kind.HEADING else place

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
        if self._open and self._open[-1].depth >= element.depth:
            self._close(element.depth)
        span = place.span(element.start, element.end)
        if element.kind is Kind.HEADING:
            self._end_structure()
            self._argument = None
            self._heading(place, element, span)
        elif element.kind is Kind.INFERENCE:
            self._inference(place, element, span)
        elif (
            element.marker.startswith("(")
            or element.start in self._unnumbered
            or self._is_conclusion(element)
        ):
            self._step(place, element, span)
        else:
            if element.depth == 0:
                self._end_structure()
            self._proposition_or_argument(place, element, span)

    def _is_conclusion(self, element: Element) -> bool:
        """Return whether an element without a number stands where a conclusion must stand."""
        is_awaited = self._structure is not None and self._structure.pending is not None
        is_statement = element.kind is not Kind.ARGUMENT and not element.marker and element.depth == 0
        return is_awaited and is_statement

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
        operator = element.marker if element.marker in _OPERATORS else ""
        if element.marker and not operator:
            role = Role.LIST_ITEM
        elif operator and self._open:
            role = Role.RELATION
        elif operator:
            # Lines of the same block have nothing above them for the same reason: saying it once is enough.
            if not self._is_unplaced:
                self._report_no_parent(place, element, span)
            self._is_unplaced = True
            operator, role = "", Role.LIST_ITEM
        else:
            role = Role.TOP_LEVEL
        opened = self._enter(place, element, span, role, operator)
        if element.depth == 0:
            is_argument = element.kind is Kind.ARGUMENT and not element.marker
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

    def _step(self, place: BlockPlace, element: Element, span: Span) -> None:
        structure = self._structure or self._begin_structure(span)
        if element.kind is Kind.ARGUMENT:
            if element.marker:
                self.contents.report("R211", span)
            element = as_text(element)
        role = Role.INTERMEDIARY_CONCLUSION if structure.pending else Role.PREMISE
        opened = self._enter(place, element, span, role, "", structure.entry.title)
        assert isinstance(opened.ref, ClaimRef | EvidenceRef | QuestionRef), "arguments were made text above"
        assert opened.statement is not None, "a step is a statement"
        structure.entry.steps.append((opened.ref, opened.statement))
        if structure.pending:
            structure.pending.conclusion_index = len(structure.entry.steps) - 1
            structure.entry.inferences.append(structure.pending)
            opened.inference = structure.pending.ref
            structure.concluded = opened.entry
            structure.pending = None
        else:
            opened.is_premise = True

    def _inference(self, place: BlockPlace, element: Element, span: Span) -> None:
        structure = self._structure or self._begin_structure(span)
        if not structure.entry.steps and not structure.pending:
            self.contents.report("R243", span)
        rules = self.contents.rules(place, element)
        data = self.contents.data(place, element) or FrozenDict()
        if structure.pending:
            self.contents.report("R208", structure.pending.span)
            structure.pending.rules += rules
            merge(structure.pending.data, data)
        else:
            ref = InferenceRef(structure.entry.title, len(structure.entry.inferences))
            structure.pending = InferenceBuilder(ref, rules, dict(data), span)
        self._open.append(_OpenElement(element.depth, structure.pending.ref, None, None, "", span))

    def _begin_structure(self, span: Span) -> _Structure:
        entry = self._argument
        if entry is not None and entry.inferences:
            first = Related(entry.steps[0][1].span or entry.span, "its first structure begins here")
            self.contents.report("R206", span, entry.title, related=[first])
            entry = None
        if entry is None:
            entry = self.namespaces.untitled(Kind.ARGUMENT, span)
        self._argument = None
        self._structure = _Structure(entry, span)
        return self._structure

    def _end_structure(self) -> None:
        structure, self._structure = self._structure, None
        if structure is None:
            return
        entry = structure.entry
        entry.section = self.outline.current or entry.section
        if structure.pending:
            self.contents.report("R208", structure.pending.span)
            self.dropped[structure.pending.ref] = entry.ref
        elif not entry.inferences:
            self.contents.report("R209", structure.span)
        if not entry.inferences:
            return
        last = entry.inferences[-1].conclusion_index
        ref, statement = entry.steps[last]
        conclusion = evolve(statement, role=Role.MAIN_CONCLUSION)
        entry.steps[last] = (ref, conclusion)
        assert structure.concluded is not None, "there is an inference"
        structure.concluded.replace(statement, conclusion)
        for _, statement in entry.steps[last + 1 :]:
            self.contents.report("R210", statement.span or structure.span)

    # Entering and leaving

    def _enter(
        self,
        place: BlockPlace,
        element: Element,
        span: Span,
        role: Role,
        operator: str,
        argument: str | None = None,
    ) -> _OpenElement:
        entry = self._entry(element, span)
        inline = self.contents.text(place, element) if element.content else NOTHING
        if element.is_reference == bool(element.content):
            self.contents.report_odd_text(place, element)
        tags = inline.tags
        if element.tags:
            tags += self.contents.outer_tags(place, element)
        if tags:
            tags = tuple(dict.fromkeys(tags))
            self.tags.update(dict.fromkeys(tags))
        is_argument = element.kind is Kind.ARGUMENT
        statement = Statement(
            entry.title,
            inline.text or None,
            Role.DESCRIPTION if is_argument else role,
            element.is_reference,
            role is Role.TOP_LEVEL,
            tags,
            self.contents.data(place, element) if element.data else None,
            inline.marks,
            self.outline.current,
            argument,
            span,
        )
        if statement.data and "relation" in statement.data:
            self._check_relation_data(place, element, statement.data["relation"], has_operator=bool(operator))
        opened = _OpenElement(element.depth, entry.ref, entry, statement, operator, span)
        self._open.append(opened)
        return opened

    def _check_relation_data(
        self, place: BlockPlace, element: Element, data: Value, *, has_operator: bool
    ) -> None:
        if not has_operator:
            self.contents.report("R293", self.contents.key_span(place, element, "relation"))
        elif not isinstance(data, FrozenDict):
            self.contents.report("R294", self.contents.key_span(place, element, "relation"))
        elif data.get("strength") is not None and share(data.get("strength")) is None:
            span = self.contents.key_span(place, element, "relation", "strength")
            self.contents.report("R227", span, "strength")

    def _close(self, depth: int) -> None:
        """Leave all open elements that are at least so deep, innermost first."""
        stack = self._open
        while stack and stack[-1].depth >= depth:
            left = stack.pop()
            data = left.statement.data if left.statement else None
            of_relation = None
            if data and left.operator and "relation" in data:
                data, of_relation = _parted(data)
            if left.entry is not None and left.statement is not None:
                left.entry.append(left.statement, data=data)
            if left.operator:
                self._relate(stack[-1], left, of_relation)

    def _relate(self, parent: _OpenElement, child: _OpenElement, data: Data | None) -> None:
        kind, from_child = _OPERATORS[child.operator]
        target: Ref = parent.ref
        marker = Span(child.span.start, child.span.start + len(child.operator), child.span.path)
        if parent.entry is None and kind is not RelationKind.UNDERCUT:
            self.contents.report("R214", marker)
            kind, from_child = RelationKind.UNDERCUT, True
        if kind is RelationKind.UNDERCUT and from_child:
            target = parent.inference or target
            if parent.is_premise:
                self.contents.report("R230", marker)
        if kind is RelationKind.CONTRADICTION and ArgumentRef in (type(parent.ref), type(child.ref)):
            self.contents.report("R213", marker)
        source, target = (child.ref, target) if from_child else (target, child.ref)
        self.sketch.add(kind, source, target, child.span, data)

    def _entry(self, element: Element, span: Span) -> ElementBuilder:
        entry, is_new = self.namespaces.entry(element, span)
        if is_new and element.title is not None:
            if not element.title:
                self.contents.report("R229", span)
            elif "]" in element.title.partition("[")[0]:
                self.contents.report("R235", span, element.title)
        return entry


def _parted(data: Data) -> tuple[Data, Data | None]:
    """Return the data of a line as those of what it names and those of the relation that it writes."""
    of_relation = data["relation"]
    if not isinstance(of_relation, FrozenDict):
        return data, None
    return FrozenDict({key: value for key, value in data.items() if key != "relation"}), of_relation


# What is wrong with an inference line; not with what only looks like one.
_OF_INFERENCES = frozenset({"S107", "S108", "S109", "S115"})
