"""What follows from a few decisions in a complete labelling."""

from __future__ import annotations

from collections.abc import Callable

from argmap.named_tuples import NamedTuple
from argmap.reasoning.positions.component import Component
from argmap.reasoning.positions.masks import mask_of, members


class Choices(NamedTuple):
    """The arguments of a component that may still be in, out and undecided, as masks."""

    accepted: int
    out: int
    undecided: int

    @classmethod
    def all(cls, component: Component) -> Choices:
        """Return choices in which everything may have any label, except that self-attackers are not in."""
        attacks_itself = mask_of(
            number for number, attackers in enumerate(component.attackers) if attackers >> number & 1
        )
        everything = component.everything
        return cls(everything & ~attacks_itself, everything, everything)

    @property
    def is_open(self) -> int:
        """The mask of arguments with more than one possible label left."""
        return self.accepted & (self.out | self.undecided) | self.out & self.undecided

    def accepting(self, mask: int) -> Choices:
        """Return the choices in which some arguments are in."""
        return Choices(self.accepted, self.out & ~mask, self.undecided & ~mask)

    def rejecting(self, mask: int) -> Choices:
        """Return the choices in which some arguments are out."""
        return Choices(self.accepted & ~mask, self.out, self.undecided & ~mask)

    def deciding(self, mask: int) -> Choices:
        """Return the choices in which some arguments are in or out."""
        return Choices(self.accepted, self.out, self.undecided & ~mask)

    def without(self, mask: int) -> Choices:
        """Return the choices in which some arguments are not in."""
        return Choices(self.accepted & ~mask, self.out, self.undecided)


# The clock is checked once in so many steps.
_STEPS_A_LOOK = 256

# Narrows choices by the rule for one argument, given its bit and its attackers.
Rule = Callable[[Choices, int, int], Choices]


def propagated(
    component: Component, choices: Choices, waiting: int, rule: Rule, look: Callable[[], None]
) -> Choices | None:
    """Return what is left of choices by a rule for each argument, or None if nothing is left.

    `waiting` are the arguments whose choices are new; `look` is called from time to time, and may raise.
    """
    attackers, targets = component.attackers, component.targets
    if waiting & ~(choices[0] | choices[1] | choices[2]):
        return None
    for number in members(waiting):
        waiting |= targets[number]
    steps = 0
    while waiting:
        steps += 1
        if not steps % _STEPS_A_LOOK:
            look()
        bit = waiting & -waiting
        waiting ^= bit
        left = rule(choices, bit, attackers[bit.bit_length() - 1])
        if left == choices:
            continue
        changed = choices[0] ^ left[0] | choices[1] ^ left[1] | choices[2] ^ left[2]
        choices = left
        if changed & ~(left[0] | left[1] | left[2]):
            return None
        waiting |= changed
        for number in members(changed):
            waiting |= targets[number]
    return choices


def complete(choices: Choices, bit: int, others: int) -> Choices:
    """Return what the rule of complete labellings leaves.

    An argument is in if and only if all its attackers are out, and out if and only if one of them is in
    (Baroni, Caminada and Giacomin 2011, definition 9).
    """
    return _complete_backwards(_complete_forwards(choices, bit, others), bit, others)


def conflict_free(choices: Choices, bit: int, others: int) -> Choices:
    """Return what the rule of conflict-free sets leaves.

    Attackers of an argument that is in are not in; what an argument that is in attacks is out, and everything
    else is undecided.
    """
    accepted, out, undecided = choices
    if others & accepted & ~(out | undecided):
        return Choices(accepted & ~bit, out, undecided & ~bit)
    if not others & accepted:
        out &= ~bit
    if not out & bit:
        accepted &= ~others
    elif not (accepted | undecided) & bit:
        able = others & accepted
        if not able & (able - 1):
            return Choices(accepted, out & ~able, undecided & ~able)
    return Choices(accepted, out, undecided)


def _complete_forwards(choices: Choices, bit: int, others: int) -> Choices:
    """Return what the attackers of an argument leave of its choices."""
    accepted, out, undecided = choices
    if others & accepted & ~(out | undecided):
        return Choices(accepted & ~bit, out, undecided & ~bit)
    if others & ~out:
        accepted &= ~bit
    if not others & accepted:
        out &= ~bit
    if not others & undecided:
        undecided &= ~bit
    return Choices(accepted, out, undecided)


def _complete_backwards(choices: Choices, bit: int, others: int) -> Choices:
    """Return what an argument leaves of the choices of its attackers."""
    accepted, out, undecided = choices
    if not out & bit:
        # Nothing that attacks it is in; nothing is undecided, if it is in for sure.
        accepted &= ~others
        if not undecided & bit:
            return Choices(accepted, out, undecided & ~others)
        able = others & undecided
        if not choices.accepted & bit and not able & (able - 1):
            out &= ~able
    elif not accepted & bit:
        if undecided & bit:
            # Not all attackers are out.
            able = others & (accepted | undecided)
            if not able & (able - 1):
                out &= ~able
        else:
            able = others & accepted
            if not able & (able - 1):
                return Choices(accepted, out & ~able, undecided & ~able)
    return Choices(accepted, out, undecided)
