"""Why the statements and steps of a theory have their labels under the grounded semantics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from argmap.reasoning.label import Label
from argmap.reasoning.theories.equations import Equations
from argmap.reasoning.theories.solution import IN, OUT, UNDECIDED, Solution
from argmap.reasoning.theories.theory import StatementKind
from argmap.reasoning.verdicts.verdict import Basis

# A statement is in when its failure is out.
_OF_STATEMENT = (Label.UNDECIDED, Label.OUT, Label.IN)
_OF_NODE = (Label.UNDECIDED, Label.IN, Label.OUT)


@frozen(eq=False)
class Bases:
    """The labels of a solution, and why they are so."""

    solution: Solution

    @property
    def equations(self) -> Equations:
        """The equations that were solved."""
        return self.solution.equations

    def label(self, statement: int) -> Label:
        """Return the label of a statement."""
        return _OF_STATEMENT[self.solution.labels[statement]]

    def step_label(self, number: int) -> Label:
        """Return the label of a step."""
        return _OF_NODE[self.solution.labels[self.equations.step(number)]]

    def basis(self, statement: int) -> Basis:
        """Return why a statement has its label: the first basis that fits."""
        label = self.solution.labels[statement]
        if label == OUT:
            return self._in(statement)
        return self._out(statement) if label == IN else self._undecided(statement)

    def step_basis(self, number: int) -> Basis:
        """Return why a step has its label; if it fell for two reasons, the first."""
        label = self.step_label(number)
        if label is not Label.OUT:
            return Basis.HOLDS if label is Label.IN else Basis.OPEN
        theory, labels, rounds = self.equations.theory, self.solution.labels, self.solution.rounds
        if number in theory.vetoed:
            return Basis.UNDERCUT if number in theory.invalid else Basis.REJECTED
        undercuts = [self.equations.step(each) for each in theory.undercuts.get(number, ())]
        first_undercut = min((rounds[node] for node in undercuts if labels[node] == IN), default=None)
        premises = theory.steps[number].premises
        first_premise = min((rounds[node] for node in premises if labels[node] == IN), default=None)
        if first_undercut is None or (first_premise is not None and first_premise < first_undercut):
            return Basis.PREMISE
        return Basis.UNDERCUT

    def _in(self, statement: int) -> Basis:
        equations, labels = self.equations, self.solution.labels
        presumption, pro = equations.presumption[statement], equations.pro[statement]
        if statement in equations.theory.accepted:
            return Basis.ACCEPTED
        is_presumed = presumption >= 0 and labels[presumption] == IN
        if is_presumed and equations.theory.kinds[statement] is StatementKind.EVIDENCE:
            return Basis.EVIDENCE
        reasons = self._reasons(statement) if pro >= 0 and labels[pro] == IN else iter(())
        if any(self._holds_without(node, statement) for node in reasons):
            return Basis.SUPPORTED
        if any(self._holds_without(node, statement) for node in self._entailments(statement)):
            return Basis.SUPPORTED
        return Basis.PRESUMED

    def _out(self, statement: int) -> Basis:
        if statement in self.equations.theory.rejected:
            return Basis.REJECTED
        if any(self._holds_without(node, statement) for node in self.objections(statement)):
            return Basis.REFUTED
        if self._is_excluded(statement):
            return Basis.EXCLUDED
        return Basis.CIRCULAR if self._is_circular(statement) else Basis.UNSUPPORTED

    def _undecided(self, statement: int) -> Basis:
        labels = self.solution.labels
        reasons = list(self._reasons(statement))
        # Objections that many statements share are gathered in one node; their separate labels do not matter
        # here.
        objections = self.equations.objections[statement]
        has_reason = any(labels[node] == IN for node in reasons)
        if has_reason and any(labels[node] == IN for node in objections):
            return Basis.CONTESTED
        is_unopposed = all(labels[node] == OUT for node in objections)
        if is_unopposed and (has_reason or not reasons) and self._has_undecided_rival(statement):
            return Basis.CONTESTED
        return Basis.OPEN

    def objections(self, statement: int) -> Iterator[int]:
        """Yield the nodes of steps against a statement, also by contraposition; those that are in come first.

        If many statements share them, the node that gathers them stands for those that are not in.
        """
        labels, gathered = self.solution.labels, self.equations.gathered
        waiting = list(reversed(self.equations.objections[statement]))
        while waiting:
            node = waiting.pop()
            if node in gathered and labels[node] == IN:
                waiting += reversed(gathered[node])
            else:
                yield node

    def _reasons(self, statement: int) -> Iterator[int]:
        step = self.equations.step
        return (step(number) for number in self.equations.circles.reasons[statement])

    def _entailments(self, statement: int) -> Iterator[int]:
        return (node for _, node in self.equations.entailed_by.get(statement, ()))

    def _holds_without(self, node: int, statement: int) -> bool:
        return self.solution.labels[node] == IN and self.solution.holds_without(node, statement)

    def _is_excluded(self, statement: int) -> bool:
        labels = self.solution.labels
        if not any(labels[node] == IN for node in self.equations.opposed.get(statement, ())):
            return False
        return any(
            self._holds_without(node, statement)
            for rival in self.equations.contraposition.rivals(statement)
            if labels[rival] == OUT
            for node in self._grounds(rival)
        )

    def _grounds(self, statement: int) -> Sequence[int]:
        """Return the possible grounds for a statement: steps, presumption, entailments, stipulation."""
        nodes = [*self._reasons(statement), *self._entailments(statement)]
        nodes.append(self.equations.presumption[statement])
        nodes.append(self.equations.given.get(statement, -1))
        return [node for node in nodes if node >= 0]

    def _is_circular(self, statement: int) -> bool:
        equations, labels = self.equations, self.solution.labels
        circle = equations.circles.circle[statement]
        if circle < 0:
            return False
        around = equations.circles.circle
        if any(around[source] == circle for source, _ in equations.entailed_by.get(statement, ())):
            return True
        return any(
            any(around[premise] == circle for premise in equations.theory.steps[number].premises)
            and not any(
                labels[premise] == IN and around[premise] != circle
                for premise in equations.theory.steps[number].premises
            )
            and not any(
                labels[equations.step(each)] == IN for each in equations.theory.undercuts.get(number, ())
            )
            for number in equations.circles.reasons[statement]
        )

    def _has_undecided_rival(self, statement: int) -> bool:
        if statement not in self.equations.opposed:
            return False
        labels = self.solution.labels
        return any(labels[rival] == UNDECIDED for rival in self.equations.contraposition.rivals(statement))
