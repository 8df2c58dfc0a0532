"""Strengths of arguments that attack and support each other: gradual semantics."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from argmap.reasoning.settling import Strength, settled_strengths
from argmap.text.nearest import check_choice

# Computes the strength of an argument from its base and the strengths of its supporters and attackers.
StrengthFunction = Callable[[float, Sequence[float], Sequence[float]], float]

# Beyond this, exp is too large, or too small, to make a difference to a strength.
_LARGEST_EXPONENT = 700.0


def strengths(
    base: Sequence[float],
    attacks: Iterable[tuple[int, int]],
    supports: Iterable[tuple[int, int]],
    semantics: str = "df-quad",
) -> list[Strength]:
    """Return the strength of each argument of a quantitative bipolar framework, from 0 to 1.

    Arguments are numbers, `base` their strengths if nothing attacks or supports them; attacks and supports
    are pairs of source and target, and each counts once. A strength is None if it does not settle, which can
    only happen in circles.

    - `df-quad` (Rago, Toni, Aurisicchio and Baroni 2016, definitions 1 to 3)
    - `quadratic-energy` (Potyka 2018, definition 2)
    - `euler` (Amgoud and Ben-Naim 2018)
    - `mlp` (Potyka 2021)
    - `h-categoriser` (Besnard and Hunter 2001, with weights); supports do not count

    >>> strengths([0.5, 0.5, 0.5], attacks=[(1, 0)], supports=[(2, 0)])
    [0.5, 0.5, 0.5]
    >>> strengths([0.5, 0.5], attacks=[(1, 0)], supports=[])
    [0.25, 0.5]

    Raises:
        ValueError: there is no such semantics, a base is not from 0 to 1, or an end is not an argument.
    """
    function = strength_function(semantics)
    for number, strength in enumerate(base):
        if not 0 <= strength <= 1:
            raise ValueError(f"the base of argument {number} must be from 0 to 1, not {strength!r}")
    attackers = _sources("attack", len(base), attacks)
    supporters = _sources("support", len(base), supports)

    def strength_of(number: int, values: Sequence[float]) -> float:
        return function(
            base[number],
            [values[other] for other in supporters[number]],
            [values[other] for other in attackers[number]],
        )

    inputs = [[*supporters[number], *attackers[number]] for number in range(len(base))]
    return settled_strengths(inputs, list(base), strength_of)


def strength_function(semantics: str) -> StrengthFunction:
    """Return how a semantics computes a strength from a base and from supporters and attackers.

    Raises:
        ValueError: there is no such semantics; the message names the nearest.
    """
    check_choice("semantics", semantics, _FUNCTIONS)
    return _FUNCTIONS[semantics]


def df_quad(base: float, supporters: Sequence[float], attackers: Sequence[float]) -> float:
    """Return the strength of discontinuity-free quantitative argumentation debates."""
    gain = math.prod(1 - each for each in attackers) - math.prod(1 - each for each in supporters)
    return base + (1 - base) * gain if gain > 0 else base + base * gain


def quadratic_energy(base: float, supporters: Sequence[float], attackers: Sequence[float]) -> float:
    """Return the strength at which the quadratic energy of an argument is least."""
    energy = math.fsum(supporters) - math.fsum(attackers)
    pull = energy**2 / (1 + energy**2)
    return base + (1 - base) * pull if energy > 0 else base - base * pull


def euler(base: float, supporters: Sequence[float], attackers: Sequence[float]) -> float:
    """Return the strength of the Euler-based semantics."""
    return 1 - (1 - base**2) / (1 + base * _exp(math.fsum(supporters) - math.fsum(attackers)))


def mlp(base: float, supporters: Sequence[float], attackers: Sequence[float]) -> float:
    """Return the strength of a neuron of a multilayer perceptron; a base of 0 or 1 stays."""
    if base in (0, 1):
        return base
    # The logistic function of the logit of the base, moved by the energy.
    return 1 / (1 + (1 - base) / base * _exp(math.fsum(attackers) - math.fsum(supporters)))


def h_categoriser(base: float, supporters: Sequence[float], attackers: Sequence[float]) -> float:
    """Return the strength of the categoriser function with weights: supporters do not count."""
    return base / (1 + math.fsum(attackers))


_FUNCTIONS: dict[str, StrengthFunction] = {
    "df-quad": df_quad,
    "quadratic-energy": quadratic_energy,
    "euler": euler,
    "mlp": mlp,
    "h-categoriser": h_categoriser,
}
GRADUAL = tuple(_FUNCTIONS)


def _exp(exponent: float) -> float:
    return math.exp(max(-_LARGEST_EXPONENT, min(exponent, _LARGEST_EXPONENT)))


def _sources(name: str, count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    sources: list[list[int]] = [[] for _ in range(count)]
    for source, target in dict.fromkeys((source, target) for source, target in pairs):
        if not (0 <= source < count and 0 <= target < count):
            raise ValueError(f"the {name} {source!r} → {target!r} has an end that is not an argument")
        sources[target].append(source)
    return sources
