"""What an evaluation starts from: stipulations, and steps that their formulas show to be invalid."""

from __future__ import annotations

from attrs import evolve

from argmap.data.known_keys import FORMULA_KEYS
from argmap.model import Debate, InferenceRef
from argmap.reasoning.theories.stipulations import Stipulations, stipulations
from argmap.reasoning.verdicts.options import EvaluationOptions


def stipulated_by(debate: Debate, options: EvaluationOptions) -> Stipulations:
    r"""Return what holds and falls from the start; if steps are read as `logic`, invalid ones also fall.

    >>> import argmap
    >>> text = "<A>\n\n(1) a {formula: p}\n----\n(2) [B]: b {formula: q}"
    >>> debate = argmap.parse(text).debate
    >>> sorted(map(str, stipulated_by(debate, EvaluationOptions(steps="logic")).rejected))
    ['<A>#1']

    Raises:
        LookupError: the debate has nothing of a name that is accepted or rejected.
        ValueError: something is both, or an inference is accepted.
    """
    stipulated = stipulations(debate, accept=options.accept, reject=options.reject)
    invalid = _invalid_steps(debate, options)
    invalid -= stipulated.rejected
    return (
        evolve(stipulated, rejected=stipulated.rejected | invalid, invalid=invalid) if invalid else stipulated
    )


def _invalid_steps(debate: Debate, options: EvaluationOptions) -> frozenset[InferenceRef]:
    """Return the steps that fall because their conclusions do not follow; none unless options ask for this.

    A step by a scheme that is not deductive is not meant to be valid, and does not fall.
    """
    if options.steps != "logic":
        return frozenset()
    elements = (*debate.claims.values(), *debate.evidence.values())
    if not any(key in element.data for element in elements for key in FORMULA_KEYS):
        return frozenset()
    from argmap.proving.prover import prove_debate
    from argmap.proving.step_proof import ProofStatus

    proofs = prove_debate(debate)
    return frozenset(
        step.about
        for step in proofs.steps
        if isinstance(step.about, InferenceRef)
        and step.status is ProofStatus.INVALID
        and _is_strict(debate, step.about)
    )


def _is_strict(debate: Debate, ref: InferenceRef) -> bool:
    scheme = debate.arguments[ref.argument].inferences[ref.place].scheme
    return scheme is None or not scheme.is_known or scheme.is_deductive
