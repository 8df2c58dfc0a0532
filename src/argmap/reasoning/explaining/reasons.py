"""Reasons for verdicts, found in the solution of what a debate says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from argmap.named_tuples import NamedTuple
from argmap.reasoning.explaining.point_role import PointRole
from argmap.reasoning.label import Label
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.verdict import Basis


class Thing(NamedTuple):
    """What a point is about: a statement or a step of the theory, by number."""

    is_step: bool
    number: int


class Reason(NamedTuple):
    """A thing with its role for another; a thing that was settled late has no points below it.

    An aside does not explain a verdict by itself: it is settled, or passes on its label, and would count
    for something undecided if it had another label.
    """

    role: PointRole
    thing: Thing
    is_late: bool = False
    is_aside: bool = False


@frozen(eq=False)
class Reasons:
    """Finds what explains a statement or a step directly."""

    bases: Bases

    def of_statement(self, statement: int) -> Iterator[Reason]:
        """Yield why a statement is in, out or undecided."""
        match self.bases.label(statement):
            case Label.IN:
                yield from self._in(statement)
            case Label.OUT:
                yield from self._out(statement)
            case Label.UNDECIDED:
                yield from self._undecided(statement)

    def of_step(self, step: int) -> Iterator[Reason]:
        """Yield why a step is in, out or undecided."""
        label = self.bases.step_label(step)
        if label is Label.OUT:
            yield from self._fallen(step)
        elif label is Label.IN:
            yield from self._satisfied(step)
        else:
            yield from self._waited_for(step)
            yield from (each._replace(is_aside=True) for each in self._satisfied(step))

    def _satisfied(self, step: int) -> Iterator[Reason]:
        """Yield the premises of a step that are in, and its undercuts that are out."""
        yield from self._conditions(step, Label.IN, PointRole.PREMISE, Label.OUT, PointRole.UNDERCUT_ANSWERED)

    def _waited_for(self, step: int) -> Iterator[Reason]:
        """Yield the premises and undercuts of a step that are undecided."""
        undecided = Label.UNDECIDED
        yield from self._conditions(
            step, undecided, PointRole.PREMISE_OPEN, undecided, PointRole.UNDERCUT_OPEN
        )

    def _conditions(
        self, step: int, premises: Label, premise: PointRole, undercuts: Label, undercut: PointRole
    ) -> Iterator[Reason]:
        """Yield the premises and undercuts of a step that have certain labels, each with its role."""
        theory = self.bases.equations.theory
        for each in theory.steps[step].premises:
            if self.bases.label(each) is premises:
                yield Reason(premise, Thing(False, each))
        for each in theory.undercuts.get(step, ()):
            if self.bases.step_label(each) is undercuts:
                yield Reason(undercut, Thing(True, each))

    def of_sketch(self, step: int) -> Iterator[Reason]:
        """Yield why a sketched argument has its verdict: what it says, and what undercuts it."""
        (gist,) = self.bases.equations.theory.steps[step].premises
        for reason in self.of_step(step):
            if reason.thing == Thing(False, gist):
                yield from self.of_statement(gist)
            else:
                yield reason

    def _in(self, statement: int) -> Iterator[Reason]:
        basis = self.bases.basis(statement)
        if basis is Basis.ACCEPTED:
            return
        if basis is Basis.SUPPORTED:
            yield from self._support(statement)
        yield from self._opposition(statement)
        for rival in self.bases.equations.contraposition.rivals(statement):
            yield self._later(PointRole.RIVAL_DOWN, Thing(False, rival), statement)

    def _support(self, statement: int) -> Iterator[Reason]:
        """Yield the first reason that holds without what it supports, or what entails it."""
        equations = self.bases.equations
        steps = [Thing(True, number) for number in equations.circles.reasons[statement]]
        if reason := self._first(steps, statement):
            yield Reason(PointRole.REASON, reason)
            return
        sources = [Thing(False, source) for source, _ in equations.entailed_by.get(statement, ())]
        if source := self._first(sources, statement):
            yield Reason(PointRole.ENTAILED_BY, source)

    def _opposition(self, statement: int) -> Iterator[Reason]:
        for number in self.cons(statement):
            is_out = self.bases.step_label(number) is Label.OUT
            role = PointRole.ANSWERED if is_out else PointRole.OUTWEIGHED
            yield self._later(role, Thing(True, number), statement)

    def _out(self, statement: int) -> Iterator[Reason]:
        equations = self.bases.equations
        basis = self.bases.basis(statement)
        if basis is Basis.REJECTED:
            return
        if basis is Basis.REFUTED:
            steps = [Thing(True, number) for number in self.cons(statement)]
            if objection := self._first(steps, statement):
                yield Reason(PointRole.OBJECTION, objection)
        if basis is Basis.EXCLUDED:
            rivals = [Thing(False, rival) for rival in equations.contraposition.rivals(statement)]
            if rival := self._first(rivals, statement):
                yield Reason(PointRole.EXCLUDED_BY, rival)
        for number in equations.theory.pros[statement]:
            is_out = self.bases.step_label(number) is Label.OUT
            role = PointRole.FAILED_REASON if is_out else PointRole.OUTWEIGHED
            yield self._later(role, Thing(True, number), statement)
        for source, _ in equations.entailed_by.get(statement, ()):
            yield self._later(PointRole.FAILED_ENTAILMENT, Thing(False, source), statement)

    def _undecided(self, statement: int) -> Iterator[Reason]:
        equations = self.bases.equations
        for role, numbers in (
            (PointRole.FOR, equations.circles.reasons[statement]),
            (PointRole.AGAINST, self.cons(statement)),
        ):
            for number in numbers:
                if self.bases.step_label(number) is not Label.OUT:
                    yield Reason(role, Thing(True, number))
        for rival in equations.contraposition.rivals(statement):
            if self.bases.label(rival) is Label.UNDECIDED:
                yield Reason(PointRole.RIVAL, Thing(False, rival))
        yield from self._beside(statement)

    def _beside(self, statement: int) -> Iterator[Reason]:
        """Yield as asides what would count for something undecided if it had another label.

        What entails it is among them, because it usually waits for the same things: a statement that is
        denied denies what entails it.
        """
        equations = self.bases.equations
        for role, numbers in (
            (PointRole.FAILED_REASON, equations.theory.pros[statement]),
            (PointRole.ANSWERED, self.cons(statement)),
        ):
            for number in numbers:
                if self.bases.step_label(number) is Label.OUT:
                    yield Reason(role, Thing(True, number), is_aside=True)
        for rival in equations.contraposition.rivals(statement):
            if self.bases.label(rival) is not Label.UNDECIDED:
                yield Reason(PointRole.RIVAL_DOWN, Thing(False, rival), is_aside=True)
        for source, _ in equations.entailed_by.get(statement, ()):
            is_out = self.bases.label(source) is Label.OUT
            role = PointRole.FAILED_ENTAILMENT if is_out else PointRole.ENTAILED_BY
            yield Reason(role, Thing(False, source), is_aside=True)

    def _fallen(self, step: int) -> Iterator[Reason]:
        """Yield the one thing that first brought a step down; nothing if the author did."""
        theory = self.bases.equations.theory
        if step in theory.vetoed:
            return
        undercuts = (each for each in theory.undercuts.get(step, ()) if self._is(Thing(True, each), Label.IN))
        premises = (each for each in theory.steps[step].premises if self._is(Thing(False, each), Label.OUT))
        causes = [Reason(PointRole.UNDERCUT_BY, Thing(True, each)) for each in undercuts]
        causes += [Reason(PointRole.PREMISE_DOWN, Thing(False, each)) for each in premises]
        if causes:
            yield min(causes, key=lambda cause: self.round(cause.thing))

    def _first(self, things: Iterable[Thing], statement: int) -> Thing | None:
        """Return the thing that is in without a statement and that was settled first."""
        holding = [
            thing
            for thing in things
            if self._is(thing, Label.IN) and self.bases.solution.holds_without(self._node(thing), statement)
        ]
        return min(holding, key=self.round, default=None)

    def cons(self, statement: int) -> Iterator[int]:
        """Yield the distinct steps against a statement and against all that it entails."""
        equations = self.bases.equations
        seen: dict[int, None] = {}
        for entailed in equations.contraposition.entailed_by_it(statement):
            seen.update(dict.fromkeys(equations.theory.cons[entailed]))
        return iter(seen)

    def _later(self, role: PointRole, thing: Thing, statement: int) -> Reason:
        return Reason(role, thing, is_late=self.round(thing) >= self.round(Thing(False, statement)))

    def _is(self, thing: Thing, label: Label) -> bool:
        bases = self.bases
        return (bases.step_label(thing.number) if thing.is_step else bases.label(thing.number)) is label

    def _node(self, thing: Thing) -> int:
        return self.bases.equations.step(thing.number) if thing.is_step else thing.number

    def round(self, thing: Thing) -> int:
        """Return the round in which something was settled."""
        return self.bases.solution.rounds[self._node(thing)]
