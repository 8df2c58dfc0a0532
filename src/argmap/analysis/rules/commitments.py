"""Rules about the commitments of whoever accepts something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.analysis.context import CheckContext, CheckFinding
from argmap.analysis.formula_implications import implied_by_formulas, inconsistent_arguments
from argmap.analysis.implications import Derivation, Implication, Literal, Theory
from argmap.model import Argument, Claim, Evidence, PropositionRef, Ref, RelationKind
from argmap.text import Related, diagnose

_MOST_STEPS = 12
# How often clauses are looked at over all starts: enough for any debate that people read.
_BUDGET = 500_000
_EXCLUDING = (RelationKind.CONTRARIETY, RelationKind.CONTRADICTION)


def contradictory_commitments(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield what cannot be accepted without a contradiction, in debates that are read strictly.

    It considers all propositions with `{accepted: true}` together, then the premises of each argument,
    then each claim alone. An argument by reductio is meant to lead to a contradiction.
    """
    debate = context.debate
    proved = tuple(implied_by_formulas(context)) if context.is_strict else ()
    excluding = any(relation.kind in _EXCLUDING for relation in debate.relations)
    if not context.is_strict or not (excluding or any(clause.is_excluding for clause in proved)):
        return
    contradictions = _contradictions(context, Theory.of(debate, proved), proved)
    told: list[frozenset[Literal]] = []
    # From what takes least: whoever accepts what leads there, or still more, need not be told again.
    for about, steps in sorted(contradictions, key=lambda each: (len(_accepted(each[1])), len(each[1]))):
        accepted = frozenset(step.literal for step in steps if step.literal.is_accepted)
        if not any(before <= accepted for before in told):
            told.append(_accepted(steps))
            yield _finding(context, about, steps)


def _contradictions(
    context: CheckContext, theory: Theory, proved: Iterable[Implication]
) -> Iterator[tuple[Ref, tuple[Derivation, ...]]]:
    """Yield what leads to a contradiction, each with the steps to it, as far as the budget lasts."""
    budget = _BUDGET
    consistent: set[PropositionRef] = set()
    reported = inconsistent_arguments(context)
    for about, starts in _starts(context, proved):
        if about in reported:
            continue
        if len(starts) == 1 and starts[0] in consistent:
            continue
        steps, reached, work = theory.contradiction(starts, most=budget)
        budget -= work
        if budget <= 0:
            return
        if steps:
            yield about, steps
        elif len(starts) == 1:
            # What one claim is committed to without a contradiction has none in itself.
            consistent.update(literal.ref for literal in reached if literal.is_accepted)


def _accepted(steps: tuple[Derivation, ...]) -> frozenset[Literal]:
    return frozenset(step.literal for step in steps if not step.because)


def _starts(
    context: CheckContext, proved: Iterable[Implication]
) -> Iterator[tuple[Ref, list[PropositionRef]]]:
    debate = context.debate
    ends: set[Ref] = {relation.source for relation in debate.relations}
    ends |= {relation.target for relation in debate.relations}
    ends |= {literal.ref for implication in proved for literal in implication.literals}
    entailed = {relation.target for relation in debate.relations if relation.kind is RelationKind.ENTAILMENT}
    # What nothing entails goes first: what it reaches need not be followed again.
    claims = sorted(
        (claim.ref for claim in debate.claims.values() if claim.ref in ends),
        key=lambda ref: (ref in entailed, ref.title),
    )
    for ref in claims:
        yield ref, [ref]
    arguments = sorted(debate.arguments.values(), key=lambda argument: argument.title)
    yield from (
        (argument.ref, list(argument.premises))
        for argument in arguments
        if argument.inferences and not _is_reductio(argument)
    )
    propositions: tuple[Claim | Evidence, ...] = (*debate.claims.values(), *debate.evidence.values())
    accepted = sorted(
        proposition.ref for proposition in propositions if proposition.data.get("accepted") is True
    )
    if accepted:
        yield accepted[0], list(accepted)


def _is_reductio(argument: Argument) -> bool:
    return any(inference.scheme and inference.scheme.name == "reductio" for inference in argument.inferences)


def _finding(context: CheckContext, about: Ref, steps: tuple[Derivation, ...]) -> CheckFinding:
    accepted = sorted(context.named(step.literal.ref) for step in steps if not step.because)
    chain = [_step_words(context, step) for step in steps if step.because]
    if len(chain) > _MOST_STEPS:
        chain = [*chain[: _MOST_STEPS - 1], "…", chain[-1]]
    if len(accepted) > _MOST_STEPS:
        accepted = [*accepted[: _MOST_STEPS - 1], f"{len(accepted) - _MOST_STEPS + 1} more"]
    words = (" and ".join(dict.fromkeys(accepted)), "; ".join(chain))
    related = [
        Related(context.place(step.literal.ref), "accepted" if step.literal.is_accepted else "rejected")
        for step in steps[:_MOST_STEPS]
    ]
    return CheckFinding(about, diagnose("C313", context.place(about), *words, related=related))


def _step_words(context: CheckContext, step: Derivation) -> str:
    premises = " and ".join(_literal(context, one) for one in step.because[:_MOST_STEPS])
    if len(step.because) > _MOST_STEPS:
        premises += f" and {len(step.because) - _MOST_STEPS} more"
    return f"{premises} → {_literal(context, step.literal)} ({step.reason})"


def _literal(context: CheckContext, literal: Literal) -> str:
    return ("" if literal.is_accepted else "not ") + context.named(literal.ref)
