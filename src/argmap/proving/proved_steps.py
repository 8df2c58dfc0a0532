"""One step: whether it is valid, and what makes it so."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from attrs import evolve, frozen

from argmap.logic import Formula
from argmap.model import Claim, Evidence, PropositionRef
from argmap.proving.asking import are_consistent, case_words, follows, needed_premises, negation
from argmap.proving.formal_debate import FormalDebate, ProofQuestion
from argmap.proving.inference_rules import named_rule, step_form
from argmap.proving.step_proof import ProofScope, ProofStatus, StepProof

# Each premise is left out in turn, so it takes the square of their number to see which are needed.
_MOST_COMPARED = 40


def proof_of(question: ProofQuestion, formal: FormalDebate, *, parts: int) -> StepProof:
    """Return what is proved of a question, in the time of one of so many parts."""
    rule = named_rule(question.inference) if question.inference else None
    begun = StepProof(
        question.about,
        question.scope,
        question.premises,
        question.conclusion,
        ProofStatus.NOT_FORMALIZED,
        rule=rule,
        is_reductio=_is_reductio(question),
    )
    missing = [ref for ref in (*question.premises, question.conclusion) if ref not in formal.formulas]
    if missing:
        return evolve(begun, not_formalized=tuple(dict.fromkeys(missing)))
    return _StepProver(question, formal, parts).proof(begun)


def _is_reductio(question: ProofQuestion) -> bool:
    scheme = question.inference.scheme if question.inference else None
    return bool(question.refuted) or (scheme is not None and scheme.name == "reductio")


@frozen
class _StepProver:
    """A question all of whose premises have formulas; it is the first of so many parts that are left."""

    question: ProofQuestion
    formal: FormalDebate
    parts: int

    @property
    def seconds(self) -> float:
        """How many seconds an answer may take."""
        return self.formal.time.share(self.parts)

    def proof(self, begun: StepProof) -> StepProof:
        start = monotonic()
        premises = [ref for ref in self.question.premises if not self._is_supposed(ref)]
        formulas = [self.formal.formulas[ref] for ref in premises]
        answer = follows(formulas, self._conclusion, self.seconds)
        proof = evolve(begun, premises=tuple(premises))
        if answer.follows is None:
            reason, status = answer.reason, ProofStatus.NOT_DECIDED
            proof = evolve(proof, status=status, reason=reason, seconds=monotonic() - start)
        elif answer.follows:
            proof = self._valid(evolve(proof, status=ProofStatus.VALID), formulas)
        else:
            case = case_words(answer, self.formal.meanings, (*formulas, self._conclusion))
            # The premises are true in that case.
            proof = evolve(proof, status=ProofStatus.INVALID, case=case, is_consistent=True)
        if self.question.scope is not ProofScope.INFERENCE:
            return proof
        if answer.follows is None:
            return proof
        # A premise that is not needed does not change the form.
        used = proof.needed[0] if proof.needed and proof.needed[0] else proof.premises
        formulas = [self.formal.formulas[ref] for ref in used]
        form = step_form(proof.rule, formulas, self._conclusion, is_valid=answer.follows)
        return evolve(proof, form=form.name, is_rule_met=form.is_met)

    @property
    def _conclusion(self) -> Formula:
        return self.formal.formulas[self.question.conclusion]

    def _is_supposed(self, ref: PropositionRef) -> bool:
        """Return whether a premise is what a reductio on the way refutes: it is not accepted in the end."""
        formulas = self.formal.formulas
        return any(
            follows([formulas[refuted]], negation(formulas[ref]), self.seconds).follows is True
            for refuted in self.question.refuted
            if refuted in formulas and refuted != ref
        )

    def _valid(self, proof: StepProof, formulas: Sequence[Formula]) -> StepProof:
        """Return the proof of a valid step with what makes it so."""
        premises = proof.premises
        proof = evolve(proof, is_consistent=are_consistent(formulas, self.seconds))
        if len(premises) > _MOST_COMPARED:
            return proof
        sets = needed_premises(formulas, self._conclusion, self.seconds)
        if not sets:
            return proof
        needed = tuple(tuple(premises[place] for place in places) for places in sets)
        used = {ref for refs in needed for ref in refs}
        in_all = set(needed[0]).intersection(*needed)
        return evolve(
            proof,
            needed=needed,
            idle=tuple(ref for ref in premises if ref not in used) if proof.is_consistent else (),
            unstated=tuple(ref for ref in premises if ref in in_all and self._is_implicit(ref)),
            same_as=tuple(refs[0] for refs in needed if len(refs) == 1 and self._is_same(refs[0])),
        )

    def _is_same(self, ref: PropositionRef) -> bool:
        """Return whether a premise from which the conclusion follows also follows from it, being another."""
        if ref == self.question.conclusion:
            return False
        return follows([self._conclusion], self.formal.formulas[ref], self.seconds).follows is True

    def _is_implicit(self, ref: PropositionRef) -> bool:
        element = self.formal.debate[ref]
        if isinstance(element, Claim | Evidence) and element.is_implicit:
            return True
        argument = self.formal.debate.arguments[self.question.about.title]
        return any(
            step.is_implicit
            for other, step in zip(argument.step_refs, argument.steps, strict=True)
            if other == ref
        )
