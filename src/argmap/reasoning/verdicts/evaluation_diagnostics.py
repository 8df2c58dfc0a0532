"""Findings about an evaluation itself: what it does not read, and what does not settle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.model import Debate, InferenceRef, Ref
from argmap.reasoning.verdicts.options import GRADUAL, EvaluationOptions
from argmap.settings.tables import STANDARDS
from argmap.text import Diagnostic, Span, diagnose
from argmap.text.counts import counted

_START = Span(0, 0)
_MOST = 3
# It counts attackers only.
_WITHOUT_SUPPORT = "h-categoriser"


def evaluation_diagnostics(
    debate: Debate,
    options: EvaluationOptions,
    unknown: frozenset[Ref],
    *,
    unsupposed: Sequence[InferenceRef] = (),
    was_in_time: bool = True,
) -> Iterator[tuple[Ref, Diagnostic]]:
    """Yield what the author of a debate should know about its evaluation, and what that is about."""
    yield from _unread_standards(debate, options)
    if unsupposed:
        ref = unsupposed[0]
        place = debate[ref].span or debate.arguments[ref.argument].span or _START
        others = f" and {counted(len(unsupposed) - 1, 'other')}" if len(unsupposed) > 1 else ""
        yield ref, diagnose("R296", place, f"{ref}{others}", "too much follows from what is supposed")
    if options.semantics in GRADUAL:
        # Whatever there was no time for might still settle.
        yield from _of_strengths(debate, options, unknown if was_in_time else frozenset())


def _unread_standards(debate: Debate, options: EvaluationOptions) -> Iterator[tuple[Ref, Diagnostic]]:
    """Yield the questions whose standards do not count: only grounded weighs reasons."""
    if options.semantics == "grounded" and options.reading == "structured":
        return
    how = options.semantics if options.reading == "structured" else f"the reading {options.reading}"
    for question in debate.questions.values():
        if question.standard in STANDARDS[1:]:
            place = question.span or _START
            yield question.ref, diagnose("C334", place, str(question.ref), how)


def _of_strengths(
    debate: Debate, options: EvaluationOptions, unknown: frozenset[Ref]
) -> Iterator[tuple[Ref, Diagnostic]]:
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
