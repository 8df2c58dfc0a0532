"""The least solution of equations: only what must be decided is, and circles of support give no ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from heapq import heappop, heappush

from attrs import Factory, define, frozen

from argmap.data.strong_components import strong_components
from argmap.reasoning.theories.equations import Equations
from argmap.reasoning.theories.weighing import Duel

# Labels of nodes are bytes: a network may have millions.
UNDECIDED, IN, OUT = 0, 1, 2
_NEVER = 1 << 60
_DUEL = 2
# In place of a step: an entailed statement needs no reasons that outweigh others.
_ALONE = -1


@frozen(eq=False, slots=False)
class Solution:
    """The label of each node and the round in which it was settled, from 1; 0 if it is undecided."""

    equations: Equations
    labels: bytearray
    rounds: Sequence[int]

    def holds_without(self, node: int, statement: int) -> bool:
        """Return whether a node has its label also if all nodes of a statement are held undecided.

        It does if it was settled before them, or does not depend on them; otherwise the equations are solved
        once more, as far as the two depend on each other.
        """
        nodes = self.equations.nodes_of(statement)
        if self.rounds[node] < min(self.rounds[each] or _NEVER for each in nodes):
            return True
        part = self._component[node]
        if part not in {self._component[each] for each in nodes}:
            return True
        key = (statement, part)
        if key not in self._without:
            self._without[key] = _solve_part(self, self._parts[part], nodes, self._into)
        return self._without[key].get(node, UNDECIDED) == self.labels[node]

    @cached_property
    def _parts(self) -> Sequence[tuple[int, ...]]:
        targets = self.equations.targets
        return tuple(strong_components(range(len(targets)), dict(enumerate(targets))))

    @cached_property
    def _component(self) -> Sequence[int]:
        component = [0] * len(self.labels)
        for place, members in enumerate(self._parts):
            for node in members:
                component[node] = place
        return component

    @cached_property
    def _into(self) -> Sequence[Sequence[int]]:
        return reverse(self.equations.targets)

    @cached_property
    def _without(self) -> dict[tuple[int, int], Mapping[int, int]]:
        return {}


def solve(equations: Equations) -> Solution:
    """Return the least solution: the well-founded model (Van Gelder, Ross and Schlipf 1991).

    Rounds go over the equations; when they stop, statements in circles of support become out if steps that
    are not out do not lead to them from what is presumed or accepted.
    """
    size = len(equations.targets)
    rounds = [0] * size
    run = _Run(equations, bytearray(size), rounds, list(equations.sources))
    run.doubt(range(len(equations.circles.members)))
    run.settle([node for node, count in enumerate(equations.sources) if not count], IN)
    run.finish()
    return Solution(equations, run.labels, rounds)


def reverse(targets: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the sources of each node.

    >>> reverse([[1], [1], []])
    [[], [0, 1], []]
    """
    sources: list[list[int]] = [[] for _ in targets]
    for source, others in enumerate(targets):
        for target in others:
            sources[target].append(source)
    return sources


def _solve_part(
    solution: Solution, part: Collection[int], held: Collection[int], into: Sequence[Sequence[int]]
) -> Mapping[int, int]:
    """Return the labels in a strong component of the equations with some nodes held undecided."""
    equations = solution.equations
    labels = bytearray(solution.labels)
    waiting: defaultdict[int, int] = defaultdict(lambda: _NEVER)
    inside = set(part)
    border: dict[int, None] = {}
    for node in part:
        labels[node] = UNDECIDED
        waiting[node] = equations.sources[node]
        border.update(dict.fromkeys(source for source in into[node] if source not in inside))
    run = _Run(equations, labels, defaultdict(int), waiting, held=frozenset(held))
    run.doubt({equations.circles.circle[node] for node in part if node < len(equations.theory)} - {-1})
    run.spread([node for node in border if labels[node] != UNDECIDED])
    run.settle([node for node in part if not equations.sources[node]], IN)
    run.finish()
    return {node: labels[node] for node in part}


@define(eq=False)
class _Run:
    """Equations that are being solved."""

    equations: Equations
    labels: bytearray
    rounds: list[int] | defaultdict[int, int]
    waiting: list[int] | defaultdict[int, int]
    held: frozenset[int] = frozenset()
    round: int = 1
    doubted: list[int] = Factory(list)
    is_doubted: set[int] = Factory(set)

    def doubt(self, circles: Iterable[int]) -> None:
        """Have circles checked when nothing else is left to do; those that support others come first."""
        for circle in circles:
            if circle not in self.is_doubted:
                self.is_doubted.add(circle)
                heappush(self.doubted, -circle)

    def settle(self, nodes: Iterable[int], label: int) -> None:
        """Give nodes a label in this round, and all that follows in later ones."""
        settled = [node for node in nodes if self.labels[node] == UNDECIDED and node not in self.held]
        for node in settled:
            self.labels[node] = label
            self.rounds[node] = self.round
        self.spread(settled)

    def finish(self) -> None:
        """Make what only supports itself out, until nothing does."""
        while self.doubted:
            circle = -heappop(self.doubted)
            self.is_doubted.discard(circle)
            if unfounded := self._unfounded(circle):
                # A statement is out when its failure is in.
                self.settle(unfounded, IN)

    def spread(self, level: list[int]) -> None:
        """Settle all that follows from nodes that were settled."""
        labels, rounds, waiting, held = self.labels, self.rounds, self.waiting, self.held
        targets, gathering = self.equations.targets, self.equations.gathering
        watched, compared = self.equations.watched, self.equations.compared
        while level:
            after = self.round + 1
            following: list[int] = []
            # The level grows while it is gone through: nodes that gather others are settled in the same
            # round.
            for node in level:
                label = labels[node]
                if label == OUT and node in watched:
                    self.doubt(watched[node])
                for target in targets[node]:
                    if labels[target]:
                        continue
                    is_gathering = gathering[target]
                    if is_gathering == _DUEL:
                        judged = self.equations.duels[target].label(labels)
                        if judged == UNDECIDED:
                            self.doubt(compared.get(target, ()))
                            continue
                        labels[target] = judged
                    else:
                        if label == OUT:
                            waiting[target] -= 1
                            if waiting[target]:
                                self.doubt(compared.get(target, ()))
                                continue
                        if target in held:
                            continue
                        labels[target] = IN if (label == IN) == bool(is_gathering) else OUT
                    if is_gathering:
                        rounds[target] = after - 1
                        level.append(target)
                    else:
                        rounds[target] = after
                        following.append(target)
            self.round = after
            level = following

    def _unfounded(self, circle: int) -> list[int]:
        """Return the undecided statements of a circle that nothing outside it holds up."""
        members = self.equations.circles.members[circle]
        unsure = {each for each in members if self.labels[each] == UNDECIDED and each not in self.held}
        grounds = _Grounds(self._stands)
        for statement in sorted(unsure):
            if self._has_ground(statement, unsure, grounds):
                grounds.grounded[statement] = None
        grounds.spread()
        return sorted(unsure.difference(grounds.grounded))

    def _has_ground(self, statement: int, unsure: Collection[int], grounds: _Grounds) -> bool:
        """Return whether a statement has ground outside its circle; note what it needs inside it."""
        equations, labels = self.equations, self.labels
        presumption, pro = equations.presumption[statement], equations.pro[statement]
        if presumption >= 0 and labels[presumption] != OUT:
            return True
        for source, node in equations.entailed_by.get(statement, ()):
            if labels[node] != OUT:
                if source not in unsure:
                    return True
                grounds.need((source,), statement, _ALONE)
        if pro < 0 or labels[pro] == OUT:
            return False
        count = len(equations.theory)
        outside: list[int] = []
        for number in equations.circles.reasons[statement]:
            if labels[count + number] != OUT:
                inside = [premise for premise in equations.theory.steps[number].premises if premise in unsure]
                if inside:
                    grounds.need(inside, statement, count + number)
                else:
                    outside.append(count + number)
        return grounds.holds(statement, outside)

    def _stands(self, statement: int, reasons: Collection[int]) -> bool:
        """Return whether no side is certain to beat that of a statement with these reasons alone."""
        equations, labels = self.equations, self.labels
        for node in equations.duels_against.get(equations.pro[statement], ()):
            duel = equations.duels[node]
            if labels[node] != OUT and duel.is_lost_with(reasons, labels) and self._answers(duel, reasons):
                return False
        return True

    def _answers(self, duel: Duel, reasons: Collection[int]) -> bool:
        """Return whether an attacker is in if the side that it attacks has these reasons alone."""
        equations, labels, side = self.equations, self.labels, duel.attacker
        if labels[side] != UNDECIDED or side in self.held:
            return labels[side] == IN
        beaten = [
            node
            for node in equations.duels_against.get(side, ())
            if labels[node] == UNDECIDED
            and equations.duels[node].attacker == duel.defender
            and equations.duels[node].is_beaten_with(reasons, labels)
        ]
        return self.waiting[side] == len(beaten)


@define(eq=False)
class _Grounds:
    """The statements of a circle that have ground, and sets of statements that would give others ground.

    Reasons may have to outweigh others: `stands` says whether a statement stands with the reasons it has.
    """

    stands: Callable[[int, Collection[int]], bool]
    grounded: dict[int, None] = Factory(dict)
    missing: list[int] = Factory(list)
    given_to: list[tuple[int, int]] = Factory(list)
    needed_by: defaultdict[int, list[int]] = Factory(lambda: defaultdict(list))
    reasons: defaultdict[int, set[int]] = Factory(lambda: defaultdict(set))

    def need(self, premises: Collection[int], statement: int, step: int) -> None:
        """Note that some statements together give ground to another, by a step or by entailing it."""
        for premise in premises:
            self.needed_by[premise].append(len(self.missing))
        self.missing.append(len(premises))
        self.given_to.append((statement, step))

    def holds(self, statement: int, steps: Collection[int]) -> bool:
        """Return whether a statement has ground with some more steps for it."""
        if not steps:
            return False
        self.reasons[statement].update(steps)
        return _ALONE in steps or self.stands(statement, self.reasons[statement])

    def spread(self) -> None:
        """Give ground to all that follows from what has it."""
        waiting = list(self.grounded)
        for statement in waiting:
            for place in self.needed_by.get(statement, ()):
                self.missing[place] -= 1
                if self.missing[place]:
                    continue
                target, step = self.given_to[place]
                if target not in self.grounded and self.holds(target, (step,)):
                    self.grounded[target] = None
                    waiting.append(target)
