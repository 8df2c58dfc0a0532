"""What formulas add to the commitments of whoever accepts something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.analysis.context import CheckContext
from argmap.analysis.implications import Implication, Literal
from argmap.model import Claim, Evidence, PropositionRef, Ref, RelationKind

_REASON = "by their formulas"


def implied_by_formulas(context: CheckContext) -> Iterator[Implication]:
    """Yield what claims imply by their formulas, and what cannot all be true of what is accepted.

    It considers pairs of claims, all that is accepted, and the premises of arguments in several steps.
    """
    if context.proofs is None:
        return
    from argmap.proving.step_proof import ProofStatus

    for relation in context.proofs.relations:
        if relation.status is ProofStatus.VALID and not relation.is_drawn:
            source, target = relation.source, relation.target
            if relation.kind is RelationKind.ENTAILMENT:
                yield Implication((Literal(source, False), Literal(target)), _REASON)
                continue
            yield Implication((Literal(source, False), Literal(target, False)), _REASON)
            if relation.kind is RelationKind.CONTRADICTION:
                yield Implication((Literal(source), Literal(target)), _REASON)
    yield from _incompatible(context, _sets_of(context))


def inconsistent_arguments(context: CheckContext) -> frozenset[Ref]:
    """Return the arguments of which a step is reported to have premises that cannot all be true."""
    steps = context.proofs.steps if context.proofs else ()
    return frozenset(
        context.debate.arguments[step.about.title].ref for step in steps if step.is_consistent is False
    )


def _sets_of(context: CheckContext) -> Iterator[tuple[PropositionRef, ...]]:
    debate = context.debate
    propositions: tuple[Claim | Evidence, ...] = (*debate.claims.values(), *debate.evidence.values())
    yield tuple(each.ref for each in propositions if each.data.get("accepted") is True)
    for argument in debate.arguments.values():
        if len(argument.inferences) > 1:
            yield argument.premises


def _incompatible(context: CheckContext, sets: Iterable[tuple[PropositionRef, ...]]) -> Iterator[Implication]:
    from argmap.proving.formal_debate import FormalDebate
    from argmap.proving.incompatible import incompatible_sets

    formal = FormalDebate.of(context.debate, context.reasoning.timeout)
    listed = list(dict.fromkeys(sets))
    for place, refs in enumerate(listed):
        for smallest in incompatible_sets(refs, formal, formal.time.share(len(listed) - place)):
            yield Implication(tuple(Literal(ref, False) for ref in smallest), _REASON)
