"""Strengths and credences of what a debate says."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import Factory, define

from argmap.data.strong_components import strong_components
from argmap.data.values import share
from argmap.model import Argument, ArgumentRef, Claim, Debate, Evidence, InferenceRef, Ref
from argmap.reasoning.deadline import NEVER, Deadline, NotDecidedError
from argmap.reasoning.gradual import strength_function
from argmap.reasoning.settling import Strength, is_circle, settle
from argmap.reasoning.theories.stipulations import Stipulations
from argmap.reasoning.theories.theory import ArgumentationTheory, StatementKind, StepKind
from argmap.reasoning.theories.translation import theory_of

CREDENCE = "credence"
# The fields with the number of something, most important first.
_KEYS = {Claim: ("strength", "p"), Evidence: ("reliability", "strength", "p"), Argument: ("strength", "p")}
_CREDENCE_KEYS = {
    Claim: ("p", "strength"),
    Evidence: ("p", "reliability", "strength"),
    Argument: ("p", "strength"),
}


# Computes the value of a number from the values of all.
ValueOf: TypeAlias = Callable[[int, Sequence[float]], float]


@define(eq=False, slots=False)
class WeightedTheory:
    """A theory with numbers: the base of each statement and the strength of each step, both from 0 to 1.

    `sources` are the elements and inferences to which the numbers belong; those of statements come first,
    then those of steps.
    """

    theory: ArgumentationTheory
    semantics: str
    numbers: list[float]
    sources: Mapping[Ref, int]
    supporters: list[list[int]] = Factory(list)
    attackers: list[list[int]] = Factory(list)

    @classmethod
    def of(cls, debate: Debate, stipulated: Stipulations, semantics: str, base: float) -> WeightedTheory:
        """Return the theory of a debate as it is written: without copies, contraposition or inheritance."""
        theory = theory_of(debate, stipulated=stipulated, copies=False)
        weighted = cls(theory, semantics, [], _sources(debate, theory))
        weighted.connect()
        keys = _CREDENCE_KEYS if semantics == CREDENCE else _KEYS
        weighted.numbers = [weighted.base(debate, number, keys, base) for number in range(len(theory))] + [
            step.weight if isinstance(step.subject, InferenceRef) else 1.0 for step in theory.steps
        ]
        for number in theory.vetoed:
            weighted.numbers[len(theory) + number] = 0.0
        return weighted

    def connect(self) -> None:
        """Note what supports and what attacks each statement and step."""
        theory, count = self.theory, len(self.theory)
        size = count + len(theory.steps)
        self.supporters = [[] for _ in range(size)]
        self.attackers = [[] for _ in range(size)]
        for number, step in enumerate(theory.steps, start=count):
            self.supporters[number] = list(step.premises)
        for number, undercuts in theory.undercuts.items():
            self.attackers[count + number] = [count + undercut for undercut in undercuts]
        for statement in range(count):
            if not theory.is_stipulated(statement):
                self.supporters[statement] = [
                    count + each for each in theory.pros[statement] if theory.steps[each].kind is StepKind.PRO
                ]
                self.attackers[statement] = [count + each for each in theory.cons[statement]]
        for source, target in theory.entailments:
            if not theory.is_stipulated(target):
                self.supporters[target].append(source)
        for first, second in theory.conflicts:
            for one, other in {(first, second), (second, first)}:
                if not theory.is_stipulated(one):
                    self.attackers[one].append(other)

    def base(
        self, debate: Debate, statement: int, keys: Mapping[type, Sequence[str]], default: float
    ) -> float:
        """Return the strength that a statement has by itself."""
        theory = self.theory
        if statement in theory.accepted or statement in theory.rejected:
            return float(statement in theory.accepted)
        kind = theory.kinds[statement]
        if kind is StatementKind.WHOLE:
            return 1.0
        if kind is StatementKind.FORCE:
            return 0.0
        element = debate[theory.refs[statement]]
        written = (share(_number(element, key)) for key in keys[type(element)])
        number = next((each for each in written if each is not None), None)
        if number is not None:
            return number
        return 0.0 if self.semantics == CREDENCE and self.supporters[statement] else default

    def values(self, numbers: Sequence[float] | None = None) -> list[Strength]:
        """Return the strength of each statement and step, None for those without one."""
        return self.settled(numbers, NEVER).strengths()

    def settled(self, numbers: Sequence[float] | None, deadline: Deadline) -> NumberState:
        """Return what follows from numbers, by default those of the theory, as far as time allows."""
        state = NumberState.of(self, self.numbers if numbers is None else numbers)
        for component in self.components(range(len(state.values))):
            try:
                state.settle(component, deadline)
            except NotDecidedError:
                state.late.update(component)
        return state

    def components(self, numbers: Iterable[int]) -> Iterator[tuple[int, ...]]:
        """Yield groups of numbers that depend on each other, after all that they depend on."""
        return strong_components(numbers, dict(enumerate(self.inputs)))

    @cached_property
    def inputs(self) -> Sequence[Sequence[int]]:
        """What each statement and step depends on."""
        return [
            [*supporters, *attackers]
            for supporters, attackers in zip(self.supporters, self.attackers, strict=True)
        ]

    @cached_property
    def in_conflict(self) -> frozenset[int]:
        """The statements that exclude others and are not stipulated."""
        fixed = self.theory.accepted | self.theory.rejected
        return frozenset(end for pair in self.theory.conflicts for end in pair if end not in fixed)

    def value_function(self, numbers: Sequence[float]) -> ValueOf:
        """Return what computes the value of a statement or step from its number and its inputs' values."""
        return self._credence(numbers) if self.semantics == CREDENCE else self._strength(numbers)

    def _strength(self, numbers: Sequence[float]) -> ValueOf:
        function, count = strength_function(self.semantics), len(self.theory)
        kinds, fixed = self.theory.kinds, self.theory.accepted | self.theory.rejected

        def value(number: int, values: Sequence[float]) -> float:
            attackers = [values[each] for each in self.attackers[number]]
            supporters = [values[each] for each in self.supporters[number]]
            if number >= count:
                product = numbers[number] * math.prod(supporters)
                return function(product, [], attackers) if attackers else product
            if number in fixed:
                return numbers[number]
            if kinds[number] is StatementKind.FORCE:
                return supporters[0]
            return function(numbers[number], supporters, attackers)

        return value

    def _credence(self, numbers: Sequence[float]) -> ValueOf:
        count, fixed = len(self.theory), self.theory.accepted | self.theory.rejected

        def value(number: int, values: Sequence[float]) -> float:
            free = math.prod(1 - values[each] for each in self.attackers[number])
            if number >= count:
                return numbers[number] * math.prod(values[each] for each in self.supporters[number]) * free
            if number in fixed:
                return numbers[number]
            missed = math.prod(1 - values[each] for each in self.supporters[number])
            return (1 - (1 - numbers[number]) * missed) * free

        return value


@define(eq=False)
class NumberState:
    """Numbers, and the values that follow from them; those that are `unsettled` have none.

    Of these, the ones that are `late` were not known in time.
    """

    weighted: WeightedTheory
    numbers: list[float]
    values: list[float]
    value_of: ValueOf
    unsettled: set[int] = Factory(set)
    late: set[int] = Factory(set)

    @classmethod
    def of(cls, weighted: WeightedTheory, numbers: Sequence[float]) -> NumberState:
        """Return numbers from which nothing has followed yet."""
        own = list(numbers)
        return cls(weighted, own, list(own), weighted.value_function(own))

    def strengths(self) -> list[Strength]:
        """Return the values, None for those without one."""
        return [None if number in self.unsettled else value for number, value in enumerate(self.values)]

    def settle(self, component: Sequence[int], deadline: Deadline = NEVER) -> None:
        """Compute the values of a component, once those it depends on are known.

        Probabilities have no value in circles and conflicts.

        Raises:
            NotDecidedError: the deadline has passed; the component has no values.
        """
        weighted, inputs = self.weighted, self.weighted.inputs
        self.unsettled.difference_update(component)
        if not self.late.isdisjoint(other for number in component for other in inputs[number]):
            self.late.update(component)
        is_open = any(other in self.unsettled for number in component for other in inputs[number])
        if not is_open and weighted.semantics == CREDENCE:
            is_open = is_circle(component, inputs) or component[0] in weighted.in_conflict
        if is_open:
            self.unsettled.update(component)
            return
        is_settled = False
        try:
            is_settled = settle(
                component, inputs, self.numbers, self.values, self.value_of, deadline=deadline
            )
        finally:
            if not is_settled:
                self.unsettled.update(component)


def debate_strengths(
    debate: Debate, stipulated: Stipulations, semantics: str, base: float, deadline: Deadline = NEVER
) -> tuple[dict[Ref, Strength], bool]:
    """Return the strength of each element and inference, None where it does not settle.

    Also return whether there was enough time; if not, it is unknown what would settle.
    """
    weighted = WeightedTheory.of(debate, stipulated, semantics, base)
    state = weighted.settled(None, deadline)
    return dict(named_values(debate, weighted.theory, state.strengths())), not state.late


def named_values(
    debate: Debate, theory: ArgumentationTheory, values: Sequence[Strength]
) -> Iterator[tuple[Ref, Strength]]:
    """Yield values with what has them; a reconstructed argument has the value of its last inference."""
    count = len(theory)
    for proposition, number in theory.propositions.items():
        yield proposition, values[number]
    for title, argument in debate.arguments.items():
        if not argument.inferences:
            yield argument.ref, values[count + theory.force_steps[title]]
            continue
        refs = [InferenceRef(title, place) for place in range(len(argument.inferences))]
        known = [
            (ref, values[count + theory.inference_steps[ref]])
            for ref in refs
            if ref in theory.inference_steps
        ]
        yield argument.ref, known[-1][1] if known else None
        yield from known


def _sources(debate: Debate, theory: ArgumentationTheory) -> dict[Ref, int]:
    """Return where the numbers of elements and inferences are."""
    sources: dict[Ref, int] = dict(theory.propositions.items())
    sources.update(
        {ArgumentRef(title): theory.gists[title] for title in theory.force_steps if title in theory.gists}
    )
    count = len(theory)
    sources.update({ref: count + number for ref, number in theory.inference_steps.items()})
    return sources


def _number(element: object, key: str) -> object:
    if key == "reliability":
        return getattr(element, "reliability", None)
    data: defaultdict[str, object] | Mapping[str, object] = getattr(element, "data", {})
    return data.get(key)
