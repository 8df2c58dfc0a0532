"""The verdicts on questions: a position holds, none does, or the question is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, dropwhile, takewhile
from typing import TypeAlias

from argmap.data.frozen_dict import FrozenDict
from argmap.model import ArgumentRef, Debate, ElementRef, QuestionRef, Ref
from argmap.reasoning.label import Label
from argmap.reasoning.verdicts.verdict import Basis, Verdict

_Judge: TypeAlias = Callable[[Sequence[ElementRef], Sequence[Verdict]], Verdict]


def with_questions(debate: Debate, verdicts: Mapping[Ref, Verdict]) -> FrozenDict[Ref, Verdict]:
    """Return verdicts on claims, evidence and arguments with those on questions, in order of the debate."""
    return _judged(debate, verdicts, _verdict)


def with_question_strengths(debate: Debate, verdicts: Mapping[Ref, Verdict]) -> FrozenDict[Ref, Verdict]:
    """Return strengths with those of questions, which have the strength of their strongest position."""
    return _judged(debate, verdicts, _strongest)


def decisive(debate: Debate, position: ElementRef) -> ElementRef:
    """Return what decides whether a position holds: for a reconstructed argument, its conclusion.

    Its inferences may hold while what it concludes is contested.
    """
    if isinstance(position, ArgumentRef) and debate.arguments[position.title].inferences:
        conclusion = debate.arguments[position.title].inferences[-1].conclusion
        return position if isinstance(conclusion, QuestionRef) else conclusion
    return position


def _judged(debate: Debate, verdicts: Mapping[Ref, Verdict], judge: _Judge) -> FrozenDict[Ref, Verdict]:
    """Return verdicts with those on questions, which come after claims and evidence."""
    if not debate.questions:
        return verdicts if isinstance(verdicts, FrozenDict) else FrozenDict(verdicts)
    before = takewhile(lambda item: not isinstance(item[0], ArgumentRef), verdicts.items())
    after = dropwhile(lambda item: not isinstance(item[0], ArgumentRef), verdicts.items())
    return FrozenDict(chain(before, _of_questions(debate, verdicts, judge), after))


def _of_questions(
    debate: Debate, verdicts: Mapping[Ref, Verdict], judge: _Judge
) -> Iterator[tuple[Ref, Verdict]]:
    for question in debate.questions.values():
        positions = debate.positions(question)
        yield question.ref, judge(positions, [verdicts[decisive(debate, each)] for each in positions])


def _verdict(positions: Sequence[ElementRef], standings: Sequence[Verdict]) -> Verdict:
    """Return a verdict: in if a position holds, out if all have fallen, and otherwise undecided."""
    answers = tuple(
        ref for ref, verdict in zip(positions, standings, strict=True) if verdict.label is Label.IN
    )
    if answers:
        return Verdict(Label.IN, Basis.ANSWERED, is_possible=True, answers=answers)
    if positions and all(verdict.label is Label.OUT for verdict in standings):
        return Verdict(Label.OUT, Basis.UNANSWERED)
    is_unknown = any(verdict.basis is Basis.UNKNOWN for verdict in standings)
    is_possible = any(verdict.is_possible for verdict in standings)
    return Verdict(Label.UNDECIDED, Basis.UNKNOWN if is_unknown else Basis.OPEN, is_possible=is_possible)


def _strongest(positions: Sequence[ElementRef], standings: Sequence[Verdict]) -> Verdict:
    """Return the greatest strength, and the positions that have it; None if a position has no strength."""
    strengths = [verdict.strength for verdict in standings]
    known = [strength for strength in strengths if strength is not None]
    if not known or len(known) < len(strengths):
        return Verdict()
    answers = tuple(ref for ref, strength in zip(positions, strengths, strict=True) if strength == max(known))
    return Verdict(strength=max(known), answers=answers)
