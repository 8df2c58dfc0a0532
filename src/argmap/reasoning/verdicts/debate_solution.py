"""The least solution for what a debate says, under given options."""

from __future__ import annotations

from argmap.model import Debate
from argmap.reasoning.theories.circles import circles_of
from argmap.reasoning.theories.equations import equations_of
from argmap.reasoning.theories.solution import solve
from argmap.reasoning.theories.stipulations import Stipulations
from argmap.reasoning.theories.translation import theory_of
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.options import EvaluationOptions


def solved(debate: Debate, options: EvaluationOptions, stipulated: Stipulations) -> Bases:
    """Return the least solution for what a debate says, and the bases of its labels.

    Reasons are weighed only under grounded: other semantics ignore the standards of questions.
    """
    theory = theory_of(debate, stipulated=stipulated, presumption=options.presumption)
    if options.semantics != "grounded":
        theory = theory.without_standards()
    equations = equations_of(theory, circles_of(theory), rebuttal=options.rebuttal, standard=options.standard)
    return Bases(solve(equations))
