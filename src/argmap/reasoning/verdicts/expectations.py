"""Whether verdicts are as their author expects."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Debate, QuestionRef, Ref
from argmap.model.expected import Expectation, expectations_of
from argmap.reasoning.label import Label
from argmap.reasoning.verdicts.debate_evaluation import evaluate_debate
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.options import EvaluationOptions
from argmap.reasoning.verdicts.verdict import Verdict
from argmap.settings.tables import ReasoningSettings
from argmap.text.counts import enumerated


def unmet_expectations(
    debate: Debate, settings: ReasoningSettings | None = None
) -> Iterator[tuple[Expectation, Verdict]]:
    r"""Yield the expectations of a debate that its verdicts do not meet, with those verdicts.

    >>> import argmap
    >>> debate = argmap.parse("[A]: a {expect: in}\n  - [B]: b").debate
    >>> [(expectation.name, verdict) for expectation, verdict in unmet_expectations(debate)]
    [('[A]', Verdict(out, refuted))]
    """
    expected = [each for each in expectations_of(debate, debate.metadata) if each.is_clear]
    if not expected:
        return
    yield from unmet_in(evaluated_by_settings(debate, settings or ReasoningSettings()), expected)


def evaluated_by_settings(debate: Debate, settings: ReasoningSettings) -> Evaluation:
    """Return the evaluation of a debate under settings."""
    return evaluate_debate(debate, EvaluationOptions.of(settings, {}), timeout=settings.timeout)


def unmet_in(evaluation: Evaluation, expected: list[Expectation]) -> Iterator[tuple[Expectation, Verdict]]:
    """Yield the expectations that the verdicts of an evaluation do not meet."""
    for expectation in expected:
        verdict = evaluation.verdicts.get(expectation.ref)
        if verdict is not None and verdict.label is not None and not _is_met(expectation, verdict):
            yield expectation, verdict


def outcome(ref: Ref | None, verdict: Verdict) -> str:
    """Return a verdict in words that can follow "but it is".

    >>> from argmap.model import ClaimRef, QuestionRef
    >>> outcome(QuestionRef("Q"), Verdict(Label.IN, answers=(ClaimRef("A"),)))
    'answered by [A]'
    """
    if isinstance(ref, QuestionRef) and verdict.label is not None:
        if verdict.answers:
            return f"answered by {enumerated(map(str, verdict.answers))}"
        return _OF_QUESTIONS[verdict.label]
    return verdict.sentence


_OF_QUESTIONS = {Label.IN: "answered", Label.OUT: "without an answer", Label.UNDECIDED: "open"}


def _is_met(expectation: Expectation, verdict: Verdict) -> bool:
    if expectation.answers:
        return verdict.label is Label.IN and {*verdict.answers} == {*expectation.answers}
    return verdict.label is not None and verdict.label.value == expectation.label
