"""A position that accepts something, explained by what it has to accept together and what that answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import Factory, define

from argmap.model import ArgumentRef, Ref, Relation
from argmap.reasoning.explaining.point_role import ExplanationLine, PointRole
from argmap.reasoning.explaining.reasons import Reasons
from argmap.reasoning.label import Label
from argmap.reasoning.theories.theory import StatementKind


def core_lines(reasons: Reasons, labels: Mapping[Ref, Label], about: Ref) -> tuple[ExplanationLine, ...]:
    """Return the admissible core of a position: what is accepted, each with the attacks that it answers.

    `labels` are those of the position. What grounded accepts anyway is left out. If the thing is out in the
    position, the core is what brings it down. (P. M. Thang, P. M. Dung and N. D. Hung, Towards a common
    framework for dialectical proof procedures, 2009.)
    """
    core = _Core(reasons, labels)
    theory = reasons.bases.equations.theory
    if about in theory.propositions:
        statements = [theory.propositions[about]]  # type: ignore[index]  # it is there
    elif isinstance(about, ArgumentRef) and about.title in theory.force_steps:
        statements = [theory.steps[theory.force_steps[about.title]].target]
    else:
        steps = [
            step for ref, step in theory.inference_steps.items() if about in (ref, ArgumentRef(ref.title))
        ]
        statements = [premise for step in steps for premise in theory.steps[step].premises]
    if labels.get(about) is Label.OUT:
        core.bring_down(statements)
    else:
        core.accept(statements)
    core.write()
    return tuple(core.lines)


@define(eq=False)
class _Core:
    reasons: Reasons
    labels: Mapping[Ref, Label]
    lines: list[ExplanationLine] = Factory(list)
    waiting: list[int] = Factory(list)
    seen: set[int] = Factory(set)
    fallen: set[int] = Factory(set)

    def write(self) -> None:
        """Write what is accepted, until nothing more is needed."""
        theory = self.reasons.bases.equations.theory
        for statement in self.waiting:
            self.lines.append(ExplanationLine(PointRole.ACCEPTED, theory.refs[statement], 1, Label.IN))
            for role, step in self._around(statement):
                subject, label = theory.steps[step].subject, self._step(step)
                self.lines.append(ExplanationLine(role, subject, 2, label))
                if role is PointRole.REASON:
                    self.accept(theory.steps[step].premises)
                elif label is Label.OUT:
                    self._bring_down_step(step)
            for rival in self.reasons.bases.equations.contraposition.rivals(statement):
                label = self._label(rival)
                self.lines.append(ExplanationLine(PointRole.RIVAL_DOWN, theory.refs[rival], 2, label))

    def accept(self, statements: Iterable[int]) -> None:
        """Add statements to the core, unless grounded accepts them anyway."""
        for statement in statements:
            is_new = statement not in self.seen
            if is_new and self._label(statement) is Label.IN and self._needs_position(statement):
                self.seen.add(statement)
                self.waiting.append(statement)

    def bring_down(self, statements: Iterable[int]) -> None:
        """Add what brings statements down to the core."""
        theory = self.reasons.bases.equations.theory
        waiting = list(statements)
        for statement in waiting:
            if statement in self.fallen:
                continue
            self.fallen.add(statement)
            against = [step for step in self._cons(statement) if self._step(step) is Label.IN]
            rivals = self.reasons.bases.equations.contraposition.rivals(statement)
            winning = [rival for rival in rivals if self._label(rival) is Label.IN]
            if against:
                self.accept(theory.steps[against[0]].premises)
            elif winning:
                self.accept(winning[:1])
            else:
                for step in self._pros(statement):
                    self._bring_down_step(step, waiting)

    def _bring_down_step(self, step: int, waiting: list[int] | None = None) -> None:
        theory = self.reasons.bases.equations.theory
        for undercut in theory.undercuts.get(step, ()):
            if self._step(undercut) is Label.IN:
                self.accept(theory.steps[undercut].premises)
                return
        fallen = [each for each in theory.steps[step].premises if self._label(each) is Label.OUT][:1]
        if waiting is None:
            self.bring_down(fallen)
        else:
            waiting += fallen

    def _around(self, statement: int) -> Iterator[tuple[PointRole, int]]:
        """Yield the reason for what is accepted, and all that is against it."""
        theory = self.reasons.bases.equations.theory
        for step in self._pros(statement):
            if theory.kinds[statement] is not StatementKind.FORCE and self._step(step) is Label.IN:
                yield PointRole.REASON, step
                yield from ((PointRole.UNDERCUT_ANSWERED, each) for each in theory.undercuts.get(step, ()))
                break
        for step in self._cons(statement):
            is_standing = self._step(step) is Label.IN
            yield (PointRole.OUTWEIGHED if is_standing else PointRole.ANSWERED), step
        if theory.kinds[statement] is StatementKind.FORCE:
            step = theory.force_steps[theory.refs[statement].title]
            yield from ((PointRole.UNDERCUT_ANSWERED, each) for each in theory.undercuts.get(step, ()))

    def _cons(self, statement: int) -> Iterator[int]:
        """Yield what is against a statement; for a sketched argument, what is against the text of it."""
        return self.reasons.cons(self._spoken(statement))

    def _pros(self, statement: int) -> Iterable[int]:
        return self.reasons.bases.equations.theory.pros[self._spoken(statement)]

    def _spoken(self, statement: int) -> int:
        theory = self.reasons.bases.equations.theory
        if theory.kinds[statement] is StatementKind.FORCE:
            return theory.gists[theory.refs[statement].title]
        return statement

    def _needs_position(self, statement: int) -> bool:
        return self.reasons.bases.label(statement) is not Label.IN

    def _label(self, statement: int) -> Label:
        theory = self.reasons.bases.equations.theory
        if theory.kinds[statement] in (StatementKind.COPY, StatementKind.WHOLE):
            return self.reasons.bases.label(statement)
        return self.labels[theory.refs[statement]]

    def _step(self, step: int) -> Label:
        theory = self.reasons.bases.equations.theory
        subject = theory.steps[step].subject
        if not isinstance(subject, Relation) and subject in self.labels:
            return self.labels[subject]
        labels = {self._label(premise) for premise in theory.steps[step].premises}
        if Label.OUT in labels:
            return Label.OUT
        return Label.UNDECIDED if Label.UNDECIDED in labels else Label.IN
