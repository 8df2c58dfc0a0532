"""Solving Boolean formulas; the only file that uses a SAT solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec

from argmap.reasoning.deadline import Deadline

# CaDiCaL enumerates two to four times as fast as Glucose and MiniSat.
_SOLVER = "cadical195"
# The solver does not check the clock: we do, after so many conflicts.
_CONFLICTS = 2000


@cache
def has_solver() -> bool:
    """Return whether the extra `argmap[sat]` is installed."""
    return find_spec("pysat") is not None


class ClauseSet:
    """A growing set of clauses over variables 1, 2, 3 …; a negative number says that a variable is false."""

    def __init__(self, deadline: Deadline) -> None:
        # Imported here because most questions are answered without it.
        from pysat.solvers import Solver

        self._solver = Solver(name=_SOLVER)
        self._deadline = deadline
        self._last = 0

    def variable(self) -> int:
        """Return a new variable."""
        self._last += 1
        return self._last

    def add(self, clause: Iterable[int]) -> None:
        """Add a clause: at least one of its literals is true; with an empty clause there is no model."""
        literals = list(clause)
        if not literals:
            # Solvers treat empty clauses differently.
            never = self.variable()
            self._solver.add_clause([never])
            literals = [-never]
        self._solver.add_clause(literals)

    def prefer(self, literals: Sequence[int]) -> None:
        """Try some literals first."""
        self._solver.set_phases(literals)

    def model(self, assumed: Sequence[int] = ()) -> Sequence[int] | None:
        """Return literals that make all clauses true, that of variable v at place v - 1; None if none do.

        Raises:
            NotDecidedError: the deadline has passed.
        """
        answer = None
        while answer is None:
            self._deadline.check()
            self._solver.conf_budget(_CONFLICTS)
            answer = self._solver.solve_limited(assumptions=assumed)
        model: Sequence[int] | None = self._solver.get_model() if answer else None
        return model

    def __del__(self) -> None:
        if solver := getattr(self, "_solver", None):
            solver.delete()
