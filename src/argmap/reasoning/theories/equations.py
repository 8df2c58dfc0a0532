"""The equations of a theory: what must be in or out for something to be in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import Factory, define, frozen

from argmap.reasoning.theories.circles import Circles
from argmap.reasoning.theories.contraposition import Contraposition
from argmap.reasoning.theories.theory import ArgumentationTheory, StatementKind
from argmap.reasoning.theories.weighing import DEFAULT_STANDARD, Duel


@frozen(eq=False)
class Equations:
    """A network of nodes. An attacked node is in when all its sources are out, and out when one is in.

    A gathering node is in when one of its sources is in and out when all are: it stands for all of them, so
    that what many statements share is written once. A duel is in when the attack of a side on another
    succeeds. Node s says that statement s fails, node `count` + t
    is step t; the others are found by statement, -1 where a statement has none. `targets` are the nodes
    that each is a source of, and `owners` the statements whose pro side or presumption a node is;
    `watched` has the circles of support in which a node gives ground, `opposed` what the rivals of each
    statement that has some oppose its presumption with. `is_symmetric` says whether reasons answer
    objections.
    """

    theory: ArgumentationTheory
    circles: Circles
    targets: Sequence[Sequence[int]]
    sources: Sequence[int]
    gathering: bytearray
    pro: Sequence[int]
    con: Sequence[int]
    presumption: Sequence[int]
    owners: Mapping[int, int]
    gathered: Mapping[int, Sequence[int]]
    objections: Sequence[Sequence[int]]
    entailed_by: Mapping[int, Sequence[tuple[int, int]]]
    contraposition: Contraposition
    given: Mapping[int, int]
    watched: Mapping[int, Sequence[int]]
    opposed: Mapping[int, Sequence[int]]
    is_symmetric: bool
    duels: Mapping[int, Duel]

    def step(self, number: int) -> int:
        """Return the node of a step."""
        return len(self.theory) + number

    def nodes_of(self, statement: int) -> tuple[int, ...]:
        """Return all that is held undecided if a statement is."""
        nodes = (statement, self.pro[statement], self.con[statement], self.presumption[statement])
        return tuple(node for node in nodes if node >= 0)


def equations_of(
    theory: ArgumentationTheory,
    circles: Circles,
    *,
    rebuttal: str = "symmetric",
    standard: str = DEFAULT_STANDARD,
) -> Equations:
    """Return the equations of a theory; their size is linear in that of the theory.

    With `attack` as `rebuttal` reasons do not answer objections: one unanswered objection is enough. Under
    another `standard` than the default reasons are weighed, and rivals are compared one by one.
    """
    network = _Network(theory, circles, Contraposition.of(theory), rebuttal == "symmetric", standard=standard)
    network.steps()
    network.sides()
    network.entailments()
    network.rivals()
    network.given_statements()
    return network.equations()


@define(eq=False)
class _Network:
    """Equations that are being made."""

    theory: ArgumentationTheory
    circles: Circles
    contraposition: Contraposition
    is_symmetric: bool
    standard: str = DEFAULT_STANDARD
    targets: list[list[int]] = Factory(list)
    sources: list[int] = Factory(list)
    gathering: bytearray = Factory(bytearray)
    pro: list[int] = Factory(list)
    con: list[int] = Factory(list)
    presumption: list[int] = Factory(list)
    owners: dict[int, int] = Factory(dict)
    gathered: dict[int, list[int]] = Factory(dict)
    objections: Sequence[Sequence[int]] = ()
    entailed_by: defaultdict[int, list[tuple[int, int]]] = Factory(lambda: defaultdict(list))
    given: dict[int, int] = Factory(dict)
    opposed: dict[int, Sequence[int]] = Factory(dict)
    duels: dict[int, Duel] = Factory(dict)

    def add(self) -> int:
        """Add a node."""
        self.targets.append([])
        self.sources.append(0)
        self.gathering.append(0)
        return len(self.targets) - 1

    def attack(self, source: int, target: int) -> None:
        """Make one node a source of another."""
        self.targets[source].append(target)
        self.sources[target] += 1

    def gather(self, nodes: Sequence[int]) -> Sequence[int]:
        """Return a node that stands for several, or those that there are if there are none or only one."""
        if len(nodes) < 2:
            return nodes
        gathering = self.add()
        self.gathering[gathering] = 1
        self.gathered[gathering] = list(nodes)
        for node in nodes:
            self.attack(node, gathering)
        return [gathering]

    def steps(self) -> None:
        """Add statements and steps: a step is attacked by premises that fail, and by undercuts."""
        theory, count = self.theory, len(self.theory)
        size = count + len(theory.steps)
        self.targets = [[] for _ in range(size)]
        self.sources = [0] * size
        self.gathering = bytearray(size)
        self.pro, self.con, self.presumption = ([-1] * count for _ in range(3))
        for number, step in enumerate(theory.steps, start=count):
            for premise in step.premises:
                self.targets[premise].append(number)
            self.sources[number] = len(step.premises)
        for number, undercuts in theory.undercuts.items():
            for undercut in undercuts:
                self.attack(count + undercut, count + number)
        if theory.vetoed:
            veto = self.add()
            for number in sorted(theory.vetoed):
                self.attack(veto, count + number)

    def sides(self) -> None:
        """Add what speaks for and against each statement, and what is presumed."""
        theory = self.theory
        self.objections = self.contraposition.spread(
            [[len(theory) + number for number in numbers] for numbers in theory.cons], self.gather
        )
        for statement in range(len(theory)):
            pro = self.side([len(theory) + number for number in self.circles.reasons[statement]])
            con = self.side(self.objections[statement])
            self.pro[statement], self.con[statement] = pro, con
            if pro >= 0:
                self.owners[pro] = statement
                if con >= 0:
                    self.rebut(statement)
            if theory.leaves[statement]:
                presumption = self.presumption[statement] = self.add()
                self.owners[presumption] = statement
                if con >= 0:
                    self.attack(con, presumption)
            if statement not in theory.accepted and statement not in theory.rejected:
                for node in (pro, self.presumption[statement]):
                    if node >= 0:
                        self.attack(node, statement)

    def rebut(self, statement: int) -> None:
        """Let the sides of a statement attack each other."""
        pro, con = self.pro[statement], self.con[statement]
        if self.standard == DEFAULT_STANDARD:
            self.attack(con, pro)
            if self.is_symmetric:
                self.attack(pro, con)
            return
        entailed = self.contraposition.entailed_by_it(statement)
        cons = self.weighed([each for other in entailed for each in self.theory.cons[other]])
        pros = self.weighed(self.circles.reasons[statement])
        self.fight(con, pro, cons, pros)
        if self.is_symmetric:
            self.fight(pro, con, pros, cons)

    def weighed(self, steps: Sequence[int]) -> Sequence[tuple[int, float]]:
        """Return the nodes of steps with their weights, the best first."""
        count = len(self.theory)
        weighed = [(count + number, self.theory.steps[number].weight) for number in dict.fromkeys(steps)]
        return sorted(weighed, key=lambda each: -each[1])

    def fight(
        self,
        source: int,
        target: int,
        attacking: Sequence[tuple[int, float]],
        defending: Sequence[tuple[int, float]],
    ) -> None:
        """Let a side attack another unless that beats it."""
        node = self.add()
        self.gathering[node] = 2
        self.duels[node] = Duel(self.standard, source, attacking, defending)
        for each in dict.fromkeys((source, *(reason for reason, _ in (*attacking, *defending)))):
            self.attack(each, node)
        self.attack(node, target)

    def side(self, reasons: Sequence[int]) -> int:
        """Return the node of a side, which is in if one of its reasons is and nothing attacks it."""
        if not reasons:
            return -1
        absence, side = self.add(), self.add()
        for reason in reasons:
            self.attack(reason, absence)
        self.attack(absence, side)
        return side

    def entailments(self) -> None:
        """Let entailments pass on that their source is in."""
        for source, target in self.theory.entailments:
            node = self.add()
            self.attack(source, node)
            self.entailed_by[target].append((source, node))
            if self.con[target] >= 0:
                self.attack(node, self.con[target])
            if target not in self.theory.accepted and target not in self.theory.rejected:
                self.attack(node, target)

    def rivals(self) -> None:
        """Let statements in conflict oppose each other."""
        theory = self.theory
        if not theory.conflicts:
            return
        for statement in sorted(theory.accepted):
            self.given[statement] = self.add()
        in_conflict = self.contraposition.in_conflict()
        argued: list[Sequence[int]] = [()] * len(theory)
        held: list[Sequence[int]] = [()] * len(theory)
        for statement in in_conflict:
            argued[statement], held[statement] = self._argued(statement), self._held(statement)
        if self.standard == DEFAULT_STANDARD:
            strong = self.contraposition.oppose(argued, self.gather)
        else:
            strong = self.weighed_rivals(in_conflict, argued)
        weak = self.contraposition.oppose(held, self.gather)
        for statement in in_conflict:
            self.opposed[statement] = weak[statement]
            if self.pro[statement] >= 0:
                for node in strong[statement]:
                    self.attack(node, self.pro[statement])
            if self.presumption[statement] >= 0:
                is_evidence = theory.kinds[statement] is StatementKind.EVIDENCE
                for node in (strong if is_evidence else weak)[statement]:
                    self.attack(node, self.presumption[statement])
        for statement in self.contraposition.contrary_to_itself:
            # Attacked by its own failure, it attacks what would establish the statement.
            holds = self.add()
            self.attack(statement, holds)
            for node in (self.pro[statement], self.presumption[statement]):
                if node >= 0:
                    self.attack(holds, node)

    def weighed_rivals(
        self, in_conflict: Sequence[int], argued: Sequence[Sequence[int]]
    ) -> Sequence[Sequence[int]]:
        """Let the pro sides of rivals be weighed; return what opposes each pro side without being so."""
        opposition: list[Sequence[int]] = [()] * len(self.theory)
        for statement in in_conflict:
            plain: dict[int, None] = {}
            for rival in self.contraposition.rivals(statement):
                side = self.pro[rival]
                for node in argued[rival]:
                    if node != side or self.pro[statement] < 0:
                        plain[node] = None
                    else:
                        reasons = (self.circles.reasons[each] for each in (rival, statement))
                        self.fight(side, self.pro[statement], *map(self.weighed, reasons))
            opposition[statement] = tuple(plain)
        return opposition

    def given_statements(self) -> None:
        """Let what is accepted hold, whatever speaks against it."""
        for statement in sorted(self.theory.accepted):
            node = self.given.get(statement)
            if node is None:
                node = self.given[statement] = self.add()
            self.attack(node, statement)

    def equations(self) -> Equations:
        """Return what was made."""
        return Equations(
            theory=self.theory,
            circles=self.circles,
            targets=self.targets,
            sources=self.sources,
            gathering=self.gathering,
            pro=self.pro,
            con=self.con,
            presumption=self.presumption,
            owners=self.owners,
            gathered=self.gathered,
            objections=self.objections,
            entailed_by=self.entailed_by,
            contraposition=self.contraposition,
            given=self.given,
            watched=self._watched(),
            opposed=self.opposed,
            is_symmetric=self.is_symmetric,
            duels=self.duels,
        )

    def _argued(self, statement: int) -> Sequence[int]:
        """Return what a statement opposes the pro side of a rival with: reasons, or evidence."""
        if (fixed := self._fixed(statement)) is not None:
            return fixed
        nodes = [self.pro[statement]]
        if self.theory.kinds[statement] is StatementKind.EVIDENCE:
            nodes.append(self.presumption[statement])
        return [node for node in nodes if node >= 0]

    def _held(self, statement: int) -> Sequence[int]:
        """Return what a statement opposes the presumption of a rival with: whatever it has."""
        if (fixed := self._fixed(statement)) is not None:
            return fixed
        return [node for node in (self.pro[statement], self.presumption[statement]) if node >= 0]

    def _fixed(self, statement: int) -> Sequence[int] | None:
        if statement in self.theory.accepted:
            return [self.given[statement]]
        return () if statement in self.theory.rejected else None

    def _watched(self) -> Mapping[int, Sequence[int]]:
        """Return in which circles each node gives ground, so that they are looked at when it is out."""
        watched: defaultdict[int, list[int]] = defaultdict(list)
        count = len(self.theory)
        for circle, members in enumerate(self.circles.members):
            for statement in members:
                nodes = [self.pro[statement], self.presumption[statement]]
                nodes += [count + number for number in self.circles.reasons[statement]]
                nodes += [node for _, node in self.entailed_by.get(statement, ())]
                for node in nodes:
                    watched[node].append(circle)
        return watched
