"""Findings of an earlier version of a text, until there are newer ones."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from argmap.syntax.reparsing import common_prefix, common_suffix
from argmap.text import Diagnostic, Span


def moved_findings(findings: Iterable[Diagnostic], before: str, after: str) -> tuple[Diagnostic, ...]:
    """Return findings of a text at their places in a later version, without those that the change touches.

    They have neither fixes, which may be wrong by now, nor related places.

    >>> from argmap.text import Severity
    >>> finding = Diagnostic("C301", Severity.WARNING, "no source", Span(5, 9))
    >>> [moved.span[:2] for moved in moved_findings([finding], "one, [^A]", "one, two, [^A]")]
    [(10, 14)]
    """
    start = common_prefix(before, after)
    end = len(before) - common_suffix(before, after, start)
    shift = len(after) - len(before)
    return tuple(
        evolve(finding, span=_moved(finding.span, start, shift), related=(), fix=None)
        for finding in findings
        if finding.span.path is not None or finding.span.end <= start or finding.span.start >= end
    )


def _moved(span: Span, start: int, shift: int) -> Span:
    is_before = span.path is not None or span.end <= start
    return span if is_before else Span(span.start + shift, span.end + shift)
