"""Why things have their verdicts, found in the solution of what a debate says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import Factory, define, frozen

from argmap.model import ArgumentRef, Debate, InferenceRef, Ref, Relation
from argmap.reasoning.explaining.point_role import ExplanationLine, PointRole
from argmap.reasoning.label import Label
from argmap.reasoning.theories.theory import StatementKind
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.verdict import Basis


class Thing(NamedTuple):
    """What a point is about: a statement or a step of the theory, by number."""

    is_step: bool
    number: int


class Reason(NamedTuple):
    """A thing with its role for another; one that was settled late has no points of its own."""

    role: PointRole
    thing: Thing
    is_late: bool = False


def explanation_lines(debate: Debate, bases: Bases, about: Ref) -> tuple[ExplanationLine, ...]:
    """Return the points of an explanation, one after another, each element explained once.

    What is `answered`, a `failed_reason`, a `premise`, `premise_down` or `undercut_by` was settled in an
    earlier round than what it explains, and a `reason` or `objection` holds without it: the rounds are a
    strategy in the grounded game (S. Modgil and M. Caminada 2009).
    """
    reasons = Reasons(bases)
    writer = _Writer(bases, reasons)
    if isinstance(about, InferenceRef):
        steps = [bases.equations.theory.inference_steps[about]]
        writer.write(reasons.of_step(steps[0]), Thing(True, steps[0]))
    elif isinstance(about, ArgumentRef):
        writer.write(*_of_argument(debate, bases, reasons, about))
    else:
        number = bases.equations.theory.propositions[about]
        writer.write(reasons.of_statement(number), Thing(False, number))
    return tuple(writer.lines)


def written_lines(bases: Bases, reasons: Iterable[Reason]) -> tuple[ExplanationLine, ...]:
    """Return the points that some things are, with the points below them, each element explained once."""
    writer = _Writer(bases, Reasons(bases))
    writer.write(reasons, None)
    return tuple(writer.lines)


def _of_argument(
    debate: Debate, bases: Bases, reasons: Reasons, about: ArgumentRef
) -> tuple[Iterable[Reason], Thing | None]:
    """Return why an argument has its verdict: a sketch by its step, others by their inferences."""
    theory = bases.equations.theory
    if about.title in theory.force_steps:
        step = theory.force_steps[about.title]
        return reasons.of_sketch(step), Thing(False, theory.steps[step].target)
    refs = (
        InferenceRef(about.title, place) for place in range(len(debate.arguments[about.title].inferences))
    )
    steps = [theory.inference_steps[ref] for ref in refs if ref in theory.inference_steps]
    labels = [bases.step_label(step) for step in steps]
    label = next((each for each in (Label.OUT, Label.UNDECIDED) if each in labels), Label.IN)
    decisive = [step for step, each in zip(steps, labels, strict=True) if each is label]
    return [Reason(PointRole.INFERENCE, Thing(True, step)) for step in decisive], None


@frozen(eq=False)
class Reasons:
    """Finds what explains a statement or a step at once."""

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
        theory = self.bases.equations.theory
        premises, undercuts = theory.steps[step].premises, theory.undercuts.get(step, ())
        label = self.bases.step_label(step)
        if label is Label.OUT:
            yield from self._fallen(step)
            return
        is_in = label is Label.IN
        for premise in premises:
            if is_in or self.bases.label(premise) is Label.UNDECIDED:
                role = PointRole.PREMISE if is_in else PointRole.PREMISE_OPEN
                yield Reason(role, Thing(False, premise))
        for undercut in undercuts:
            if is_in or self.bases.step_label(undercut) is not Label.OUT:
                role = PointRole.UNDERCUT_ANSWERED if is_in else PointRole.UNDERCUT_OPEN
                yield Reason(role, Thing(True, undercut))

    def of_sketch(self, step: int) -> Iterator[Reason]:
        """Yield why a sketched argument has its verdict: by what it says, and by what undercuts it."""
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

    def _fallen(self, step: int) -> Iterator[Reason]:
        """Yield the one thing that brought a step down first, nothing if the author did."""
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
        """Return what is in without a statement and was settled first."""
        holding = [
            thing
            for thing in things
            if self._is(thing, Label.IN) and self.bases.solution.holds_without(self._node(thing), statement)
        ]
        return min(holding, key=self.round, default=None)

    def cons(self, statement: int) -> Iterator[int]:
        """Yield the steps against a statement and all that it entails, each once."""
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


@define(eq=False)
class _Writer:
    """Lines that are being written, depth first."""

    bases: Bases
    reasons: Reasons
    lines: list[ExplanationLine] = Factory(list)
    shown: dict[Thing, int] = Factory(dict)
    path: list[tuple[Thing | None, str]] = Factory(list)

    def write(self, first: Iterable[Reason], about: Thing | None) -> None:
        """Write all points, and the points of points; no depth is too deep."""
        if about is not None:
            self.shown[about] = 0
            self.path.append((about, self._name(about)))
        else:
            self.path.append((None, ""))
        waiting = [(1, reason) for reason in reversed(list(first))]
        while waiting:
            depth, reason = waiting.pop()
            del self.path[depth:]
            below = self._line(depth, reason)
            waiting += [(depth + 1, each) for each in reversed(below)]

    def _line(self, depth: int, reason: Reason) -> list[Reason]:
        """Write one point and return the points below it."""
        thing = self._told(reason.thing)
        subject = self._subject(reason.thing)
        label, basis = self._verdict(reason.thing, thing)
        shown_at = self.shown.get(thing)
        circle: tuple[str, ...] = ()
        below: list[Reason] = []
        if reason.is_late:
            circle = self._circle_of(reason.thing)
        elif shown_at is not None:
            circle = self._way_from(thing) if label is Label.UNDECIDED else ()
        else:
            below = list(self._below(thing))
            self.shown[thing] = len(self.lines) + 1
        self.lines.append(
            ExplanationLine(reason.role, subject, depth, label, basis, shown_at=shown_at, circle=circle)
        )
        self.path.append((thing, self._name(thing)))
        return below

    def _told(self, thing: Thing) -> Thing:
        """Return what is told of a thing: of a relation, its source; of anything else, itself."""
        if not thing.is_step:
            return thing
        theory = self.bases.equations.theory
        step = theory.steps[thing.number]
        if not isinstance(step.subject, Relation):
            return thing
        (source,) = step.premises
        # A reconstructed argument speaks by its conclusion, which is told as a premise.
        return Thing(False, source) if theory.refs[source] == step.subject.source else thing

    def _below(self, thing: Thing) -> Iterator[Reason]:
        theory = self.bases.equations.theory
        if thing.is_step:
            return self.reasons.of_step(thing.number)
        if theory.kinds[thing.number] is StatementKind.FORCE:
            return self.reasons.of_sketch(theory.force_steps[theory.refs[thing.number].title])
        return self.reasons.of_statement(thing.number)

    def _subject(self, thing: Thing) -> Ref | Relation:
        theory = self.bases.equations.theory
        return theory.steps[thing.number].subject if thing.is_step else theory.refs[thing.number]

    def _verdict(self, thing: Thing, told: Thing) -> tuple[Label, Basis | None]:
        """Return the label of a thing, and the basis of what is told of it."""
        theory, bases = self.bases.equations.theory, self.bases
        label = bases.step_label(thing.number) if thing.is_step else bases.label(thing.number)
        if told.is_step:
            return label, None if isinstance(self._subject(told), Relation) else bases.step_basis(told.number)
        if theory.kinds[told.number] is not StatementKind.FORCE:
            return label, bases.basis(told.number)
        title = theory.refs[told.number].title
        gist = theory.gists[title]
        if bases.label(gist) is bases.label(told.number):
            return label, bases.basis(gist)
        return label, Basis.UNDERCUT if label is Label.OUT else Basis.OPEN

    def _circle_of(self, thing: Thing) -> tuple[str, ...]:
        """Return the statements of the circle of support that a step is part of."""
        equations = self.bases.equations
        if not thing.is_step:
            return ()
        step = equations.theory.steps[thing.number]
        circle = equations.circles.circle[step.target]
        if circle < 0 or all(equations.circles.circle[premise] != circle for premise in step.premises):
            return ()
        return tuple(str(equations.theory.refs[each]) for each in equations.circles.members[circle])

    def _way_from(self, thing: Thing) -> tuple[str, ...]:
        """Return the names from something that is being explained to where it comes up again."""
        names: list[str] = []
        for each, name in reversed(self.path):
            if name not in names:
                names.append(name)
            if each == thing:
                return tuple(reversed(names))
        return ()

    def _name(self, thing: Thing) -> str:
        subject = self._subject(thing)
        return str(subject.source if isinstance(subject, Relation) else subject)
