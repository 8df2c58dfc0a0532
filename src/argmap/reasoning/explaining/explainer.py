"""Why something in a debate has its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeAlias

from attrs import evolve, frozen

from argmap.model import Debate, Named, QuestionRef, Ref, resolve
from argmap.reasoning.deadline import Deadline, NotDecidedError
from argmap.reasoning.explaining.core import core_lines
from argmap.reasoning.explaining.explanation import Explanation
from argmap.reasoning.explaining.explanation_lines import explanation_lines
from argmap.reasoning.explaining.point_role import ExplanationLine
from argmap.reasoning.explaining.question_reasons import question_lines, question_lines_by_positions
from argmap.reasoning.explaining.reasons import Reasons
from argmap.reasoning.label import Label
from argmap.reasoning.positions.acceptance import labelling_with
from argmap.reasoning.theories.stages import TooLargeError
from argmap.reasoning.theories.stipulations import refs_of
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.debate_evaluation import evaluate_debate
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.debate_verdicts import grounded_verdicts
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.options import GRADUAL, POSITIONAL, EvaluationOptions
from argmap.reasoning.verdicts.positional import agreed_verdicts
from argmap.reasoning.verdicts.residue import Residue, labels_of, residue
from argmap.reasoning.verdicts.stipulated import stipulated_by
from argmap.reasoning.verdicts.verdict import Verdict

Lines: TypeAlias = tuple[ExplanationLine, ...]


def explain(
    debate: Debate,
    about: Named,
    options: EvaluationOptions,
    *,
    accept: Iterable[Named] = (),
    reject: Iterable[Named] = (),
    timeout: float | None = None,
    text: str | None = None,
) -> Explanation:
    """Return why something has its verdict under some options; `text` is what the debate was read from.

    Where semantics of positions say more than grounded, a position explains it. A question is explained
    by its positions.

    Raises:
        LookupError: the debate has nothing of a name; the message names the nearest.
        ValueError: something is both accepted and rejected, or there are strengths and no verdicts.
    """
    if options.semantics in GRADUAL:
        raise ValueError(
            f"there are no reasons to tell for strengths, which {options.semantics!r} gives; ask "
            "its evaluation for the `sensitivity` of a strength, or explain a label under 'grounded'"
        )
    if options.reading != "structured":
        raise ValueError(
            f"there are no reasons to tell in the reading {options.reading!r}, which knows only attacks; "
            "explain the reading 'structured'"
        )
    deadline = Deadline.after(timeout)
    ref = resolve(debate, about)
    accepted, rejected = refs_of(debate, accept=accept), refs_of(debate, reject=reject)
    given = evolve(options, accept=accepted, reject=rejected)
    bases = solved(debate, options, stipulated_by(debate, given))
    explainer = _Explainer(debate, options, bases, dict(grounded_verdicts(debate, bases)), deadline)
    if isinstance(ref, QuestionRef):
        evaluation = evaluate_debate(debate, options, accept=accept, reject=reject, timeout=timeout)
        if options.semantics not in POSITIONAL:
            lines = question_lines(bases, evaluation, ref)
        else:
            lines = question_lines_by_positions(
                evaluation, ref, lambda position: explainer.of_position(position, evaluation)
            )
        has_positions = evaluation.has_positions
        return Explanation(ref, evaluation[ref], lines, debate, text, has_positions=has_positions)
    verdict, points = explainer.of_thing(ref)
    # Without any position there is nothing to explain.
    if points is None:
        return Explanation(ref, verdict, (), debate, text, has_positions=False)
    return Explanation(ref, verdict, points, debate, text)


@frozen(eq=False, slots=False)
class _Explainer:
    """Explains verdicts; what all explanations need is worked out once."""

    debate: Debate
    options: EvaluationOptions
    bases: Bases
    grounded: Mapping[Ref, Verdict]
    deadline: Deadline

    def of_thing(self, ref: Ref) -> tuple[Verdict, Lines | None]:
        """Return a verdict, and the points that explain it, None if there is no position at all."""
        verdict, semantics = self.grounded[ref], self.options.semantics
        # Only under stable may there be no position at all, and then nothing is decided.
        if semantics == "stable" or (semantics in POSITIONAL and verdict.label is Label.UNDECIDED):
            agreed = agreed_verdicts(
                self.debate, self.bases.solution, self.grounded, semantics, self.deadline
            )
            verdict = agreed.verdicts[ref]
            if not agreed.has_positions:
                return verdict, None
        return verdict, self._lines(ref, verdict)

    def of_position(self, ref: Ref, evaluation: Evaluation) -> Lines:
        """Return the points that explain a position on a question, none if that took too long."""
        if self.deadline.is_over() or not evaluation.has_positions:
            return ()
        return self._lines(ref, evaluation.verdicts[ref])

    def _lines(self, ref: Ref, verdict: Verdict) -> Lines:
        lines = None
        if self.options.semantics in POSITIONAL and self.grounded[ref].label is Label.UNDECIDED:
            lines = self._by_position(ref, verdict)
        return explanation_lines(self.debate, self.bases, ref) if lines is None else lines

    def _by_position(self, ref: Ref, verdict: Verdict) -> Lines | None:
        """Return a position in which something is in, or one in which it is out; None if there is neither."""
        wanted = Label.IN if verdict.is_possible else verdict.label
        if wanted is None or wanted is Label.UNDECIDED:
            return None
        try:
            rest, semantics = self._rest, self.options.semantics
            labelling = labelling_with(rest.graph, rest.asked[ref], wanted, semantics, deadline=self.deadline)
        except (TooLargeError, NotDecidedError):
            return None
        if labelling is None:
            return None
        labels = {each: own.label or Label.UNDECIDED for each, own in self.grounded.items()}
        return core_lines(Reasons(self.bases), labels | labels_of(rest, labelling), ref)

    @cached_property
    def _rest(self) -> Residue:
        return residue(self.debate, self.bases.solution, deadline=self.deadline)
