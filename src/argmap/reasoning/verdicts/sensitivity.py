"""What a strength depends on: how much it changes with each number, and where it crosses a half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from argmap.model import Debate, InferenceRef, Ref
from argmap.reasoning.settling import Strength
from argmap.reasoning.theories.stipulations import Stipulations
from argmap.reasoning.verdicts.debate_strengths import WeightedTheory

_STEP = 0.01
_POINTS = 20
_HALF = 0.5
_NEAR_ENOUGH = 1e-9


@frozen
class Influence:
    """How a strength depends on the number of an element or inference.

    `change` is how much it changes for a change of 1, as measured around the number; `threshold` is the
    nearest value of that number alone at which it crosses a half, None if there is none.
    """

    subject: Ref
    change: float
    threshold: float | None = None


def influences(
    debate: Debate, stipulated: Stipulations, semantics: str, base: float, about: Ref
) -> tuple[Influence, ...]:
    """Return what the strength of something depends on, what matters most first."""
    weighted = WeightedTheory.of(debate, stipulated, semantics, base)
    target = _place(debate, weighted, about)
    cone = _cone(weighted, target)
    measured: list[Influence] = []
    fixed = weighted.theory.accepted | weighted.theory.rejected
    for ref, place in weighted.sources.items():
        if place in cone and place not in fixed:
            change = _change(weighted, place, target)
            if change is not None:
                measured.append(Influence(ref, change, _threshold(weighted, place, target)))
    return tuple(sorted(measured, key=lambda each: -abs(each.change)))


def _place(debate: Debate, weighted: WeightedTheory, ref: Ref) -> int:
    theory = weighted.theory
    if ref.title in theory.force_steps and ref.kind == "argument":
        return len(theory) + theory.force_steps[ref.title]
    if ref.kind == "argument":
        last = len(debate.arguments[ref.title].inferences) - 1
        return len(theory) + theory.inference_steps[InferenceRef(ref.title, last)]
    return weighted.sources[ref]


def _cone(weighted: WeightedTheory, target: int) -> set[int]:
    """Return all that something depends on, itself included."""
    cone = {target}
    waiting = [target]
    while waiting:
        number = waiting.pop()
        for other in (*weighted.supporters[number], *weighted.attackers[number]):
            if other not in cone:
                cone.add(other)
                waiting.append(other)
    return cone


def _with(weighted: WeightedTheory, place: int, number: float, target: int) -> Strength:
    numbers: Sequence[float] = [
        number if each == place else value for each, value in enumerate(weighted.numbers)
    ]
    return weighted.values(numbers)[target]


def _change(weighted: WeightedTheory, place: int, target: int) -> float | None:
    number = weighted.numbers[place]
    low, high = max(0.0, number - _STEP), min(1.0, number + _STEP)
    below, above = _with(weighted, place, low, target), _with(weighted, place, high, target)
    return None if below is None or above is None else (above - below) / (high - low)


def _threshold(weighted: WeightedTheory, place: int, target: int) -> float | None:
    """Return the nearest number at which the target crosses a half: strengths need not be monotone."""
    number = weighted.numbers[place]
    crossings = list(_crossings(weighted, place, target))
    return min(crossings, key=lambda each: abs(each - number)) if crossings else None


def _crossings(weighted: WeightedTheory, place: int, target: int) -> Iterator[float]:
    points = [step / _POINTS for step in range(_POINTS + 1)]
    values = [_with(weighted, place, point, target) for point in points]
    for low, high, below, above in zip(points, points[1:], values, values[1:], strict=False):
        if below is None or above is None or (below > _HALF) == (above > _HALF):
            continue
        while high - low > _NEAR_ENOUGH:
            middle = (low + high) / 2
            value = _with(weighted, place, middle, target)
            if value is None:
                return
            low, high = (middle, high) if (value > _HALF) == (below > _HALF) else (low, middle)
        yield (low + high) / 2
