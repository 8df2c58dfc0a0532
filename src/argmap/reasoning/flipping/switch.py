"""Things that can be rejected or accepted, as they appear in a framework."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

from attrs import frozen

from argmap.named_tuples import NamedTuple
from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.grounded import grounded
from argmap.reasoning.label import Label


class Switch(NamedTuple):
    """Arguments of a framework that are in, and others that are out, once something is stipulated."""

    accepted: tuple[int, ...] = ()
    rejected: tuple[int, ...] = ()


@frozen
class FlipQuestion:
    """Which switches give some arguments a label together, under grounded.

    Together they are out if one of them is, in if all are, and else undecided. Pairs of `exclusive` switches
    are no answer.
    """

    graph: AttackGraph
    switches: Sequence[Switch]
    about: tuple[int, ...]
    label: Label
    exclusive: Sequence[tuple[int, int]] = ()

    def is_answered_by(self, chosen: Sequence[int]) -> bool:
        """Return whether some switches give the label."""
        if any(first in chosen and second in chosen for first, second in self.exclusive):
            return False
        switches = [self.switches[number] for number in chosen]
        labels = grounded(
            self.graph,
            accepted=chain.from_iterable(switch.accepted for switch in switches),
            rejected=chain.from_iterable(switch.rejected for switch in switches),
        ).labels
        return whole_label({labels[argument] for argument in self.about}) is self.label


def whole_label(labels: Collection[Label]) -> Label:
    """Return the label that arguments have together."""
    if Label.OUT in labels:
        return Label.OUT
    return Label.UNDECIDED if Label.UNDECIDED in labels else Label.IN
