"""From a tree to the debate: what is said, with a diagnostic for everything that is odd."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from attrs import frozen

from argmap.model import (
    NO_DATA,
    Argument,
    Claim,
    Data,
    Debate,
    Evidence,
    FrozenDict,
    Settings,
)
from argmap.reading.bibliography import Library
from argmap.reading.contents import Contents
from argmap.reading.data_blocks import read_frontmatter
from argmap.reading.entries import Entry
from argmap.reading.explode import explode
from argmap.reading.findings import find_oddities
from argmap.reading.pages import Page
from argmap.reading.regroup import regroup
from argmap.reading.relations import settle
from argmap.reading.sections import Outline
from argmap.reading.steps import inferences_of
from argmap.reading.walk import Walk
from argmap.syntax import Include
from argmap.syntax.inline import InlineReader
from argmap.text import Diagnostic, Span, diagnose


@frozen
class Reading:
    """What a document says, what was odd in it, and the settings under which it was read."""

    debate: Debate
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings


def read(
    page: Page, *, settings: Mapping[str, object] | Settings | None = None, path: str | None = None
) -> Reading:
    """Return the debate that a page and its includes hold; `path` is where relative paths begin."""
    diagnostics = _of_the_text(page)
    metadata = _metadata(page, diagnostics)
    effective = _settings(page, settings, metadata, diagnostics)
    walk = Walk(Contents(effective, _inline(effective)), Outline(effective.group))
    walk.read(page)
    relations = settle(
        walk.sketch,
        walk.rooms.arguments,
        transform=effective.model.transform_argument_relations,
        strict=effective.model.mode == "strict",
        dropped=walk.dropped,
    )
    for room in (walk.rooms.claims, walk.rooms.evidence, walk.rooms.arguments):
        for entry in room.values():
            entry.settle_section()
    library = Library.of(
        metadata, folder=PurePath(path).parent if path else None, span=_frontmatter_span(page)
    )
    debate = Debate(
        claims=FrozenDict({title: _claim(entry, library) for title, entry in walk.rooms.claims.items()}),
        evidence=FrozenDict(
            {title: _evidence(entry, library) for title, entry in walk.rooms.evidence.items()}
        ),
        arguments=FrozenDict(
            {title: _argument(entry, library, walk) for title, entry in walk.rooms.arguments.items()}
        ),
        relations=tuple(relations),
        sections=tuple(walk.outline.sections),
        sources=FrozenDict(library.sources),
        tags=tuple(walk.tags),
        metadata=metadata,
    )
    diagnostics += walk.contents.diagnostics + library.diagnostics + list(find_oddities(debate, walk))
    if effective.model.explode_arguments:
        debate = explode(debate)
    if effective.group.regroup:
        debate = regroup(debate, effective.group.regroup)
    diagnostics.sort(key=lambda one: (one.span.path or "", one.span.start, one.span.end, one.code))
    return Reading(debate, tuple(diagnostics), effective)


def _of_the_text(page: Page) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    waiting = [page]
    while waiting:
        where = waiting.pop()
        for problem in where.tree.problems:
            found.append(diagnose(problem.code, Span(problem.start, problem.end, where.path), *problem.words))
        for part in where.tree.parts:
            if isinstance(part, Include):
                included = where.includes.get(part.start)
                span = Span(part.start, part.end, where.path)
                if isinstance(included, Page):
                    waiting.append(included)
                elif included is None:
                    found.append(diagnose("R225", span))
                elif included:
                    found.append(diagnose("R224", span, part.path, included))
    return found


def _frontmatter_span(page: Page) -> Span:
    return Span(*page.tree.frontmatter[0]) if page.tree.frontmatter else Span(0, 0)


def _metadata(page: Page, diagnostics: list[Diagnostic]) -> Data:
    if not page.tree.frontmatter:
        return NO_DATA
    start, end = page.tree.frontmatter[1]
    data, problems = read_frontmatter(page.text[start:end])
    for problem in problems:
        at = min(start + problem.offset, max(start, end - 1))
        diagnostics.append(diagnose(problem.code, Span(at, min(at + 1, len(page.text))), *problem.words))
    return data or NO_DATA


_ROOMS = ("data", "model", "selection", "map", "group", "color")


def _settings(
    page: Page, given: Mapping[str, object] | Settings | None, metadata: Data, diagnostics: list[Diagnostic]
) -> Settings:
    if not metadata:
        return Settings.of(given)
    rooms = {name: metadata[name] for name in (*_ROOMS, "dot") if name in metadata}
    mode = Settings.of(rooms, given).data.front_matter_settings_mode
    if mode == "ignore":
        return Settings.of(given)
    said = {name: value for name, value in rooms.items() if name != "dot"}
    for problem in Settings.problems(said):
        diagnostics.append(diagnose("R204", _place(page, problem.path), problem.message, problem.hint or ""))
    return Settings.of(given, rooms) if mode == "priority" else Settings.of(rooms, given)


def _place(page: Page, path: tuple[str, ...]) -> Span:
    """Return where a setting is written in the frontmatter, as near as its names tell."""
    assert page.tree.frontmatter is not None, "only frontmatter has settings"
    start, end = page.tree.frontmatter[1]
    behind = start
    for name in path:
        found = re.compile(rf"(?<![\w.-]){re.escape(name)}[\"']?[ \t]*:").search(page.text, behind, end)
        if not found:
            break
        start, behind = found.start(), found.start() + len(name)
    return Span(start, behind)


def _inline(settings: Settings) -> InlineReader:
    named = {
        name: str(entry["unicode"])
        for name, entry in settings.model.shortcodes.items()
        if isinstance(entry, FrozenDict) and "unicode" in entry
    }
    return InlineReader(named, remove_tags=settings.model.remove_tags_from_text)


# Freezing what was gathered


def _claim(entry: Entry, library: Library) -> Claim:
    return Claim(
        entry.title,
        tuple(member.statement() for member in entry.members),
        tuple(entry.tags),
        FrozenDict(entry.data) if entry.data else NO_DATA,
        library.of_data(entry.data, entry.span) if entry.data else (),
        entry.section,
        entry.is_untitled,
        entry.span,
    )


def _evidence(entry: Entry, library: Library) -> Evidence:
    data = entry.data
    return Evidence(
        entry.title,
        tuple(member.statement() for member in entry.members),
        tuple(entry.tags),
        FrozenDict(data) if data else NO_DATA,
        library.of_data(data, entry.span),
        library.kind(data, entry.span),
        library.text(data, "quote"),
        library.text(data, "locator"),
        library.share(data, "reliability", entry.span),
        entry.section,
        entry.span,
    )


def _argument(entry: Entry, library: Library, walk: Walk) -> Argument:
    return Argument(
        entry.title,
        tuple(member.statement() for member in entry.members),
        tuple(member.statement() for _, member in entry.steps),
        tuple(ref for ref, _ in entry.steps),
        inferences_of(entry, library, walk.contents.diagnostics),
        tuple(entry.tags),
        FrozenDict(entry.data) if entry.data else NO_DATA,
        library.of_data(entry.data, entry.span) if entry.data else (),
        entry.section,
        entry.is_untitled,
        entry.span,
    )
