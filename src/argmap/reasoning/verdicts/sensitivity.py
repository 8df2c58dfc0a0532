"""What a strength depends on: how much it changes with each number, and where it crosses a half."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

from attrs import frozen

from argmap.model import Debate, InferenceRef, Ref
from argmap.reasoning.deadline import NEVER, Deadline, NotDecidedError
from argmap.reasoning.settling import Strength
from argmap.reasoning.theories.stipulations import Stipulations
from argmap.reasoning.verdicts.debate_strengths import NumberState, WeightedTheory

_STEP = 0.01
_POINTS = 20
_HALF = 0.5
_NEAR_ENOUGH = 1e-9
# Smaller changes are rounding, which could go on for ever.
_FADED = 1e-14


@frozen
class Influence:
    """How a strength depends on the number of an element or inference.

    `change` is how much it changes for a change of 1, as measured around the number; `threshold` is the
    nearest value of that number alone at which it crosses a half, None if there is none.
    """

    subject: Ref
    change: float
    threshold: float | None = None


class Influences(tuple[Influence, ...]):
    """What a strength depends on, what matters most first.

    If there was too little time to measure all of them, some are missing, and `is_complete` is false.
    """

    is_complete: bool = True

    @classmethod
    def of(cls, measured: Iterable[Influence], *, is_complete: bool) -> Influences:
        """Return influences in order of importance."""
        influences = cls(sorted(measured, key=lambda each: -abs(each.change)))
        influences.is_complete = is_complete
        return influences


def influences(
    debate: Debate,
    stipulated: Stipulations,
    semantics: str,
    base: float,
    about: Ref,
    *,
    deadline: Deadline = NEVER,
) -> Influences:
    """Return what the strength of something depends on, as far as time allows."""
    weighted = WeightedTheory.of(debate, stipulated, semantics, base)
    target = _place(debate, weighted, about)
    if target is None:
        return Influences()
    measured: list[Influence] = []
    try:
        for influence in _measured(weighted, Trial(weighted, target, deadline)):
            measured.append(influence)
    except NotDecidedError:
        return Influences.of(measured, is_complete=False)
    return Influences.of(measured, is_complete=True)


def _measured(weighted: WeightedTheory, trial: Trial) -> Iterator[Influence]:
    if trial.value is None:
        return
    fixed = weighted.theory.accepted | weighted.theory.rejected
    for ref, place in weighted.sources.items():
        if place in trial.order and place not in fixed:
            change = _change(trial, place)
            if change is not None:
                threshold = None if change == 0 and _is_idle(trial, place) else _threshold(trial, place)
                yield Influence(ref, change, threshold)


def _place(debate: Debate, weighted: WeightedTheory, ref: Ref) -> int | None:
    """Return the number of something, None for an inference without a conclusion."""
    theory = weighted.theory
    if ref.kind != "argument":
        return weighted.sources.get(ref)
    if ref.title in theory.force_steps:
        return len(theory) + theory.force_steps[ref.title]
    last = InferenceRef(ref.title, len(debate.arguments[ref.title].inferences) - 1)
    step = theory.inference_steps.get(last)
    return None if step is None else len(theory) + step


class Trial:
    """The value of a target if one number is changed, found by following the changes to it.

    Most changes fade: a value that stays the same changes nothing further on.

    Raises:
        NotDecidedError: the deadline has passed, now or when a value is asked for.
    """

    def __init__(self, weighted: WeightedTheory, target: int, deadline: Deadline = NEVER) -> None:
        self._target, self._deadline = target, deadline
        self._state = NumberState.of(weighted, weighted.numbers)
        # Only what the target depends on can be reached from it.
        self._components = list(weighted.components([target]))
        self.order = {
            number: place for place, component in enumerate(self._components) for number in component
        }
        self._users: defaultdict[int, list[int]] = defaultdict(list)
        for number, place in self.order.items():
            for other in weighted.inputs[number]:
                if self.order[other] != place:
                    self._users[other].append(place)
        for component in self._components:
            self._deadline.check()
            self._state.settle(component, deadline)

    @property
    def value(self) -> Strength:
        """The value of the target."""
        return self._value(self._target)

    def number(self, place: int) -> float:
        """Return the number at a place."""
        return self._state.numbers[place]

    def value_with(self, place: int, number: float) -> Strength:
        """Return the value of the target if the number at a place is changed."""
        before = self._state.numbers[place]
        self._state.numbers[place] = number
        changed: dict[int, Strength] = {}
        waiting = [self.order[place]]
        known = set(waiting)
        while waiting:
            component = self._components[heappop(waiting)]
            old = [self._value(each) for each in component]
            self._deadline.check()
            self._state.settle(component, self._deadline)
            for each, value in zip(component, old, strict=True):
                new = self._value(each)
                if new == value:
                    continue
                changed[each] = value
                if new is None or value is None or abs(new - value) > _FADED:
                    for user in self._users[each]:
                        if user not in known:
                            known.add(user)
                            heappush(waiting, user)
        result = self.value
        self._state.numbers[place] = before
        for each, value in changed.items():
            self._set(each, value)
        return result

    def _value(self, number: int) -> Strength:
        return None if number in self._state.unsettled else self._state.values[number]

    def _set(self, number: int, value: Strength) -> None:
        if value is None:
            self._state.unsettled.add(number)
        else:
            self._state.unsettled.discard(number)
            self._state.values[number] = value


def _change(trial: Trial, place: int) -> float | None:
    number = trial.number(place)
    low, high = max(0.0, number - _STEP), min(1.0, number + _STEP)
    below, above = trial.value_with(place, low), trial.value_with(place, high)
    return None if below is None or above is None else (above - below) / (high - low)


def _is_idle(trial: Trial, place: int) -> bool:
    """Return whether neither the least nor the greatest number changes the target: most are too far away."""
    return trial.value_with(place, 0.0) == trial.value == trial.value_with(place, 1.0)


def _threshold(trial: Trial, place: int) -> float | None:
    """Return the nearest number at which the target crosses a half: strengths need not be monotone."""
    number = trial.number(place)
    crossings = list(_crossings(trial, place))
    return min(crossings, key=lambda each: abs(each - number)) if crossings else None


def _crossings(trial: Trial, place: int) -> Iterator[float]:
    points = [step / _POINTS for step in range(_POINTS + 1)]
    values = [trial.value_with(place, point) for point in points]
    for low, high, below, above in zip(points, points[1:], values, values[1:], strict=False):
        if below is None or above is None or (below > _HALF) == (above > _HALF):
            continue
        while high - low > _NEAR_ENOUGH:
            middle = (low + high) / 2
            value = trial.value_with(place, middle)
            if value is None:
                return
            low, high = (middle, high) if (value > _HALF) == (below > _HALF) else (low, middle)
        yield (low + high) / 2
