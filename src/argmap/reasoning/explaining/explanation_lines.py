"""The lines of an explanation, each thing explained once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import Factory, define

from argmap.model import ArgumentRef, Debate, InferenceRef, Ref, Relation
from argmap.reasoning.explaining.point_role import ExplanationLine, PointRole
from argmap.reasoning.explaining.reasons import Reason, Reasons, Thing
from argmap.reasoning.label import Label
from argmap.reasoning.theories.theory import StatementKind, StepKind
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.verdict import Basis


def explanation_lines(debate: Debate, bases: Bases, about: Ref) -> tuple[ExplanationLine, ...]:
    """Return the points of an explanation one after another; each element is explained only once.

    What is `answered`, a `failed_reason`, a `premise`, `premise_down` or `undercut_by` was settled in an
    earlier round than what it explains, and a `reason` or `objection` holds without it: the rounds give a
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
    """Return the points for some things, with the points below them; each element is explained only once."""
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


# Nobody keeps track of more names in a circle.
_MOST_NAMES = 20


@define(eq=False)
class _Writer:
    """Lines that are being written, depth first."""

    bases: Bases
    reasons: Reasons
    lines: list[ExplanationLine] = Factory(list)
    shown: dict[Thing, int] = Factory(dict)
    path: list[tuple[Thing | None, str]] = Factory(list)
    # The place of each thing on the path, now or earlier.
    places: dict[Thing | None, int] = Factory(dict)

    def write(self, first: Iterable[Reason], about: Thing | None) -> None:
        """Write all points with the points below them, at any depth."""
        if about is not None:
            self.shown[about] = 0
            self._go_to(about)
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
        thing = self._explained_thing(reason.thing)
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
            ExplanationLine(
                reason.role,
                subject,
                depth,
                label,
                basis,
                shown_at=shown_at,
                circle=circle,
                is_aside=reason.is_aside,
                is_supposed=self._is_supposed(thing),
            )
        )
        self._go_to(thing)
        return below

    def _go_to(self, thing: Thing) -> None:
        self.places[thing] = len(self.path)
        self.path.append((thing, self._name(thing)))

    def _explained_thing(self, thing: Thing) -> Thing:
        """Return what is explained about a thing: for a relation, its source; otherwise the thing itself.

        What gives a statement to a reductio is shown in place of the statement.
        """
        if not thing.is_step:
            return thing
        theory = self.bases.equations.theory
        step = theory.steps[thing.number]
        if self._gives_copy(thing):
            return Thing(False, step.premises[0])
        if not isinstance(step.subject, Relation):
            return thing
        (source,) = step.premises
        # A reconstructed argument speaks through its conclusion, which is shown as a premise.
        return Thing(False, source) if theory.refs[source] == step.subject.source else thing

    def _gives_copy(self, thing: Thing) -> bool:
        """Return whether a step gives a reductio a statement that holds anyway, or is entailed there."""
        subject = self.bases.equations.theory.steps[thing.number].subject
        return self._is_supposed(thing) and not isinstance(subject, Relation | InferenceRef)

    def _is_supposed(self, thing: Thing) -> bool:
        """Return whether something has its label only within a reductio."""
        theory = self.bases.equations.theory
        if not thing.is_step:
            return theory.kinds[thing.number] is StatementKind.COPY
        step = theory.steps[thing.number]
        # The target of an undercut is a step.
        return step.kind is StepKind.PRO and theory.kinds[step.target] is StatementKind.COPY

    def _below(self, thing: Thing) -> Iterator[Reason]:
        theory = self.bases.equations.theory
        if thing.is_step:
            return self.reasons.of_step(thing.number)
        if theory.kinds[thing.number] is StatementKind.FORCE:
            return self.reasons.of_sketch(theory.force_steps[theory.refs[thing.number].title])
        return self.reasons.of_statement(thing.number)

    def _subject(self, thing: Thing) -> Ref | Relation:
        theory = self.bases.equations.theory
        if not thing.is_step:
            return theory.refs[thing.number]
        step = theory.steps[thing.number]
        return theory.refs[step.premises[0]] if self._gives_copy(thing) else step.subject

    def _verdict(self, thing: Thing, told: Thing) -> tuple[Label, Basis | None]:
        """Return the label of a thing, and the basis of what is said about it."""
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
        members = equations.circles.members[circle]
        names = tuple(str(equations.theory.refs[each]) for each in members[:_MOST_NAMES])
        return (*names, "…") if len(members) > _MOST_NAMES else names

    def _way_from(self, thing: Thing) -> tuple[str, ...]:
        """Return the names from something that is being explained to where it comes up again.

        For a long way, only the beginning and the end are named.
        """
        place = self.places.get(thing, len(self.path))
        if place >= len(self.path) or self.path[place][0] != thing:
            return ()
        way = range(place, len(self.path))
        beginning, end = self._names(way), self._names(reversed(way))[::-1]
        if len(beginning) < _MOST_NAMES:
            return tuple(end)
        half = _MOST_NAMES // 2
        return (*beginning[:half], "…", *end[-half:])

    def _names(self, way: Iterable[int]) -> list[str]:
        """Return the names on a way, without repeats, and no more than are shown."""
        names: dict[str, None] = {}
        for place in way:
            names.setdefault(self.path[place][1])
            if len(names) == _MOST_NAMES:
                break
        return list(names)

    def _name(self, thing: Thing) -> str:
        subject = self._subject(thing)
        return str(subject.source if isinstance(subject, Relation) else subject)
