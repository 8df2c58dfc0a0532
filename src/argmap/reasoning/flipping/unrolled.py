"""Minimal sets of switches that give a label under grounded, found by a solver of Boolean formulas.

A model of the clauses of complete labellings need not be the grounded one: each two arguments that attack
each other have three. So the rounds of the grounded iteration are written out in each strong component; an
argument that is not in a circle needs no rounds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from argmap.data.strong_components import strong_components
from argmap.reasoning.deadline import Deadline
from argmap.reasoning.flipping.switch import FlipQuestion
from argmap.reasoning.flipping.trying import Chosen
from argmap.reasoning.label import Label
from argmap.reasoning.sat import ClauseSet

# The largest sum of squared sizes of strong components: beyond it a formula grows too large.
_LARGEST = 400_000


class TooManyRoundsError(Exception):
    """A formula would be too large for a solver."""


def solved_sets(
    question: FlipQuestion, *, most: int, limit: int | None, deadline: Deadline
) -> Iterator[list[Chosen]]:
    """Yield, for each size from 0 to `most`, the minimal sets of switches that answer a question.

    Within a size they are in order; if there are more than `limit` in all, the rest is left out. If the empty
    set is an answer, there are no others.

    Raises:
        TooManyRoundsError: circles are too large.
        NotDecidedError: the deadline has passed; all answers of smaller sizes have been yielded.
    """
    unrolled = _Unrolled(question, deadline)
    count = 0
    for size in range(min(most, len(question.switches)) + 1):
        answers: list[Chosen] = []
        while (limit is None or count < limit) and (chosen := unrolled.chosen(size)) is not None:
            answers.append(chosen)
            count += 1
            unrolled.block(chosen)
        yield sorted(answers)
        if () in answers or count == limit:
            return


class _Unrolled:
    """The grounded labels as a formula over switches."""

    def __init__(self, question: FlipQuestion, deadline: Deadline) -> None:
        self._question = question
        self._formula = ClauseSet(deadline)
        graph = question.graph
        parts = list(strong_components(range(len(graph)), dict(enumerate(graph.attackers))))
        if sum(len(part) ** 2 for part in parts if len(part) > 1) > _LARGEST:
            raise TooManyRoundsError
        self._switches = [self._formula.variable() for _ in question.switches]
        # Small sets are better: the solver first tries to switch nothing.
        self._formula.prefer([-variable for variable in self._switches])
        self._accepting: defaultdict[int, list[int]] = defaultdict(list)
        self._rejecting: defaultdict[int, list[int]] = defaultdict(list)
        for variable, switch in zip(self._switches, question.switches, strict=True):
            for argument in switch.accepted:
                self._accepting[argument].append(variable)
            for argument in switch.rejected:
                self._rejecting[argument].append(variable)
        # The variables of each argument for being in and being out; 0 if it never is.
        self._in: list[int] = [0] * len(graph)
        self._out: list[int] = [0] * len(graph)
        # Arguments come after all their attackers.
        for part in parts:
            self._unroll(part)
        self._ask()
        for first, second in question.exclusive:
            self._formula.add([-self._switches[first], -self._switches[second]])
        # Rows of a counter, which say that at least so many of the first switches are chosen.
        self._rows: list[list[int]] = []

    def chosen(self, size: int) -> Chosen | None:
        """Return an answer of at most so many switches."""
        while len(self._rows) <= size:
            self._count_further()
        assumed = [-self._rows[size][-1]] if self._switches else []
        model = self._formula.model(assumed)
        if model is None:
            return None
        return tuple(number for number, variable in enumerate(self._switches) if model[variable - 1] > 0)

    def block(self, chosen: Chosen) -> None:
        """Rule out all sets that contain one."""
        self._formula.add([-self._switches[number] for number in chosen])

    def _unroll(self, part: Sequence[int]) -> None:
        """Add the labels of a strong component, round after round until nothing more can follow."""
        graph = self._question.graph
        first = part[0]
        rounds = 1 if len(part) == 1 and first not in graph.attackers[first] else len(part)
        for _ in range(rounds):
            labels = [self._following(argument) for argument in part]
            for argument, (is_in, out) in zip(part, labels, strict=True):
                self._in[argument], self._out[argument] = is_in, out

    def _following(self, argument: int) -> tuple[int, int]:
        """Return variables for the label of an argument that follows from the present ones of its attackers.

        An argument is in if all its attackers are out or a switch accepts it, and out if one of them is in
        or a switch rejects it; what a switch says comes first.
        """
        attackers = self._question.graph.attackers[argument]
        accepting, rejecting = self._accepting.get(argument, ()), self._rejecting.get(argument, ())
        blocking, killing = [self._out[each] for each in attackers], [self._in[each] for each in attackers]
        return (
            self._all(blocking, unless=accepting, never=rejecting),
            self._some(killing, also=rejecting, never=accepting),
        )

    def _all(self, literals: Sequence[int], *, unless: Sequence[int], never: Sequence[int]) -> int:
        """Return a variable for: all of some literals, or one switch, are true, and none of `others` is."""
        if 0 in literals:
            return self._some((), also=unless, never=never)
        variable = self._formula.variable()
        for literal in literals:
            self._formula.add([-variable, literal, *unless])
        for switch in never:
            self._formula.add([-variable, -switch])
        self._formula.add([variable, *(-literal for literal in literals), *never])
        for switch in unless:
            self._formula.add([variable, -switch, *never])
        return variable

    def _some(self, literals: Sequence[int], *, also: Sequence[int], never: Sequence[int]) -> int:
        """Return a variable for: one of some literals or switches is true, and none of `others` is."""
        true = [literal for literal in (*literals, *also) if literal]
        if not true:
            return 0
        variable = self._formula.variable()
        self._formula.add([-variable, *true])
        for switch in never:
            self._formula.add([-variable, -switch])
        for literal in true:
            self._formula.add([variable, -literal, *never])
        return variable

    def _ask(self) -> None:
        """Add that the arguments in question have the label together."""
        is_in = [self._in[argument] for argument in self._question.about]
        out = [self._out[argument] for argument in self._question.about]
        match self._question.label:
            case Label.IN:
                for variable in is_in:
                    self._formula.add([variable] if variable else [])
            case Label.OUT:
                self._formula.add([variable for variable in out if variable])
            case Label.UNDECIDED:
                for variable in filter(None, out):
                    self._formula.add([-variable])
                if all(is_in):
                    self._formula.add([-variable for variable in is_in])

    def _count_further(self) -> None:
        """Add a row to the counter, for one more chosen switch than in the row before."""
        before = self._rows[-1] if self._rows else None
        row: list[int] = []
        for place, switch in enumerate(self._switches):
            row.append(self._formula.variable())
            if place:
                self._formula.add([-row[place - 1], row[place]])
            if before is None:
                self._formula.add([-switch, row[place]])
            elif place:
                self._formula.add([-switch, -before[place - 1], row[place]])
        self._rows.append(row)
