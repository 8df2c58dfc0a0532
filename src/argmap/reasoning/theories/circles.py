"""Circles of support: statements that would otherwise only hold each other up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from argmap.data.strong_components import strong_components
from argmap.reasoning.theories.theory import ArgumentationTheory


@frozen(eq=False)
class Circles:
    """The steps that count as reasons for each statement, and the circle of support that each is part of.

    A statement that is in no circle has circle -1; `members` are the statements of each circle.
    """

    reasons: Sequence[Sequence[int]]
    circle: Sequence[int]
    members: Sequence[tuple[int, ...]]


def circles_of(theory: ArgumentationTheory) -> Circles:
    """Return the circles of a theory, after cutting steps that support what has a base outside its circle.

    Stipulated statements are in no circle.
    """
    reasons: Sequence[Sequence[int]] = theory.pros
    components = _components(theory, reasons)
    if components.members:
        reasons = _cut(theory, components.circle)
        components = _components(theory, reasons)
    return Circles(reasons, components.circle, components.members)


def _cut(theory: ArgumentationTheory, circle: Sequence[int]) -> list[list[int]]:
    """Return the pro steps of each statement without those from inside a circle into what has a base."""
    has_base = bytearray(theory.leaves)
    for source, target in theory.entailments:
        if circle[source] != circle[target]:
            has_base[target] = 1
    steps = theory.steps
    return [
        [
            number
            for number in numbers
            if not any(circle[premise] == circle[target] for premise in steps[number].premises)
        ]
        if has_base[target] and circle[target] >= 0
        else list(numbers)
        for target, numbers in enumerate(theory.pros)
    ]


def _components(theory: ArgumentationTheory, reasons: Sequence[Sequence[int]]) -> Circles:
    successors = _support(theory, reasons)
    circle = [-1] * len(theory)
    members: list[tuple[int, ...]] = []
    for component in _nontrivial(successors):
        for statement in component:
            circle[statement] = len(members)
        members.append(tuple(sorted(component)))
    return Circles(reasons, circle, members)


def _support(theory: ArgumentationTheory, reasons: Sequence[Sequence[int]]) -> Mapping[int, Sequence[int]]:
    """Return what each statement supports, as a premise or by entailment."""
    fixed = theory.accepted | theory.rejected
    successors: dict[int, list[int]] = {}
    for target, numbers in enumerate(reasons):
        if not numbers or target in fixed:
            continue
        for number in numbers:
            for premise in theory.steps[number].premises:
                if premise not in fixed:
                    successors.setdefault(premise, []).append(target)
    for source, target in theory.entailments:
        if source not in fixed and target not in fixed:
            successors.setdefault(source, []).append(target)
    return successors


def _nontrivial(successors: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, ...]]:
    for component in strong_components(successors, successors):
        if len(component) > 1 or component[0] in successors.get(component[0], ()):
            yield component
