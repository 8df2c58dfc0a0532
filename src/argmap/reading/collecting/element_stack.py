"""Elements whose lines below are still being read, and how they are related to those."""

from __future__ import annotations

from argmap.data import Data, FrozenDict, Value
from argmap.data.values import share
from argmap.model import ArgumentRef, InferenceRef, Ref, RelationKind, Role, Statement
from argmap.reading.builders import ElementBuilder
from argmap.reading.element_reader import NOTHING, BlockPlace, ElementReader
from argmap.reading.namespaces import Namespaces
from argmap.reading.outline import Outline
from argmap.reading.relations import SketchedLine
from argmap.syntax import Element, Kind
from argmap.syntax.operators import OPERATORS
from argmap.text import Span

# What an operator says: the kind of relation, and whether what is below it is the source.
OPERATIONS = {
    marker: (RelationKind(operator.relation), operator.is_from_below)
    for marker, operator in OPERATORS.items()
}
# Read for each line, and Python 3.11 takes ten times as long to find them in their enum.
_ARGUMENT = Kind.ARGUMENT
_TOP_LEVEL, _DESCRIPTION = Role.TOP_LEVEL, Role.DESCRIPTION
_CONTRADICTION, _UNDERCUT = RelationKind.CONTRADICTION, RelationKind.UNDERCUT


class OpenElement:
    """An element whose lines below are still being read."""

    __slots__ = ("depth", "entry", "inference", "is_premise", "operator", "ref", "span", "statement")

    def __init__(
        self,
        depth: int,
        ref: Ref,
        entry: ElementBuilder | None,
        statement: Statement | None,
        operator: str,
        span: Span,
    ) -> None:
        self.depth = depth
        self.ref = ref
        self.entry = entry
        self.statement = statement
        self.operator = operator
        self.span = span
        # The inference of which this is the conclusion.
        self.inference: InferenceRef | None = None
        self.is_premise = False


class ElementStack:
    """Enters and leaves elements, and gathers what they are and how they are related."""

    def __init__(self, contents: ElementReader, outline: Outline) -> None:
        self.contents = contents
        self.outline = outline
        self.namespaces = Namespaces()
        self.tags: dict[str, None] = {}
        self.lines: list[SketchedLine] = []
        self._open: list[OpenElement] = []

    def _enter(
        self,
        place: BlockPlace,
        element: Element,
        span: Span,
        role: Role,
        operator: str,
        argument: str | None = None,
    ) -> OpenElement:
        entry = self._entry(element, span)
        content, is_reference = element.content, element.is_reference
        inline = self.contents.text(place, element) if content else NOTHING
        if is_reference == bool(content):
            self.contents.report_odd_text(place, element)
        tags = inline.tags
        if element.tags:
            tags += self.contents.outer_tags(place, element)
        if tags:
            tags = tuple(dict.fromkeys(tags))
            self.tags.update(dict.fromkeys(tags))
        is_argument = element.kind is _ARGUMENT
        statement = Statement(
            entry.title,
            inline.text or None,
            _DESCRIPTION if is_argument else role,
            is_reference,
            role is _TOP_LEVEL,
            tags,
            self.contents.data(place, element) if element.data else None,
            inline.marks,
            self.outline.current,
            argument,
            span,
        )
        if statement.data and "relation" in statement.data:
            self._check_relation_data(place, element, statement.data["relation"], has_operator=bool(operator))
        opened = OpenElement(element.depth, entry.ref, entry, statement, operator, span)
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

    def _relate(self, parent: OpenElement, child: OpenElement, data: Data | None) -> None:
        kind, from_child = OPERATIONS[child.operator]
        target: Ref = parent.ref
        marker = Span(child.span.start, child.span.start + len(child.operator), child.span.path)
        if parent.entry is None and kind is not _UNDERCUT:
            self.contents.report("R214", marker)
            kind, from_child = RelationKind.UNDERCUT, True
        if kind is _UNDERCUT and from_child:
            target = parent.inference or target
            if parent.is_premise:
                self.contents.report("R230", marker)
        if kind is _CONTRADICTION and ArgumentRef in (type(parent.ref), type(child.ref)):
            self.contents.report("R213", marker)
        source, target = (child.ref, target) if from_child else (target, child.ref)
        self.lines.append(SketchedLine(kind, source, target, child.span, marker, data))

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
