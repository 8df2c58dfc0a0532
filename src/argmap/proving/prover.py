"""From a debate to what is proved in it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import ArgumentRef, Inference, InferenceRef, Ref, resolve
from argmap.model.debate import Debate, Named
from argmap.proving.drawn_relations import proved_relations
from argmap.proving.formal_debate import FormalDebate, ProofQuestion
from argmap.proving.glossary import glossary_of
from argmap.proving.proofs import Proofs
from argmap.proving.proved_steps import proof_of
from argmap.proving.resting import chains_of
from argmap.proving.step_proof import ProofScope, StepProof
from argmap.proving.written_formulas import has_formulas

DEFAULT_TIMEOUT = 10.0


def prove_debate(
    debate: Debate, *, about: Named | None = None, timeout: float | None = None, is_strict: bool = False
) -> Proofs:
    """Return what is proved in a debate; with `is_strict` also which relations hold.

    `about` is an argument, an inference, or a claim to which these lead: only its steps are looked at. After
    `timeout` seconds, 10 by default, what is not decided is left so.

    Raises:
        LookupError: the debate has nothing of that name.
    """
    ref = None if about is None else resolve(debate, about)
    if not has_formulas(debate):
        return Proofs(debate)
    formal = FormalDebate.of(debate, DEFAULT_TIMEOUT if timeout is None else timeout)
    questions = [question for question in _questions(formal) if _is_about(question, ref)]
    steps: list[StepProof] = []
    for place, question in enumerate(questions):
        steps.append(proof_of(question, formal, parts=len(questions) - place + int(is_strict)))
    relations = proved_relations(formal) if is_strict and ref is None else ()
    return Proofs(debate, tuple(steps), tuple(relations), glossary_of(debate))


def _is_about(question: ProofQuestion, ref: Ref | None) -> bool:
    if ref is None or question.about == ref or question.conclusion == ref:
        return True
    return isinstance(question.about, InferenceRef) and ArgumentRef(question.about.argument) == ref


def _questions(formal: FormalDebate) -> Iterator[ProofQuestion]:
    """Yield what may be proved, without steps of which neither premises nor conclusion have formulas."""
    formulas = formal.formulas
    reductios: list[Inference] = []
    for argument in formal.debate.arguments.values():
        own = [inference for inference in argument.inferences if is_reductio(inference)]
        reductios += own
        for inference in argument.inferences:
            if any(ref in formulas for ref in (*inference.premises, inference.conclusion)):
                premises = tuple(dict.fromkeys(inference.premises))
                yield ProofQuestion(
                    inference.ref, ProofScope.INFERENCE, premises, inference.conclusion, inference
                )
        if len(argument.inferences) > 1 and argument.conclusion is not None:
            premises = tuple(dict.fromkeys(argument.premises))
            if all(ref in formulas for ref in (*premises, argument.conclusion)):
                refuted = tuple(inference.conclusion for inference in own)
                scope = ProofScope.ARGUMENT
                yield ProofQuestion(argument.ref, scope, premises, argument.conclusion, refuted=refuted)
    for chain in chains_of(formal.debate, formulas):
        conclusion = chain.argument.conclusion
        assert conclusion is not None, "chains are made of what is formalized"
        refuted = tuple(each.conclusion for each in reductios if each.conclusion in chain.through)
        yield ProofQuestion(chain.argument.ref, ProofScope.CHAIN, chain.premises, conclusion, refuted=refuted)


def is_reductio(inference: Inference) -> bool:
    """Return whether an inference refutes what it supposes."""
    return inference.scheme is not None and inference.scheme.name == "reductio"
