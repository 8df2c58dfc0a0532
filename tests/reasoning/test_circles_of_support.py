"""Laws: circles of support give no ground, and add none."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import argmap
from argmap import Document, strategies
from argmap.model import Claim
from argmap.reasoning import Framework
from argmap.reasoning.theories.equations import Equations
from argmap.reasoning.theories.stages import FrameworkNode, NodeKind, staged
from argmap.reasoning.theories.stipulations import stipulations
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.options import EvaluationOptions
from argmap.settings.tables import STANDARDS

documents = strategies.disputes(max_questions=1)
weighed = strategies.disputes(max_questions=1, weights=(0.2, 0.4, 0.5, 1.0))
semantics = st.sampled_from(("grounded", "complete", "preferred", "stable", "semi-stable", "ideal", "eager"))
presumptions = st.sampled_from(("leaves", "evidence", "none"))
rebuttals = st.sampled_from(("symmetric", "attack"))
_MOST = 200


def grounds_of(equations: Equations, accepted: Collection[FrameworkNode]) -> set[int]:
    """Return the statements that follow from what is presumed or accepted by steps that a position has."""
    theory = equations.theory
    kinds = {NodeKind.PRESUMPTION, NodeKind.GIVEN}
    grounded = {node.number for node in accepted if node.kind in kinds}
    steps = [
        (set(theory.steps[number].premises), target)
        for target in range(len(theory))
        for number in equations.circles.reasons[target]
        if FrameworkNode(NodeKind.STEP, number) in accepted
        and FrameworkNode(NodeKind.PRO, target) in accepted
    ]
    steps += [({source}, target) for source, target in theory.entailments]
    while more := {target for premises, target in steps if premises <= grounded} - grounded:
        grounded |= more
    return grounded


@given(documents, semantics, presumptions, rebuttals)
def test_nothing_that_only_supports_itself_is_in_in_any_position(
    document: Document, name: str, presumption: str, rebuttal: str
) -> None:
    options = EvaluationOptions(semantics=name, presumption=presumption, rebuttal=rebuttal)
    equations = solved(document.debate, options, stipulations(document.debate)).equations
    framework = Framework.of(*staged(equations))
    extensions = [set(each) for each in framework.extensions(name, limit=_MOST)]
    assume(len(extensions) < _MOST)
    fails = [FrameworkNode(NodeKind.FAILS, number) for number in range(len(equations.theory))]
    for extension in extensions:
        attacked = {target for source, target in framework.attacks if source in extension}
        accepted = {node.number for node in fails if node in attacked}
        # Steps inside of circles have a label in each stage, and that of the last is theirs.
        assert accepted <= grounds_of(equations, extension)


def argued(document: Document) -> list[Claim]:
    """Return the claims with a written reason whose label nobody fixes."""
    theory = solved(document.debate, EvaluationOptions(), stipulations(document.debate)).equations.theory
    return [
        claim
        for claim in document.debate.claims.values()
        if theory.pros[theory.propositions[claim.ref]]
        and not theory.leaves[theory.propositions[claim.ref]]
        and not theory.is_stipulated(theory.propositions[claim.ref])
    ]


CIRCLES = (
    "<New>\n\n(1) {0}\n----\n(2) {0}",
    "<New>\n\n(1) {0}\n----\n(2) [Other]: new\n----\n(3) {0}",
    "{0}\n  + <New>: new\n\n<New>\n  + {0}",
)


def assert_same_with(document: Document, addition: str, **options: str) -> None:
    """Assert that a text that is added changes no verdict of those that there were."""
    mode = {"model": {"mode": document.settings.model.mode}}
    again = argmap.parse(f"{document.text}\n\n{addition}", settings=mode)

    def verdicts(evaluation: Evaluation) -> dict[str, object]:
        return {name: (each.label, each.is_possible) for name, each in evaluation.by_name().items()}

    before = verdicts(argmap.evaluate(document, **options))  # type: ignore[arg-type]  # they are names
    after = verdicts(argmap.evaluate(again, **options))  # type: ignore[arg-type]  # they are names
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("circle", CIRCLES)
def test_what_is_given_as_one_more_reason_for_itself_changes_nothing_in_any_position(circle: str) -> None:
    @settings(max_examples=40)
    @given(documents, semantics, presumptions, rebuttals)
    def law(document: Document, name: str, presumption: str, rebuttal: str) -> None:
        for claim in argued(document):
            addition = circle.format(claim.ref)
            assert_same_with(document, addition, semantics=name, presumption=presumption, rebuttal=rebuttal)

    law()


@pytest.mark.parametrize("circle", CIRCLES)
def test_what_is_given_as_one_more_reason_for_itself_weighs_nothing(circle: str) -> None:
    @settings(max_examples=40)
    @given(weighed, st.sampled_from(STANDARDS))
    def law(document: Document, standard: str) -> None:
        for claim in argued(document):
            assert_same_with(document, circle.format(claim.ref), standard=standard)

    law()


OUTWEIGHED = """
[C]
  + <R>: a reason {{strength: 0.4}}
  - <K>: an objection {{strength: 0.5}}
{0}

[D]
  + <R2>: a reason {{strength: 0.4}}
  - <K2>: an objection {{strength: 0.5}}
{1}
"""


@pytest.mark.parametrize("standard", STANDARDS)
def test_claims_that_are_outweighed_do_not_raise_each_other(standard: str) -> None:
    apart = argmap.evaluate(argmap.parse(OUTWEIGHED.format("", "")), standard=standard)
    in_circle = argmap.parse(OUTWEIGHED.format("  + [D]", "  + [C]"))
    together = argmap.evaluate(in_circle, standard=standard)
    assert [together[name].label for name in ("[C]", "[D]")] == [apart[name].label for name in ("[C]", "[D]")]
