"""Expectations that nothing can meet, and numbers for strengths that are none."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.data import NO_DATA
from argmap.data.locations import written_like
from argmap.model import Argument, Debate, Inference, QuestionRef, Statement
from argmap.model.debate import Element
from argmap.model.expected import QUESTION_WORDS, VERDICT_WORDS, Expectation, expectations_of
from argmap.model.lookup import reference_in
from argmap.named_tuples import NamedTuple
from argmap.reading.data_places import DataPlaces
from argmap.reading.source_files import SourceFile
from argmap.text import Diagnostic, Fix, Span, diagnose
from argmap.text.nearest import nearest, only_near

# Numbers from 0 to 1 in the data of claims, arguments and evidence that reasoning reads.
_SHARES = ("strength", "p")
# To look for what is near to a name takes long where many names are unknown.
_MOST_SEARCHES = 50


class OddExpectations(NamedTuple):
    """Finds what is wrong with what a debate says about its evaluation."""

    debate: Debate
    page: SourceFile
    places: DataPlaces

    def all(self) -> Iterator[Diagnostic]:
        """Yield names that mean nothing, words that are no verdict, and numbers that are none."""
        unknown = 0
        for expectation in expectations_of(self.debate, self.debate.metadata):
            if expectation.path == ("expect",):
                yield diagnose("R298", self.page.value_span("expect"))
            elif isinstance(expectation.ref, QuestionRef) and not expectation.is_clear:
                yield self._no_answer(expectation, expectation.ref)
            elif expectation.label not in VERDICT_WORDS:
                yield self._no_verdict(expectation)
            elif expectation.ref is None:
                unknown += 1
                yield self._unknown(expectation, is_searched=unknown <= _MOST_SEARCHES)
        for element in self.debate.elements:
            if element.data is not NO_DATA:
                yield from self._shares(element)

    def _unknown(self, expectation: Expectation, *, is_searched: bool) -> Diagnostic:
        path = expectation.path
        is_key = path[-1] == expectation.name
        place = self.page.key_span(*path) if is_key else self.page.value_span(*path)
        near = expectation.missing.near if expectation.missing and is_searched else ""
        if near:
            hint = f"did you mean `{near}`?"
        else:
            is_ambiguous = expectation.problem.startswith("there are")
            hint = expectation.problem if is_ambiguous else "check the title"
        return diagnose("R288", place, expectation.name, hint)

    def _no_answer(self, expectation: Expectation, question: QuestionRef) -> Diagnostic:
        path, word = expectation.path, expectation.word
        place = self.page.value_span(*path) if path else self._own_place(expectation)
        if expectation.problem:
            return diagnose("R268", place, word, expectation.name)
        if reference_in(word):
            near = nearest(word, map(str, self.debate.positions(question)))
            return diagnose("R288", place, word, f"did you mean `{near}`?" if near else "check the title")
        hint = f"write {', '.join(f'`{word}`' for word in QUESTION_WORDS)} or the title of a position"
        return diagnose("R289", place, word, hint)

    def _no_verdict(self, expectation: Expectation) -> Diagnostic:
        if expectation.path:
            place = self.page.key_span(*expectation.path[:2])
        else:
            place = self._own_place(expectation)
        word = expectation.word
        near = nearest(word, VERDICT_WORDS)
        hint = f"write `{near}`" if near else "write `in`, `out` or `undecided`"
        return diagnose("R289", place, word, hint, fix=self._fix(place, word))

    def _fix(self, place: Span, word: str) -> Fix | None:
        written = self.places.written(place)
        near = only_near(word, VERDICT_WORDS)
        if near is None or written.strip("\"'") != word:
            return None
        new = written_like(written, near)
        return Fix(place, new, is_safe=False) if new else None

    def _own_place(self, expectation: Expectation) -> Span:
        if expectation.ref is None:
            return Span(0, 0)
        thing = self.debate[expectation.ref]
        for where in _stated(thing):
            if (value := self.places.value(where, "expect")) is not None:
                return value
        return thing.span or Span(0, 0)

    def _shares(self, element: Element) -> Iterator[Diagnostic]:
        for key in _SHARES:
            value = element.data.get(key)
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if value is None or (is_number and 0 <= value <= 1):  # type: ignore[operator]  # it is a number
                continue
            places = (self.places.pair(where, key) for where in _stated(element))
            pair = next((pair for pair in places if pair), None)
            yield diagnose("R227", pair.key if pair else element.span or Span(0, 0), key)


def _stated(thing: Element | Inference) -> Iterator[Statement | Inference]:
    """Yield where data of something may be, from what counts most."""
    if isinstance(thing, Inference):
        yield thing
        return
    places = thing.descriptions if isinstance(thing, Argument) else thing.statements
    yield from reversed(places)
