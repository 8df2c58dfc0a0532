"""Rules about what follows by the formulas of claims: steps, relations, letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from argmap.analysis.context import CheckContext, CheckFinding
from argmap.model import InferenceRef, PropositionRef, RelationKind
from argmap.text import Diagnostic, Related, Span, diagnose
from argmap.text.shortening import line_of

if TYPE_CHECKING:
    from argmap.proving.step_proof import RelationProof, StepProof

_LONGEST_CASE = 200


def unproved_steps(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield what is wrong or odd with steps whose premises and conclusions have formulas."""
    if context.proofs is None:
        return
    from argmap.proving.step_proof import ProofScope, ProofStatus

    invalid = [step for step in context.proofs.steps if step.status is ProofStatus.INVALID]
    # Of an argument with an invalid step nothing more need be said.
    broken = {step.about.argument for step in invalid if isinstance(step.about, InferenceRef)}
    for step in context.proofs.steps:
        if step.scope is ProofScope.INFERENCE:
            yield from _of_step(context, step)
    for step in invalid:
        if step.scope is ProofScope.ARGUMENT and step.about.title not in broken:
            argument = context.debate.arguments[step.about.title]
            place = argument.steps[argument.inferences[-1].conclusion_index].span or context.place(
                argument.ref
            )
            yield CheckFinding(argument.ref, diagnose("C351", place, _case(step.case)))


def _of_step(context: CheckContext, step: StepProof) -> Iterator[CheckFinding]:
    from argmap.proving.step_proof import ProofStatus

    def finding(code: str, *words: str) -> CheckFinding:
        return CheckFinding(step.about, diagnose(code, context.place(step.about), *words))

    if step.status is ProofStatus.INVALID:
        if step.form:
            yield finding("C349", step.form, _case(step.case))
        else:
            yield finding("C340", _case(step.case))
    elif step.status is ProofStatus.NOT_DECIDED:
        yield finding("C345", "the step is valid", step.reason)
    if step.is_rule_met is False and step.rule:
        has = f"it has that of {step.form.replace('_', ' ')}" if step.form else "it has none that has a name"
        yield finding("C348", step.rule, has)
    if step.is_consistent is False and not step.is_reductio:
        yield finding("C341", _listed(context, step.needed[0] if step.needed else step.premises))
    if step.same_as:
        yield finding("C342", _listed(context, step.same_as))
    elif step.idle and step.is_consistent is not False:
        yield finding("C343", _listed(context, step.idle))
    if step.unstated:
        yield finding("C344", _listed(context, step.unstated))


def unproved_relations(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield relations that do not hold by formulas, and what follows and is not drawn, in strict debates."""
    if context.proofs is None or not context.is_strict:
        return
    places = {
        (relation.source, relation.target, relation.kind): relation.spans[0]
        for relation in reversed(context.debate.relations)
        if relation.spans
    }
    for relation in context.proofs.relations:
        drawn_at = places.get((relation.source, relation.target, relation.kind))
        if diagnostic := _of_relation(context, relation, drawn_at):
            yield CheckFinding(relation.source, diagnostic)


def _of_relation(context: CheckContext, relation: RelationProof, drawn_at: Span | None) -> Diagnostic | None:
    from argmap.proving.step_proof import ProofStatus

    source, target = context.named(relation.source), context.named(relation.target)
    words = f"{source} {relation.kind.verb} {target}"
    if not relation.is_drawn:
        related = [Related(context.place(relation.target), "this is the other claim")]
        place = context.place(relation.source)
        return diagnose("C347", place, words, _operator(relation.kind), related=related)
    place = drawn_at or context.place(relation.source)
    if relation.status is ProofStatus.INVALID:
        return diagnose("C346", place, words, _case(relation.case))
    if relation.status is ProofStatus.NOT_DECIDED:
        return diagnose("C345", place, words, relation.reason)
    return None


def _operator(kind: RelationKind) -> str:
    return {"entails": "+>", "contrary": "->", "contradictory": "><"}[kind.value]


def letters_without_meaning(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield letters that no declaration explains, in debates that declare the meaning of others."""
    if context.proofs is None or not any(entry.meaning for entry in context.proofs.glossary):
        return
    for entry in context.proofs.glossary:
        if entry.meaning is None and entry.used_in:
            about = entry.used_in[0]
            yield CheckFinding(about, diagnose("C350", context.place(about), entry.name))


def _listed(context: CheckContext, refs: Iterable[PropositionRef]) -> str:
    return " and ".join(context.named(ref) for ref in refs)


def _case(lines: Iterable[str]) -> str:
    return line_of("; ".join(line.rstrip(".") for line in lines), _LONGEST_CASE)
