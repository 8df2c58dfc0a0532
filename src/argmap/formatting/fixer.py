"""Applying fixes: a text in which what can be repaired with certainty is repaired, and guesses if wanted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from itertools import chain
from operator import attrgetter

from attrs import frozen

from argmap.reading.document_settings import SettingLayers
from argmap.reading.reader import DocumentReading, read
from argmap.reading.source_files import SourceFile
from argmap.settings import Settings
from argmap.syntax.document import parse_tree
from argmap.syntax.tree import Range
from argmap.text import Fix, Severity, Span
from argmap.text.edited_text import apply

_MOST_TRIES = 40


class _Kind(Enum):
    """What a fix may change: nothing that is said, data only, or anything because it is a guess."""

    MARKUP = "markup"
    DATA = "data"
    GUESS = "guess"


@frozen
class _State:
    """A text as it is read, and the kinds of fixes that are wanted."""

    page: SourceFile
    reading: DocumentReading
    fixes: tuple[tuple[_Kind, Fix], ...]


def fixed(
    text: str,
    *,
    unsafe: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
    path: str | None = None,
) -> str:
    """Return a text with all safe fixes applied, round by round, until none is left that helps.

    A round must leave fewer findings that can be fixed and no more errors; all that is said stays as it
    is, or all but the data if these are what is fixed. Fixes that do not are left out. With `unsafe` those
    that are guesses are applied, too, and what is said may change. So it ends, and what it returns it
    leaves as it is.
    """

    def state_of(text: str) -> _State:
        page = SourceFile(text, parse_tree(text))
        reading = read(page, layers=SettingLayers(given=settings), path=path)
        return _State(page, reading, tuple(_fixes(page, reading, unsafe=unsafe)))

    state = state_of(text)
    before = None
    while before is not state:
        before = state
        for kind in _Kind:
            at_most = 0
            while after := _better(state, kind, at_most, state_of):
                state, at_most = after
    return state.page.text


def _better(
    state: _State, kind: _Kind, at_most: int, state_of: Callable[[str], _State]
) -> tuple[_State, int] | None:
    """Return a text in which fixes of a kind are applied, and how many may be next; None if none helps."""
    fixes = _apart(fix for its_kind, fix in state.fixes if its_kind is kind)
    # What helped last time helps soonest again; but in the end all that may help is tried.
    for tried in chain(_attempts(fixes, at_most) if at_most else (), _attempts(fixes, len(fixes))):
        after = state_of(apply(state.page.text, tried))
        if _is_better(after, state, kind):
            return after, 2 * len(tried)
    return None


def _fixes(page: SourceFile, reading: DocumentReading, *, unsafe: bool) -> Iterator[tuple[_Kind, Fix]]:
    """Yield the fixes of the document itself that are wanted."""
    data: list[Span] | None = None
    for diagnostic in reading.diagnostics:
        fix = diagnostic.fix
        if not fix or fix.span.path is not None:
            continue
        if fix.is_safe:
            data = _data_spans(page) if data is None else data
            yield _Kind.DATA if _is_in(fix.span, data) else _Kind.MARKUP, fix
        elif unsafe:
            yield _Kind.GUESS, fix


def _data_spans(page: SourceFile) -> list[Span]:
    """Return where the frontmatter and the data of elements are, in order."""
    spans = [Span(*page.tree.frontmatter[1])] if page.tree.frontmatter else []
    for part in page.tree.blocks:
        for element in part.elements:
            spans += [Span(part.start + start, part.start + end) for start, end in element.data]
    return spans


def _is_in(span: Span, places: list[Span]) -> bool:
    index = bisect_right(places, span.start, key=attrgetter("start")) - 1
    return index >= 0 and span.end <= places[index].end


def _apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Return fixes in order; of those that overlap the first counts."""
    chosen: list[Fix] = []
    end = -1
    for fix in sorted(fixes, key=attrgetter("span")):
        if fix.span.start > end:
            chosen.append(fix)
            end = fix.span.end
    return chosen


def _attempts(fixes: list[Fix], at_most: int) -> Iterator[list[Fix]]:
    """Yield so many fixes, then fewer and fewer of them; one that spoils the others is left behind."""
    tries = 0
    while fixes:
        size = min(len(fixes), at_most)
        while size:
            yield fixes[:size]
            tries += 1
            if tries == _MOST_TRIES:
                return
            size //= 2
        fixes = fixes[1:]


def _is_better(after: _State, before: _State, kind: _Kind) -> bool:
    # What is fixed may bring to light what can be fixed, too; errors that are gone do not come back.
    if (_errors(after.reading), len(after.fixes)) >= (_errors(before.reading), len(before.fixes)):
        return False
    match kind:
        case _Kind.MARKUP:
            return (
                after.reading.debate == before.reading.debate
                and after.reading.settings == before.reading.settings
            )
        case _Kind.DATA:
            return _without_data(after.page) == _without_data(before.page)
        case _Kind.GUESS:
            return True


def _without_data(page: SourceFile) -> list[tuple[object, ...]]:
    """Return what is written in the elements of a page, but for their data."""
    return [
        (
            *(element.kind, element.marker, element.depth, element.title, len(element.data)),
            _around(part.text, element.content, element.data) if element.content else None,
            [part.text[slice(*place)] for place in (*element.tags, *element.rules)],
        )
        for part in page.tree.blocks
        for element in part.elements
    ]


def _around(text: str, content: Range, data: Iterable[Range]) -> str:
    """Return the content of an element without the data in it."""
    pieces: list[str] = []
    position, end = content
    for start, behind in data:
        if position <= start < end:
            pieces.append(text[position:start])
            position = behind
    return "".join((*pieces, text[position:end]))


def _errors(reading: DocumentReading) -> int:
    return sum(diagnostic.severity is Severity.ERROR for diagnostic in reading.diagnostics)
