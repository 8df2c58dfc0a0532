"""The rules about verdicts: what an author expects of them, and numbers that they do not read."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.context import Found, Subject
from argmap.model.expected import expectations_of
from argmap.text import diagnose


def unmet(subject: Subject) -> Iterator[Found]:
    """Yield what has another verdict than is expected of it, or was not decided in time."""
    from argmap.reasoning.verdicts.expectations import evaluated_by_settings, unmet_in

    expected = [each for each in expectations_of(subject.debate, subject.debate.metadata) if each.is_clear]
    if not expected and subject.reasoning.semantics == "grounded":
        return
    evaluation = evaluated_by_settings(subject.debate, subject.reasoning)
    for expectation, verdict in unmet_in(evaluation, expected):
        ref = expectation.ref
        if ref is None or verdict.label is None:
            continue
        name = f"`{expectation.name}`"
        if ref in evaluation.unknown:
            seconds = f"{subject.reasoning.timeout:g}"
            yield Found(ref, diagnose("C331", subject.place(ref), name, expectation.word, seconds))
            continue
        label = ": ".join(part for part in (verdict.label.value, verdict.words) if part)
        yield Found(ref, diagnose("C330", subject.place(ref), name, expectation.word, label))
    for about, diagnostic in evaluation.findings:
        yield Found(about, diagnostic)
