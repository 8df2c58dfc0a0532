"""Laws: no position accepts what conflicts, or leaves out what it entails."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import assume, given
from hypothesis import strategies as st

from argmap import Document, strategies
from argmap.reasoning import Framework, Label
from argmap.reasoning.theories.equations import Equations
from argmap.reasoning.theories.stages import FrameworkNode, NodeKind, staged
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.options import EvaluationOptions
from argmap.settings.tables import STANDARDS

weighed = strategies.disputes(max_questions=2, weights=(0.2, 0.4, 0.5, 1.0))
documents = strategies.disputes(max_questions=2)
several = st.sampled_from(("complete", "preferred", "stable", "semi-stable", "ideal", "eager"))
presumptions = st.sampled_from(("leaves", "evidence", "none"))
rebuttals = st.sampled_from(("symmetric", "attack"))
standards = st.sampled_from(STANDARDS)
_MOST = 200


def assert_consistent(equations: Equations, accepted: Collection[int]) -> None:
    """Assert that of two statements in conflict one is accepted at most, and all that is entailed.

    That is asked of what nobody stipulates; what is accepted makes all that it entails hold.
    """
    theory = equations.theory
    is_free = [not theory.is_stipulated(number) for number in range(len(theory))]
    for number in theory.accepted:
        for entailed in equations.contraposition.entailed_by_it(number):
            is_free[entailed] = False
    both = [(one, other) for one, other in theory.conflicts if one in accepted and other in accepted]
    assert [pair for pair in both if is_free[pair[0]] and is_free[pair[1]]] == []
    entailed_by_accepted = {target for source, target in theory.entailments if source in accepted}
    assert entailed_by_accepted - theory.rejected <= set(accepted)


@given(weighed, standards, presumptions, rebuttals)
def test_what_is_in_by_any_standard_is_consistent(
    document: Document, standard: str, presumption: str, rebuttal: str
) -> None:
    options = EvaluationOptions(standard=standard, presumption=presumption, rebuttal=rebuttal)
    bases = solved(document.debate, options, stipulations(document.debate))
    count = len(bases.equations.theory)
    assert_consistent(bases.equations, {number for number in range(count) if bases.label(number) is Label.IN})


@given(documents, several, presumptions, rebuttals)
def test_every_position_is_consistent(
    document: Document, semantics: str, presumption: str, rebuttal: str
) -> None:
    options = EvaluationOptions(semantics=semantics, presumption=presumption, rebuttal=rebuttal)
    equations = solved(document.debate, options, stipulations(document.debate)).equations
    framework = Framework.of(*staged(equations))
    extensions = [set(each) for each in framework.extensions(semantics, limit=_MOST)]
    assume(len(extensions) < _MOST)
    attackers = {
        number: {
            source for source, target in framework.attacks if target == FrameworkNode(NodeKind.FAILS, number)
        }
        for number in range(len(equations.theory))
    }
    for extension in extensions:
        accepted = {number for number, others in attackers.items() if others & extension}
        assert_consistent(equations, accepted)
