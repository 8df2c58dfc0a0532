"""From a tree to the debate: what is said, with a diagnostic for everything that is odd."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import PurePath

from argmap.data import FrozenDict
from argmap.model import Debate, Ref
from argmap.named_tuples import NamedTuple
from argmap.reading.bibliography import Library
from argmap.reading.collecting.collector import Collector
from argmap.reading.data_places import DataPlaces
from argmap.reading.declarations import declarations_of
from argmap.reading.document_settings import SettingLayers, misspelt, settings_of
from argmap.reading.element_reader import ElementReader
from argmap.reading.findings_by_origin import FindingsByOrigin, findings_in_debate, findings_in_lines
from argmap.reading.frozen_elements import frozen_elements
from argmap.reading.mistakes.misspellings import odd_colors
from argmap.reading.mistakes.misspelt_keys import misspelt_in_data, misspelt_in_declarations
from argmap.reading.outline import Outline
from argmap.reading.relations import SketchedLine, settle
from argmap.reading.schemes import OwnSchemes
from argmap.reading.source_files import SourceFile
from argmap.settings import Settings
from argmap.syntax.inline import InlineReader
from argmap.text import Diagnostic


class DocumentReading(NamedTuple):
    """What a document says, what was odd in it, and the settings under which it was read.

    `gathered` is what the walk noticed, and `by_origin` what is odd by what it follows from: for a reading of
    the same text after an edit, and for whoever asks where something is named.
    """

    debate: Debate
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings
    gathered: Gathered
    by_origin: FindingsByOrigin


class Gathered(NamedTuple):
    """What was noticed in a text element by element, without what follows from the whole.

    `lines` write relations, and `dropped` are inferences without a conclusion, with what relations to them
    bear on instead; places in both are those of the debate from which that of this text is made.
    """

    given: SettingLayers
    contents: ElementReader
    diagnostics: tuple[Diagnostic, ...]
    schemes: OwnSchemes
    lines: tuple[SketchedLine, ...]
    dropped: Mapping[Ref, Ref]


class EarlierReading(NamedTuple):
    """What can be taken over from a text that shares blocks with the one that is read.

    `contents` is what read its texts and data under the same settings, `in_lines` what is odd in the lines of
    the text that is read, of which only those that changed were looked at.
    """

    contents: ElementReader
    in_lines: tuple[Diagnostic, ...]


def read(
    page: SourceFile,
    *,
    layers: SettingLayers | None = None,
    path: str | None = None,
    earlier: EarlierReading | None = None,
) -> DocumentReading:
    """Return the debate that a page and its includes hold; `path` is where relative paths begin.

    `layers` are settings from elsewhere than the frontmatter, `earlier` is what is known already.
    """
    pages = dict(pages_of(page))
    diagnostics: list[Diagnostic] = []
    included = (other for other in pages.values() if other is not page)
    declarations = declarations_of(page, included, path=path, diagnostics=diagnostics)
    effective = settings_of(page, declarations.own, layers or SettingLayers(), diagnostics)
    if declarations.own:
        diagnostics += misspelt(page, declarations.own)
    walk = Collector(contents_under(effective, earlier.contents if earlier else None), Outline())
    walk.read(page)
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
    elements = frozen_elements(walk, library, schemes)
    relations = settle(walk.lines, elements.arguments, effective, walk.dropped)
    debate = Debate(
        claims=elements.claims,
        evidence=elements.evidence,
        questions=elements.questions,
        arguments=elements.arguments,
        relations=relations,
        sections=tuple(walk.outline.sections),
        sources=FrozenDict(library.sources),
        tags=tuple(walk.tags),
        metadata=declarations.metadata,
    )
    diagnostics += walk.contents.diagnostics + library.diagnostics + schemes.diagnostics
    gathered = Gathered(
        layers or SettingLayers(),
        walk.contents,
        tuple(diagnostics),
        schemes,
        tuple(walk.lines),
        walk.dropped,
    )
    in_lines = earlier.in_lines if earlier else chain.from_iterable(map(findings_in_lines, pages.values()))
    by_origin = findings_in_debate(debate, in_lines, pages, places)
    known = by_origin.all(gathered.diagnostics, debate, walk.contents, pages)
    walk.contents.forget_earlier()
    if effective.model.explode_arguments:
        from argmap.reading.explode import explode

        debate = explode(debate)
    return DocumentReading(debate, known, effective, gathered, by_origin)


def contents_under(settings: Settings, earlier: ElementReader | None = None) -> ElementReader:
    """Return what reads texts and data under settings; `earlier` did so for a text that shares blocks."""
    contents = ElementReader(settings, inline_reader(settings))
    if earlier:
        contents.earlier_data = earlier.known_data
        contents.inline.earlier = earlier.inline.known
    return contents


def pages_of(page: SourceFile) -> Iterator[tuple[str | None, SourceFile]]:
    """Yield a page and all that it includes, by their paths, in reading order."""
    waiting = [page]
    while waiting:
        where = waiting.pop()
        yield where.path, where
        places = sorted(where.includes, reverse=True)
        waiting += [other for place in places if isinstance(other := where.includes[place], SourceFile)]


def inline_reader(settings: Settings) -> InlineReader:
    named = {
        name: str(entry["unicode"])
        for name, entry in settings.model.shortcodes.items()
        if isinstance(entry, FrozenDict) and "unicode" in entry
    }
    return InlineReader(named, remove_tags=settings.model.remove_tags_from_text)
