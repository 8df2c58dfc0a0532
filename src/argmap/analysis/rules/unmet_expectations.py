"""The rules about verdicts: what an author expects of them, and numbers that they do not read."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.context import CheckContext, CheckFinding
from argmap.model.expected import expectations_of
from argmap.text import diagnose


def unmet(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield what has another verdict than is expected of it, or was not decided in time."""
    from argmap.reasoning.verdicts.expectations import evaluated_by_settings, outcome, unmet_in

    expected = [each for each in expectations_of(context.debate, context.debate.metadata) if each.is_clear]
    if not expected and context.reasoning.semantics == "grounded":
        return
    evaluation = evaluated_by_settings(context.debate, context.reasoning)
    for expectation, verdict in unmet_in(evaluation, expected):
        ref = expectation.ref
        if ref is None or verdict.label is None:
            continue
        name = f"`{expectation.name}`"
        if ref in evaluation.unknown:
            seconds = f"{context.reasoning.timeout:g}"
            yield CheckFinding(ref, diagnose("C331", context.place(ref), name, expectation.words, seconds))
            continue
        label = outcome(ref, verdict)
        yield CheckFinding(ref, diagnose("C330", context.place(ref), name, expectation.words, label))
    for about, diagnostic in evaluation.findings:
        yield CheckFinding(about, diagnostic)
