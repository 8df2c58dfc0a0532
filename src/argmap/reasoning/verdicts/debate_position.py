"""A position: one coherent way to decide everything."""

from __future__ import annotations

from attrs import frozen

from argmap.data.frozen_dict import FrozenDict
from argmap.model import QuestionRef, Ref
from argmap.reasoning.label import Label
from argmap.reasoning.verdicts.verdict import Verdict


@frozen
class DebatePosition:
    """The verdicts of a position, by reference.

    >>> from argmap.model import ClaimRef
    >>> DebatePosition(FrozenDict({ClaimRef("A"): Verdict(Label.IN)})).accepted
    ('[A]',)
    """

    verdicts: FrozenDict[Ref, Verdict]

    @property
    def accepted(self) -> tuple[str, ...]:
        """The names of what is in."""
        return self._named(Label.IN)

    def as_dict(self) -> dict[str, list[str]]:
        """Return the names of what is in, out and undecided, as data for JSON."""
        return {label.value: list(self._named(label)) for label in Label}

    def _named(self, label: Label) -> tuple[str, ...]:
        # Questions are answered, not accepted.
        return tuple(
            str(ref)
            for ref, verdict in self.verdicts.items()
            if verdict.label is label and not isinstance(ref, QuestionRef)
        )
