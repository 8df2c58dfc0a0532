"""Labellings of a component, found by trying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from argmap.data.strong_components import strong_components
from argmap.named_tuples import NamedTuple
from argmap.reasoning.positions.choices import Choices, Rule, complete, propagated
from argmap.reasoning.positions.component import Component
from argmap.reasoning.positions.masks import members


class Position(NamedTuple):
    """A labelling of a component: what is in and what is out, as masks."""

    accepted: int
    out: int


class Clause(NamedTuple):
    """A condition: at least one argument of a mask has the label, or does not have it."""

    accepted: int = 0
    out: int = 0
    not_accepted: int = 0
    not_out: int = 0

    def avoided(self, everything: int) -> int:
        """Return the arguments that had better not be in, so that as much as possible is met."""
        others = everything if self.accepted else 0
        return (others | self.not_accepted | self.out) & ~self.accepted

    def can_be_met(self, choices: Choices) -> bool:
        """Return whether some choice is left that meets it."""
        accepted, out, undecided = choices
        return bool(
            accepted & self.accepted
            or out & self.out
            or (out | undecided) & self.not_accepted
            or (accepted | undecided) & self.not_out
        )


class Work(Protocol):
    """The work that a search may do: it reports its steps, and what it calls raises if they are too many."""

    def spend(self) -> None:
        """Count a step."""

    def look(self) -> None:
        """Check the clock, in the middle of a long step."""


def positions(
    component: Component,
    choices: Choices,
    clauses: Sequence[Clause],
    rule: Rule,
    work: Work,
    avoided: int = 0,
) -> Iterator[Position]:
    """Yield the labellings among some choices that follow a rule and meet all clauses.

    An argument is first tried as in, then as not in, so that labellings that accept more come first;
    arguments to be avoided are tried the other way round.
    """
    start = propagated(component, choices, component.everything, rule, work.look)
    stack = [] if start is None else [start]
    while stack:
        state = stack.pop()
        work.spend()
        if not all(clause.can_be_met(state) for clause in clauses):
            continue
        undecided = state.accepted & (state.out | state.undecided)
        if undecided:
            bit = undecided & -undecided
            branches = _branches(component, state, bit, rule, work)
            stack += reversed(branches) if bit & avoided else branches
        else:
            yield Position(state.accepted, state.out)


def preferred_positions(component: Component, work: Work) -> Iterator[Position]:
    """Yield the preferred labellings, taking one strong component of what is open after another.

    A labelling is preferred if it is so in each strong component, given what is decided before (Baroni,
    Giacomin and Guida, SCC-recursiveness, 2005). Within one, whatever has more accepted comes before
    whatever has less, so that only what is inside none that came before is preferred.
    """
    start = propagated(component, Choices.all(component), component.everything, complete, work.look)
    stack = [] if start is None else [iter((start,))]
    while stack:
        state = next(stack[-1], None)
        if state is None:
            stack.pop()
        elif state.is_open:
            stack.append(_greatest(component, state, _first_region(component, state.is_open), work))
        else:
            yield Position(state.accepted, state.out)


def _greatest(component: Component, start: Choices, region: int, work: Work) -> Iterator[Choices]:
    """Yield the choices in which a region is decided and no more of it can be accepted."""
    before: list[int] = []
    stack = [start]
    while stack:
        state = stack.pop()
        work.spend()
        accepted = state.accepted & region
        if any(not accepted & ~other for other in before):
            continue
        undecided = accepted & (state.out | state.undecided)
        if undecided:
            stack += _branches(component, state, undecided & -undecided, complete, work)
        else:
            before.append(accepted)
            yield state


def _branches(component: Component, state: Choices, bit: int, rule: Rule, work: Work) -> list[Choices]:
    """Return the choices without and with an argument that is accepted, as far as there are labellings."""
    branches = (state.without(bit), state.accepting(bit))
    left = (propagated(component, each, bit, rule, work.look) for each in branches)
    return [choices for choices in left if choices is not None]


def _first_region(component: Component, is_open: int) -> int:
    """Return a strong component of what is open that nothing else open attacks."""
    first = is_open & -is_open
    region = component.strong[first.bit_length() - 1] & is_open
    if not region & (region - 1):
        return region
    attackers = {number: tuple(members(component.attackers[number] & region)) for number in members(region)}
    # Backwards, so that the first component has no attackers outside.
    sources = next(strong_components(attackers, attackers))
    return sum(1 << number for number in sources)
