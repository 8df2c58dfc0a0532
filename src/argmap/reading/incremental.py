"""Reading a text again of which only words changed: the debate stays, but for those words and all places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

from attrs import Factory, define, evolve, fields

from argmap.data import FrozenDict
from argmap.model import Argument, Claim, Debate, Evidence, Inference, Question, Relation, Section, Statement
from argmap.reading.element_reader import BlockPlace, ElementReader
from argmap.reading.inferences import scheme_of
from argmap.reading.mistakes.html_tags import HtmlTags
from argmap.reading.reader import DocumentReading, all_diagnostics, contents_under
from argmap.reading.schemes import OwnSchemes
from argmap.reading.source_files import SourceFile
from argmap.syntax import Block, Element, Kind
from argmap.syntax.inline import Inline
from argmap.syntax.reparsing import Change
from argmap.text import Diagnostic, Related, Span

T = TypeVar("T")

# What a frontmatter may name that stands in other files, which may have changed.
_ELSEWHERE = frozenset({"bibliography", "schemes"})


def read_again(
    page: SourceFile, *, change: Change, earlier_page: SourceFile, earlier: DocumentReading
) -> DocumentReading | None:
    """Return the debate of a page which differs by a change from one that was read.

    None if more than words changed in the blocks that are new, or something was or is odd in them: then
    all has to be read.
    """
    settings = earlier.settings
    if (
        settings.model.explode_arguments
        or settings.group.regroup
        or "bibliography" in earlier.debate.metadata
    ):
        return None
    new, old = _changed(page, change), _changed(earlier_page, change)
    if len(new) != len(old) or any("</" in place.block.text for place in (*new, *old)):
        # What closes a tag of HTML decides what the title of one is elsewhere.
        return None
    moves = _Moves(change)
    contents, old_contents = contents_under(settings), contents_under(settings)
    contents.html, old_contents.html = HtmlTags(page), HtmlTags(earlier_page)
    for place, old_place in zip(new, old, strict=True):
        for element, old_element in _pairs(place.block, old_place.block):
            if not (old_element and element and _shape(place, element) == _shape(old_place, old_element)):
                return None
            start = old_place.block.start + old_element.start
            moves.places[start] = place.span(element.start, element.end)
            if element.kind is Kind.INFERENCE:
                moves.rules[start] = tuple(contents.rules(place, element))
                continue
            moves.texts[start] = inline = contents.text(place, element)
            if inline.tags != old_contents.text(old_place, old_element).tags:
                return None
    gathered = earlier.gathered
    if contents.diagnostics or old_contents.diagnostics or moves.meet(gathered.diagnostics):
        return None
    _take_over(contents, gathered.contents, moves)
    debate = _moved(earlier.debate, moves)
    gathered = evolve(
        gathered,
        contents=contents,
        diagnostics=tuple(moves.diagnostic(diagnostic) for diagnostic in gathered.diagnostics),
    )
    return DocumentReading(debate, all_diagnostics(debate, gathered, {page.path: page}), settings, gathered)


def _changed(page: SourceFile, change: Change) -> list[BlockPlace]:
    """Return the blocks of a page that change."""
    blocks = page.tree.blocks
    return [BlockPlace(page, block) for block in blocks[change.before : len(blocks) - change.behind]]


def _pairs(new: Block, old: Block) -> Iterator[tuple[Element | None, Element | None]]:
    """Yield the elements of two blocks side by side; a pair with None if they cannot be alike."""
    if len(new.elements) != len(old.elements) or new.problems or old.problems:
        yield None, None
        return
    yield from zip(new.elements, old.elements, strict=True)


def _shape(place: BlockPlace, element: Element) -> tuple[object, ...]:
    """Return all that an element says, but for its words."""
    page, block = place

    def written(ranges: Iterable[tuple[int, int]]) -> list[str]:
        return [page.text[block.start + start : block.start + end] for start, end in ranges]

    is_heading = element.kind is Kind.HEADING
    return (
        *(element.kind, element.marker, element.depth, element.title, element.is_reference),
        *(written(element.tags), written(element.data), len(element.rules)),
        element.content and (not is_heading or written([element.content])),
    )


@define(eq=False)
class _Moves:
    """Where everything is after a change."""

    change: Change
    # The elements that changed: where they are now and what they say, by where they began.
    places: dict[int, Span] = Factory(dict)
    texts: dict[int, Inline] = Factory(dict)
    rules: dict[int, tuple[str, ...]] = Factory(dict)
    statements: dict[int, Statement] = Factory(dict)

    def span(self, span: Span) -> Span:
        start, end, path = span
        if start < self.change.start:
            return span
        if start < self.change.end:
            return self.places[start]
        return Span(start + self.change.shift, end + self.change.shift, path)

    def spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        if all(span.start < self.change.start for span in spans):
            return spans
        return tuple(self.span(span) for span in spans)

    def statement(self, statement: Statement) -> Statement:
        """Return a statement where it is now, one for one: they stand in claims and in arguments."""
        span = statement.span
        assert span is not None, "it was read from a text"
        if span.start < self.change.start:
            return statement
        if (known := self.statements.get(id(statement))) is None:
            if span.start < self.change.end:
                inline = self.texts[span.start]
                place = self.places[span.start]
                known = _remade(statement, text=inline.text or None, marks=inline.marks, span=place)
            else:
                known = _remade(statement, span=self.span(span))
            self.statements[id(statement)] = known
        return known

    def statements_of(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        if all(
            statement.span is not None and statement.span.start < self.change.start
            for statement in statements
        ):
            return statements
        return tuple([self.statement(statement) for statement in statements])

    def diagnostic(self, one: Diagnostic) -> Diagnostic:
        fix = one.fix and evolve(one.fix, span=self._elsewhere(one.fix.span))
        related = tuple(Related(self._elsewhere(other.span), other.message) for other in one.related)
        return evolve(one, span=self._elsewhere(one.span), fix=fix, related=related)

    def _elsewhere(self, span: Span) -> Span:
        """Return where a span is now that is none of an element, and does not meet what changed."""
        return span if span.end <= self.change.start else self.span(span)

    def meet(self, diagnostics: Iterable[Diagnostic]) -> bool:
        """Return whether something odd was where the text changed."""
        return any(
            span.start < self.change.end and span.end >= self.change.start
            for diagnostic in diagnostics
            for span in (
                diagnostic.span,
                *(other.span for other in diagnostic.related),
                *([diagnostic.fix.span] if diagnostic.fix else ()),
            )
        )


def _take_over(contents: ElementReader, earlier: ElementReader, moves: _Moves) -> None:
    """Add to what was noticed in the blocks that changed what was noticed in all others."""
    start, end = moves.change.start, moves.change.end
    contents.known_data = earlier.known_data
    contents.mentions = [
        *(mention for mention in earlier.mentions if mention[2].start < start),
        *contents.mentions,
        *((kind, title, moves.span(span)) for kind, title, span in earlier.mentions if span.start >= end),
    ]
    contents.bracketed = [
        *(title for title in earlier.bracketed if title.span.start < start),
        *contents.bracketed,
        *(
            title._replace(span=moves.span(title.span), colon=title.colon and moves.span(title.colon))
            for title in earlier.bracketed
            if title.span.start >= end
        ),
    ]


def _moved(debate: Debate, moves: _Moves) -> Debate:
    return evolve(
        debate,
        claims=FrozenDict({title: _stated(claim, moves) for title, claim in debate.claims.items()}),
        evidence=FrozenDict({title: _stated(one, moves) for title, one in debate.evidence.items()}),
        questions=FrozenDict({title: _stated(one, moves) for title, one in debate.questions.items()}),
        arguments=FrozenDict({title: _argument(one, moves) for title, one in debate.arguments.items()}),
        relations=tuple(
            relation
            if (spans := moves.spans(relation.spans)) is relation.spans
            else _remade(relation, spans=spans, marks=_marks(relation, spans))
            for relation in debate.relations
        ),
        sections=tuple(_section(section, moves) for section in debate.sections),
    )


def _marks(relation: Relation, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return where the operators of a relation are, with which its lines begin."""
    return tuple(
        Span(span.start, span.start + mark.end - mark.start, span.path)
        for span, mark in zip(spans, relation.marks, strict=True)
    )


_Stated = TypeVar("_Stated", Claim, Evidence, Question)


def _stated(stated: _Stated, moves: _Moves) -> _Stated:
    statements = moves.statements_of(stated.statements)
    if statements is stated.statements:
        return stated
    assert stated.span is not None, "it was read from a text"
    return _remade(stated, statements=statements, span=moves.span(stated.span))


def _argument(argument: Argument, moves: _Moves) -> Argument:
    descriptions, steps = moves.statements_of(argument.descriptions), moves.statements_of(argument.steps)
    if descriptions is argument.descriptions and steps is argument.steps:
        return argument
    assert argument.span is not None, "it was read from a text"
    inferences = tuple(_inference(other, moves) for other in argument.inferences)
    span = moves.span(argument.span)
    return _remade(argument, descriptions=descriptions, steps=steps, inferences=inferences, span=span)


def _inference(inference: Inference, moves: _Moves) -> Inference:
    assert inference.span is not None, "it was read from a text"
    rules = moves.rules.get(inference.span.start, inference.rules)
    scheme = inference.scheme if rules == inference.rules else scheme_of(inference.data, rules, OwnSchemes())
    return _remade(inference, rules=rules, scheme=scheme, span=moves.span(inference.span))


def _section(section: Section, moves: _Moves) -> Section:
    assert section.span is not None, "it was read from a text"
    return _remade(section, span=moves.span(section.span))


def _remade(t: T, **changes: object) -> T:
    """Return a copy with other values; attrs' own takes three times as long."""
    values_of, places = _FIELDS[t.__class__]
    values = list(values_of(t))
    for name, value in changes.items():
        values[places[name]] = value
    return t.__class__(*values)


def _fields(kind: Any) -> tuple[Callable[[object], tuple[object, ...]], dict[str, int]]:
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), {name: place for place, name in enumerate(names)}


_FIELDS: dict[type, tuple[Callable[[object], tuple[object, ...]], dict[str, int]]] = {
    kind: _fields(kind)
    for kind in (Statement, Claim, Evidence, Question, Argument, Inference, Relation, Section)
}
