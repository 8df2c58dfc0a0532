"""From a tree to the debate: what is said, with a diagnostic for everything that is odd."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from attrs import frozen

from argmap.data import NO_DATA, FrozenDict
from argmap.model import Argument, Claim, Debate, Evidence, Question
from argmap.reading.bibliography import Library
from argmap.reading.builders import ElementBuilder
from argmap.reading.collecting.collector import Collector
from argmap.reading.data_places import DataPlaces
from argmap.reading.declarations import declarations_of
from argmap.reading.document_settings import SettingLayers, misspelt, settings_of
from argmap.reading.element_reader import ElementReader
from argmap.reading.explode import explode
from argmap.reading.inferences import inferences_of
from argmap.reading.mistakes.cascades import without_cascades
from argmap.reading.mistakes.consistency import check_consistency
from argmap.reading.mistakes.fixes import with_fixes
from argmap.reading.mistakes.line_beginnings import find_slips
from argmap.reading.mistakes.merge_markers import find_merge_markers
from argmap.reading.mistakes.misspellings import odd_colors
from argmap.reading.mistakes.misspelt_keys import misspelt_in_data, misspelt_in_declarations
from argmap.reading.mistakes.odd_expectations import OddExpectations
from argmap.reading.mistakes.odd_formulas import odd_formulas
from argmap.reading.mistakes.odd_questions import OddQuestions
from argmap.reading.mistakes.odd_speakers import odd_speakers
from argmap.reading.outline import Outline
from argmap.reading.relations import settle
from argmap.reading.schemes import OwnSchemes
from argmap.reading.source_files import SourceFile
from argmap.settings import Settings
from argmap.syntax import Include
from argmap.syntax.inline import InlineReader
from argmap.text import Diagnostic, Span, diagnose


@frozen
class DocumentReading:
    """What a document says, what was odd in it, and the settings under which it was read.

    `gathered` is what the walk noticed, for a reading of the same text after an edit, and for whoever asks
    where something is named.
    """

    debate: Debate
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings
    gathered: Gathered


@frozen
class Gathered:
    """What was noticed in a text element by element, without what follows from the whole."""

    given: SettingLayers
    contents: ElementReader
    diagnostics: tuple[Diagnostic, ...]
    schemes: OwnSchemes


def read(
    page: SourceFile, *, layers: SettingLayers | None = None, path: str | None = None
) -> DocumentReading:
    """Return the debate that a page and its includes hold; `path` is where relative paths begin.

    `layers` are settings from elsewhere than the frontmatter.
    """
    pages = dict(pages_of(page))
    diagnostics: list[Diagnostic] = []
    included = (other for other in pages.values() if other is not page)
    declarations = declarations_of(page, included, path=path, diagnostics=diagnostics)
    effective = settings_of(page, declarations.own, layers or SettingLayers(), diagnostics)
    if declarations.own:
        diagnostics += misspelt(page, declarations.own)
    walk = Collector(contents_under(effective), Outline())
    walk.read(page)
    relations = settle(
        walk.sketch,
        walk.namespaces.arguments,
        transform=effective.model.transform_argument_relations,
        strict=effective.model.mode == "strict",
        dropped=walk.dropped,
    )
    entries = tuple(walk.namespaces.entries())
    for entry in entries:
        entry.settle_section()
    folder = PurePath(path).parent if path else None
    places = DataPlaces(pages, effective.data.switch_to_block_format_if_multiline)
    library = Library.of(declarations, folder=folder, places=places)
    schemes = OwnSchemes.of(declarations.schemes, folder=folder)
    diagnostics += odd_colors((*entries, *walk.outline.sections), places)
    diagnostics += misspelt_in_data(entries, walk.outline.sections, places)
    diagnostics += misspelt_in_declarations(
        declarations.metadata.get("sources"), declarations.source_places, pages
    )
    debate = Debate(
        claims=FrozenDict({title: _claim(entry, library) for title, entry in walk.namespaces.claims.items()}),
        evidence=FrozenDict(
            {title: _evidence(entry, library) for title, entry in walk.namespaces.evidence.items()}
        ),
        questions=FrozenDict(
            {title: _question(entry, library) for title, entry in walk.namespaces.questions.items()}
        ),
        arguments=FrozenDict(
            {
                title: _argument(entry, library, schemes, walk)
                for title, entry in walk.namespaces.arguments.items()
            }
        ),
        relations=tuple(relations),
        sections=tuple(walk.outline.sections),
        sources=FrozenDict(library.sources),
        tags=tuple(walk.tags),
        metadata=declarations.metadata,
    )
    diagnostics += walk.contents.diagnostics + library.diagnostics + schemes.diagnostics
    gathered = Gathered(layers or SettingLayers(), walk.contents, tuple(diagnostics), schemes)
    found = all_diagnostics(debate, gathered, pages)
    if effective.model.explode_arguments:
        debate = explode(debate)
    return DocumentReading(debate, found, effective, gathered)


def all_diagnostics(
    debate: Debate, gathered: Gathered, pages: Mapping[str | None, SourceFile]
) -> tuple[Diagnostic, ...]:
    """Return what is odd in a debate and its texts, in their order, with fixes."""
    places = DataPlaces(pages, gathered.contents.settings.data.switch_to_block_format_if_multiline)
    found = [
        *_of_the_texts(pages.values()),
        *gathered.diagnostics,
        *check_consistency(debate, gathered.contents),
        *OddQuestions(debate, places).all(),
        *odd_speakers(debate, places),
        *OddExpectations(debate, next(iter(pages.values())), places).all(),
        *odd_formulas(debate, next(iter(pages.values())), places),
    ]
    if found:
        found = with_fixes(without_cascades(found, pages), pages)
    found.sort(key=lambda one: (one.span.path or "", one.span.start, one.span.end, one.code))
    return tuple(found)


def contents_under(settings: Settings) -> ElementReader:
    """Return what reads texts and data under settings."""
    return ElementReader(settings, inline_reader(settings))


def pages_of(page: SourceFile) -> Iterator[tuple[str | None, SourceFile]]:
    """Yield a page and all that it includes, by their paths, in reading order."""
    waiting = [page]
    while waiting:
        where = waiting.pop()
        yield where.path, where
        places = sorted(where.includes, reverse=True)
        waiting += [other for place in places if isinstance(other := where.includes[place], SourceFile)]


def _of_the_texts(pages: Iterable[SourceFile]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for where in pages:
        found += find_slips(where)
        found += find_merge_markers(where.text, where.path)
        for problem in where.tree.problems:
            found.append(diagnose(problem.code, Span(problem.start, problem.end, where.path), *problem.words))
        for part in where.tree.parts:
            if isinstance(part, Include):
                included = where.includes.get(part.start)
                span = Span(part.start, part.end, where.path)
                if included is None:
                    found.append(diagnose("R225", span))
                elif included and not isinstance(included, SourceFile):
                    found.append(diagnose("R224", span, part.path, included))
    return found


def inline_reader(settings: Settings) -> InlineReader:
    named = {
        name: str(entry["unicode"])
        for name, entry in settings.model.shortcodes.items()
        if isinstance(entry, FrozenDict) and "unicode" in entry
    }
    return InlineReader(named, remove_tags=settings.model.remove_tags_from_text)


# Freezing what was gathered


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


def _argument(entry: ElementBuilder, library: Library, schemes: OwnSchemes, walk: Collector) -> Argument:
    return Argument(
        entry.title,
        tuple(entry.statements),
        tuple(statement for _, statement in entry.steps),
        tuple(ref for ref, _ in entry.steps),
        inferences_of(entry, library, schemes, walk.contents.diagnostics),
        tuple(entry.tags),
        FrozenDict(entry.data) if entry.data else NO_DATA,
        library.of_data(entry.data, entry) if entry.data else (),
        entry.section,
        entry.is_untitled,
        entry.span,
    )
