"""Labellings of a component, found by a solver of Boolean formulas; the only file that knows one."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

from argmap.reasoning.positions.component import Component
from argmap.reasoning.positions.deadline import Deadline
from argmap.reasoning.positions.masks import mask_of, members
from argmap.reasoning.positions.propagation import Rule, complete
from argmap.reasoning.positions.search import Clause, Position

# CaDiCaL enumerates two to four times as fast as Glucose and MiniSat.
_SOLVER = "cadical195"
# The solver looks at no clock: after so many conflicts we do.
_CONFLICTS = 2000


@cache
def has_solver() -> bool:
    """Return whether the extra `argmap[sat]` is installed."""
    return find_spec("pysat") is not None


class SatPositions:
    """Asks a solver for complete labellings, or for those of sets without conflicts.

    There are two variables an argument, for in and for out. The clauses are those of F. Cerutti, M. Giacomin
    and M. Vallati (ArgSemSAT, 2014).
    """

    def __init__(self, component: Component, deadline: Deadline, rule: Rule) -> None:
        # Here, not above: most questions are answered without it.
        from pysat.solvers import Solver

        self._size = len(component.arguments)
        self._deadline = deadline
        self._last = 2 * self._size
        self._decided: dict[int, int] = {}
        self._solver = Solver(name=_SOLVER)
        for number, mask in enumerate(component.attackers):
            accepted, out = _in(number), _out(number)
            attackers = list(members(mask))
            self._solver.add_clause([-accepted, -out])
            self._solver.add_clause([-out, *(_in(other) for other in attackers)])
            for other in attackers:
                self._solver.add_clause([out, -_in(other)])
            if rule is complete:
                self._solver.add_clause([accepted, *(-_out(other) for other in attackers)])
                for other in attackers:
                    self._solver.add_clause([-accepted, _out(other)])
        # Labellings that accept much need less growing.
        self._solver.set_phases([_in(number) for number in range(self._size)])

    def block(self, clause: Clause) -> None:
        """Ask from now on for labellings only that meet a clause."""
        self._solver.add_clause(_literals(clause))

    def find(
        self, *, accepted: int = 0, out: int = 0, decided: int = 0, some: Clause | None = None
    ) -> Position | None:
        """Return a labelling with some arguments in, some out, some decided, that meets a clause.

        Raises:
            NotDecidedError: the deadline is over.
        """
        assumed = [_in(number) for number in members(accepted)]
        assumed += [_out(number) for number in members(out)]
        assumed += [self._is_decided(number) for number in members(decided & ~accepted & ~out)]
        if some is None:
            return self._solved(assumed)
        self._last += 1
        selector = self._last
        self._solver.add_clause([-selector, *_literals(some)])
        position = self._solved([*assumed, selector])
        self._solver.add_clause([-selector])
        return position

    def _is_decided(self, number: int) -> int:
        if number not in self._decided:
            self._last += 1
            self._decided[number] = self._last
            self._solver.add_clause([-self._last, _in(number), _out(number)])
        return self._decided[number]

    def _solved(self, assumed: list[int]) -> Position | None:
        answer = None
        while answer is None:
            self._deadline.check()
            self._solver.conf_budget(_CONFLICTS)
            answer = self._solver.solve_limited(assumptions=assumed)
        if not answer:
            return None
        model = self._solver.get_model()
        return Position(
            mask_of(number for number in range(self._size) if model[_in(number) - 1] > 0),
            mask_of(number for number in range(self._size) if model[_out(number) - 1] > 0),
        )

    def __del__(self) -> None:
        if solver := getattr(self, "_solver", None):
            solver.delete()


def _in(number: int) -> int:
    return 2 * number + 1


def _out(number: int) -> int:
    return 2 * number + 2


def _literals(clause: Clause) -> list[int]:
    return [
        *map(_in, members(clause.accepted)),
        *map(_out, members(clause.out)),
        *(-_in(number) for number in members(clause.not_accepted)),
        *(-_out(number) for number in members(clause.not_out)),
    ]
