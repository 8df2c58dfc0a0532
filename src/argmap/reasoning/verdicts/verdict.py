"""What an evaluation says of one thing: a label, why so in one word, and a strength."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from argmap.reasoning.label import Label


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

    __hash__ = object.__hash__

    @property
    def words(self) -> str:
        """The basis in a few words."""
        return _WORDS[self]


_WORDS = {
    Basis.ACCEPTED: "the author accepts it",
    Basis.EVIDENCE: "it stands on its source",
    Basis.SUPPORTED: "a reason for it holds",
    Basis.PRESUMED: "nothing argues for it, and no objection stands",
    Basis.REJECTED: "the author rejects it",
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
}


@frozen(repr=False)
class Verdict:
    """The label of something, its basis and its strength.

    Under semantics of positions the basis is None where the grounded one has another label, and
    `is_possible` says whether it is in in some position. Under gradual semantics there is a strength from 0
    to 1, None if it does not settle, and neither label nor basis.

    >>> Verdict(Label.OUT, Basis.REFUTED), Verdict(Label.OUT, Basis.REFUTED).words
    (Verdict(out, refuted), 'an objection stands')
    """

    label: Label | None = None
    basis: Basis | None = None
    strength: float | None = None
    is_possible: bool = False

    @property
    def words(self) -> str:
        """The basis in a few words; nothing if there is none."""
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
        return f"Verdict({', '.join(parts)})"
