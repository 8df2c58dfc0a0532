"""Why a question is answered, has no answer or is open: explained by the labels of its positions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from argmap.model import ArgumentRef, ElementRef, QuestionRef, Ref
from argmap.reasoning.explaining.explanation_lines import written_lines
from argmap.reasoning.explaining.point_role import ExplanationLine, PointRole
from argmap.reasoning.explaining.reasons import Reason, Thing
from argmap.reasoning.label import Label
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.question_verdicts import decisive


def question_lines(bases: Bases, evaluation: Evaluation, about: QuestionRef) -> tuple[ExplanationLine, ...]:
    """Return a point for each position, those that hold first, with what explains it; nothing is repeated."""
    theory = bases.equations.theory
    reasons: list[Reason] = []
    for position in _positions(evaluation, about):
        if isinstance(position, ArgumentRef):
            step = theory.force_steps.get(position.title)
            number = None if step is None else theory.steps[step].target
        else:
            number = theory.propositions.get(position)
        if number is not None:
            reasons.append(Reason(PointRole.POSITION, Thing(False, number)))
    return written_lines(bases, reasons)


def question_lines_by_positions(
    evaluation: Evaluation, about: QuestionRef, lines_of: Callable[[Ref], tuple[ExplanationLine, ...]]
) -> tuple[ExplanationLine, ...]:
    """Return the same, with each position on a question explained separately by `lines_of`."""
    lines: list[ExplanationLine] = []
    for position in _positions(evaluation, about):
        verdict = evaluation[position]
        label = verdict.label or Label.UNDECIDED
        lines.append(ExplanationLine(PointRole.POSITION, position, 1, label, verdict.basis))
        place = len(lines)
        lines += (_below(line, place) for line in lines_of(position))
    return tuple(lines)


def _positions(evaluation: Evaluation, about: QuestionRef) -> Iterator[ElementRef]:
    """Yield what decides each position on a question; those that hold come first."""
    debate = evaluation.debate
    refs = dict.fromkeys(decisive(debate, position) for position in debate.positions(about))
    yield from sorted(refs, key=lambda ref: evaluation[ref].label is not Label.IN)


def _below(line: ExplanationLine, place: int) -> ExplanationLine:
    shown_at = None if line.shown_at is None else line.shown_at + place
    return evolve(line, depth=line.depth + 1, shown_at=shown_at)
