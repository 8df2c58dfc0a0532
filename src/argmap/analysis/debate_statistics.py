"""How much of what there is in a debate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from argmap.analysis.graph import Graph
from argmap.analysis.queries import cycles, depth, islands, leaves, roots
from argmap.data import FrozenDict
from argmap.model import ClaimRef, Debate, ElementRef, HasDebate, debate_of
from argmap.model.statement import Role


@frozen(kw_only=True)
class Statistics:
    """Numbers of a debate; those by kind are mappings from the kind's name, in alphabetical order.

    `implicit` are the premises that nobody stated; `speakers` counts what each speaker puts forward.
    `grounded` are the claims that rest on evidence, by however many steps; `depth` is the number of
    steps from the farthest element to its root; `cycles` are circles of support.
    """

    claims: int
    grounded: int
    evidence: int
    evidence_kinds: FrozenDict[str, int]
    questions: int
    implicit: int
    speakers: FrozenDict[str, int]
    sources: int
    arguments: int
    reconstructed: int
    inferences: int
    schemes: FrozenDict[str, int]
    sketched_relations: FrozenDict[str, int]
    derived_relations: int
    sections: int
    tags: int
    roots: int
    leaves: int
    islands: int
    cycles: int
    depth: int


def statistics(debate: HasDebate | Debate) -> Statistics:
    """Return counts of what is in a debate.

    >>> import argmap
    >>> found = statistics(argmap.parse("[A]: x\\n  + [^E]: y {source: S, kind: event}").debate)
    >>> found.claims, found.grounded, found.evidence_kinds, found.depth
    (1, 1, FrozenDict({'event': 1}), 1)
    """
    debate = debate_of(debate)
    graph = Graph.of(debate)
    inferences = [inference for argument in debate.arguments.values() for inference in argument.inferences]
    return Statistics(
        claims=len(debate.claims),
        grounded=_grounded(debate, graph),
        evidence=len(debate.evidence),
        evidence_kinds=_counted(one.kind for one in debate.evidence.values()),
        questions=len(debate.questions),
        implicit=_implicit(debate),
        speakers=_counted(name for element in debate.elements for name in element.speakers),
        sources=len(debate.sources),
        arguments=len(debate.arguments),
        reconstructed=sum(argument.is_reconstructed for argument in debate.arguments.values()),
        inferences=len(inferences),
        schemes=_counted(inference.scheme.name if inference.scheme else None for inference in inferences),
        sketched_relations=_counted(
            relation.kind.value for relation in debate.relations if not relation.is_derived
        ),
        derived_relations=sum(relation.is_derived for relation in debate.relations),
        sections=len(debate.sections),
        tags=len(debate.tags),
        roots=len(roots(graph)),
        leaves=len(leaves(graph)),
        islands=len(islands(graph)),
        cycles=len(cycles(graph)),
        depth=depth(graph),
    )


def _implicit(debate: Debate) -> int:
    """Return how many claims and pieces of evidence are premises that nobody stated."""
    return len(
        {
            ref
            for argument in debate.arguments.values()
            for ref, step in zip(argument.step_refs, argument.steps, strict=True)
            if step.role is Role.PREMISE and (step.is_implicit or debate[ref].is_implicit)
        }
    )


def _counted(names: Iterable[str | None]) -> FrozenDict[str, int]:
    return FrozenDict(sorted(Counter(name for name in names if name is not None).items()))


def _grounded(debate: Debate, graph: Graph) -> int:
    """Return how many claims rest on evidence: one walk from all evidence along what is supported."""
    reached: set[ElementRef] = set()
    waiting: list[ElementRef] = [one.ref for one in debate.evidence.values()]
    while waiting:
        for other in graph.supported(waiting.pop()):
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return sum(isinstance(ref, ClaimRef) for ref in reached)
