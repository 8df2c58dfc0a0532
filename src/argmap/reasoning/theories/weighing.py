"""Proof standards: when the reasons of one side beat those of the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from attrs import frozen

from argmap.settings.tables import STANDARDS

# Labels of nodes, as in the solution.
_UNDECIDED, _IN, _OUT = 0, 1, 2
DEFAULT_STANDARD = STANDARDS[0]
# From the least demanding to the one under which any standing objection defeats all reasons.
_BY_STRICTNESS = (
    "scintilla",
    "preponderance",
    "clear-and-convincing",
    "beyond-reasonable-doubt",
    DEFAULT_STANDARD,
)
# Under these, weighing reasons never decides between rivals: no reason is too weak, or none strong enough.
_WITHOUT_WINNER = ("scintilla", DEFAULT_STANDARD)
_CLEARLY_MORE = 0.5
_LITTLE_DOUBT = 0.3
# A difference of 0.5 between sums of decimal fractions is rarely exact.
_TOLERANCE = 1e-9


def beats(standard: str, pro: float, con: float) -> bool:
    """Return whether the best reason of a side beats that of the other under a standard.

    The standards are those of T. Gordon and D. Walton, Proof burdens and standards (2009), with the figures
    of Carneades 4.

    >>> beats("preponderance", 0.6, 0.5), beats("clear-and-convincing", 0.6, 0.5)
    (True, False)
    """
    if standard == DEFAULT_STANDARD:
        return pro > 0 and con == 0
    if standard == "scintilla":
        return pro > 0
    if standard == "preponderance":
        return pro > con
    is_clear = pro > con and pro - con > _CLEARLY_MORE + _TOLERANCE
    return is_clear and (standard == "clear-and-convincing" or con < _LITTLE_DOUBT)


def strictest(standards: Iterable[str]) -> str:
    """Return the standard that is the hardest to meet.

    >>> strictest(["preponderance", "scintilla"])
    'preponderance'
    """
    return max(standards, key=_BY_STRICTNESS.index)


def decides_between_rivals(standard: str) -> bool:
    """Return whether reasons of one of two rivals can outweigh those of the other under a standard.

    Under `scintilla` each of them would beat the other, and both would hold: so neither does.
    """
    return standard not in _WITHOUT_WINNER


@frozen
class Duel:
    """A side that attacks another unless the other beats it; reasons are nodes with weights, best first."""

    standard: str
    attacker: int
    defender: int
    attacking: Sequence[tuple[int, float]]
    defending: Sequence[tuple[int, float]]

    def label(self, labels: bytearray) -> int:
        """Return whether the attack succeeds, as far as the labels of reasons decide that."""
        if labels[self.attacker] == _OUT:
            return _OUT
        if beats(self.standard, _certain(self.defending, labels), _possible(self.attacking, labels)):
            return _OUT
        is_lost = not beats(
            self.standard, _possible(self.defending, labels), _certain(self.attacking, labels)
        )
        return _IN if is_lost and labels[self.attacker] == _IN else _UNDECIDED

    def is_lost_with(self, reasons: Collection[int], labels: bytearray) -> bool:
        """Return whether the attacked side cannot beat the other with these reasons alone."""
        own = [each for each in self.defending if each[0] in reasons]
        return not beats(self.standard, _possible(own, labels), _certain(self.attacking, labels))

    def is_beaten_with(self, reasons: Collection[int], labels: bytearray) -> bool:
        """Return whether the attacking side is certain to be beaten with these reasons alone."""
        own = [each for each in self.attacking if each[0] in reasons]
        return beats(self.standard, _certain(self.defending, labels), _possible(own, labels))


def _certain(reasons: Sequence[tuple[int, float]], labels: bytearray) -> float:
    return next((weight for node, weight in reasons if labels[node] == _IN), 0.0)


def _possible(reasons: Sequence[tuple[int, float]], labels: bytearray) -> float:
    return next((weight for node, weight in reasons if labels[node] != _OUT), 0.0)
