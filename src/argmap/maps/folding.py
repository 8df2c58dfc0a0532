"""Evidence and premises that are drawn inside the only thing that they support or attack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve

from argmap.data.changed_copies import changed
from argmap.maps.argument_map import ArgumentMap, MapEdge, MapNode, MapStep, MapStrip
from argmap.model import ClaimRef, CriticalQuestionRef, ElementRef, EvidenceRef

# The content of a box has to be readable, and old engines cannot read labels that are too long: a statement
# counts as one, a piece of evidence as two.
_MOST_ROWS = 28
_STRIP_ROWS = 2

_Place = tuple[str, str | None]


def fold(view: ArgumentMap, *, evidence: str = "auto") -> ArgumentMap:
    """Return a map in which nodes with a single relation are inside the node that this leads to.

    Evidence becomes a strip of the node or step that it supports or attacks; a premise of an argument that is
    shown in full is not also a node. Nodes and edges inside others are kept in `MapStrip`: none is lost. With
    `evidence` as `node`, all evidence keeps separate nodes. Evidence with an image, or with a rank that its
    author chose, always does.

    >>> fold(ArgumentMap())
    <ArgumentMap of 0 nodes and 0 edges>
    """
    inside: dict[_Place, list[MapStrip]] = {}
    used = {node.id: len(node.steps) for node in view.nodes}
    for strip in _candidates(view):
        is_evidence = isinstance(strip.node.ref, EvidenceRef)
        if is_evidence and evidence == "node":
            continue
        place = strip.edge.target, strip.edge.target_step
        used[strip.edge.target] += _STRIP_ROWS if is_evidence else 0
        if used[strip.edge.target] <= _MOST_ROWS:
            inside.setdefault(place, []).append(strip)
    theses = _theses(view)
    folded = {strip.node.id for strips in inside.values() for strip in strips}
    nodes = [node for node in view.nodes if node.id not in folded]
    shown = {node.ref for node in nodes}
    return evolve(
        view,
        nodes=tuple(_filled(node, inside, shown, node.id in theses) for node in nodes),
        edges=tuple(edge for edge in view.edges if edge.source not in folded),
    )


def unfold(view: ArgumentMap) -> ArgumentMap:
    """Return a folded map in which what is inside nodes is also listed with the other nodes and edges.

    >>> unfold(ArgumentMap())
    <ArgumentMap of 0 nodes and 0 edges>
    """
    inside = [strip for node in view.nodes for strip in strips_in(node)]
    return evolve(
        view,
        nodes=(*view.nodes, *(strip.node for strip in inside)),
        edges=(*view.edges, *(strip.edge for strip in inside)),
    )


def strips_in(node: MapNode) -> Iterator[MapStrip]:
    """Yield what is drawn inside a node: evidence, and what stands for its steps."""
    yield from node.strips
    for step in node.steps:
        yield from ((step.premise,) if step.premise else ())
        yield from step.strips


def _theses(view: ArgumentMap) -> set[str]:
    """Return the claims that something supports or attacks and that support and attack nothing."""
    sources = {end for edge in view.edges for end in _bearing(edge)}
    targets = {edge.target for edge in view.edges if not edge.kind.is_symmetric}
    claims = {node.id for node in view.nodes if isinstance(node.ref, ClaimRef)}
    return (claims & targets) - sources


def _bearing(edge: MapEdge) -> tuple[str, ...]:
    return () if edge.kind.is_symmetric else (edge.source,)


def _candidates(view: ArgumentMap) -> Iterator[MapStrip]:
    """Yield the nodes with one outgoing and no incoming edge, if their target has room for them."""
    ends = Counter(end for edge in view.edges for end in (edge.source, edge.target))
    only = {edge.source: edge for edge in view.edges if ends[edge.source] == 1}
    nodes = {node.id: node for node in view.nodes}
    for node in view.nodes:
        edge = only.get(node.id)
        target = nodes.get(edge.target) if edge else None
        if edge is None or target is None or edge.kind.is_symmetric or edge.is_asked or edge.is_answer:
            continue
        if not (_may_be_inside(node) and _says_something(target)):
            continue
        step = next((step for step in target.steps if step.id == edge.target_step), None)
        if isinstance(node.ref, EvidenceRef) or (step is not None and _is_premise(step, node)):
            yield MapStrip(node, edge)


def _may_be_inside(node: MapNode) -> bool:
    return node.rank is None and not node.images and _says_something(node)


def _says_something(node: MapNode) -> bool:
    return bool(node.label_title or node.label_text or node.steps)


def _is_premise(step: MapStep, node: MapNode) -> bool:
    return step.number is not None and not step.is_conclusion and step.ref == node.ref


def _filled(
    node: MapNode,
    inside: Mapping[_Place, list[MapStrip]],
    shown: Collection[ElementRef | CriticalQuestionRef],
    is_thesis: bool,
) -> MapNode:
    """Return a node with its content; conclusions that are also nodes are given by their titles."""
    strips = inside.get((node.id, None), ())
    if not node.steps:
        return changed(node, strips=tuple(strips), is_thesis=is_thesis) if strips or is_thesis else node
    steps = tuple(_filled_step(step, inside.get((node.id, step.id), ()), shown) for step in node.steps)
    return changed(node, strips=tuple(strips), steps=steps)


def _filled_step(
    step: MapStep, strips: Iterable[MapStrip], shown: Collection[ElementRef | CriticalQuestionRef]
) -> MapStep:
    premise = next((strip for strip in strips if _is_premise(step, strip.node)), None)
    others = tuple(strip for strip in strips if strip is not premise)
    if step.is_conclusion and step.title and step.ref in shown:
        step = changed(step, text=None, marks=())
    return changed(step, premise=premise, strips=others) if premise or others else step
