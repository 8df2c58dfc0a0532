"""Diagnostics as people and programs read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from argmap.reports.safe_json import printable_json
from argmap.reports.styling import Color, plain, styled
from argmap.text import Diagnostic, Location, Severity, SourceText, Span
from argmap.text.counts import counted
from argmap.text.visible import Visible, visible, width_of, without_command

if TYPE_CHECKING:
    from argmap.api import Document

_COLORS: dict[Severity, Color] = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WIDEST = 100
_MARGIN = 30


@frozen
class FindingPlace:
    """A span with the text in which it lies; `text` is None if that cannot be read."""

    path: str
    span: Span
    text: SourceText | None

    @property
    def location(self) -> Location | None:
        """Where it begins, as people count."""
        return self.text.location(self.span.start) if self.text else None


@frozen
class Finding:
    """A diagnostic with the text in which it was found; `text` is None if that cannot be read.

    `related` are the places of what is related to the diagnostic, in its order.
    """

    path: str
    diagnostic: Diagnostic
    text: SourceText | None
    related: tuple[FindingPlace, ...] = ()

    @property
    def location(self) -> Location | None:
        """Where it begins, as people count."""
        return self.text.location(self.diagnostic.span.start) if self.text else None


def findings(document: Document, diagnostics: Iterable[Diagnostic], *, path: str) -> tuple[Finding, ...]:
    """Return diagnostics of a document, each once, in the order of the text."""
    ordered = sorted(dict.fromkeys(diagnostics), key=lambda fromkey: (fromkey.span.path or "", fromkey.span))
    own = SourceText(document.text)
    texts: dict[str | None, SourceText | None] = {None: own}

    def place(span: Span) -> FindingPlace:
        if span.path not in texts:
            texts[span.path] = _included(span.path or "")
        return FindingPlace(span.path or path, span, texts[span.path])

    return tuple(
        Finding(
            one.span.path or path, one, place(one.span).text, tuple(place(also.span) for also in one.related)
        )
        for one in ordered
    )


def _included(path: str) -> SourceText | None:
    try:
        return SourceText(Path(path).read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def complaints(document: Document, *, path: str) -> tuple[str, ...]:
    """Return the errors and warnings that a document has on its own and does not allow, as text."""
    if not document.diagnostics:
        return ()
    grave = [one for one in judged(document) if one.severity is not Severity.INFO]
    return tuple(as_text(finding) for finding in findings(document, grave, path=path))


def judged(document: Document) -> tuple[Diagnostic, ...]:
    """Return what is odd in a document as it wants it: those in a page each with their own settings."""
    from argmap.analysis import judge

    parts = document.documents
    of_parts = {diagnostic for part in parts for diagnostic in part.diagnostics}
    return (
        *(diagnostic for diagnostic in document.diagnostics if diagnostic not in of_parts),
        *(one for part in parts for one in judge(part.diagnostics, part.debate, part.settings)),
    )


def as_text(finding: Finding) -> Visible:
    """Return a finding with the line it is on, a caret below and a hint, coloured."""
    return Visible("\n".join(map(without_command, _lines(finding))))


def as_plain_text(finding: Finding) -> Visible:
    """Return the same without colours."""
    return Visible(plain(as_text(finding)))


def as_json(found: Iterable[Finding]) -> str:
    """Return findings as a JSON list of flat objects; lines and columns count from 1."""
    return printable_json([_entry(one) for one in found])


def by_code(found: Iterable[Finding], *, severity: Severity) -> Iterator[Visible]:
    """Yield a line for each code of a severity: how many findings it has, and what and where the first is."""
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.diagnostic.severity is severity:
            groups.setdefault(finding.diagnostic.code, []).append(finding)
    label = styled(severity.value, color=_COLORS[severity], is_bold=True)
    for code, (first, *more) in sorted(groups.items()):
        count = f"{len(more) + 1} findings, the first" if more else "1 finding,"
        where = _where(first.path, first.location)
        line = f"{label} {code}: {count} at {where}: {visible(first.diagnostic.message)}"
        yield without_command(line)


def summary(found: Iterable[Finding], *, files: int) -> str:
    """Return how much was found, in one line.

    >>> summary([], files=2)
    'no findings in 2 files'
    """
    severities = [one.diagnostic.severity for one in found]
    counts = [(severities.count(one), one.value) for one in Severity]
    said = [counted(number, word) for number, word in counts if number]
    return f"{', '.join(said) or 'no findings'} in {counted(files, 'file')}"


def fixable(found: Iterable[Finding], *, unsafe: bool = False) -> str:
    """Return how many findings have a fix and which options apply it, in one line; "" if none has.

    With `unsafe` no difference is made.
    """
    fixes = [finding.diagnostic.fix for finding in found if finding.diagnostic.fix]
    safe = sum(fix.is_safe or unsafe for fix in fixes)
    options = "--fix --unsafe-fixes" if unsafe else "--fix"
    counts = [f"{safe} fixable with {options}"] if safe else []
    if guesses := len(fixes) - safe:
        counts.append(f"{guesses} {'more' if safe else 'fixable'} with --fix --unsafe-fixes")
    return ", ".join(counts)


def _entry(finding: Finding) -> dict[str, object]:
    one = finding.diagnostic
    fix = one.fix
    return {
        **_range(FindingPlace(finding.path, one.span, finding.text)),
        "severity": one.severity.value,
        "code": one.code,
        "message": one.message,
        "hint": one.hint,
        "related": [
            {**_range(place), "message": also.message}
            for place, also in zip(finding.related, one.related, strict=True)
        ],
        "fix": fix
        and {
            "start": fix.span.start,
            "end": fix.span.end,
            "replacement": fix.replacement,
            "is_safe": fix.is_safe,
        },
    }


def _range(place: FindingPlace) -> dict[str, object]:
    start = place.location
    end = place.text.location(place.span.end) if place.text else None
    return {
        "path": place.path,
        "line": start and start.line,
        "column": start and start.column,
        "end_line": end and end.line,
        "end_column": end and end.column,
        "start": place.span.start,
        "end": place.span.end,
    }


def _lines(finding: Finding) -> Iterator[str]:
    one, place = finding.diagnostic, finding.location
    where = _where(finding.path, place)
    color = _COLORS[one.severity]
    severity = styled(one.severity.value, color=color, is_bold=True)
    yield f"{styled(where, is_bold=True)}: {severity} {one.code}: {visible(one.message)}"
    if finding.text and place:
        line, carets = _excerpt(finding.text.line(place.line), _columns(one.span, place, finding.text))
        yield f"    {line}"
        yield f"    {styled(carets, color=color)}"
    if one.hint:
        yield f"  {styled('hint', is_bold=True)}: {visible(one.hint)}"
    for also, there in zip(one.related, finding.related, strict=True):
        where = _where(there.path, there.location)
        yield f"  {styled('see', is_bold=True)}: {where}: {visible(also.message)}"
    if one.fix and one.fix.is_safe:
        yield f"  {styled('fix', is_bold=True)}: `argmap check --fix` does this"
    elif one.fix and (replacement := visible(one.fix.replacement.strip())):
        yield f"  {styled('guess', is_bold=True)}: `{replacement}`, which --unsafe-fixes applies"


def _where(path: str, place: Location | None) -> str:
    return ":".join(str(part) for part in (visible(path), *(place or ())))


def _columns(span: Span, place: Location, text: SourceText) -> Span:
    """Return what of a span stands on its first line, as offsets into that line."""
    start = place.column - 1
    end = min(start + span.end - span.start, len(text.line(place.line)))
    return Span(start, max(end, start))


def _excerpt(line: str, columns: Span) -> tuple[str, str]:
    """Return a line, or what of it is near the columns, and a line of carets below these."""
    first = max(0, columns.start - _MARGIN) if len(line) > _WIDEST else 0
    before = visible(line[first : columns.start])
    marked = visible(line[columns.start : min(columns.end, first + _WIDEST)], column=width_of(before))
    after = visible(line[columns.end : first + _WIDEST], column=width_of(before + marked))
    opened = "…" if first else ""
    closed = "…" if len(line) > first + _WIDEST else ""
    shown = f"{opened}{before}{marked}{after}{closed}".rstrip()
    return shown, " " * width_of(opened + before) + "^" * max(1, width_of(marked))
