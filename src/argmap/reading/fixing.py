"""Applying fixes: a text in which what can be repaired with certainty is repaired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter

from argmap.model import Settings
from argmap.reading.document_settings import Layers
from argmap.reading.pages import Page
from argmap.reading.reader import Reading, read
from argmap.syntax.document import parse_tree
from argmap.text import Fix, Severity

_MOST_TRIES = 40


def fixed(
    text: str, *, settings: Mapping[str, object] | Settings | None = None, path: str | None = None
) -> str:
    """Return a text with all fixes applied, round by round, until none is left that helps.

    A round must leave fewer findings that can be fixed, no more errors, and the same titles and
    relations; fixes that do not are left out. So it ends, and what it returns it leaves as it is.
    """

    def reading_of(text: str) -> Reading:
        return read(Page(text, parse_tree(text)), layers=Layers(given=settings), path=path)

    reading = reading_of(text)
    is_better = True
    at_most = 0
    while is_better:
        is_better = False
        fixes = _fixes(reading)
        # What helped last time helps soonest again; but in the end all that may help is tried.
        for tried in chain(_attempts(fixes, at_most) if at_most else (), _attempts(fixes, len(fixes))):
            changed = _applied(text, tried)
            after = reading_of(changed)
            is_better = _is_better(after, reading)
            if is_better:
                text, reading = changed, after
                at_most = 2 * len(tried)
                break
    return text


def _fixes(reading: Reading) -> list[Fix]:
    """Return the fixes of the document itself, in order; of those that overlap the first counts."""
    found = [one.fix for one in reading.diagnostics if one.fix and one.fix.span.path is None]
    chosen: list[Fix] = []
    end = -1
    for fix in sorted(found, key=attrgetter("span")):
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


def _applied(text: str, fixes: Iterable[Fix]) -> str:
    pieces: list[str] = []
    position = 0
    for fix in fixes:
        pieces += (text[position : fix.span.start], fix.replacement)
        position = fix.span.end
    return "".join((*pieces, text[position:]))


def _is_better(after: Reading, before: Reading) -> bool:
    return (
        _count(after) < _count(before)
        and _errors(after) <= _errors(before)
        and after.debate.relations == before.debate.relations
        and all(
            tuple(now) == tuple(then)
            for now, then in (
                (after.debate.claims, before.debate.claims),
                (after.debate.evidence, before.debate.evidence),
                (after.debate.arguments, before.debate.arguments),
            )
        )
    )


def _count(reading: Reading) -> int:
    return sum(one.fix is not None and one.fix.span.path is None for one in reading.diagnostics)


def _errors(reading: Reading) -> int:
    return sum(one.severity is Severity.ERROR for one in reading.diagnostics)
