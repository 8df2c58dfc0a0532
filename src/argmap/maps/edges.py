"""The arrows of a map: sketched relations, and shared premises and conclusions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.data.changed_copies import changed
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
from argmap.named_tuples import NamedTuple
from argmap.text import Span

_LOWERED = {
    RelationKind.ENTAILMENT: RelationKind.SUPPORT,
    RelationKind.CONTRARIETY: RelationKind.ATTACK,
    RelationKind.CONTRADICTION: RelationKind.ATTACK,
}


_NO_PLACES: Places = {}
_End: TypeAlias = str | tuple[str, str]
# The key by which equal edges are merged.
_Meaning: TypeAlias = tuple[RelationKind, _End, _End]


class _Arrow(NamedTuple):
    kind: RelationKind
    source: ElementRef
    target: ElementRef
    is_sketched: bool
    # The part of an argument that is meant, if the target is one.
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
    `places` say where edges end in arguments that are shown in full.
    """
    paints = {kind: palette.paint_edge(kind) for kind in RelationKind}
    edges: dict[_Meaning, MapEdge] = {}
    # Written relations come first, so that no later edge has to become sketched.
    for kind, source_ref, target_ref, is_sketched, end, position, data in chain(
        _relation_arrows(relations, selection), _equivalence_arrows(selection)
    ):
        source, target = ids[source_ref], ids[target_ref]
        step = places.get((target_ref, end)) if places else None
        meaning = _meaning(kind, source, target, step)
        if meaning not in edges:
            color, is_own = paints[kind]
            edges[meaning] = MapEdge(
                f"e{len(edges) + 1}",
                kind,
                source,
                target,
                color,
                is_sketched,
                is_own,
                target_step=step,
                is_answer=isinstance(target_ref, QuestionRef) and kind.is_supporting,
                data=data,
                position=position,
            )
    return tuple(edges.values())


def merge_edges(edges: Iterable[MapEdge]) -> tuple[MapEdge, ...]:
    """Return the edges, with equal ones merged and numbered e1, e2, …; an edge is sketched if any of them is.

    Only verdicts and changes that all of them have are kept.
    """
    merged: dict[_Meaning, MapEdge] = {}
    for edge in edges:
        meaning = _meaning(edge.kind, edge.source, edge.target, edge.target_step)
        known = merged.setdefault(meaning, edge)
        if edge.is_sketched and not known.is_sketched:
            known = merged[meaning] = changed(known, is_sketched=True, data=edge.data)
        if edge.verdict != known.verdict:
            known = merged[meaning] = changed(known, verdict=None)
        if edge.change != known.change:
            merged[meaning] = changed(known, change=None)
    return tuple(changed(edge, id=f"e{number}") for number, edge in enumerate(merged.values(), start=1))


def _meaning(kind: RelationKind, source: str, target: str, step: str | None) -> _Meaning:
    # Nodes that are not shown in full have no steps.
    end: _End = (target, step) if step else target
    if kind.is_symmetric:
        first, second = sorted((source, end), key=str)
        return kind, first, second
    return kind, source, end


def text_position(span: Span | None) -> int | None:
    """Return where something is in the text; None for what is in included files."""
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
        # A symmetric relation also holds the other way round; one arrow between two nodes shows both.
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
            yield _Arrow(lowered, one, other, True, target, position, _plain_data(relation.data))


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


def _plain_data(data: Data) -> Data:
    """Return data of a relation without the mappings in which other formats keep what they say about it."""
    if not any(isinstance(value, FrozenDict) for value in data.values()):
        return data
    return FrozenDict({key: value for key, value in data.items() if not isinstance(value, FrozenDict)})
