"""Rules about questions and their positions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from argmap.analysis.context import START, CheckContext, CheckFinding
from argmap.analysis.graph import as_element
from argmap.model import ElementRef, QuestionRef
from argmap.model.statement import STEP_ROLES
from argmap.text import diagnose


def without_positions(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the questions to which the debate gives no answer."""
    for question in context.debate.questions.values():
        is_misplaced = question.roles & STEP_ROLES or context.debate.outgoing(question)
        if not is_misplaced and not context.debate.positions(question):
            yield CheckFinding(question.ref, diagnose("C325", question.span or START, question.title))


def rivals_in_support(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield positions that support a rival: another answer to the same question."""
    debate = context.debate
    answered: defaultdict[ElementRef, list[QuestionRef]] = defaultdict(list)
    for question in debate.questions.values():
        if not question.has_several_answers:
            for position in debate.positions(question):
                answered[position].append(question.ref)
    if not answered:
        return
    for relation in debate.relations:
        source, target = as_element(relation.source), as_element(relation.target)
        if relation.is_derived or not relation.kind.is_supporting or source == target:
            continue
        both = set(answered.get(target, ()))
        for ref in answered.get(source, ()):
            if ref in both:
                words = (context.named(source), context.named(target), str(ref))
                place = relation.spans[0] if relation.spans else START
                yield CheckFinding(source, diagnose("C326", place, *words))
