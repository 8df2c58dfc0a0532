"""What explains each verdict, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from argmap.model import Debate, QuestionRef, Ref, Relation
from argmap.model.stating.calling import called
from argmap.reasoning.label import Label
from argmap.reasoning.theories.theory import StatementKind
from argmap.reasoning.verdicts.bases import Bases
from argmap.reasoning.verdicts.debate_solution import solved
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.options import GRADUAL
from argmap.reasoning.verdicts.question_verdicts import decisive
from argmap.reasoning.verdicts.stipulated import stipulated_by
from argmap.reasoning.verdicts.verdict import Basis

_MOST = 3


def brief_reasons(evaluation: Evaluation) -> Mapping[Ref, str]:
    r"""Return what explains each verdict that others explain; verdicts that need no words are left out.

    >>> import argmap
    >>> evaluation = argmap.evaluate(argmap.parse("[A]: a\n  + <B>: b\n    - [C]: c"))
    >>> [f"{ref}: {words}" for ref, words in brief_reasons(evaluation).items()]
    ['[A]: <B> is out', '<B>: by [C]']
    """
    debate, options = evaluation.debate, evaluation.options
    words: dict[Ref, str] = {
        question.ref: _of_question(evaluation, question.ref) for question in debate.questions.values()
    }
    if options.semantics not in GRADUAL and options.reading == "structured":
        stipulated = stipulated_by(debate, options)
        brief = _Brief(debate, solved(debate, options, stipulated))
        words |= {
            ref: brief.words(ref, verdict.basis)
            for ref, verdict in evaluation.verdicts.items()
            if not isinstance(ref, QuestionRef)
        }
    return {ref: text for ref, text in words.items() if text}


def _of_question(evaluation: Evaluation, ref: QuestionRef) -> str:
    """Return what answers a question, or the positions between which it is open."""
    debate, verdict = evaluation.debate, evaluation.verdicts[ref]
    if verdict.answers:
        return _by(called(debate, answer) for answer in verdict.answers)
    standing = _listed(
        called(debate, position)
        for position in debate.positions(ref)
        if evaluation.verdicts[decisive(debate, position)].label is Label.UNDECIDED
    )
    return f"between {standing}" if standing else ""


@frozen(eq=False)
class _Brief:
    debate: Debate
    bases: Bases

    def words(self, ref: Ref, basis: Basis | None) -> str:
        """Return what explains a verdict."""
        theory = self.bases.equations.theory
        if ref in theory.inference_steps:
            return self._step(theory.inference_steps[ref])  # type: ignore[index]  # it is there
        if ref in theory.propositions:
            return self._statement(theory.propositions[ref], basis)  # type: ignore[index]  # it is there
        if ref.title in theory.force_steps and basis in (Basis.UNDERCUT, Basis.OPEN):
            return self._step(theory.force_steps[ref.title])
        return self._statement(theory.gists[ref.title], basis) if ref.title in theory.force_steps else ""

    def _statement(self, statement: int, basis: Basis | None) -> str:
        match basis:
            case Basis.SUPPORTED:
                return _by(self._steps(self._pros(statement), Label.IN)) or _by(self._entailing(statement))
            case Basis.REFUTED:
                return _by(self._steps(self._cons(statement), Label.IN))
            case Basis.EXCLUDED:
                return _by(self._rivals(statement, Label.IN))
            case Basis.UNSUPPORTED:
                return self._fallen(statement)
            case Basis.CIRCULAR:
                around = _by(self._steps(self._pros(statement), Label.OUT)) or _by(
                    self._entailing(statement, Label.OUT)
                )
                return f"{around} in a circle" if around else "in a circle"
            case Basis.CONTESTED:
                reasons = _listed(self._steps(self._pros(statement), Label.IN))
                against = _listed(self._steps(self._cons(statement), Label.IN))
                against = against or _listed(self._rivals(statement, Label.UNDECIDED))
                return f"{reasons} against {against}".lstrip() if against else ""
            case Basis.OPEN:
                return _waiting(self._open(statement))
            case _:
                return ""

    def _step(self, number: int) -> str:
        theory = self.bases.equations.theory
        match self.bases.step_basis(number):
            case Basis.UNDERCUT:
                by = _by(self._steps(theory.undercuts.get(number, ()), Label.IN))
                return by if number not in theory.invalid else "by its formulas, which make it invalid"
            case Basis.PREMISE:
                return self._attacked(number) or f"{self._name(self._fallen_premise(number))} is out"
            case Basis.OPEN:
                return _waiting(self._open_of_step(number))
            case _:
                return ""

    def _open(self, statement: int) -> Iterator[str]:
        """Yield what is undecided and supports or attacks a statement."""
        yield from self._steps(self._pros(statement), Label.UNDECIDED)
        yield from self._steps(self._cons(statement), Label.UNDECIDED)
        yield from self._entailing(statement, Label.UNDECIDED)
        yield from self._rivals(statement, Label.UNDECIDED)

    def _open_of_step(self, number: int) -> Iterator[str]:
        theory = self.bases.equations.theory
        for premise in theory.steps[number].premises:
            if self.bases.label(premise) is not Label.UNDECIDED:
                continue
            if theory.kinds[premise] in (StatementKind.GIST, StatementKind.WHOLE):
                yield from self._steps(self._cons(premise), Label.UNDECIDED)
                yield from self._steps(self._pros(premise), Label.UNDECIDED)
            else:
                yield self._name(premise)
        yield from self._steps(theory.undercuts.get(number, ()), Label.UNDECIDED)

    def _fallen_premise(self, number: int) -> int:
        premises = self.bases.equations.theory.steps[number].premises
        return next(premise for premise in premises if self.bases.label(premise) is Label.OUT)

    def _attacked(self, number: int) -> str:
        """Return what brought a step down by attacking its argument as a whole."""
        fallen = self._fallen_premise(number)
        if self.bases.equations.theory.kinds[fallen] is not StatementKind.WHOLE:
            return ""
        by = _by(self._steps(self._cons(fallen), Label.IN))
        return f"attacked {by}" if by else "rejected"

    def _fallen(self, statement: int) -> str:
        for number in self._pros(statement):
            if self.bases.step_label(number) is Label.OUT:
                return self._fallen_step(number)
        for name in self._entailing(statement, Label.OUT):
            return f"{name} is out"
        return ""

    def _fallen_step(self, number: int) -> str:
        name, why = self._subject(number), self._step(number)
        match self.bases.step_basis(number):
            case Basis.UNDERCUT:
                return f"{name} is undercut {why}" if why else f"{name} is undercut"
            case Basis.REJECTED:
                return f"{name} is rejected"
            case _ if self._attacked(number):
                return f"{name} is {why}"
            case _:
                return why if why == f"{name} is out" else f"{name}: {why}"

    def _pros(self, statement: int) -> Iterable[int]:
        return self.bases.equations.circles.reasons[statement]

    def _cons(self, statement: int) -> Iterator[int]:
        """Yield the steps against a statement, also by contraposition; those that are in come first."""
        count = len(self.bases.equations.theory)
        steps = len(self.bases.equations.theory.steps)
        return (node - count for node in self.bases.objections(statement) if count <= node < count + steps)

    def _steps(self, numbers: Iterable[int], label: Label) -> Iterator[str]:
        return (self._subject(number) for number in numbers if self.bases.step_label(number) is label)

    def _entailing(self, statement: int, label: Label = Label.IN) -> Iterator[str]:
        sources = (source for source, _ in self.bases.equations.entailed_by.get(statement, ()))
        return (self._name(source) for source in sources if self.bases.label(source) is label)

    def _rivals(self, statement: int, label: Label) -> Iterator[str]:
        rivals = self.bases.equations.contraposition.rivals(statement)
        return (self._name(rival) for rival in rivals if self.bases.label(rival) is label)

    def _subject(self, number: int) -> str:
        subject = self.bases.equations.theory.steps[number].subject
        return self._called(subject.source if isinstance(subject, Relation) else subject)

    def _name(self, statement: int) -> str:
        return self._called(self.bases.equations.theory.refs[statement])

    def _called(self, ref: Ref) -> str:
        return called(self.debate, ref)


def _waiting(names: Iterator[str]) -> str:
    listed = _listed(iter(dict.fromkeys(names)))
    return f"waits for {listed}" if listed else ""


def _by(names: Iterator[str]) -> str:
    listed = _listed(names)
    return f"by {listed}" if listed else ""


def _listed(names: Iterator[str]) -> str:
    shown = [name for _, name in zip(range(_MOST + 1), names, strict=False)]
    return ", ".join(shown[:_MOST]) + (", …" if len(shown) > _MOST else "")
