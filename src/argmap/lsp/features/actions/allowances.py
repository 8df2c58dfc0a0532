"""Actions that allow a finding where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from argmap import edits
from argmap.api.documents import Document
from argmap.lsp.features.actions.code_action import ActionKind, CodeAction
from argmap.text import Diagnostic, Edit, Severity


def allowances(document: Document, findings: Iterable[tuple[Diagnostic, int]]) -> Iterator[CodeAction]:
    """Yield actions that allow findings; each finding is given with its offset in the text of the document.

    >>> import argmap
    >>> document = argmap.parse("[^Thermometer]: It is warm.")
    >>> [action.title for action in allowances(document, [(argmap.check(document)[0], 0)])]
    ['Allow C301 here']
    """
    seen: set[tuple[str, int]] = set()
    for finding, offset in findings:
        # With an error something is lost, and allowing it would not bring that back.
        if finding.severity is not Severity.ERROR and (finding.code, offset) not in seen:
            seen.add((finding.code, offset))
            yield CodeAction(
                f"Allow {finding.code} here",
                ActionKind.QUICK_FIX,
                _allowing(document, finding.code, offset),
                finding=finding,
            )


def _allowing(document: Document, code: str, offset: int) -> Callable[[], tuple[Edit, ...]]:
    return lambda: edits.allow(document, code, offset)
