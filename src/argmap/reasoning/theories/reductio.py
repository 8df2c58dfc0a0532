"""What follows from a supposition: copies of statements and steps for inferences that refute it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from argmap.model import Debate, InferenceRef, Ref, Relation
from argmap.reasoning.theories.theory import ReasonedStep, StatementKind, StepKind

# At most so much is copied and searched; a larger reductio is read like any other inference.
_MOST_WORK = 2_000_000


class Supposing(Protocol):
    """What copying needs of a theory that is being built."""

    steps: list[ReasonedStep]
    pros: list[list[int]]
    undercuts: defaultdict[int, list[int]]
    refs: list[Ref]
    conflicts: list[tuple[int, int]]
    entailments: list[tuple[int, int]]
    accepted: set[int]
    vetoed: set[int]
    inference_steps: dict[InferenceRef, int]

    def add(self, kind: StatementKind, ref: Ref) -> int:
        """Add a statement."""
        ...

    def step(
        self,
        kind: StepKind,
        premises: tuple[int, ...],
        target: int,
        subject: Ref | Relation,
        weight: float = 1.0,
    ) -> int:
        """Add a step."""
        ...


def suppose(theory: Supposing, debate: Debate) -> tuple[InferenceRef, ...]:
    """Let the premises of each reductio follow from what its conclusion conflicts with.

    They need not hold themselves. All that lies between the supposition and them is copied: the copy of the
    supposition is given, and what speaks against a statement does not speak against its copy. Return the
    inferences for which that would be too much work: they are treated like any other.
    """
    written = [
        theory.inference_steps[InferenceRef(argument.title, place)]
        for argument in debate.arguments.values()
        for place, inference in enumerate(argument.inferences)
        if inference.scheme is not None
        and inference.scheme.name == "reductio"
        and InferenceRef(argument.title, place) in theory.inference_steps
    ]
    if not written:
        return ()
    suppositions: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in theory.conflicts:
        if first != second:
            suppositions[first].add(second)
            suppositions[second].add(first)
    onward, backward = _edges(theory)
    work = 0
    rewritten: dict[int, tuple[int, ...]] = {}
    left: list[int] = []
    for number in written:
        step = theory.steps[number]
        given = suppositions.get(step.target)
        if not given:
            continue
        if work > _MOST_WORK:
            left.append(number)
            continue
        reached, visited = _reach(given, onward, skipped=number)
        work += visited
        goals = [premise for premise in step.premises if premise in reached]
        needed, visited = _reach(goals, backward, skipped=number)
        work += visited
        ways = reached & needed
        if goals:
            copies = _copied(theory, sorted(ways), given & ways, backward, skipped=number)
            rewritten[number] = tuple(copies.get(premise, premise) for premise in step.premises)
    for number, premises in rewritten.items():
        theory.steps[number] = theory.steps[number]._replace(premises=premises)
    return tuple(ref for ref, number in theory.inference_steps.items() if number in {*left})


# From a statement to others, each by a step, or by None if by entailment.
_Edges = Mapping[int, Sequence[tuple[int, int | None]]]


def _edges(theory: Supposing) -> tuple[_Edges, _Edges]:
    """Return what follows from each statement, and from what each follows."""
    onward: defaultdict[int, list[tuple[int, int | None]]] = defaultdict(list)
    backward: defaultdict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for target, numbers in enumerate(theory.pros):
        for number in numbers:
            for premise in theory.steps[number].premises:
                onward[premise].append((target, number))
                backward[target].append((premise, number))
    for source, target in theory.entailments:
        onward[source].append((target, None))
        backward[target].append((source, None))
    return onward, backward


def _reach(starts: Iterable[int], edges: _Edges, *, skipped: int) -> tuple[set[int], int]:
    """Return what can be reached without using one step, and how much was searched."""
    reached = set(starts)
    waiting = list(reached)
    visited = 0
    while waiting:
        for other, number in edges.get(waiting.pop(), ()):
            visited += 1
            if number != skipped and other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached, visited


def _copied(
    theory: Supposing, ways: Sequence[int], given: set[int], backward: _Edges, *, skipped: int
) -> dict[int, int]:
    """Add the copies of statements and of the steps between them; return the copy of each."""
    copies = {statement: theory.add(StatementKind.COPY, theory.refs[statement]) for statement in ways}
    theory.accepted.update(copies[statement] for statement in given)
    for statement in ways:
        if statement in given:
            continue
        ref = theory.refs[statement]
        theory.step(StepKind.PRO, (statement,), copies[statement], ref)
        for number in dict.fromkeys(number for _, number in backward.get(statement, ())):
            if number is None or number == skipped:
                continue
            step = theory.steps[number]
            if any(premise in copies for premise in step.premises):
                premises = tuple(copies.get(premise, premise) for premise in step.premises)
                copy = theory.step(StepKind.PRO, premises, copies[statement], step.subject, step.weight)
                if number in theory.undercuts:
                    theory.undercuts[copy] = theory.undercuts[number]
                if number in theory.vetoed:
                    theory.vetoed.add(copy)
        for source, number in backward.get(statement, ()):
            if number is None and source in copies:
                theory.step(StepKind.PRO, (copies[source],), copies[statement], ref)
    return copies
