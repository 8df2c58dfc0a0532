"""Findings of an earlier text, where they are after a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import Factory, define, evolve

from argmap.syntax.reparsing import Change
from argmap.text import Diagnostic, Related, Span


@define(eq=False)
class MovedFindings:
    """Where findings are after a change; `places` has those of changed elements by the old ones."""

    change: Change
    places: Mapping[Span, Span] = Factory(dict)

    def of_other_blocks(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield where they are now, but not those in the blocks that changed."""
        start, end = self.change.start, self.change.end
        if not self.change.shift:
            return (finding for finding in findings if not start <= finding.span.start < end)
        return (
            finding if finding.span.start < start else self._moved(finding)
            for finding in findings
            if not start <= finding.span.start < end
        )

    def all(self, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...] | None:
        """Return all of them; None if one is about a part of what changed that is no element."""
        known = tuple(findings)
        if any(self._is_lost(span) for finding in known for span in spans_of(finding)):
            return None
        return tuple([self._moved(finding) for finding in known])

    def meet(self, findings: Iterable[Diagnostic]) -> bool:
        """Return whether one of them is about something in the blocks that changed."""
        return any(self._is_inside(span) for finding in findings for span in spans_of(finding))

    def span(self, span: Span) -> Span:
        """Return where something is now that was not within a changed element."""
        start, end, path = span
        if start >= self.change.end:
            return Span(start + self.change.shift, end + self.change.shift, path)
        return self.places.get(span, span)

    def _is_inside(self, span: Span) -> bool:
        return span.start < self.change.end and span.end >= self.change.start

    def _is_lost(self, span: Span) -> bool:
        return self._is_inside(span) and span not in self.places

    def _moved(self, finding: Diagnostic) -> Diagnostic:
        if all(span.end <= self.change.start for span in spans_of(finding)):
            return finding
        fix = finding.fix and evolve(finding.fix, span=self.span(finding.fix.span))
        related = tuple(Related(self.span(other.span), other.message) for other in finding.related)
        return evolve(finding, span=self.span(finding.span), fix=fix, related=related)


def spans_of(finding: Diagnostic) -> Iterator[Span]:
    """Yield all places that a finding has."""
    yield finding.span
    for other in finding.related:
        yield other.span
    if finding.fix:
        yield finding.fix.span
