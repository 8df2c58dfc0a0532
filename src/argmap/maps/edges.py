"""What the arrows of a map are: sketched relations, and shared premises and conclusions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from attrs import evolve

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.maps.argument_map import MapEdge
from argmap.maps.choosing.selection import Selection
from argmap.maps.nodes.argument_steps import Places
from argmap.maps.nodes.palette import Palette
from argmap.model import (
    ArgumentRef,
    ElementRef,
    InferenceRef,
    Origin,
    QuestionRef,
    Ref,
    Relation,
    RelationKind,
)
from argmap.text import Span

_LOWERED = {
    RelationKind.ENTAILMENT: RelationKind.SUPPORT,
    RelationKind.CONTRARIETY: RelationKind.ATTACK,
    RelationKind.CONTRADICTION: RelationKind.ATTACK,
}


_NO_PLACES: Places = {}
_End: TypeAlias = str | tuple[str, str]


class _Arrow(NamedTuple):
    kind: RelationKind
    source: ElementRef
    target: ElementRef
    is_sketched: bool
    # What of an argument is meant, if the target is one.
    end: Ref | None = None
    position: int | None = None
    data: Data = NO_DATA


def draw_edges(
    relations: Iterable[Relation],
    selection: Selection,
    ids: Mapping[ElementRef, str],
    palette: Palette,
    *,
    places: Places = _NO_PLACES,
) -> tuple[MapEdge, ...]:
    """Return the edges between the nodes with these ids, one for each meaning.

    Two edges mean the same if kind and ends are the same; for symmetric kinds the ends may be swapped.
    `places` say where in arguments that are shown in full edges end.
    """
    arrows = [*_relation_arrows(relations, selection), *_equivalence_arrows(selection)]
    paints = {kind: palette.paint_edge(kind) for kind in RelationKind}
    return merge_edges(
        MapEdge(
            "",
            arrow.kind,
            ids[arrow.source],
            ids[arrow.target],
            color,
            arrow.is_sketched,
            is_own,
            target_step=places.get((arrow.target, arrow.end)) if places else None,
            is_answer=isinstance(arrow.target, QuestionRef) and arrow.kind.is_supporting,
            data=arrow.data,
            position=arrow.position,
        )
        for arrow in arrows
        for color, is_own in (paints[arrow.kind],)
    )


def merge_edges(edges: Iterable[MapEdge]) -> tuple[MapEdge, ...]:
    """Return the edges with equal ones as one, numbered e1, e2, …; what anyone sketched is sketched."""
    merged: dict[tuple[RelationKind, _End, _End], MapEdge] = {}
    for edge in edges:
        # Nodes that are not shown in full have no steps.
        target: _End = (edge.target, edge.target_step) if edge.target_step else edge.target
        first, second = (
            sorted((edge.source, target), key=str) if edge.kind.is_symmetric else (edge.source, target)
        )
        known = merged.setdefault((edge.kind, first, second), edge)
        if edge.is_sketched and not known.is_sketched:
            merged[edge.kind, first, second] = evolve(known, is_sketched=True, data=edge.data)
    return tuple(_numbered(edge, number) for number, edge in enumerate(merged.values(), start=1))


def _numbered(edge: MapEdge, number: int) -> MapEdge:
    # Not evolve(): edges are many, and it takes four times as long.
    return MapEdge(
        f"e{number}",
        edge.kind,
        edge.source,
        edge.target,
        color=edge.color,
        is_sketched=edge.is_sketched,
        has_own_color=edge.has_own_color,
        is_asked=edge.is_asked,
        is_answer=edge.is_answer,
        data=edge.data,
        target_step=edge.target_step,
        position=edge.position,
    )


def text_position(span: Span | None) -> int | None:
    """Return where something is in the text; in files that were included nothing is known of it."""
    return None if span is None or span.path is not None else span.start


def _relation_arrows(relations: Iterable[Relation], selection: Selection) -> Iterator[_Arrow]:
    for relation in relations:
        if relation.origin is not Origin.SKETCHED:
            continue
        source, target = relation.source, relation.target
        if not (selection.has_end(relation, source) and selection.has_end(relation, target)):
            continue
        position = text_position(relation.spans[0]) if relation.spans else None
        yield from _arrows(relation, source, target, selection, position)
        # A symmetric relation also holds the other way round; between two nodes one arrow shows both.
        if relation.kind.is_symmetric and not (_is_node(source, selection) and _is_node(target, selection)):
            yield from _arrows(relation, target, source, selection, position)


def _arrows(
    relation: Relation, source: Ref, target: Ref, selection: Selection, position: int | None
) -> Iterator[_Arrow]:
    kind = relation.kind
    targets = _targets(target, selection)
    for one in _sources(source, selection):
        for other in targets:
            is_lowered = isinstance(one, ArgumentRef) or isinstance(other, ArgumentRef)
            lowered = _LOWERED.get(kind, kind) if is_lowered else kind
            yield _Arrow(lowered, one, other, True, target, position, _told(relation.data))


def _sources(end: Ref, selection: Selection) -> list[ElementRef]:
    """Return the nodes from which a relation with this source starts: itself, or what concludes it."""
    if isinstance(end, InferenceRef):
        return []
    if _is_node(end, selection):
        return [end]
    return [] if isinstance(end, ArgumentRef) else [*selection.usage.conclusions.get(end, ())]


def _targets(end: Ref, selection: Selection) -> list[ElementRef]:
    """Return the nodes at which a relation with this target ends: itself, or what has it as a premise."""
    element = ArgumentRef(end.argument) if isinstance(end, InferenceRef) else end
    if _is_node(element, selection):
        return [element]
    return [] if isinstance(element, ArgumentRef) else [*selection.usage.premises.get(element, ())]


def _is_node(end: Ref, selection: Selection) -> bool:
    return end in selection.propositions or end in selection.arguments


def _equivalence_arrows(selection: Selection) -> Iterator[_Arrow]:
    """Yield supports by what is concluded here and assumed there."""
    premises = selection.usage.premises
    for ref, argument in selection.arguments.items():
        conclusion = argument.conclusion
        if conclusion is None:
            continue
        shown = conclusion in selection.propositions
        for target in [conclusion] if shown else premises.get(conclusion, ()):
            yield _Arrow(RelationKind.SUPPORT, ref, target, False, conclusion)
    for claim in selection.propositions:
        for user in premises.get(claim, ()):
            yield _Arrow(RelationKind.SUPPORT, claim, user, False, claim)


def _told(data: Data) -> Data:
    """Return data of a relation without the mappings in which other formats keep what they say of it."""
    if not any(isinstance(value, FrozenDict) for value in data.values()):
        return data
    return FrozenDict({key: value for key, value in data.items() if not isinstance(value, FrozenDict)})
