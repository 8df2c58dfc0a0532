"""Changes in a map: words before titles, and remarks about relations; what is far from them is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from argmap.comparing.change_kinds import (
    Added,
    DebateChange,
    RelationAdded,
    RelationRemoved,
    RelationTurned,
    Removed,
    Renamed,
    Reworded,
    ScriptChanged,
)
from argmap.comparing.forms.change_words import name_of
from argmap.comparing.united_debate import UnitedDebate
from argmap.data import FrozenDict
from argmap.maps.argument_map import ArgumentMap, MapEdge, MapGroup, MapNode, MapRemark
from argmap.model import (
    ArgumentRef,
    CriticalQuestionRef,
    ElementRef,
    InferenceRef,
    Mark,
    MarkKind,
    Ref,
    Relation,
    RelationKind,
)

# The meanings of looks in a drawing of changes, in the order of the roles of themes.
CHANGE_NOTES = (
    "+ added: thick line · − removed: dashed line · ≠ reworded: {-words that are gone-} {+new words+}"
    " · ≈ renamed · turned relation: double line · unchanged: thin and grey",
)
_SIGNS = {Added: "+ added", Removed: "− removed"}
_LOWERED = {
    RelationKind.ENTAILMENT: RelationKind.SUPPORT,
    RelationKind.CONTRARIETY: RelationKind.ATTACK,
    RelationKind.CONTRADICTION: RelationKind.ATTACK,
}


def with_changes(view: ArgumentMap, debates: UnitedDebate) -> ArgumentMap:
    """Return a map of two debates in one, whose nodes and edges say what became of them."""
    refs = {node.id: node.ref for node in view.nodes}
    relations = _by_ends(debates)
    edges = tuple(_edge(edge, refs, relations) for edge in view.edges)
    remarks: defaultdict[str, list[MapRemark]] = defaultdict(list)
    for edge in edges:
        if words := _remark(edge, refs, relations):
            remarks[edge.source].append(MapRemark(edge, words, None))
    titles = {node.id: node.label_title for node in view.nodes}
    nodes = tuple(_node(node, debates.elements, remarks[node.id], titles) for node in view.nodes)
    return _near(evolve(view, nodes=nodes, edges=edges), debates)


def role_of(changes: Iterable[DebateChange]) -> str:
    """Return the role of themes for an element with these changes."""
    kinds = {type(change) for change in changes}
    if Added in kinds:
        return "added"
    return "removed" if Removed in kinds else "changed" if kinds else "context"


def roles_of(view: ArgumentMap, debates: UnitedDebate) -> FrozenDict[object, str]:
    """Return the roles of themes for all nodes of a map, by what they show."""
    roles: dict[object, str] = {
        node.ref: role_of(_changes(node.ref, debates.elements)) for node in view.nodes
    }
    return FrozenDict(roles)


def _changes(
    ref: ElementRef | CriticalQuestionRef, elements: Mapping[ElementRef, tuple[DebateChange, ...]]
) -> tuple[DebateChange, ...]:
    return () if isinstance(ref, CriticalQuestionRef) else elements.get(ref, ())


def _node(
    node: MapNode,
    elements: Mapping[ElementRef, tuple[DebateChange, ...]],
    remarks: list[MapRemark],
    titles: Mapping[str, str | None],
) -> MapNode:
    changes = _changes(node.ref, elements)
    several = len(remarks) > 1
    told = tuple(
        evolve(remark, other=titles.get(remark.edge.target) if several else None) for remark in remarks
    )
    node = evolve(node, remarks=(*node.remarks, *told)) if told else node
    words = ", ".join(_words(changes))
    if not words:
        return node
    reworded = next((change for change in changes if isinstance(change, Reworded)), None)
    if reworded is not None and node.label_text is not None:
        text, marks = _reworded(reworded)
        node = evolve(node, label_text=text, marks=marks)
    if node.label_title is not None or node.label_text is None:
        title = words if node.label_title is None else f"{words}: {node.label_title}"
        return evolve(node, label_title=title)
    prefix = f"{words}: "
    marks = tuple(
        evolve(mark, start=mark.start + len(prefix), end=mark.end + len(prefix)) for mark in node.marks
    )
    return evolve(node, label_text=prefix + node.label_text, marks=marks)


def _words(changes: Iterable[DebateChange]) -> Iterator[str]:
    for change in changes:
        if type(change) in _SIGNS:
            yield _SIGNS[type(change)]
        elif isinstance(change, Renamed) and change.before is not None:
            yield f"≈ was {name_of(change.before)}"
        elif isinstance(change, ScriptChanged) and change.details:
            yield f"≠ {'; '.join(change.details)}"
        else:
            yield f"≠ {change.word}"


def _reworded(change: Reworded) -> tuple[str, tuple[Mark, ...]]:
    """Return both texts in one: new words in bold, those that are gone in italics, both in braces."""
    text = ""
    marks: list[Mark] = []
    for part in change.words:
        words = part[1:]
        if part[0] == "=":
            text += words
            continue
        is_new = part[0] == "+"
        start = len(text)
        text += f"{{+{words}+}}" if is_new else f"{{-{words}-}}"
        marks.append(Mark(MarkKind.BOLD if is_new else MarkKind.ITALIC, start, len(text)))
    return text, tuple(marks)


def _by_ends(debates: UnitedDebate) -> Mapping[tuple[Ref, Ref], list[tuple[RelationKind, DebateChange]]]:
    ends: defaultdict[tuple[Ref, Ref], list[tuple[RelationKind, DebateChange]]] = defaultdict(list)
    for (kind, source, target), change in debates.relations.items():
        ends[_element(source), _element(target)].append((kind, change))
        if kind.is_symmetric:
            ends[_element(target), _element(source)].append((kind, change))
    return ends


def _element(ref: Ref) -> Ref:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def _change_of(
    edge: MapEdge,
    refs: Mapping[str, ElementRef | CriticalQuestionRef],
    relations: Mapping[tuple[Ref, Ref], list[tuple[RelationKind, DebateChange]]],
) -> DebateChange | None:
    source, target = refs.get(edge.source), refs.get(edge.target)
    if isinstance(source, CriticalQuestionRef | None) or isinstance(target, CriticalQuestionRef | None):
        return None
    known = relations.get((source, target), [])
    kinds = ((kind, change) for kind, change in known)
    return next((change for kind, change in kinds if edge.kind in (kind, _LOWERED.get(kind))), None)


def _edge(
    edge: MapEdge,
    refs: Mapping[str, ElementRef | CriticalQuestionRef],
    relations: Mapping[tuple[Ref, Ref], list[tuple[RelationKind, DebateChange]]],
) -> MapEdge:
    match _change_of(edge, refs, relations):
        case RelationAdded():
            return evolve(edge, change="added")
        case RelationRemoved():
            return evolve(edge, change="removed")
        case RelationTurned():
            return evolve(edge, change="turned")
    return evolve(edge, change="context")


def _remark(
    edge: MapEdge,
    refs: Mapping[str, ElementRef | CriticalQuestionRef],
    relations: Mapping[tuple[Ref, Ref], list[tuple[RelationKind, DebateChange]]],
) -> str:
    match _change_of(edge, refs, relations):
        case RelationAdded():
            return f"+ added: {edge.verb}"
        case RelationRemoved():
            return f"− removed: {edge.verb}"
        case RelationTurned(before=Relation() as before, after=Relation() as after):
            if before.kind is after.kind:
                return f"turned, was: {name_of(before)}"
            return f"was: {before.verb}, is: {after.verb}"
    return ""


def _near(view: ArgumentMap, debates: UnitedDebate) -> ArgumentMap:
    """Return what of a map is at most so many edges away from a change; all if there are none."""
    near = {node.id for node in view.nodes if _changes(node.ref, debates.elements)}
    near |= {end for edge in view.edges if edge.change != "context" for end in (edge.source, edge.target)}
    if debates.context is None or not near:
        return view
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for edge in view.edges:
        beside[edge.source].add(edge.target)
        beside[edge.target].add(edge.source)
    border = set(near)
    for _ in range(debates.context):
        border = {other for end in border for other in beside[end]} - near
        if not border:
            break
        near |= border
    nodes = tuple(node for node in view.nodes if node.id in near)
    edges = tuple(edge for edge in view.edges if edge.source in near and edge.target in near)
    return evolve(view, nodes=nodes, edges=edges, groups=tuple(_groups_around(view.groups, nodes, near)))


def _groups_around(
    groups: tuple[MapGroup, ...], nodes: tuple[MapNode, ...], near: set[str]
) -> Iterator[MapGroup]:
    """Yield the groups with something in them; closed ones are ends of edges."""
    parents = {group.id: group.parent for group in groups}
    waiting = [node.group for node in nodes] + [group.id for group in groups if group.id in near]
    kept: set[str] = set()
    while waiting:
        group = waiting.pop()
        if group is not None and group not in kept:
            kept.add(group)
            waiting.append(parents.get(group))
    yield from (group for group in groups if group.id in kept)
