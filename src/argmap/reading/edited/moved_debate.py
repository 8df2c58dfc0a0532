"""The debate of a text of which only words changed: things are elsewhere, and some say something else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from attrs import Factory, define

from argmap.model import Argument, Claim, Debate, Evidence, Inference, Question, Relation, Section, Statement
from argmap.model.debate import Element
from argmap.named_tuples import NamedTuple
from argmap.reading.edited.moved_elements import MovedElements
from argmap.reading.edited.remaking import remade
from argmap.reading.edited.stable_places import StablePlaces
from argmap.reading.inferences import scheme_of
from argmap.reading.schemes import OwnSchemes
from argmap.syntax import Block
from argmap.syntax import Element as WrittenElement
from argmap.syntax.inline import Inline
from argmap.text import Span

_Stated = TypeVar("_Stated", bound=Claim | Evidence | Question)
_start_of = attrgetter("start")


class Wording(NamedTuple):
    """The words of an element: its text, or the rules of an inference line."""

    inline: Inline
    rules: tuple[str, ...] = ()


@define(eq=False)
class MovedDebate:
    """Makes, when asked, the parts of a debate as they are now.

    `origin` is a debate with stable places, and `places` say where they are now. `changed` has the words of
    all elements of the blocks that do not say what they said there, by their numbers.
    """

    origin: Debate
    places: StablePlaces
    changed: Mapping[int, tuple[Wording, ...]]
    # The first stable place from which anything is elsewhere.
    _first: int = Factory(lambda self: self.places.first_moved(self.changed), takes_self=True)
    # Statements are in claims and in arguments: each is made once.
    _statements: dict[int, Statement] = Factory(dict)

    @classmethod
    def of(cls, debate: Debate, blocks: Sequence[Block]) -> MovedDebate:
        """Return a debate, of a text of some blocks, as what makes its parts."""
        if isinstance(debate.parts, cls):
            return debate.parts
        return cls(debate, StablePlaces(blocks, blocks), {})

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

    def stable_place(self, place: int) -> int | None:
        """Return the stable place of the element that is at an offset now, None if none begins there."""
        places = self.places
        number = places.number_now(place)
        if number < 0:
            return None
        old, new = places.stable[number], places.now[number]
        if number not in self.changed:
            return place - new.start + old.start
        index = bisect_right(new.elements, place - new.start, key=_start_of) - 1
        return old.start + old.elements[index].start if index >= 0 else None

    def stated(self, stated: _Stated) -> _Stated:
        """Return a claim, a piece of evidence or a question as it is now."""
        statements = self._all(stated.statements)
        if statements is stated.statements:
            return stated
        return remade(stated, statements=statements, span=stated.span and self._span(stated.span))

    def argument(self, argument: Argument) -> Argument:
        """Return an argument as it is now."""
        descriptions, steps = self._all(argument.descriptions), self._all(argument.steps)
        span = argument.span and self._span(argument.span)
        # Nothing but an inference line may be written of it.
        if descriptions is argument.descriptions and steps is argument.steps and span is argument.span:
            return argument
        inferences = tuple([self._inference(inference) for inference in argument.inferences])
        return remade(argument, descriptions=descriptions, steps=steps, inferences=inferences, span=span)

    def elements_in(self, numbers: Iterable[int]) -> Iterator[Element]:
        """Yield, as they are now, the elements that are stated or named in some blocks."""
        blocks = [self.places.stable[number] for number in numbers]
        ranges = [(block.start, block.start + len(block.text)) for block in blocks]

        def is_inside(span: Span | None) -> bool:
            return span is not None and any(start <= span.start < end for start, end in ranges)

        for element in self.origin.elements:
            if any(is_inside(place.span) for place in element.places):
                yield self.element(element)

    def element(self, element: Element) -> Element:
        """Return an element as it is now."""
        return self.argument(element) if isinstance(element, Argument) else self.stated(element)

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
            number = self.places.number(span.start)
            if number in self.changed:
                element, wording = self._element(number, span.start)
                inline = wording.inline
                known = remade(
                    statement, text=inline.text or None, marks=inline.marks, span=self._place(number, element)
                )
            else:
                moved = self.places.span(span)
                known = statement if moved is span else remade(statement, span=moved)
            self._statements[id(statement)] = known
        return known

    def _inference(self, inference: Inference) -> Inference:
        span = inference.span
        if span is None or span.start < self._first:
            return inference
        number = self.places.number(span.start)
        if number not in self.changed:
            return remade(inference, span=self.places.span(span))
        place, wording = self._element(number, span.start)
        rules = wording.rules
        is_same = rules == inference.rules
        scheme = inference.scheme if is_same else scheme_of(inference.data, rules, OwnSchemes())
        return remade(inference, rules=rules, scheme=scheme, span=self._place(number, place))

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
                return remade(relation, spans=spans, marks=marks)
        return relation

    def _section(self, section: Section) -> Section:
        return remade(section, span=section.span and self._span(section.span))

    def _span(self, span: Span) -> Span:
        """Return where an element is now that was at a span."""
        if span.start < self._first:
            return span
        number = self.places.number(span.start)
        if number in self.changed:
            return self._place(number, self._element(number, span.start)[0])
        return self.places.span(span)

    def _element(self, number: int, start: int) -> tuple[WrittenElement, Wording]:
        """Return an element of a changed block by where it began, and its words."""
        block = self.places.stable[number]
        index = bisect_right(block.elements, start - block.start, key=_start_of) - 1
        return self.places.now[number].elements[index], self.changed[number][index]

    def _place(self, number: int, element: WrittenElement) -> Span:
        start = self.places.now[number].start
        return Span(start + element.start, start + element.end)
