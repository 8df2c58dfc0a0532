"""The network of nodes that make up equations, while it is being built."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, product

from attrs import Factory, define

from argmap.reasoning.theories.circles import Circles
from argmap.reasoning.theories.contraposition import Contraposition
from argmap.reasoning.theories.self_support import self_supporting
from argmap.reasoning.theories.theory import ArgumentationTheory, StatementKind
from argmap.reasoning.theories.weighing import DEFAULT_STANDARD, Duel, decides_between_rivals


@define(eq=False)
class Network:
    """Equations that are being built."""

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
    duels_against: defaultdict[int, list[int]] = Factory(lambda: defaultdict(list))
    self_supporting: Mapping[int, frozenset[int]] | None = None

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
        """Return a node that stands for several; fewer than two nodes are returned as they are."""
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
        standard = self.theory.standards.get(statement, self.standard)
        if standard == DEFAULT_STANDARD:
            self.attack(con, pro)
            if self.is_symmetric:
                self.attack(pro, con)
            return
        entailed = self.contraposition.entailed_by_it(statement)
        cons = self.weighed([each for other in entailed for each in self.theory.cons[other]])
        pros = self.weighed(self.reasons_of_its_own(statement))
        self.fight(Duel(standard, con, pro, cons, pros))
        if self.is_symmetric:
            self.fight(Duel(standard, pro, con, pros, cons))

    def reasons_of_its_own(self, statement: int) -> Sequence[int]:
        """Return the steps for a statement that can hold without it: others have no weight for it."""
        if self.self_supporting is None:
            self.self_supporting = self_supporting(self.theory, self.circles)
        without = self.self_supporting.get(statement, ())
        return [number for number in self.circles.reasons[statement] if number not in without]

    def weighed(self, steps: Iterable[int]) -> Sequence[tuple[int, float]]:
        """Return the nodes of steps with their weights, the best first."""
        count = len(self.theory)
        weighed = [(count + number, self.theory.steps[number].weight) for number in dict.fromkeys(steps)]
        return sorted(weighed, key=lambda each: -each[1])

    def fight(self, duel: Duel) -> None:
        """Let a side attack another unless the other beats it."""
        node = self.add()
        self.gathering[node] = 2
        self.duels[node] = duel
        for each in dict.fromkeys(
            (duel.attacker, *(reason for reason, _ in (*duel.attacking, *duel.defending)))
        ):
            self.attack(each, node)
        self.attack(node, duel.defender)
        self.duels_against[duel.defender].append(node)

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
        """Let what is entailed be in if what entails it is."""
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
        strong = self.contraposition.oppose(argued, self.gather)
        weak = self.contraposition.oppose(held, self.gather)
        unweighed = strong
        if weighed := self.weighed_conflicts():
            unweighed = self.contraposition.oppose(
                argued, self.gather, among=lambda *pair: frozenset(pair) not in weighed
            )
            self.weigh_rivals(weighed, argued)
        for statement in in_conflict:
            self.opposed[statement] = weak[statement]
            is_evidence = theory.kinds[statement] is StatementKind.EVIDENCE
            self._oppose(self.pro[statement], unweighed[statement])
            self._oppose(self.presumption[statement], (strong if is_evidence else weak)[statement])
        self._refute_self_contradictions()

    def _oppose(self, side: int, opposition: Iterable[int]) -> None:
        """Let nodes attack a side, if it exists."""
        if side >= 0:
            for node in opposition:
                self.attack(node, side)

    def _refute_self_contradictions(self) -> None:
        """Let statements that exclude themselves fail."""
        for statement in self.contraposition.contrary_to_itself:
            # Attacked by its own failure, the node attacks what would establish the statement.
            holds = self.add()
            self.attack(statement, holds)
            for node in (self.pro[statement], self.presumption[statement]):
                if node >= 0:
                    self.attack(holds, node)

    def weighed_conflicts(self) -> Mapping[frozenset[int], str]:
        """Return the conflicts in which reasons can outweigh those of a rival, with the standards."""
        conflicts = dict.fromkeys(map(frozenset, self.theory.conflicts))
        standards = ((each, self.theory.rival_standards.get(each, self.standard)) for each in conflicts)
        return {each: standard for each, standard in standards if decides_between_rivals(standard)}

    def weigh_rivals(self, conflicts: Mapping[frozenset[int], str], argued: Sequence[Sequence[int]]) -> None:
        """Weigh the pro sides of rivals: of two statements in conflict, and of what entails them."""
        reasons = {
            statement: self.weighed(self.reasons_of_its_own(statement))
            for statement, side in enumerate(self.pro)
            if side >= 0
        }
        known: set[tuple[int, int, str]] = set()
        for conflict, standard in conflicts.items():
            first, second = min(conflict), max(conflict)
            ends = [
                [each for each in self.contraposition.all_that_entail(end) if argued[each]]
                for end in (first, second)
            ]
            pairs = chain(product(*ends), product(*reversed(ends)))
            for rival, statement in pairs:
                duel = rival, statement, standard
                if duel not in known and self.pro[statement] >= 0:
                    known.add(duel)
                    self.weigh_rival(rival, statement, standard, argued[rival], reasons)

    def weigh_rival(
        self,
        rival: int,
        statement: int,
        standard: str,
        opposing: Sequence[int],
        reasons: Mapping[int, Sequence[tuple[int, float]]],
    ) -> None:
        """Let a rival attack the pro side of a statement with its own pro side, unless that is beaten."""
        side, target = self.pro[rival], self.pro[statement]
        is_itself = rival == statement
        if is_itself and statement in self.contraposition.contrary_to_itself:
            return
        for node in opposing:
            if node == side and not is_itself:
                self.fight(Duel(standard, side, target, reasons[rival], reasons[statement]))
            else:
                self.attack(node, target)

    def given_statements(self) -> None:
        """Let what is accepted hold, whatever speaks against it."""
        for statement in sorted(self.theory.accepted):
            node = self.given.get(statement)
            if node is None:
                node = self.given[statement] = self.add()
            self.attack(node, statement)

    def _argued(self, statement: int) -> Sequence[int]:
        """Return the nodes with which a statement opposes the pro side of a rival: reasons, or evidence."""
        if (fixed := self._fixed(statement)) is not None:
            return fixed
        nodes = [self.pro[statement]]
        if self.theory.kinds[statement] is StatementKind.EVIDENCE:
            nodes.append(self.presumption[statement])
        return [node for node in nodes if node >= 0]

    def _held(self, statement: int) -> Sequence[int]:
        """Return the nodes with which a statement opposes the presumption of a rival: whatever it has."""
        if (fixed := self._fixed(statement)) is not None:
            return fixed
        return [node for node in (self.pro[statement], self.presumption[statement]) if node >= 0]

    def _fixed(self, statement: int) -> Sequence[int] | None:
        if statement in self.theory.accepted:
            return [self.given[statement]]
        return () if statement in self.theory.rejected else None
