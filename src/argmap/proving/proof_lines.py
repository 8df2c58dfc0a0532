"""Proofs in words, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.model import Claim, Debate, Evidence, Ref
from argmap.model.stating.calling import called
from argmap.proving.step_proof import ProofScope, ProofStatus, RelationProof, StepProof
from argmap.proving.written_formulas import shown_formula

_INDENT = "  "
_LONGEST = 60
_LONGEST_CASE = 100
_SCOPES = {
    ProofScope.INFERENCE: "",
    ProofScope.ARGUMENT: " as a whole",
    ProofScope.CHAIN: " with all it rests on",
}
_STATUSES = {
    ProofStatus.VALID: "holds",
    ProofStatus.INVALID: "fails",
    ProofStatus.NOT_DECIDED: "not decided",
}


def proof_lines(
    debate: Debate, steps: Iterable[StepProof], relations: Iterable[RelationProof]
) -> Iterator[str]:
    """Yield what is proved: steps with their formulas and what is to be said of them, then relations."""
    for step in steps:
        yield f"{_called(debate, step.about)}{_SCOPES[step.scope]}: {_verdict(step)}"
        if step.status is not ProofStatus.NOT_FORMALIZED:
            yield from _formula_lines(debate, step)
        yield from (_INDENT + line for line in remarks(step, debate))
    for relation in relations:
        yield from _relation_lines(relation, debate)


def remarks(step: StepProof, debate: Debate) -> Iterator[str]:
    """Yield what is to be said of a step besides whether it is valid."""
    if step.case:
        yield from _case_lines(step.case)
    if step.form and step.status is ProofStatus.INVALID:
        yield f"it has the form of {step.form}, a fallacy"
    if step.is_rule_met is False and step.rule:
        yield f"it is called {step.rule} but does not have that form"
    if step.is_consistent is False:
        yield (
            "the premises cannot all be true, as a reductio needs it"
            if step.is_reductio
            else "the premises cannot all be true, so anything follows from them"
        )
    if step.same_as:
        yield f"the conclusion says the same as {_listed(debate, step.same_as)}"
    if step.needed and not step.needed[0]:
        yield "the conclusion is true in any case"
    elif len(step.needed) > 1:
        ways = "; or ".join(_listed(debate, refs) for refs in step.needed)
        yield f"each of these is enough: {ways}"
    if step.idle:
        yield f"it follows without {_listed(debate, step.idle)}"
    if step.unstated:
        yield f"valid only with {_listed(debate, step.unstated)}, which nobody stated"


def _verdict(step: StepProof) -> str:
    if step.status is ProofStatus.NOT_FORMALIZED:
        names = ", ".join(map(str, step.not_formalized))
        return f"not formalized: there is no formula of {names}"
    if step.status is ProofStatus.NOT_DECIDED:
        return f"not decided after {step.seconds:.1f} s: {step.reason}"
    return str(step.status.value)


def _formula_lines(debate: Debate, step: StepProof) -> Iterator[str]:
    for start, refs in (("", step.premises), ("so ", (step.conclusion,))):
        for ref in refs:
            element = debate[ref]
            formula = shown_formula(element) if isinstance(element, Claim | Evidence) else None
            yield f"{_INDENT}{start}{formula or ''}  {_called(debate, ref)}"


def _relation_lines(relation: RelationProof, debate: Debate) -> Iterator[str]:
    source, target = _called(debate, relation.source), _called(debate, relation.target)
    words = f"{source} {relation.kind.verb} {target}"
    if not relation.is_drawn:
        yield f"{words}: follows, and is not drawn"
        return
    reason = f": {relation.reason}" if relation.reason else ""
    yield f"{words}: {_STATUSES[relation.status]}{reason}"
    if relation.case:
        yield from (_INDENT + line for line in _case_lines(relation.case))


def _case_lines(case: Sequence[str]) -> Iterator[str]:
    """Yield a case in one line if it is short, or else with the rest of it indented."""
    whole = "; ".join(case)
    if len(whole) <= _LONGEST_CASE:
        yield f"a case that refutes it: {whole}"
        return
    yield "a case that refutes it:"
    yield from (_INDENT + line for line in case)


def _listed(debate: Debate, refs: Iterable[Ref]) -> str:
    return " and ".join(_called(debate, ref) for ref in refs)


def _called(debate: Debate, ref: Ref) -> str:
    return called(debate, ref, _LONGEST)
