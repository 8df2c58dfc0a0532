"""The rule about what an author expects of verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.context import Found, Subject
from argmap.text import diagnose


def unmet(subject: Subject) -> Iterator[Found]:
    """Yield what has another verdict than is expected of it."""
    from argmap.reasoning.verdicts.expectations import unmet_expectations

    for expectation, verdict in unmet_expectations(subject.debate, subject.reasoning):
        if expectation.ref is not None and verdict.label is not None:
            label = ": ".join(part for part in (verdict.label.value, verdict.words) if part)
            words = (f"`{expectation.name}`", expectation.word, label)
            yield Found(expectation.ref, diagnose("C330", subject.place(expectation.ref), *words))
