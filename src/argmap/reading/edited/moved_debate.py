"""The debate of a text of which only words changed: things are elsewhere, and some say something else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from attrs import Factory, define, fields

from argmap.model import Argument, Claim, Debate, Evidence, Inference, Question, Relation, Section, Statement
from argmap.reading.edited.moved_elements import MovedElements
from argmap.reading.inferences import scheme_of
from argmap.reading.schemes import OwnSchemes
from argmap.syntax import Block, Element
from argmap.syntax.inline import Inline
from argmap.text import Span

T = TypeVar("T")
_Stated = TypeVar("_Stated", Claim, Evidence, Question)
_start_of = attrgetter("start")


class Wording(NamedTuple):
    """The words of an element: its text, or the rules of an inference line."""

    inline: Inline
    rules: tuple[str, ...] = ()


@define(eq=False)
class MovedDebate:
    """Makes, when asked, the parts of a debate as they are now.

    `origin` is the debate of the text of which `old` are the blocks; `new` are those of the text now,
    with the same elements in each. `changed` has the words of all elements of the blocks that are not the
    same, by their numbers.
    """

    origin: Debate
    old: Sequence[Block]
    new: Sequence[Block]
    changed: Mapping[int, tuple[Wording, ...]]
    # Where the blocks began, and the first offset from which anything is elsewhere.
    _starts: list[int] = Factory(lambda self: [block.start for block in self.old], takes_self=True)
    _first: int = Factory(lambda self: self._first_moved(), takes_self=True)
    # Statements are in claims and in arguments: each is made once.
    _statements: dict[int, Statement] = Factory(dict)

    def _first_moved(self) -> int:
        numbers = (
            number
            for number, (old, new) in enumerate(zip(self.old, self.new, strict=True))
            if number in self.changed or old.start != new.start
        )
        return self.old[next(numbers, -1)].start

    def debate(self) -> Debate:
        """Return the debate; its elements are made one by one, the rest when first asked for."""
        origin = self.origin
        return Debate.of_parts(
            self,
            claims=MovedElements(origin.claims, self.stated),
            evidence=MovedElements(origin.evidence, self.stated),
            questions=MovedElements(origin.questions, self.stated),
            arguments=MovedElements(origin.arguments, self.argument),
            sources=origin.sources,
            tags=origin.tags,
            metadata=origin.metadata,
        )

    def part(self, name: str) -> object:
        """Return the relations or the sections."""
        if name == "relations":
            return tuple(map(self._relation, self.origin.relations))
        return tuple(map(self._section, self.origin.sections))

    def earlier_place(self, place: int) -> int | None:
        """Return where the element was that is at an offset now, None if none begins there."""
        number = bisect_right(self.new, place, key=_start_of) - 1
        if number < 0:
            return None
        old, new = self.old[number], self.new[number]
        if number not in self.changed:
            return place - new.start + old.start
        index = bisect_right(new.elements, place - new.start, key=_start_of) - 1
        return old.start + old.elements[index].start if index >= 0 else None

    def stated(self, stated: _Stated) -> _Stated:
        """Return a claim, a piece of evidence or a question as it is now."""
        statements = self._all(stated.statements)
        if statements is stated.statements:
            return stated
        return _remade(stated, statements=statements, span=stated.span and self._span(stated.span))

    def argument(self, argument: Argument) -> Argument:
        """Return an argument as it is now."""
        descriptions, steps = self._all(argument.descriptions), self._all(argument.steps)
        span = argument.span and self._span(argument.span)
        # Nothing but an inference line may be written of it.
        if descriptions is argument.descriptions and steps is argument.steps and span is argument.span:
            return argument
        inferences = tuple([self._inference(inference) for inference in argument.inferences])
        return _remade(argument, descriptions=descriptions, steps=steps, inferences=inferences, span=span)

    def elements_in(self, start: int, end: int) -> Iterator[Claim | Evidence | Question | Argument]:
        """Yield, as they are now, the elements that were stated or named in a stretch of the text."""

        def is_inside(statements: tuple[Statement, ...]) -> bool:
            return any(place.span is not None and start <= place.span.start < end for place in statements)

        for element in self.origin.elements:
            if is_inside(element.places):
                match element:
                    case Argument():
                        yield self.argument(element)
                    case Claim():
                        yield self.stated(element)
                    case Evidence():
                        yield self.stated(element)
                    case Question():
                        yield self.stated(element)

    def _all(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        first = self._first
        for statement in statements:
            if statement.span is None or statement.span.start >= first:
                return tuple([self._statement(statement) for statement in statements])
        return statements

    def _statement(self, statement: Statement) -> Statement:
        span = statement.span
        if span is None or span.start < self._first:
            return statement
        if (known := self._statements.get(id(statement))) is None:
            number, shift = self._block(span.start)
            if number in self.changed:
                element, wording = self._element(number, span.start)
                inline = wording.inline
                known = _remade(
                    statement, text=inline.text or None, marks=inline.marks, span=self._place(number, element)
                )
            else:
                known = _remade(statement, span=Span(span.start + shift, span.end + shift, span.path))
            self._statements[id(statement)] = known
        return known

    def _inference(self, inference: Inference) -> Inference:
        span = inference.span
        if span is None or span.start < self._first:
            return inference
        number, shift = self._block(span.start)
        if number not in self.changed:
            return _remade(inference, span=Span(span.start + shift, span.end + shift, span.path))
        place, wording = self._element(number, span.start)
        rules = wording.rules
        is_same = rules == inference.rules
        scheme = inference.scheme if is_same else scheme_of(inference.data, rules, OwnSchemes())
        return _remade(inference, rules=rules, scheme=scheme, span=self._place(number, place))

    def _relation(self, relation: Relation) -> Relation:
        first = self._first
        for span in relation.spans:
            if span.start >= first:
                spans = tuple([self._span(span) for span in relation.spans])
                # Operators are what the lines of relations begin with.
                marks = tuple(
                    [
                        Span(start, start + mark.end - mark.start, path)
                        for (start, _, path), mark in zip(spans, relation.marks, strict=True)
                    ]
                )
                return _remade(relation, spans=spans, marks=marks)
        return relation

    def _section(self, section: Section) -> Section:
        return _remade(section, span=section.span and self._span(section.span))

    def _span(self, span: Span) -> Span:
        """Return where an element is now that was at a span."""
        if span.start < self._first:
            return span
        number, shift = self._block(span.start)
        if number in self.changed:
            return self._place(number, self._element(number, span.start)[0])
        return Span(span.start + shift, span.end + shift, span.path)

    def _block(self, offset: int) -> tuple[int, int]:
        """Return the number of the block in which an offset was, and how far it moved."""
        number = bisect_right(self._starts, offset) - 1
        return number, self.new[number].start - self._starts[number]

    def _element(self, number: int, start: int) -> tuple[Element, Wording]:
        """Return an element of a changed block by where it began, and its words."""
        block = self.old[number]
        index = bisect_right(block.elements, start - block.start, key=_start_of) - 1
        return self.new[number].elements[index], self.changed[number][index]

    def _place(self, number: int, element: Element) -> Span:
        start = self.new[number].start
        return Span(start + element.start, start + element.end)


def _remade(thing: T, **changes: object) -> T:
    """Return a copy with other values; attrs' own takes three times as long."""
    values_of, places = _FIELDS[thing.__class__]
    values = list(values_of(thing))
    for name, value in changes.items():
        values[places[name]] = value
    return thing.__class__(*values)


def _fields(kind: Any) -> tuple[Callable[[object], tuple[object, ...]], dict[str, int]]:
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), {name: place for place, name in enumerate(names)}


_FIELDS: dict[type, tuple[Callable[[object], tuple[object, ...]], dict[str, int]]] = {
    kind: _fields(kind)
    for kind in (Statement, Claim, Evidence, Question, Argument, Inference, Relation, Section)
}
