"""Repairs of what is wrong at a place: of one finding, of all of its kind, or of all that are safe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from argmap.api.documents import Document
from argmap.api.texts import fix_text
from argmap.lsp.features.actions.code_action import ActionKind, CodeAction
from argmap.lsp.features.actions.line_changes import line_changes
from argmap.text import Diagnostic, Edit, Fix, Span


def quick_fixes(findings: Sequence[Diagnostic], span: Span) -> Iterator[CodeAction]:
    """Yield repairs of the findings that a stretch of a text touches: of each, and of all with its code.

    >>> import argmap
    >>> findings = argmap.parse("(1) It rains.\\n---\\n(2) It is wet.").diagnostics
    >>> [action.title for action in quick_fixes(findings, Span(15, 15))]
    ['Write `----`']
    """
    codes: dict[str, Diagnostic] = {}
    for finding in findings:
        if finding.fix is None or not touches(finding.span, span):
            continue
        codes.setdefault(finding.code, finding)
        yield CodeAction(
            _title(finding),
            ActionKind.QUICK_FIX,
            _edits_of([finding.fix]),
            finding=finding,
            is_preferred=finding.fix.is_safe,
            is_ready=True,
        )
    for code, finding in codes.items():
        fixes = [other.fix for other in findings if other.code == code and other.fix]
        if len(fixes) > 1:
            title = f"Fix all {len(fixes)} findings of {code} in this text"
            yield CodeAction(title, ActionKind.QUICK_FIX, _edits_of(fixes), finding=finding, is_ready=True)


def fix_all(document: Document, findings: Iterable[Diagnostic], markdown: bool) -> Iterator[CodeAction]:
    """Yield the action that makes all safe repairs of a text, or page, if there are any."""

    def edits() -> tuple[Edit, ...]:
        fixed = fix_text(document.text, document.path, document.settings, markdown=markdown)
        return line_changes(document.text, fixed)

    if any(finding.fix is not None and finding.fix.is_safe for finding in findings):
        yield CodeAction("Make all safe fixes in this text", ActionKind.FIX_ALL, edits)


def touches(place: Span, span: Span) -> bool:
    """Return whether a place in the text itself and a stretch have anything in common, even just an end."""
    return place.path is None and place.start <= span.end and span.start <= place.end


def _title(finding: Diagnostic) -> str:
    words = finding.hint or f"repair: {finding.message}"
    return words[:1].upper() + words[1:]


def _edits_of(fixes: Iterable[Fix]) -> Callable[[], tuple[Edit, ...]]:
    """Return a function that makes the edits of fixes; of fixes that overlap, only those of the first."""
    ordered = sorted(fixes, key=attrgetter("span"))

    def edits() -> tuple[Edit, ...]:
        chosen: list[Edit] = []
        for fix in ordered:
            if not chosen or fix.span.start >= chosen[-1].span.end:
                chosen.append(Edit(fix.span, fix.replacement))
        return tuple(chosen)

    return edits
