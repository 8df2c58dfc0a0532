"""The abstract framework of a theory, in which circles of support are unrolled into stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from attrs import Factory, define

from argmap.named_tuples import NamedTuple
from argmap.reasoning.deadline import NEVER, Deadline
from argmap.reasoning.theories.equations import Equations
from argmap.reasoning.theories.solution import UNDECIDED
from argmap.reasoning.theories.theory import StatementKind

# No more copies of steps, or attacks, than this are made.
_MOST_COPIES = 200_000
_MOST_ATTACKS = 4_000_000


class NodeKind(Enum):
    """What an argument in the framework of a theory stands for."""

    STEP = "step"
    PRO = "pro"
    NO_PRO = "no pro"
    CON = "con"
    NO_CON = "no con"
    PRESUMPTION = "presumption"
    ENTAILMENT = "entailment"
    FAILS = "fails"
    GIVEN = "given"
    HOLDS = "holds"
    VETO = "veto"
    ANSWER = "answer"

    __hash__ = object.__hash__


class FrameworkNode(NamedTuple):
    """An argument in the framework of a theory: about a statement or step, by number, in some stage.

    The last stage is -1, which is also used for what is in no circle or exists once for all stages.
    """

    kind: NodeKind
    number: int
    stage: int = -1


class TooLargeError(Exception):
    """A framework would be too large to wait for."""


def staged(
    equations: Equations, labels: bytearray | None = None, *, deadline: Deadline = NEVER
) -> tuple[list[FrameworkNode], list[tuple[FrameworkNode, FrameworkNode]]]:
    """Return the arguments and attacks of the framework of a theory.

    With the `labels` of a solution, it contains only what these leave undecided.

    Raises:
        TooLargeError: circles of support would need too many stages.
        NotDecidedError: the deadline has passed.
    """
    stages = _Stages(equations, labels, deadline)
    stages.write()
    return list(stages.nodes), list(stages.attacks)


@define(eq=False)
class _Stages:
    """A framework that is being built."""

    equations: Equations
    labels: bytearray | None
    deadline: Deadline
    nodes: dict[FrameworkNode, None] = Factory(dict)
    attacks: dict[tuple[FrameworkNode, FrameworkNode], None] = Factory(dict)
    depth: dict[int, int] = Factory(dict)
    copies: int = 0

    def write(self) -> None:
        """Add everything that is undecided."""
        equations, theory = self.equations, self.equations.theory
        for circle, members in enumerate(equations.circles.members):
            self.depth[circle] = sum(self.is_open(statement) for statement in members)
        for number in self.deadline.watching(range(len(theory.steps))):
            self.step(number)
        for statement in range(len(theory)):
            self.deadline.check()
            self.statement(statement)
        for target, sources in equations.entailed_by.items():
            for source, node in sources:
                if self.is_open(node):
                    self.entailment(source, target, node)
        for statement in equations.contraposition.in_conflict():
            self.deadline.check()
            self.rivals(statement)
        self.attacks = {
            (source, target): None
            for source, target in self.deadline.watching(self.attacks)
            if source in self.nodes and target in self.nodes
        }

    def is_open(self, node: int) -> bool:
        """Return whether a node of the equations is undecided."""
        return self.labels is None or self.labels[node] == UNDECIDED

    def stages(self, statement: int) -> Sequence[int]:
        """Return the stages of a statement, the last one at the end."""
        circle = self.equations.circles.circle[statement]
        return (-1,) if circle < 0 else (*range(self.depth[circle]), -1)

    def attack(self, source: FrameworkNode, target: FrameworkNode) -> None:
        """Let one argument attack another; whether both exist is checked at the end."""
        self.attacks[source, target] = None
        if len(self.attacks) > _MOST_ATTACKS:
            raise TooLargeError

    def step(self, number: int) -> None:
        """Add a step, with premises in their last stages."""
        theory = self.equations.theory
        if not self.is_open(self.equations.step(number)):
            return
        node = FrameworkNode(NodeKind.STEP, number)
        self.nodes[node] = None
        for premise in theory.steps[number].premises:
            self.attack(FrameworkNode(NodeKind.FAILS, premise), node)
        self.undercuts(number, node)

    def undercuts(self, number: int, node: FrameworkNode) -> None:
        """Let what undercuts a step attack a copy of it."""
        theory = self.equations.theory
        for undercut in theory.undercuts.get(number, ()):
            self.attack(FrameworkNode(NodeKind.STEP, undercut), node)
        if number in theory.vetoed:
            veto = FrameworkNode(NodeKind.VETO, 0)
            if self.labels is None:
                self.nodes[veto] = None
            self.attack(veto, node)

    def statement(self, statement: int) -> None:
        """Add the sides of a statement, its presumption, and its failure."""
        equations, theory = self.equations, self.equations.theory
        con = self.con(statement)
        presumption = FrameworkNode(NodeKind.PRESUMPTION, statement)
        if equations.presumption[statement] >= 0 and self.is_open(equations.presumption[statement]):
            self.nodes[presumption] = None
            if con:
                self.attack(con, presumption)
        for stage in self.stages(statement):
            self.stage(statement, stage, con, presumption)
        if statement in theory.accepted and self.labels is None:
            given = FrameworkNode(NodeKind.GIVEN, statement)
            self.nodes[given] = None
            self.attack(given, FrameworkNode(NodeKind.FAILS, statement))
        if self.is_open(statement) and equations.contraposition.excludes_itself(statement):
            holds = FrameworkNode(NodeKind.HOLDS, statement)
            self.nodes[holds] = None
            self.attack(FrameworkNode(NodeKind.FAILS, statement), holds)
            self.attack(holds, presumption)
            for stage in self.stages(statement):
                self.attack(holds, FrameworkNode(NodeKind.PRO, statement, stage))

    def stage(
        self, statement: int, stage: int, con: FrameworkNode | None, presumption: FrameworkNode
    ) -> None:
        """Add the failure and the pro side of a statement in a stage."""
        fails = FrameworkNode(NodeKind.FAILS, statement, stage)
        if self.is_open(statement):
            self.nodes[fails] = None
        pro = self.pro(statement, stage)
        if pro and con:
            self.attack(con, pro)
            if stage < 0 and self.equations.is_symmetric:
                self.attack(pro, con)
        if not self.equations.theory.is_stipulated(statement):
            self.attack(presumption, fails)
            if pro:
                self.attack(pro, fails)

    def con(self, statement: int) -> FrameworkNode | None:
        """Add the con side of a statement, with what is against all that it entails."""
        side = self.equations.con[statement]
        if side < 0:
            return None
        con, absence = (FrameworkNode(kind, statement) for kind in (NodeKind.CON, NodeKind.NO_CON))
        self.add_side(side, con, absence)
        for entailed in self.equations.contraposition.entailed_by_it(statement):
            for number in self.equations.theory.cons[entailed]:
                self.attack(FrameworkNode(NodeKind.STEP, number), absence)
        return con

    def pro(self, statement: int, stage: int) -> FrameworkNode | None:
        """Add the pro side of a statement in a stage."""
        equations = self.equations
        side = equations.pro[statement]
        if side < 0:
            return None
        pro, absence = (FrameworkNode(kind, statement, stage) for kind in (NodeKind.PRO, NodeKind.NO_PRO))
        self.add_side(side, pro, absence)
        for number in equations.circles.reasons[statement]:
            if self.is_open(equations.step(number)) and (reason := self.reason(number, statement, stage)):
                self.attack(reason, absence)
        return pro

    def add_side(self, side: int, node: FrameworkNode, absence: FrameworkNode) -> None:
        """Add a side and its absence, which the equations have right before it."""
        if self.is_open(side):
            self.nodes[node] = None
        if self.is_open(side - 1):
            self.nodes[absence] = None
        self.attack(absence, node)

    def reason(self, number: int, statement: int, stage: int) -> FrameworkNode | None:
        """Return a copy of a step as a reason in a stage: premises in its circle are of the stage before."""
        inside = [
            premise
            for premise in self.equations.theory.steps[number].premises
            if self.is_inside(premise, statement)
        ]
        if not inside:
            return FrameworkNode(NodeKind.STEP, number)
        if stage == 0:
            return None
        self.copies += 1
        if self.copies > _MOST_COPIES:
            raise TooLargeError
        # A step may be a reason in two circles: copies are told apart by the statement.
        count = len(self.equations.theory.steps)
        copy = FrameworkNode(NodeKind.STEP, number + count * (1 + statement), stage)
        self.nodes[copy] = None
        for premise in self.equations.theory.steps[number].premises:
            before = self.before(statement, stage) if premise in inside else -1
            self.attack(FrameworkNode(NodeKind.FAILS, premise, before), copy)
        self.undercuts(number, copy)
        return copy

    def entailment(self, source: int, target: int, node: int) -> None:
        """Add that a statement entails another, in each stage if both are in a circle."""
        last = FrameworkNode(NodeKind.ENTAILMENT, node)
        self.nodes[last] = None
        self.attack(FrameworkNode(NodeKind.FAILS, source), last)
        self.attack(last, FrameworkNode(NodeKind.CON, target))
        if self.equations.theory.is_stipulated(target):
            return
        for stage in self.stages(target):
            passing = last
            if self.is_inside(source, target):
                if stage == 0:
                    continue
                # The node of the last stage says what holds in the end: it has a separate number.
                passing = FrameworkNode(NodeKind.ENTAILMENT, -1 - node, stage)
                self.nodes[passing] = None
                self.attack(FrameworkNode(NodeKind.FAILS, source, self.before(target, stage)), passing)
            self.attack(passing, FrameworkNode(NodeKind.FAILS, target, stage))

    def rivals(self, statement: int) -> None:
        """Let rivals of a statement oppose all its stages."""
        theory = self.equations.theory
        is_evidence = theory.kinds[statement] is StatementKind.EVIDENCE
        presumption = FrameworkNode(NodeKind.PRESUMPTION, statement)
        sides = [FrameworkNode(NodeKind.PRO, statement, stage) for stage in self.stages(statement)]
        for rival in self.equations.contraposition.rivals(statement):
            for source, is_argued in self.opposition(rival):
                if is_argued:
                    for side in sides:
                        self.attack(source, side)
                if is_argued or not is_evidence:
                    self.attack(source, presumption)

    def opposition(self, rival: int) -> Iterator[tuple[FrameworkNode, bool]]:
        """Yield the nodes with which a rival opposes, and whether each is more than a bare claim."""
        theory = self.equations.theory
        if rival in theory.accepted:
            yield FrameworkNode(NodeKind.GIVEN, rival), True
        elif rival not in theory.rejected:
            yield FrameworkNode(NodeKind.PRO, rival), True
            is_evidence = theory.kinds[rival] is StatementKind.EVIDENCE
            yield FrameworkNode(NodeKind.PRESUMPTION, rival), is_evidence

    def is_inside(self, premise: int, statement: int) -> bool:
        """Return whether a premise is in the circle of a statement and, like that, undecided."""
        circle = self.equations.circles.circle
        return circle[premise] >= 0 and circle[premise] == circle[statement] and self.is_open(premise)

    def before(self, statement: int, stage: int) -> int:
        """Return the stage before another."""
        return stage - 1 if stage > 0 else self.depth[self.equations.circles.circle[statement]] - 1
