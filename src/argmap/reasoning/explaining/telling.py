"""Why something in a debate has its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.debate_evaluation import evaluate_debate
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.debate_verdicts import grounded_verdicts
from argmap.reasoning.verdicts.options import GRADUAL, POSITIONAL, EvaluationOptions
from argmap.reasoning.verdicts.positional import agreed_verdicts
from argmap.reasoning.verdicts.residue import labels_of, residue
from argmap.reasoning.verdicts.verdict import Verdict


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

    Where semantics of positions say more than grounded, it is told by a position. A question is explained
    by its positions.

    Raises:
        LookupError: the debate has nothing of a name; the message has the nearest.
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
    ref = resolve(debate, about)
    bases = solved(debate, options, stipulations(debate, accept=accept, reject=reject))
    if isinstance(ref, QuestionRef):
        evaluation = evaluate_debate(debate, options, accept=accept, reject=reject, timeout=timeout)
        if options.semantics not in POSITIONAL:
            lines = question_lines(bases, evaluation, ref)
        else:
            deadline = Deadline.after(timeout)
            lines = question_lines_by_positions(
                evaluation,
                ref,
                # Positions that nobody has waited for are named without what explains them.
                lambda position: (
                    () if deadline.is_over() else _told(debate, position, options, bases, timeout)[1]
                ),
            )
        return Explanation(ref, evaluation[ref], lines, debate, text)
    verdict, lines = _told(debate, ref, options, bases, timeout)
    return Explanation(ref, verdict, lines, debate, text)


def _told(
    debate: Debate, ref: Ref, options: EvaluationOptions, bases: Bases, timeout: float | None
) -> tuple[Verdict, tuple[ExplanationLine, ...]]:
    """Return a verdict, and the points that explain it."""
    verdicts = dict(grounded_verdicts(debate, bases))
    verdict = verdicts[ref]
    lines = None
    # Only under stable there may be no position, and then nothing is decided.
    if options.semantics == "stable" or (
        options.semantics in POSITIONAL and verdict.label is Label.UNDECIDED
    ):
        deadline = Deadline.after(timeout)
        agreed = agreed_verdicts(debate, bases.solution, verdicts, options.semantics, deadline)
        verdict = agreed.verdicts[ref]
        if not agreed.has_positions:
            return verdict, ()
        if verdicts[ref].label is Label.UNDECIDED:
            lines = _by_position(debate, bases, verdicts, verdict, ref, options.semantics, deadline)
    if lines is None:
        lines = explanation_lines(debate, bases, ref)
    return verdict, lines


def _by_position(
    debate: Debate,
    bases: Bases,
    grounded: Mapping[Ref, Verdict],
    verdict: Verdict,
    ref: Ref,
    semantics: str,
    deadline: Deadline,
) -> tuple[ExplanationLine, ...] | None:
    """Return a position in which something is in, or in none but out, None if there is no such position."""
    wanted = Label.IN if verdict.is_possible else verdict.label
    if wanted is None or wanted is Label.UNDECIDED:
        return None
    try:
        rest = residue(debate, bases.solution, deadline=deadline)
        labelling = labelling_with(rest.graph, rest.asked[ref], wanted, semantics, deadline=deadline)
    except (TooLargeError, NotDecidedError):
        return None
    if labelling is None:
        return None
    labels = {each: own.label or Label.UNDECIDED for each, own in grounded.items()}
    return core_lines(Reasons(bases), labels | labels_of(rest, labelling), ref)
