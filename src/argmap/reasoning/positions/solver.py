"""Answering questions about the labellings of a component, by search or with a SAT solver."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.reasoning.deadline import Deadline
from argmap.reasoning.positions.choices import Choices, Rule, complete
from argmap.reasoning.positions.component import Component
from argmap.reasoning.positions.sat_positions import SatPositions
from argmap.reasoning.positions.search import Clause, Position, positions
from argmap.reasoning.sat import has_solver

# Steps that a search may take before a solver is asked; everyday maps need a few hundred.
STEPS = 200
# The clock is checked once in so many steps.
_STEPS_A_LOOK = 64


class OutOfStepsError(Exception):
    """A search has taken longer than allowed, and there is something better."""


class Budget:
    """Counts the steps of a search, and ends it when there are too many or no time is left."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._most = STEPS if has_solver() else None
        self._steps = 0
        self.is_spent = False

    def renew(self) -> None:
        """Start counting again: the search has made progress.

        Raises:
            NotDecidedError: the deadline has passed.
        """
        # A search that often finds something would never check the clock by counting.
        self._deadline.check()
        self._steps = 0

    def spend(self) -> None:
        """Count a step.

        Raises:
            OutOfStepsError: there have been too many, and a solver is installed.
            NotDecidedError: the deadline has passed.
        """
        self._steps += 1
        if self._steps == self._most:
            self.is_spent = True
            raise OutOfStepsError
        if not self._steps % _STEPS_A_LOOK:
            self._deadline.check()

    def look(self) -> None:
        """Check the clock.

        Raises:
            NotDecidedError: the deadline has passed.
        """
        self._deadline.check()


class Solver:
    """Finds labellings of a component: by search, and if that takes long, with a SAT solver.

    `before` are clauses that they meet. If a solver is installed, a hard component is not searched again.
    """

    def __init__(
        self,
        component: Component,
        deadline: Deadline,
        *,
        rule: Rule = complete,
        before: Iterable[Clause] = (),
        is_hard: bool = False,
    ) -> None:
        self.component = component
        self._deadline = deadline
        self._rule = rule
        self._clauses = list(before)
        self._sat: SatPositions | None = None
        if is_hard and has_solver():
            self._sat = self._new_sat()

    def block(self, clause: Clause) -> None:
        """From now on, find only labellings that meet a clause."""
        self._clauses.append(clause)
        if self._sat:
            self._sat.block(clause)

    def find(
        self, *, accepted: int = 0, out: int = 0, decided: int = 0, some: Clause | None = None
    ) -> Position | None:
        """Return a labelling with some arguments in, some out, some decided, that meets a clause.

        Raises:
            NotDecidedError: the deadline has passed.
        """
        if self._sat is None:
            self._deadline.check()
            choices = Choices.all(self.component).accepting(accepted).rejecting(out).deciding(decided)
            clauses = self._clauses if some is None else [*self._clauses, some]
            budget = Budget(self._deadline)
            avoided = some.avoided(self.component.everything) if some else 0
            try:
                return next(positions(self.component, choices, clauses, self._rule, budget, avoided), None)
            except OutOfStepsError:
                self._sat = self._new_sat()
        return self._sat.find(accepted=accepted, out=out, decided=decided, some=some)

    def _new_sat(self) -> SatPositions:
        sat = SatPositions(self.component, self._deadline, self._rule)
        for clause in self._clauses:
            sat.block(clause)
        return sat
