"""Why something in a debate has its verdict."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import Debate, Named
from argmap.model.lookup import resolve
from argmap.reasoning.explaining.explanation import Explanation
from argmap.reasoning.explaining.reasons import explanation_lines
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.verdicts.debate_verdicts import grounded_verdicts
from argmap.reasoning.verdicts.evaluation import solved
from argmap.reasoning.verdicts.options import EvaluationOptions


def explain(
    debate: Debate,
    about: Named,
    options: EvaluationOptions,
    *,
    accept: Iterable[Named] = (),
    reject: Iterable[Named] = (),
    text: str | None = None,
) -> Explanation:
    """Return why something has its verdict under some options; `text` is what the debate was read from.

    Raises:
        LookupError: the debate has nothing of a name; the message has the nearest.
        ValueError: something is both accepted and rejected.
    """
    ref = resolve(debate, about)
    bases = solved(debate, options, stipulations(debate, accept=accept, reject=reject))
    verdict = next(verdict for each, verdict in grounded_verdicts(debate, bases) if each == ref)
    return Explanation(ref, verdict, explanation_lines(debate, bases, ref), debate, text)
