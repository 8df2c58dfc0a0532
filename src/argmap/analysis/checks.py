"""Checks of what a debate says: one function a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.model import Debate
from argmap.text import Diagnostic, Severity, Span


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
            yield Diagnostic(
                "C301",
                Severity.WARNING,
                f"[^{evidence.title}] has no source",
                evidence.span or Span(0, 0),
                "add `{source: …}`",
            )


def begging_the_question(debate: Debate) -> Iterator[Diagnostic]:
    """Yield the arguments whose conclusion is one of their premises."""
    for argument in debate.arguments.values():
        if argument.conclusion is not None and argument.conclusion in argument.premises:
            yield Diagnostic(
                "C302",
                Severity.WARNING,
                f"the conclusion of <{argument.title}> is one of its premises",
                argument.steps[-1].span or Span(0, 0),
                "argue for the conclusion from something else",
            )


RULES: tuple[Callable[[Debate], Iterator[Diagnostic]], ...] = (evidence_without_source, begging_the_question)
