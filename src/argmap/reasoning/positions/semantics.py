"""The semantics of a component: which of its complete labellings count."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.reasoning.deadline import Deadline
from argmap.reasoning.positions.choices import Choices, Rule, conflict_free
from argmap.reasoning.positions.choices import complete as by_complete
from argmap.reasoning.positions.component import Component
from argmap.reasoning.positions.masks import members
from argmap.reasoning.positions.search import Clause, Position, positions, preferred_positions
from argmap.reasoning.positions.solver import Budget, OutOfStepsError, Solver


def complete(component: Component, deadline: Deadline) -> Iterator[Position]:
    """Yield the complete labellings of a component."""
    before: list[Position] = []
    choices = Choices.all(component)
    budget = Budget(deadline)
    listed = positions(component, choices, (), by_complete, budget)
    yield from _within(budget, listed, before)
    if budget.is_spent:
        clauses = [_different(component, position) for position in before]
        solver = Solver(component, deadline, before=clauses, is_hard=True)
        while position := solver.find():
            yield position
            solver.block(_different(component, position))


def preferred(component: Component, deadline: Deadline) -> Iterator[Position]:
    """Yield the preferred labellings of a component."""
    before: list[Position] = []
    budget = Budget(deadline)
    yield from _within(budget, preferred_positions(component, budget), before)
    if budget.is_spent:
        clauses = [_not_inside(component, position) for position in before]
        solver = Solver(component, deadline, before=clauses, is_hard=True)
        while position := solver.find():
            position = grown(solver, position)
            yield position
            solver.block(_not_inside(component, position))


def stable(component: Component, deadline: Deadline) -> Iterator[Position]:
    """Yield the stable labellings of a component, often none."""
    before: list[Position] = []
    budget = Budget(deadline)
    choices = Choices.all(component).deciding(component.everything)
    yield from _within(budget, positions(component, choices, (), by_complete, budget), before)
    if budget.is_spent:
        clauses = [_not_inside(component, position) for position in before]
        solver = Solver(component, deadline, before=clauses, is_hard=True)
        while position := solver.find(decided=component.everything):
            yield position
            solver.block(_not_inside(component, position))


def semi_stable(component: Component, deadline: Deadline) -> Iterator[Position]:
    """Yield the labellings of a component that leave as little undecided as possible.

    If there are stable labellings, they are the only ones. Otherwise each labelling is grown until nothing
    more can be decided, and all that decide the same arguments follow.
    """
    has_stable = False
    for position in stable(component, deadline):
        has_stable = True
        yield position
    if not has_stable:
        yield from _greatest_ranges(component, deadline, by_complete)


def stage(component: Component, deadline: Deadline) -> Iterator[Position]:
    """Yield the conflict-free sets of a component that, together with what they attack, are maximal.

    Unlike all other semantics, this one does not respect what is grounded (B. Verheij 1996): components are
    those of the whole framework.
    """
    yield from _greatest_ranges(component, deadline, conflict_free)


def _greatest_ranges(component: Component, deadline: Deadline, rule: Rule) -> Iterator[Position]:
    solver = Solver(component, deadline, rule=rule)
    for position in _ranges(solver):
        decided = position.accepted | position.out
        same: Position | None = position
        while same:
            yield same
            solver.block(_not_inside(component, same))
            same = solver.find(decided=decided)


def _ranges(solver: Solver) -> Iterator[Position]:
    """Yield a labelling for each maximal set of arguments that can be decided together."""
    everything = solver.component.everything
    while position := solver.find():
        decided = position.accepted | position.out
        while more := solver.find(decided=decided, some=Clause(everything & ~decided, everything & ~decided)):
            position = more
            decided = position.accepted | position.out
        yield position
        solver.block(Clause(everything & ~decided, everything & ~decided))


def agreed_by_ranges(component: Component, deadline: Deadline, rule: Rule = by_complete) -> Position:
    """Return what is in, and what is out, in all semi-stable labellings, without listing them.

    For each greatest range, labellings that agree on less are asked for until there are none. If there are
    stable labellings, they are the semi-stable ones. With the rule of conflict-free sets, this gives stage.
    """
    solver = Solver(component, deadline, rule=rule)
    accepted = out = component.everything
    for position in _ranges(solver):
        decided = position.accepted | position.out
        other: Position | None = position
        while other:
            accepted, out = accepted & other.accepted, out & other.out
            if not accepted | out:
                return Position(0, 0)
            other = solver.find(decided=decided, some=Clause(not_accepted=accepted, not_out=out))
    return Position(accepted, out)


def possible_by_ranges(component: Component, deadline: Deadline, rule: Rule = by_complete) -> int:
    """Return what is in under some semi-stable labelling, or stage by its rule, without listing them."""
    solver = Solver(component, deadline, rule=rule)
    possible = 0
    for position in _ranges(solver):
        decided = position.accepted | position.out
        other: Position | None = position
        while other:
            possible |= other.accepted
            other = solver.find(decided=decided, some=Clause(component.everything & ~possible))
    return possible


def possible_by_complete(component: Component, deadline: Deadline) -> int:
    """Return what is in under some complete, and so some preferred, labelling, without listing them."""
    solver = Solver(component, deadline)
    possible = 0
    while position := solver.find(some=Clause(component.everything & ~possible)):
        possible |= position.accepted
    return possible


def ideal(component: Component, deadline: Deadline) -> Position:
    """Return the greatest admissible labelling inside all preferred ones."""
    return ideal_among(component, possible_by_complete(component, deadline))


def ideal_among(component: Component, possible: int) -> Position:
    """Return the same, once it is known what is in under some labelling.

    That is the part of it that defends itself, without what it attacks (P. Dunne, W. Dvořák and S. Woltran,
    Parametric properties of ideal semantics, 2013).
    """
    return _defended(component, possible & ~_attacked(component, possible))


def eager(component: Component, deadline: Deadline) -> Position:
    """Return the greatest admissible labelling inside all semi-stable ones."""
    return _defended(component, agreed_by_ranges(component, deadline).accepted)


def grown(solver: Solver, position: Position) -> Position:
    """Return a labelling that accepts as much as can be beyond what a given one accepts."""
    everything = solver.component.everything
    while more := solver.find(
        accepted=position.accepted, out=position.out, some=Clause(everything & ~position.accepted)
    ):
        position = more
    return position


# The labellings of a component by the name of their semantics.
SEVERAL: dict[str, Callable[[Component, Deadline], Iterator[Position]]] = {
    "complete": complete,
    "preferred": preferred,
    "stable": stable,
    "semi-stable": semi_stable,
    "stage": stage,
}
SINGLE: dict[str, Callable[[Component, Deadline], Position]] = {"ideal": ideal, "eager": eager}
UNIQUE = ("grounded", *SINGLE)
SEMANTICS = (*UNIQUE, *SEVERAL)


def _within(budget: Budget, positions: Iterator[Position], before: list[Position]) -> Iterator[Position]:
    """Yield and note what a search finds within its budget, which is renewed with each find."""
    try:
        for position in positions:
            budget.renew()
            before.append(position)
            yield position
    except OutOfStepsError:
        return


def _different(component: Component, position: Position) -> Clause:
    accepted = position.accepted
    return Clause(component.everything & ~accepted, not_accepted=accepted)


def _not_inside(component: Component, position: Position) -> Clause:
    return Clause(component.everything & ~position.accepted)


def _attacked(component: Component, mask: int) -> int:
    attacked = 0
    for number in members(mask):
        attacked |= component.targets[number]
    return attacked


def _defended(component: Component, mask: int) -> Position:
    """Return the greatest part of a conflict-free set that defends itself, with what it attacks."""
    attacked = _attacked(component, mask)
    waiting = mask
    while waiting:
        bit = waiting & -waiting
        waiting ^= bit
        number = bit.bit_length() - 1
        if not component.attackers[number] & ~attacked:
            continue
        mask ^= bit
        # What it alone attacked is no longer attacked, and may attack others in the set.
        for target in members(component.targets[number]):
            if not component.attackers[target] & mask:
                attacked &= ~(1 << target)
                waiting |= component.targets[target] & mask
    return Position(mask, attacked)
