"""Findings that only follow from data that could not be read."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import define

from argmap.analysis.context import CheckFinding
from argmap.model import Argument, Debate, InferenceRef, Source
from argmap.text import Diagnostic, Span

_UNREADABLE = frozenset({"R201", "R202", "R205"})
# What these miss in something may be in its data.
_OF_DATA = frozenset({"C301", "C304", "C308", "C310", "C315"})
# What this misses may be in any data.
_OF_ALL_DATA = frozenset({"C322"})


@define(eq=False)
class Consequences:
    """Knows where in a debate data could not be read."""

    debate: Debate
    _places: dict[str | None, list[int]]

    @classmethod
    def of(cls, debate: Debate, diagnostics: Iterable[Diagnostic]) -> Consequences:
        """Return what follows from the diagnostics of a text."""
        places: defaultdict[str | None, list[int]] = defaultdict(list)
        for diagnostic in diagnostics:
            if diagnostic.code in _UNREADABLE:
                places[diagnostic.span.path].append(diagnostic.span.start)
        return cls(debate, {path: sorted(starts) for path, starts in places.items()})

    def include(self, found: CheckFinding) -> bool:
        """Return whether a finding may be gone once all data can be read."""
        code = found.diagnostic.code
        if not self._places or code not in _OF_DATA | _OF_ALL_DATA:
            return False
        return code in _OF_ALL_DATA or any(self._is_in(span) for span in self._spans(found))

    def _is_in(self, span: Span | None) -> bool:
        starts = self._places.get(span.path, []) if span else []
        index = bisect_left(starts, span.start) if span else 0
        return span is not None and index < len(starts) and starts[index] < span.end

    def _spans(self, found: CheckFinding) -> Iterator[Span | None]:
        about = found.about
        if about is None or isinstance(about, Source):
            return
        if isinstance(about, InferenceRef):
            argument = self.debate.arguments[about.argument]
            yield argument.inferences[about.place].span
            yield argument.steps[argument.inferences[about.place].conclusion_index].span
            return
        element = self.debate[about]
        if isinstance(element, Argument):
            yield from (statement.span for statement in (*element.descriptions, *element.steps))
            yield from (inference.span for inference in element.inferences)
        else:
            yield from (statement.span for statement in element.statements)
