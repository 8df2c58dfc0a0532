"""Rules about what whoever accepts something is committed to."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.context import Found, Subject
from argmap.analysis.propagation import Literal, Step, Theory
from argmap.model import Argument, Claim, Evidence, PropositionRef, Ref, RelationKind
from argmap.text import Related, diagnose

_MOST_STEPS = 12
# How often clauses are looked at over all starts: enough for any debate that people read.
_BUDGET = 500_000
_EXCLUDING = (RelationKind.CONTRARIETY, RelationKind.CONTRADICTION)


def contradictory_commitments(subject: Subject) -> Iterator[Found]:
    """Yield what cannot be accepted without a contradiction, in debates that are read strictly.

    Looked at are all propositions with `{accepted: true}` together, then the premises of each argument,
    then each claim alone. An argument by reductio is meant to lead to a contradiction.
    """
    debate = subject.debate
    if not subject.is_strict or not any(relation.kind in _EXCLUDING for relation in debate.relations):
        return
    theory = Theory.of(debate)
    budget = _BUDGET
    found: list[tuple[Ref, tuple[Step, ...]]] = []
    consistent: set[PropositionRef] = set()
    for about, starts in _starts(subject):
        if len(starts) == 1 and starts[0] in consistent:
            continue
        steps, reached, work = theory.contradiction(starts, most=budget)
        budget -= work
        if budget <= 0:
            break
        if steps:
            found.append((about, steps))
        elif len(starts) == 1:
            # What one claim is committed to without a contradiction has none in itself.
            consistent.update(literal.ref for literal in reached if literal.is_accepted)
    told: list[frozenset[Literal]] = []
    # From what takes least: whoever accepts what leads there, or still more, need not be told again.
    for about, steps in sorted(found, key=lambda one: (len(_accepted(one[1])), len(one[1]))):
        accepted = frozenset(step.literal for step in steps if step.literal.is_accepted)
        if not any(before <= accepted for before in told):
            told.append(_accepted(steps))
            yield _found(subject, about, steps)


def _accepted(steps: tuple[Step, ...]) -> frozenset[Literal]:
    return frozenset(step.literal for step in steps if not step.because)


def _starts(subject: Subject) -> Iterator[tuple[Ref, list[PropositionRef]]]:
    debate = subject.debate
    ends = {relation.source for relation in debate.relations} | {
        relation.target for relation in debate.relations
    }
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


def _found(subject: Subject, about: Ref, steps: tuple[Step, ...]) -> Found:
    accepted = sorted(subject.named(step.literal.ref) for step in steps if not step.because)
    chain = [_said(subject, step) for step in steps if step.because]
    if len(chain) > _MOST_STEPS:
        chain = [*chain[: _MOST_STEPS - 1], "…", chain[-1]]
    if len(accepted) > _MOST_STEPS:
        accepted = [*accepted[: _MOST_STEPS - 1], f"{len(accepted) - _MOST_STEPS + 1} more"]
    words = (" and ".join(dict.fromkeys(accepted)), "; ".join(chain))
    related = [
        Related(subject.place(step.literal.ref), "accepted" if step.literal.is_accepted else "rejected")
        for step in steps[:_MOST_STEPS]
    ]
    return Found(about, diagnose("C313", subject.place(about), *words, related=related))


def _said(subject: Subject, step: Step) -> str:
    premises = " and ".join(_literal(subject, one) for one in step.because[:_MOST_STEPS])
    if len(step.because) > _MOST_STEPS:
        premises += f" and {len(step.because) - _MOST_STEPS} more"
    return f"{premises} → {_literal(subject, step.literal)} ({step.reason})"


def _literal(subject: Subject, literal: Literal) -> str:
    return ("" if literal.is_accepted else "not ") + subject.named(literal.ref)
