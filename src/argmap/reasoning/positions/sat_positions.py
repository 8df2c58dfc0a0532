"""Labellings of a component as models of a formula."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.reasoning.deadline import Deadline
from argmap.reasoning.positions.choices import Rule, complete
from argmap.reasoning.positions.component import Component
from argmap.reasoning.positions.masks import mask_of, members
from argmap.reasoning.positions.search import Clause, Position
from argmap.reasoning.sat import ClauseSet


class SatPositions:
    """Asks a solver for complete labellings, or for those of conflict-free sets.

    There are two variables for each argument, for in and for out. The clauses are those of F. Cerutti, M.
    Giacomin and M. Vallati (ArgSemSAT, 2014).
    """

    def __init__(self, component: Component, deadline: Deadline, rule: Rule) -> None:
        self._formula = formula = ClauseSet(deadline)
        numbers = range(len(component.arguments))
        # A solver first decides on the variables that come last, and those for in say the most.
        self._out = [formula.variable() for _ in numbers]
        self._in = [formula.variable() for _ in numbers]
        self._decided: dict[int, int] = {}
        for number, mask in enumerate(deadline.watching(component.attackers)):
            accepted, out = self._in[number], self._out[number]
            attackers = list(members(mask))
            formula.add([-accepted, -out])
            formula.add([-out, *(self._in[other] for other in attackers)])
            for other in attackers:
                formula.add([out, -self._in[other]])
            if rule is complete:
                formula.add([accepted, *(-self._out[other] for other in attackers)])
                for other in attackers:
                    formula.add([-accepted, self._out[other]])
        # Labellings that accept many arguments need less growing.
        formula.prefer(self._in)

    def block(self, clause: Clause) -> None:
        """From now on, ask only for labellings that meet a clause."""
        self._formula.add(self._literals(clause))

    def find(
        self, *, accepted: int = 0, out: int = 0, decided: int = 0, some: Clause | None = None
    ) -> Position | None:
        """Return a labelling with some arguments in, some out, some decided, that meets a clause.

        Raises:
            NotDecidedError: the deadline has passed.
        """
        assumed = [self._in[number] for number in members(accepted)]
        assumed += [self._out[number] for number in members(out)]
        assumed += [self._is_decided(number) for number in members(decided & ~accepted & ~out)]
        if some is None:
            return self._position(self._formula.model(assumed))
        wanted = self._literals(some)
        selector = self._formula.variable()
        self._formula.add([-selector, *wanted])
        # One of them is enough, but repeated questions for one more end sooner if each gives many.
        self._formula.prefer([*wanted, *self._opposites(some)])
        position = self._position(self._formula.model([*assumed, selector]))
        self._formula.add([-selector])
        self._formula.prefer(self._in)
        return position

    def _is_decided(self, number: int) -> int:
        if number not in self._decided:
            self._decided[number] = self._formula.variable()
            self._formula.add([-self._decided[number], self._in[number], self._out[number]])
        return self._decided[number]

    def _position(self, model: Sequence[int] | None) -> Position | None:
        if model is None:
            return None
        return Position(*(mask_of(_true(variables, model)) for variables in (self._in, self._out)))

    def _literals(self, clause: Clause) -> list[int]:
        return [
            *(self._in[number] for number in members(clause.accepted)),
            *(self._out[number] for number in members(clause.out)),
            *(-self._in[number] for number in members(clause.not_accepted)),
            *(-self._out[number] for number in members(clause.not_out)),
        ]

    def _opposites(self, clause: Clause) -> list[int]:
        """Return the opposite: what a clause wants to be in is not out, and so on."""
        return [
            *(-self._out[number] for number in members(clause.accepted)),
            *(-self._in[number] for number in members(clause.out & ~clause.accepted)),
            *(self._out[number] for number in members(clause.not_accepted)),
            *(self._in[number] for number in members(clause.not_out)),
        ]


def _true(variables: Sequence[int], model: Sequence[int]) -> list[int]:
    return [number for number, variable in enumerate(variables) if model[variable - 1] > 0]
