"""Premise-conclusion structures: steps and inferences, and the arguments that they make up."""

from __future__ import annotations

from attrs import evolve

from argmap.data import FrozenDict
from argmap.model import ClaimRef, EvidenceRef, InferenceRef, QuestionRef, Ref, Role
from argmap.reading.builders import ElementBuilder, InferenceBuilder, merge
from argmap.reading.collecting.element_stack import ElementStack, OpenElement
from argmap.reading.element_reader import BlockPlace, ElementReader, as_text
from argmap.reading.outline import Outline
from argmap.syntax import Element, Kind
from argmap.text import Related, Span

# Read for each line, and Python 3.11 takes ten times as long to find them in their enum.
_ARGUMENT = Kind.ARGUMENT
_PREMISE, _INTERMEDIARY_CONCLUSION = Role.PREMISE, Role.INTERMEDIARY_CONCLUSION


class _Structure:
    """A premise-conclusion structure that is being read."""

    pending: InferenceBuilder | None = None
    # What its last inference leads to.
    concluded: ElementBuilder | None = None

    def __init__(self, entry: ElementBuilder, span: Span) -> None:
        self.entry = entry
        self.span = span

    @property
    def is_complete(self) -> bool:
        return bool(self.entry.inferences) and self.pending is None


class StructureCollector(ElementStack):
    """Gathers the structures of arguments."""

    _structure: _Structure | None = None
    # What a structure below would belong to.
    _argument: ElementBuilder | None = None

    def __init__(self, contents: ElementReader, outline: Outline) -> None:
        super().__init__(contents, outline)
        # Inferences that turned out to have no conclusion, by what relations to them bear on instead.
        self.dropped: dict[Ref, Ref] = {}

    def _step(self, place: BlockPlace, element: Element, span: Span) -> None:
        structure = self._structure or self._begin_structure(span)
        if element.kind is _ARGUMENT:
            if element.marker:
                self.contents.report("R211", span)
            element = as_text(element)
        role = _INTERMEDIARY_CONCLUSION if structure.pending else _PREMISE
        opened = self._enter(place, element, span, role, "", structure.entry.title)
        assert isinstance(opened.ref, ClaimRef | EvidenceRef | QuestionRef), "arguments were made text above"
        assert opened.statement is not None, "a step is a statement"
        structure.entry.add_step(opened.ref, opened.statement, element.marker)
        if structure.pending:
            structure.entry.add_inference(structure.pending)
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
        self._open.append(OpenElement(element.depth, structure.pending.ref, None, None, "", span))

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
