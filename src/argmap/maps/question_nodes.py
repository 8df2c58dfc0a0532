"""Critical questions in a map: open ones as nodes, and how many there are about an inference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve

from argmap.analysis import ChecklistItem, Status, checklist
from argmap.data.changed_copies import changed
from argmap.maps.argument_map import ArgumentMap, MapEdge, MapNode, MapStep
from argmap.model import (
    ArgumentRef,
    Attacks,
    CriticalQuestionRef,
    Debate,
    ElementRef,
    RelationKind,
)


def with_questions(argument_map: ArgumentMap, debate: Debate) -> ArgumentMap:
    """Return a map with a node for every open question about an inference of an argument that is shown.

    A question undercuts the argument, or attacks the premises or the conclusion it asks about, where
    these are shown and known; it is in the group of the argument. Valid schemes are left alone.
    """
    shown = {node.ref: node for node in argument_map.nodes}
    nodes: list[MapNode] = []
    edges: list[MapEdge] = []
    for item in checklist(debate):
        inference = item.inference
        own = shown.get(ArgumentRef(inference.argument))
        is_valid = inference.scheme is not None and inference.scheme.is_deductive
        if own is None or item.status is not Status.OPEN or is_valid:
            continue
        ref = CriticalQuestionRef(inference.argument, inference.index, item.question.name)
        node = MapNode(f"q{len(nodes)}", ref, label_text=item.question.text, group=own.group)
        nodes.append(node)
        kind = RelationKind.UNDERCUT if item.question.attacks is Attacks.INFERENCE else RelationKind.ATTACK
        targets = [shown[end] for end in _targets(item) if end in shown] or [own]
        for target in targets:
            edge = f"qe{len(edges)}"
            edges.append(MapEdge(edge, kind, node.id, target.id, is_sketched=False, is_asked=True))
    return evolve(argument_map, nodes=(*argument_map.nodes, *nodes), edges=(*argument_map.edges, *edges))


def count_questions(nodes: Iterable[MapNode], debate: Debate) -> tuple[MapNode, ...]:
    """Return nodes whose inferences have the numbers of critical questions and of open ones about them.

    Valid schemes are left alone.
    """
    every: Counter[tuple[str, str]] = Counter()
    unanswered: Counter[tuple[str, str]] = Counter()
    for item in checklist(debate):
        if item.inference.scheme is not None and not item.inference.scheme.is_deductive:
            place = item.inference.argument, f"i{item.inference.index}"
            every[place] += 1
            unanswered[place] += item.status is Status.OPEN

    def counted(node: MapNode, step: MapStep) -> MapStep:
        place = node.ref.title, step.id
        if step.number is not None or not every[place]:
            return step
        return changed(step, questions=every[place], open_questions=unanswered[place])

    return tuple(
        changed(node, steps=tuple(counted(node, step) for step in node.steps)) if node.steps else node
        for node in nodes
    )


def _targets(item: ChecklistItem) -> Iterator[ElementRef]:
    if item.question.attacks is Attacks.PREMISE:
        yield from item.premises
    elif item.question.attacks is Attacks.CONCLUSION:
        yield item.inference.conclusion
