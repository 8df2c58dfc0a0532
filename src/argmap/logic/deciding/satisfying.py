"""Whether clauses can be true together: a search that learns from its mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from argmap.logic.deciding.limit import Limit

_FADING = 1.05
_TOO_LARGE = 1e100
_FIRST_RESTART = 100
_LONGER = 1.5


def satisfy(clauses: Iterable[tuple[int, ...]], variables: int, limit: Limit) -> list[bool] | None:
    """Return values that make all clauses true, that of variable v at place v; None if there are none.

    Conflict-driven clause learning (Marques-Silva and Sakallah 1999) with two watched literals and the
    variables of recent conflicts first (Moskewicz et al. 2001).

    >>> satisfy([(1, 2), (-1,)], 2, Limit(None))
    [False, False, True]

    Raises:
        LimitReachedError: it takes too long.
    """
    search = _ClauseSearch(variables, limit)
    for clause in clauses:
        if not search.add(clause):
            return None
    return [value > 0 for value in search.values] if search.succeeds() else None


class _ClauseSearch:
    """Values that were chosen or that follow, in the order in which they were assigned: the trail."""

    def __init__(self, variables: int, limit: Limit) -> None:
        # 1 is true, -1 false, 0 open.
        self.values = [0] * (variables + 1)
        self._limit = limit
        self._levels = [0] * (variables + 1)
        self._reasons: list[list[int] | None] = [None] * (variables + 1)
        self._watching: dict[int, list[list[int]]] = {}
        self._trail: list[int] = []
        self._starts: list[int] = []
        self._next = 0
        self._activity = [0.0] * (variables + 1)
        self._bonus = 1.0
        self._last = [-1] * (variables + 1)
        self._queue = [(0.0, variable) for variable in range(1, variables + 1)]
        heapify(self._queue)

    def add(self, clause: tuple[int, ...]) -> bool:
        """Add a clause before the search begins; return whether it may be true."""
        self._limit.spend(len(clause))
        literals = list(dict.fromkeys(clause))
        if any(-literal in literals for literal in literals):
            return True
        literals = [literal for literal in literals if self._value(literal) >= 0]
        if any(self._value(literal) > 0 for literal in literals):
            return True
        if len(literals) > 1:
            self._watch(literals)
            return True
        if literals:
            self._assign(literals[0], None)
        return bool(literals)

    def succeeds(self) -> bool:
        """Return whether there are values that make all clauses true; if so, `values` has them."""
        conflicts, restart = 0, float(_FIRST_RESTART)
        while True:
            conflict = self._propagate()
            if conflict is None:
                if conflicts >= restart:
                    conflicts, restart = 0, restart * _LONGER
                    self._return_to(0)
                variable = self._choice()
                if not variable:
                    return True
                self._starts.append(len(self._trail))
                self._assign(self._last[variable] * variable, None)
            elif not self._starts:
                return False
            else:
                conflicts += 1
                self._learn(conflict)

    def _value(self, literal: int) -> int:
        return self.values[literal] if literal > 0 else -self.values[-literal]

    def _watch(self, clause: list[int]) -> None:
        for literal in clause[:2]:
            self._watching.setdefault(literal, []).append(clause)

    def _assign(self, literal: int, reason: list[int] | None) -> None:
        variable = abs(literal)
        self.values[variable] = 1 if literal > 0 else -1
        self._levels[variable] = len(self._starts)
        self._reasons[variable] = reason
        self._trail.append(literal)

    def _propagate(self) -> list[int] | None:
        """Assign what follows; return a clause that is false, if there is one."""
        while self._next < len(self._trail):
            false = -self._trail[self._next]
            self._next += 1
            watching = self._watching.get(false)
            if watching:
                conflict = self._visit(watching, false)
                if conflict is not None:
                    return conflict
        return None

    def _visit(self, watching: list[list[int]], false: int) -> list[int] | None:
        """Look at the clauses that watch a literal that has become false."""
        self._limit.spend(len(watching))
        kept: list[list[int]] = []
        self._watching[false] = kept
        for place, clause in enumerate(watching):
            if clause[0] == false:
                clause[0], clause[1] = clause[1], clause[0]
            if self._value(clause[0]) > 0 or not self._moves(clause):
                kept.append(clause)
                if self._value(clause[0]) < 0:
                    kept += watching[place + 1 :]
                    return clause
                if not self._value(clause[0]):
                    self._assign(clause[0], clause)
        return None

    def _moves(self, clause: list[int]) -> bool:
        """Let a clause watch another literal in place of its second; return whether there is one."""
        for place in range(2, len(clause)):
            if self._value(clause[place]) >= 0:
                clause[1], clause[place] = clause[place], clause[1]
                self._watching.setdefault(clause[1], []).append(clause)
                return True
        return False

    def _choice(self) -> int:
        """Return an open variable, 0 if there is none."""
        while self._queue:
            self._limit.spend()
            activity, variable = heappop(self._queue)
            if not self.values[variable] and -activity == self._activity[variable]:
                return variable
        return 0

    def _learn(self, conflict: list[int]) -> None:
        """Add the clause that rules out what led to a conflict, and undo that."""
        clause, level = self._explanation(conflict)
        self._return_to(level)
        if len(clause) > 1:
            self._watch(clause)
        self._assign(clause[0], clause if len(clause) > 1 else None)
        self._bonus *= _FADING

    def _explanation(self, conflict: list[int]) -> tuple[list[int], int]:
        """Return the clause of the first unique implication point, and the level to return to."""
        here = len(self._starts)
        seen: set[int] = set()
        rest: list[int] = []
        open_literals, place = 0, len(self._trail)
        reason: list[int] | None = conflict
        while True:
            assert reason is not None, "only what was chosen has no reason, and it is the last"
            self._limit.spend(len(reason))
            for literal in reason:
                variable = abs(literal)
                if variable not in seen and self._levels[variable] and self._value(literal) < 0:
                    seen.add(variable)
                    self._bump(variable)
                    if self._levels[variable] == here:
                        open_literals += 1
                    else:
                        rest.append(literal)
            place -= 1
            while abs(self._trail[place]) not in seen:
                place -= 1
            literal = self._trail[place]
            open_literals -= 1
            if not open_literals:
                break
            reason = self._reasons[abs(literal)]
        # The second watched literal must be the last to become open again.
        rest.sort(key=lambda other: -self._levels[abs(other)])
        return [-literal, *rest], self._levels[abs(rest[0])] if rest else 0

    def _bump(self, variable: int) -> None:
        self._activity[variable] += self._bonus
        if self._activity[variable] > _TOO_LARGE:
            self._activity = [activity / _TOO_LARGE for activity in self._activity]
            self._bonus /= _TOO_LARGE
            self._queue = [(-self._activity[other], other) for other in range(1, len(self.values))]
            heapify(self._queue)
        heappush(self._queue, (-self._activity[variable], variable))

    def _return_to(self, level: int) -> None:
        if level >= len(self._starts):
            return
        start = self._starts[level]
        for literal in self._trail[start:]:
            variable = abs(literal)
            self._last[variable] = self.values[variable]
            self.values[variable] = 0
            heappush(self._queue, (-self._activity[variable], variable))
        del self._trail[start:], self._starts[level:]
        self._next = start
