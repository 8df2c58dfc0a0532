"""A debate as a sequence of lines to write: what stands where, and below what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, TypeAlias

from attrs import Factory, define, evolve

from argmap.data import FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Debate,
    Evidence,
    Inference,
    InferenceRef,
    Ref,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
)
from argmap.syntax import Kind
from argmap.text import Span
from argmap.writing.lines import LIST_MARKER, OPERATORS, Line, line_of

_STEPS = frozenset({Role.PREMISE, Role.INTERMEDIARY_CONCLUSION, Role.MAIN_CONCLUSION})


_PART = re.compile(r" - [0-9]+(?: \([0-9]+\))?\Z")


class Nesting(Enum):
    """Where a line goes that has several places: an item of a list into one at the margin, or deepest.

    What bears on something stands below the innermost line that names it, or below the outermost one.
    """

    FLAT = "flat"
    DEEP = "deep"
    OUTER = "outer"


_Thing: TypeAlias = "Section | Inference | tuple[Claim | Evidence | Argument, Statement]"


def script_of(debate: Debate, *, nesting: Nesting = Nesting.FLAT) -> list[Line]:
    """Return the lines of a debate in the order of their spans.

    Raises:
        ValueError: something has no span, or is in a file of its own: `has_order` tells.
    """
    return _Writer(debate, nesting).lines()


def has_order(debate: Debate) -> bool:
    """Return whether everything in a debate has a place in one text."""
    return all(
        isinstance(thing, Section) if span is None else span.path is None for span, thing in _things(debate)
    )


@define(eq=False)
class _Open:
    """A line that others can stand below; `inference` is that of which it is the conclusion."""

    depth: int
    ref: Ref
    inference: InferenceRef | None = None
    is_item: bool = False
    # Which of the places of its element this is, and which of the relations its line writes first:
    # places and relations count in the order in which lines are complete, inner ones before outer ones.
    place: int = -1
    rank: int = -1

    def ends_before(self, other: _Open) -> bool:
        """Return whether nothing speaks against this line being complete before another is."""
        in_order = self.ref != other.ref or min(self.place, other.place) < 0 or self.place < other.place
        return in_order and (min(self.rank, other.rank) < 0 or self.rank < other.rank)


@define(eq=False)
class _Writer:
    debate: Debate
    nesting: Nesting
    stack: list[_Open] = Factory(list)
    # The argument whose structure is being written, and how many of its steps are.
    argument: str | None = None
    step: int = 0
    headings: int = 0
    related: defaultdict[Span, list[Relation]] = Factory(lambda: defaultdict(list))
    ranks: dict[Span, int] = Factory(dict)
    places: dict[tuple[Ref, Span], int] = Factory(dict)
    # The inferences by the places of their conclusions.
    concluded: dict[Span | None, InferenceRef] = Factory(dict)
    is_exploded: bool = False

    def lines(self) -> list[Line]:
        for rank, relation in enumerate(self.debate.relations):
            for span in relation.spans:
                self.related[span].append(relation)
            if relation.spans:
                self.ranks[relation.spans[0]] = rank
        model = self.debate.metadata.get("model")
        self.is_exploded = isinstance(model, FrozenDict) and bool(model.get("explodeArguments"))
        for argument in self.debate.arguments.values():
            for inference in argument.inferences:
                self.concluded[argument.steps[inference.conclusion_index].span] = inference.ref
        for element in self.debate.elements:
            for place, one in enumerate(_places(element)):
                if one.span:
                    self.places[element.ref, one.span] = place
        return [line for thing in self.things() for line in self.lines_of(thing)]

    def opened(self, depth: int, ref: Ref, span: Span | None, **more: Any) -> _Open:
        """Return an open line, with all that is known of when it is complete."""
        if span is None:
            return _Open(depth, ref, **more)
        return _Open(
            depth, ref, place=self.places.get((ref, span), -1), rank=self.ranks.get(span, -1), **more
        )

    def fits(self, index: int, new: _Open) -> bool:
        """Return whether a line can stand below the one at an index of the stack."""
        return all(new.ends_before(above) for above in self.stack[: index + 1]) and all(
            done.ends_before(new) for done in self.stack[index + 1 :]
        )

    def lines_of(self, thing: _Thing) -> Iterator[Line]:
        """Yield the line of a thing, behind the headings that are missing before it."""
        if isinstance(thing, tuple) and (section := thing[1].section) and section[1:].isdecimal():
            # A debate that was regrouped has other sections than the headings of its text.
            while self.headings < int(section[1:]):
                self.headings += 1
                self.end_block()
                yield Line(Kind.HEADING, "#", text=f"Section {self.headings}")
        yield self.line(thing)

    def things(self) -> Iterable[_Thing]:
        found: dict[int, _Thing] = {}
        for span, thing in _things(self.debate):
            if span is None and isinstance(thing, Section):
                continue
            if span is None or span.path is not None:
                raise ValueError("what has no place in one text has no order in it")
            # The parts of an argument that was taken apart have places in common; the last part counts.
            found[span.start] = thing
        return [found[start] for start in sorted(found)]

    def line(self, thing: _Thing) -> Line:
        if isinstance(thing, Section):
            self.end_block()
            self.headings += 1
            return Line(
                Kind.HEADING,
                "#" * thing.level,
                text=thing.title,
                marks=thing.marks,
                tags=thing.tags,
                data=thing.data,
            )
        if isinstance(thing, Inference):
            follows = self.enter_structure(self.whole(thing.argument))
            self.stack = [_Open(0, thing.ref)]
            return Line(
                Kind.INFERENCE, "--", rules=thing.rules, data=thing.data, follows=follows, ref=thing.ref
            )
        element, statement = thing
        line = line_of(element, statement)
        if statement.role in _STEPS and statement.argument is not None:
            return self.step_line(line, element, statement.argument, statement.span)
        if statement.is_top_level:
            self.end_block()
            self.stack = [self.opened(0, element.ref, statement.span)]
            return line
        return self.item_or_relation(line, element.ref, statement)

    def whole(self, title: str) -> str:
        """Return the title of the argument that an argument is a part of, if arguments were taken apart."""
        return _PART.sub("", title) if self.is_exploded else title

    def end_block(self) -> None:
        self.argument, self.step = None, 0
        self.stack = []

    def enter_structure(self, argument: str) -> bool:
        """Return whether a structure goes on, else begin it."""
        goes_on = self.argument is not None and self.argument == argument
        if not goes_on:
            self.end_block()
            self.argument = argument
        return goes_on

    def step_line(
        self, line: Line, element: Claim | Evidence | Argument, title: str, span: Span | None
    ) -> Line:
        follows = self.enter_structure(self.whole(title))
        self.step += 1
        self.stack = [self.opened(0, element.ref, span, inference=self.concluded.get(span))]
        return evolve(line, marker=f"({self.step})", follows=follows)

    # What stands below something

    def item_or_relation(self, line: Line, ref: Ref, statement: Statement) -> Line:
        new = self.opened(0, ref, statement.span)
        found = None
        if statement.role is not Role.LIST_ITEM:
            found = self.place(new, self.related.get(statement.span or Span(0, 0), ()))
            if found is None and statement.role is Role.RELATION:
                found = self.place_without_relation(new)
        if found is None:
            return self.item(line, new)
        index, operator = found
        del self.stack[index + 1 :]
        new.depth = depth = self.stack[index].depth + 1
        self.stack.append(new)
        return evolve(line, marker=operator, depth=depth, follows=True)

    def item(self, line: Line, new: _Open) -> Line:
        """Return a line as the item of a list."""
        continues = bool(self.stack) and self.stack[0].is_item
        depth = 0
        if self.nesting is Nesting.DEEP:
            fitting = (index for index in range(len(self.stack) - 1, -1, -1) if self.fits(index, new))
            if (index := next(fitting, -1)) >= 0:
                depth = self.stack[index].depth + 1
        if depth == 0 and not continues:
            self.end_block()
        self.stack = [one for one in self.stack if one.depth < depth]
        new.depth, new.is_item = depth, True
        self.stack.append(new)
        return evolve(line, marker=LIST_MARKER, depth=depth, follows=depth > 0 or continues)

    def place(self, new: _Open, relations: Iterable[Relation]) -> tuple[int, str] | None:
        """Return what a line stands below, and its operator; None if no open line fits."""
        outermost_first = range(len(self.stack))
        order = outermost_first if self.nesting is Nesting.OUTER else tuple(reversed(outermost_first))
        for exact in (True, False):
            for relation in relations:
                for index in order:
                    operator = self.operator(new.ref, self.stack[index], relation, exact=exact)
                    if operator and self.fits(index, new):
                        return index, operator
        return None

    def operator(self, ref: Ref, above: _Open, relation: Relation, *, exact: bool) -> str | None:
        below, up = OPERATORS[relation.kind]
        source, target = relation.source, relation.target
        if self.acts_as(ref, source, exact=exact) and self.is_hit_as(
            above, target, relation.kind, exact=exact
        ):
            return below
        below_ref = _Open(0, ref)
        if self.acts_as(above.ref, source, exact=exact) and self.is_hit_as(
            below_ref, target, relation.kind, exact=exact
        ):
            return up
        if relation.kind.is_symmetric and {ref, above.ref} == {source, target}:
            return below
        return None

    def acts_as(self, ref: Ref, source: Ref, *, exact: bool) -> bool:
        """Return whether what something does is done by `source`: arguments act by their conclusions."""
        if ref == source:
            return True
        return not exact and isinstance(ref, ArgumentRef) and self.conclusion(ref) == source

    def is_hit_as(self, one: _Open, target: Ref, kind: RelationKind, *, exact: bool) -> bool:
        """Return whether what bears on something bears on `target`: undercuts hit inferences."""
        if isinstance(target, InferenceRef):
            is_own = target in (one.ref, one.inference)
            return is_own or (not exact and one.ref == ArgumentRef(target.argument))
        return one.ref == target and (kind is not RelationKind.UNDERCUT or one.inference is None)

    def conclusion(self, ref: ArgumentRef) -> Ref | None:
        return self.debate.arguments[ref.title].conclusion

    def place_without_relation(self, new: _Open) -> tuple[int, str] | None:
        """Return a place below an argument, where a line says what its structure says anyway."""
        for index in range(len(self.stack) - 1, -1, -1):
            above = self.stack[index].ref
            if isinstance(above, ArgumentRef) and self.fits(index, new):
                return index, "+>" if self.conclusion(above) == new.ref else "-"
        return None


def _things(debate: Debate) -> Iterator[tuple[Span | None, _Thing]]:
    for section in debate.sections:
        yield section.span, section
    for element in debate.elements:
        for one in _places(element):
            yield one.span, (element, one)
        if isinstance(element, Argument):
            for inference in element.inferences:
                yield inference.span, inference


def _places(element: Claim | Evidence | Argument) -> tuple[Statement, ...]:
    return element.descriptions if isinstance(element, Argument) else element.statements
