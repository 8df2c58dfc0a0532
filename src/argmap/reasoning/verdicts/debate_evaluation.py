"""Evaluating a debate under the semantics that options name, in the time allowed."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from argmap.data.frozen_dict import FrozenDict
from argmap.model import Debate, InferenceRef, Ref
from argmap.model.debate import Named
from argmap.reasoning.deadline import Deadline
from argmap.reasoning.theories.stipulations import refs_of
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.debate_strengths import debate_strengths
from argmap.reasoning.verdicts.debate_verdicts import grounded_verdicts
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.options import GRADUAL, EvaluationOptions
from argmap.reasoning.verdicts.positional import Agreed, agreed_verdicts
from argmap.reasoning.verdicts.question_verdicts import with_question_strengths, with_questions
from argmap.reasoning.verdicts.readings import verdicts_by_reading
from argmap.reasoning.verdicts.stipulated import stipulated_by
from argmap.reasoning.verdicts.verdict import Basis, Verdict


def evaluate_debate(
    debate: Debate,
    options: EvaluationOptions | None = None,
    *,
    accept: Iterable[Named] = (),
    reject: Iterable[Named] = (),
    timeout: float | None = 10.0,
    text: str | None = None,
) -> Evaluation:
    r"""Return the evaluation of a debate; what is accepted and rejected keeps its label.

    What semantics of positions do not decide in `timeout` seconds is unknown, and so are strengths that do
    not settle by then.

    >>> import argmap
    >>> debate = argmap.parse("[A]: a\n  - [B]: b").debate
    >>> evaluate_debate(debate)["[A]"], evaluate_debate(debate, reject=["[B]"])["[A]"]
    (Verdict(out, refuted), Verdict(in, presumed))

    Raises:
        LookupError: the debate has nothing of a name that is accepted or rejected.
        ValueError: something is both, or an inference is accepted.
    """
    accepted, rejected = refs_of(debate, accept=accept), refs_of(debate, reject=reject)
    options = evolve(options or EvaluationOptions(), accept=accepted, reject=rejected)
    stipulated = stipulated_by(debate, options)
    if options.semantics in GRADUAL:
        strengths, is_whole = debate_strengths(
            debate, stipulated, options.semantics, options.base, Deadline.after(timeout)
        )
        by_strength: dict[Ref, Verdict] = {
            ref: Verdict(strength=strength) for ref, strength in strengths.items()
        }
        unsettled = frozenset(ref for ref, verdict in by_strength.items() if verdict.strength is None)
        verdicts = with_question_strengths(debate, by_strength)
        return Evaluation(debate, verdicts, options, unknown=unsettled, text=text, was_in_time=is_whole)
    deadline = Deadline.after(timeout)
    unsupposed: tuple[InferenceRef, ...] = ()
    if options.reading != "structured":
        agreed = verdicts_by_reading(debate, stipulated, options.reading, options.semantics, deadline)
    else:
        bases = solved(debate, options, stipulated)
        unsupposed = bases.equations.theory.unsupposed
        agreed = Agreed(FrozenDict(grounded_verdicts(debate, bases)))
        if options.semantics != "grounded":
            agreed = agreed_verdicts(debate, bases.solution, agreed.verdicts, options.semantics, deadline)
    verdicts = with_questions(debate, agreed.verdicts)
    questions = (question.ref for question in debate.questions.values())
    unknown = agreed.unknown.union(ref for ref in questions if verdicts[ref].basis is Basis.UNKNOWN)
    return Evaluation(
        debate,
        verdicts,
        options,
        unknown=unknown,
        has_positions=agreed.has_positions,
        text=text,
        unsupposed=unsupposed,
    )
