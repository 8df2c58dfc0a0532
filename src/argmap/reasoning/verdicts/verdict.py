"""What an evaluation says about one thing: a label, its basis in one word, and a strength."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from argmap.model import ElementRef
from argmap.reasoning.label import Label
from argmap.text.counts import enumerated


class Basis(Enum):
    """Why something has its label, in one word.

    >>> Basis("supported").words
    'a reason for it holds'
    """

    ACCEPTED = "accepted"
    EVIDENCE = "evidence"
    SUPPORTED = "supported"
    PRESUMED = "presumed"
    REJECTED = "rejected"
    REFUTED = "refuted"
    EXCLUDED = "excluded"
    CIRCULAR = "circular"
    UNSUPPORTED = "unsupported"
    CONTESTED = "contested"
    OPEN = "open"
    UNKNOWN = "unknown"
    HOLDS = "holds"
    UNDERCUT = "undercut"
    PREMISE = "premise"
    FAILS = "fails"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"

    __hash__ = object.__hash__

    @property
    def words(self) -> str:
        """The basis in a few words."""
        return _WORDS[self]


_WORDS = {
    Basis.ACCEPTED: "it is accepted from the start",
    Basis.EVIDENCE: "it stands on its source",
    Basis.SUPPORTED: "a reason for it holds",
    Basis.PRESUMED: "nothing argues for it, and no objection stands",
    Basis.REJECTED: "it is rejected from the start",
    Basis.REFUTED: "an objection stands",
    Basis.EXCLUDED: "it is incompatible with what holds",
    Basis.CIRCULAR: "what supports it rests on it",
    Basis.UNSUPPORTED: "its reasons have fallen",
    Basis.CONTESTED: "both sides have something",
    Basis.OPEN: "it waits for something undecided",
    Basis.UNKNOWN: "not decided",
    Basis.HOLDS: "its premises hold, and nothing undercuts it",
    Basis.UNDERCUT: "it is undercut",
    Basis.PREMISE: "a premise of it has fallen",
    Basis.FAILS: "one of its inferences has fallen",
    Basis.ANSWERED: "a position on it holds",
    Basis.UNANSWERED: "none of its positions holds",
}

# In without having been argued for.
_UNARGUED = frozenset({Basis.PRESUMED, Basis.EVIDENCE, Basis.ACCEPTED})


@frozen(repr=False)
class Verdict:
    """The label of something, its basis and its strength.

    Under semantics of positions the basis is None if the grounded verdict has another label, and
    `is_possible` says whether it is in under some position. Under gradual semantics there is a strength from
    0 to 1, None if it does not settle, and neither label nor basis. If there is no basis, `is_leaf` says that
    the text gives no reason for it.

    A question is in if a position on it holds, out if all have fallen, and otherwise undecided, that is,
    open. `answers` are the positions that hold, or the strongest ones where there are strengths.

    >>> Verdict(Label.OUT, Basis.REFUTED), Verdict(Label.OUT, Basis.REFUTED).words
    (Verdict(out, refuted), 'an objection stands')
    """

    label: Label | None = None
    basis: Basis | None = None
    strength: float | None = None
    is_possible: bool = False
    is_leaf: bool = field(default=False, eq=False, repr=False)
    answers: tuple[ElementRef, ...] = ()

    @property
    def mark(self) -> str:
        """The sign that maps and tables put before it, empty if it has no label.

        >>> Verdict(Label.IN, Basis.SUPPORTED).mark, Verdict(Label.OUT).mark
        ('●', '×')
        """
        if self.label is Label.IN:
            is_granted = self.is_leaf if self.basis is None else self.basis in _UNARGUED
            return "○" if is_granted else "●"
        return "" if self.label is None else "×" if self.label is Label.OUT else "?"

    @property
    def sentence(self) -> str:
        """The verdict in words: its label and basis, or its strength.

        >>> Verdict(Label.OUT, Basis.REFUTED).sentence, Verdict(strength=0.5).sentence
        ('out: an objection stands', 'strength 0.50')
        """
        if self.label is None:
            return "no strength" if self.strength is None else f"strength {self.strength:.2f}"
        return ": ".join(part for part in (self.label.value, self.words) if part)

    @property
    def words(self) -> str:
        """The basis in a few words, or what answers a question; empty if there is neither."""
        if self.answers:
            verb = "is strongest" if self.label is None else "holds" if len(self.answers) == 1 else "hold"
            return f"{enumerated(map(str, self.answers))} {verb}"
        return self.basis.words if self.basis else ""

    def __repr__(self) -> str:
        """Return it in a few words."""
        if self.label is None:
            return f"Verdict(strength={self.strength})"
        parts = [self.label.value]
        if self.basis:
            parts.append(self.basis.value)
        if self.is_possible and self.label is not Label.IN:
            parts.append("possible")
        parts += map(str, self.answers)
        return f"Verdict({', '.join(parts)})"
