"""Checks of what a debate says: one function a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.model import Debate
from argmap.text import Diagnostic, Related, Span, diagnose


def check_debate(debate: Debate) -> tuple[Diagnostic, ...]:
    """Return what all rules find, in order of the text.

    >>> from argmap.model import Debate, Evidence, FrozenDict
    >>> [found.code for found in check_debate(Debate(evidence=FrozenDict(E=Evidence("E"))))]
    ['C301']
    """
    found = [diagnostic for rule in RULES for diagnostic in rule(debate)]
    return tuple(sorted(found, key=lambda one: (one.span.path or "", one.span.start, one.code)))


def evidence_without_source(debate: Debate) -> Iterator[Diagnostic]:
    """Yield the evidence of which nobody can tell where it comes from."""
    for evidence in debate.evidence.values():
        if not evidence.sources:
            yield diagnose("C301", evidence.span or Span(0, 0), evidence.title)


def begging_the_question(debate: Debate) -> Iterator[Diagnostic]:
    """Yield the arguments whose conclusion is one of their premises."""
    for argument in debate.arguments.values():
        if not argument.inferences:
            continue
        last = argument.inferences[-1]
        if last.conclusion in argument.premises:
            place = argument.steps[last.conclusion_index].span or Span(0, 0)
            first = argument.steps[argument.step_refs.index(last.conclusion)].span
            related = [Related(first, "it is a premise here")] if first else []
            yield diagnose("C302", place, argument.title, related=related)


RULES: tuple[Callable[[Debate], Iterator[Diagnostic]], ...] = (evidence_without_source, begging_the_question)
