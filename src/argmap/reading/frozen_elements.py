"""Claims, evidence, questions and arguments as they are when all of them was gathered."""

from __future__ import annotations

from typing import NamedTuple

from argmap.data import NO_DATA, FrozenDict
from argmap.model import Argument, Claim, Evidence, Question
from argmap.reading.bibliography import Library
from argmap.reading.builders import ElementBuilder
from argmap.reading.collecting.collector import Collector
from argmap.reading.inferences import inferences_of
from argmap.reading.schemes import OwnSchemes
from argmap.text import Diagnostic


class FrozenElements(NamedTuple):
    """The elements of a debate by their titles."""

    claims: FrozenDict[str, Claim]
    evidence: FrozenDict[str, Evidence]
    questions: FrozenDict[str, Question]
    arguments: FrozenDict[str, Argument]


def frozen_elements(walk: Collector, library: Library, schemes: OwnSchemes) -> FrozenElements:
    """Return what a walk gathered; what is odd in it is reported to its contents and to the library."""
    titled, reported = walk.namespaces, walk.contents.diagnostics
    return FrozenElements(
        FrozenDict({title: _claim(entry, library) for title, entry in titled.claims.items()}),
        FrozenDict({title: _evidence(entry, library) for title, entry in titled.evidence.items()}),
        FrozenDict({title: _question(entry, library) for title, entry in titled.questions.items()}),
        FrozenDict(
            {title: _argument(entry, library, schemes, reported) for title, entry in titled.arguments.items()}
        ),
    )


def _claim(entry: ElementBuilder, library: Library) -> Claim:
    return Claim(
        entry.title,
        tuple(entry.statements),
        tuple(entry.tags),
        FrozenDict(entry.data) if entry.data else NO_DATA,
        library.of_data(entry.data, entry) if entry.data else (),
        entry.section,
        entry.is_untitled,
        entry.span,
    )


def _evidence(entry: ElementBuilder, library: Library) -> Evidence:
    data = entry.data
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


def _question(entry: ElementBuilder, library: Library) -> Question:
    return Question(
        entry.title,
        tuple(entry.statements),
        tuple(entry.tags),
        FrozenDict(entry.data) if entry.data else NO_DATA,
        library.of_data(entry.data, entry) if entry.data else (),
        entry.section,
        entry.span,
    )


def _argument(
    entry: ElementBuilder, library: Library, schemes: OwnSchemes, diagnostics: list[Diagnostic]
) -> Argument:
    return Argument(
        entry.title,
        tuple(entry.statements),
        tuple(statement for _, statement in entry.steps),
        tuple(ref for ref, _ in entry.steps),
        inferences_of(entry, library, schemes, diagnostics),
        tuple(entry.tags),
        FrozenDict(entry.data) if entry.data else NO_DATA,
        library.of_data(entry.data, entry) if entry.data else (),
        entry.section,
        entry.is_untitled,
        entry.span,
    )
