"""Claims, evidence, questions and arguments once all of them is gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from argmap.data import NO_DATA, FrozenDict
from argmap.model import Argument, Claim, Evidence, Question
from argmap.named_tuples import NamedTuple
from argmap.reading.bibliography import Library
from argmap.reading.builders import ElementBuilder
from argmap.reading.collecting.collector import Collector
from argmap.reading.inferences import inferences_of
from argmap.reading.schemes import OwnSchemes
from argmap.text import Diagnostic

E = TypeVar("E", Claim, Evidence, Question, Argument)


class FrozenElements(NamedTuple):
    """The elements of a debate by their titles."""

    claims: FrozenDict[str, Claim]
    evidence: FrozenDict[str, Evidence]
    questions: FrozenDict[str, Question]
    arguments: FrozenDict[str, Argument]


def frozen_elements(walk: Collector, library: Library, schemes: OwnSchemes) -> FrozenElements:
    """Return what a walk gathered; what is odd in it is reported to its contents and to the library."""
    freezer = _Freezer(library, schemes, walk.contents.diagnostics)
    gathered = walk.namespaces
    return FrozenElements(
        _each(gathered.claims, freezer.claim),
        _each(gathered.evidence, freezer.evidence),
        _each(gathered.questions, freezer.question),
        _each(gathered.arguments, freezer.argument),
    )


def _each(entries: Mapping[str, ElementBuilder], made: Callable[[ElementBuilder], E]) -> FrozenDict[str, E]:
    return FrozenDict({title: made(entry) for title, entry in entries.items()})


class _Freezer(NamedTuple):
    """Makes elements of what was gathered of them."""

    library: Library
    schemes: OwnSchemes
    diagnostics: list[Diagnostic]

    def claim(self, entry: ElementBuilder) -> Claim:
        """Return a claim that was gathered."""
        return Claim(
            entry.title,
            tuple(entry.statements),
            tuple(entry.tags),
            FrozenDict(entry.data) if entry.data else NO_DATA,
            self.library.of_data(entry.data, entry) if entry.data else (),
            entry.section,
            entry.is_untitled,
            entry.span,
        )

    def evidence(self, entry: ElementBuilder) -> Evidence:
        """Return evidence that was gathered."""
        data, library = entry.data, self.library
        return Evidence(
            entry.title,
            tuple(entry.statements),
            tuple(entry.tags),
            FrozenDict(data) if data else NO_DATA,
            library.of_data(data, entry),
            library.kind(data, entry),
            library.text(data, "quote"),
            library.text(data, "locator"),
            library.share(data, "reliability", entry),
            entry.section,
            entry.span,
        )

    def question(self, entry: ElementBuilder) -> Question:
        """Return a question that was gathered."""
        return Question(
            entry.title,
            tuple(entry.statements),
            tuple(entry.tags),
            FrozenDict(entry.data) if entry.data else NO_DATA,
            self.library.of_data(entry.data, entry) if entry.data else (),
            entry.section,
            entry.span,
        )

    def argument(self, entry: ElementBuilder) -> Argument:
        """Return an argument that was gathered."""
        return Argument(
            entry.title,
            tuple(entry.statements),
            tuple(statement for _, statement in entry.steps),
            tuple(ref for ref, _ in entry.steps),
            inferences_of(entry, self.library, self.schemes, self.diagnostics),
            tuple(entry.tags),
            FrozenDict(entry.data) if entry.data else NO_DATA,
            self.library.of_data(entry.data, entry) if entry.data else (),
            entry.section,
            entry.is_untitled,
            entry.span,
        )
