"""What is to be said of an evaluation itself: strengths that are not read, or do not settle."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Debate, Ref
from argmap.reasoning.verdicts.options import GRADUAL, EvaluationOptions
from argmap.text import Diagnostic, Span, diagnose

_START = Span(0, 0)
_MOST = 3
# It counts attackers only.
_WITHOUT_SUPPORT = "h-categoriser"


def evaluation_diagnostics(
    debate: Debate, options: EvaluationOptions, unknown: frozenset[Ref]
) -> Iterator[tuple[Ref, Diagnostic]]:
    """Yield what the author of a debate should know about numbers in it, and what that is about."""
    if options.semantics not in GRADUAL:
        return
    if options.semantics == _WITHOUT_SUPPORT:
        for argument in debate.arguments.values():
            for inference in argument.inferences:
                if inference.strength is not None:
                    place = inference.span or argument.span or _START
                    found = diagnose("C332", place, str(inference.ref), options.semantics)
                    yield inference.ref, found
    if unknown:
        refs = sorted(unknown, key=str)
        names = ", ".join(map(str, refs[:_MOST])) + (", …" if len(refs) > _MOST else "")
        place = debate[refs[0]].span or _START
        yield refs[0], diagnose("C333", place, names, options.semantics)
