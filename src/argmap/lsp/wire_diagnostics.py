"""Findings as the protocol writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from argmap.lsp.explanation_pages import ExplanationPages
from argmap.lsp.texts.inclusion import include_leading_to
from argmap.lsp.texts.snapshot import Snapshot
from argmap.lsp.wire_places import location_of, range_of
from argmap.text import Diagnostic, Severity, Span

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
# Findings about something useless: it is never used, or has no effect.
_UNNECESSARY = frozenset({"C310", "C322", "C332", "C334", "R210", "R232", "R286", "S138"})


def wire_diagnostics(
    snapshot: Snapshot, findings: Iterable[Diagnostic], pages: ExplanationPages
) -> list[types.Diagnostic]:
    """Return findings of a text; those in an included file are shown at the line that includes it."""
    return [_wire(snapshot, finding, pages) for finding in findings]


def _wire(snapshot: Snapshot, finding: Diagnostic, pages: ExplanationPages) -> types.Diagnostic:
    page = pages.uri_of(finding.code)
    related = list(_related(snapshot, finding))
    return types.Diagnostic(
        range=range_of(snapshot.buffer, _place(snapshot, finding.span)),
        message=_words(finding),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(page) if page else None,
        source="argmap",
        tags=[types.DiagnosticTag.Unnecessary] if finding.code in _UNNECESSARY else None,
        related_information=related or None,
    )


def _place(snapshot: Snapshot, span: Span) -> Span:
    if span.path is None:
        return span
    # Findings about the settings of the folder are shown at the beginning.
    return include_leading_to(snapshot.document, span.path) or Span(0, 0)


def _words(finding: Diagnostic) -> str:
    where = f"{Path(finding.span.path).name}: " if finding.span.path else ""
    return f"{where}{finding.message}" + (f"; {finding.hint}" if finding.hint else "")


def _related(snapshot: Snapshot, finding: Diagnostic) -> Iterator[types.DiagnosticRelatedInformation]:
    places = [(also.span, also.message) for also in finding.related]
    if finding.span.path is not None:
        places.insert(0, (finding.span, finding.message))
    for span, message in places:
        location = location_of(snapshot, span)
        if location is not None:
            yield types.DiagnosticRelatedInformation(location, message)
