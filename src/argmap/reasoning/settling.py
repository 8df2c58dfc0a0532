"""Values that depend on each other, even in circles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from argmap.data.strong_components import strong_components
from argmap.reasoning.deadline import NEVER, Deadline

# None if it does not settle.
Strength: TypeAlias = float | None

_STEP = 0.1
_NEAR_ENOUGH = 1e-12
_MOST_ROUNDS = 200_000


def settled_strengths(
    inputs: Sequence[Sequence[int]],
    start: Sequence[float],
    strength_of: Callable[[int, Sequence[float]], float],
) -> list[Strength]:
    """Return the values of numbered things, each a function of the values of its inputs.

    What depends on no circle is computed in one pass. In a circle all values move from `start` in small steps
    towards what the function says, until it says what they are (N. Potyka, Continuous dynamical systems for
    weighted bipolar argumentation, 2018); if they never settle, they and all that depends on them are None.

    >>> settled_strengths([[], [0]], [0.5, 0.0], lambda number, values: values[0] / 2 if number else 0.8)
    [0.8, 0.4]
    """
    values = list(start)
    unsettled: set[int] = set()
    numbers = range(len(values))
    # Edges lead from a number to its inputs, so that components come after all that they depend on.
    for component in strong_components(numbers, dict(zip(numbers, inputs, strict=True))):
        is_open = any(other in unsettled for number in component for other in inputs[number])
        if is_open or not settle(component, inputs, start, values, strength_of):
            unsettled.update(component)
    return [None if number in unsettled else value for number, value in enumerate(values)]


def settle(
    component: Sequence[int],
    inputs: Sequence[Sequence[int]],
    start: Sequence[float],
    values: list[float],
    strength_of: Callable[[int, Sequence[float]], float],
    *,
    deadline: Deadline = NEVER,
) -> bool:
    """Compute the values of a component, once those it depends on are known; return whether they settle.

    Raises:
        NotDecidedError: the deadline has passed, and it is not known whether they would.
    """
    if not is_circle(component, inputs):
        values[component[0]] = strength_of(component[0], values)
        return True
    for number in component:
        values[number] = start[number]
    return _settle(component, values, strength_of, deadline)


def is_circle(component: Sequence[int], inputs: Sequence[Sequence[int]]) -> bool:
    """Return whether what is in a component depends on itself."""
    return len(component) > 1 or component[0] in inputs[component[0]]


def _settle(
    component: Sequence[int],
    values: list[float],
    strength_of: Callable[[int, Sequence[float]], float],
    deadline: Deadline,
) -> bool:
    """Move the values of a circle until they settle, and return whether they do."""
    for _ in range(_MOST_ROUNDS):
        deadline.check()
        ways = [strength_of(number, values) - values[number] for number in component]
        if max(map(abs, ways)) < _NEAR_ENOUGH:
            return True
        for number, way in zip(component, ways, strict=True):
            values[number] += _STEP * way
    return False
