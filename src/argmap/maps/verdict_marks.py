"""Verdicts in a map: a mark before each title, and for each edge the label of its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.maps.argument_map import ArgumentMap, MapEdge, MapNode, MapStep
from argmap.model import ArgumentRef, CriticalQuestionRef, InferenceRef, Mark, Ref

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation, Verdict


def with_verdicts(argument_map: ArgumentMap, evaluation: Evaluation) -> ArgumentMap:
    """Return a map whose nodes, inferences and edges have the verdicts of an evaluation.

    Titles, and texts without a title, begin with the mark of the verdict, in the steps of arguments too: what
    has a strength instead ends with that. An edge has the verdict of what it starts from.
    """
    verdicts = evaluation.verdicts
    nodes = tuple(_node(node, verdicts) for node in argument_map.nodes)
    by_id = {node.id: node.verdict for node in nodes}
    return evolve(argument_map, nodes=nodes, edges=tuple(_edge(edge, by_id) for edge in argument_map.edges))


def _edge(edge: MapEdge, verdicts: Mapping[str, Verdict | None]) -> MapEdge:
    return evolve(edge, verdict=verdicts.get(edge.source))


def _node(node: MapNode, verdicts: Mapping[Ref, Verdict]) -> MapNode:
    verdict = None if isinstance(node.ref, CriticalQuestionRef) else verdicts.get(node.ref)
    if verdict is None:
        return node
    steps = node.steps
    if isinstance(node.ref, ArgumentRef):
        steps = tuple(_steps(node.ref, steps, verdicts))
    if node.label_title is not None:
        return evolve(node, label_title=_marked(node.label_title, verdict), verdict=verdict, steps=steps)
    if node.label_text is not None:
        text, marks = _marked_text(node.label_text, node.marks, verdict)
        return evolve(node, label_text=text, marks=marks, verdict=verdict, steps=steps)
    return evolve(node, verdict=verdict, steps=steps)


def _steps(
    argument: ArgumentRef, steps: tuple[MapStep, ...], verdicts: Mapping[Ref, Verdict]
) -> Iterator[MapStep]:
    """Yield the steps of an argument, statements and inferences with their marks."""
    places = count()
    for step in steps:
        ref = step.ref if step.number is not None else InferenceRef(argument.title, next(places))
        verdict = None if ref is None else verdicts.get(ref)
        if verdict is None:
            yield step
        elif step.title is not None:
            yield evolve(step, title=_marked(step.title, verdict), verdict=verdict)
        else:
            text, marks = _marked_text(step.text or "", step.marks, verdict)
            yield evolve(step, text=text.strip(), marks=marks, verdict=verdict)


def _marked(title: str, verdict: Verdict) -> str:
    """Return a title with the mark before it, or the strength after it."""
    if verdict.label is not None:
        return f"{verdict.mark} {title}"
    return title if verdict.strength is None else f"{title} {verdict.strength:.2f}"


def _marked_text(text: str, marks: tuple[Mark, ...], verdict: Verdict) -> tuple[str, tuple[Mark, ...]]:
    marked = _marked(text, verdict)
    if verdict.label is None:
        return marked, marks
    more = len(marked) - len(text)
    return marked, tuple(evolve(mark, start=mark.start + more, end=mark.end + more) for mark in marks)
