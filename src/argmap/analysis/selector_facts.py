"""What selectors may ask that is worked out from a debate: findings, open questions, verdicts."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from typing import TYPE_CHECKING, TypeAlias

from argmap.model import ArgumentRef, Debate, InferenceRef, Ref
from argmap.selectors.surroundings import Surroundings
from argmap.text import Diagnostic

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation

# By file, in order of the text: beginning, end, and what is there.
_Places: TypeAlias = Mapping[str | None, list[tuple[int, int, Ref]]]


def surroundings_of(
    debate: Debate,
    *,
    evaluate: Callable[[], Evaluation],
    find: Callable[[], Iterable[Diagnostic]] | None = None,
    show: Callable[[], Set[Ref]] | None = None,
    line: Callable[[int], int] | None = None,
) -> Surroundings:
    """Return what selectors may ask of a debate, given what works out its findings, verdicts and map.

    Without `find` no selector can ask for findings, without `show` for what is in the map, and without
    `line` for lines.
    """
    return Surroundings(
        find=None if find is None else lambda: _codes(debate, find()),
        ask=lambda: _asked(debate),
        show=show,
        judge=lambda: _labels(evaluate()),
        line=line,
    )


def _asked(debate: Debate) -> Set[InferenceRef]:
    """Return the inferences whose schemes have open critical questions."""
    from argmap.analysis.critical_questions import Status, checklist

    return {item.inference.ref for item in checklist(debate) if item.status is Status.OPEN}


def _labels(evaluation: Evaluation) -> Mapping[Ref, str]:
    """Return the verdicts that were reached, as words."""
    verdicts = evaluation.verdicts
    return {ref: verdict.label.value for ref, verdict in verdicts.items() if verdict.label is not None}


def _codes(debate: Debate, diagnostics: Iterable[Diagnostic]) -> Mapping[Ref, Set[str]]:
    """Return the codes of the findings within the places of each thing."""
    codes: defaultdict[Ref, set[str]] = defaultdict(set)
    places = _places(debate)
    for diagnostic in diagnostics:
        for ref in _about(diagnostic, places):
            codes[ref].add(diagnostic.code)
    return codes


def _about(diagnostic: Diagnostic, places: _Places) -> tuple[Ref, ...]:
    start = diagnostic.span.start
    in_file = places.get(diagnostic.span.path, [])
    at = bisect_right(in_file, start, key=lambda place: place[0]) - 1
    if at < 0 or start > in_file[at][1]:
        return ()
    ref = in_file[at][2]
    return (ref, ArgumentRef(ref.argument)) if isinstance(ref, InferenceRef) else (ref,)


def _places(debate: Debate) -> _Places:
    places: defaultdict[str | None, list[tuple[int, int, Ref]]] = defaultdict(list)
    stated = [(place.span, element.ref) for element in debate.elements for place in element.places]
    inferred = [
        (inference.span, inference.ref)
        for argument in debate.arguments.values()
        for inference in argument.inferences
    ]
    for span, ref in (*stated, *inferred):
        if span is not None:
            places[span.path].append((span.start, span.end, ref))
    return {path: sorted(in_file) for path, in_file in places.items()}
