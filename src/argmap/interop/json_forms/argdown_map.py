"""Maps as written in Argdown's JSON export."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeAlias

from argmap.interop.json_forms.argdown_ranges import ranges_of
from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.model import ArgumentRef, CriticalQuestionRef, InferenceRef, Ref
from argmap.model.reference import SIGNS
from argmap.settings.settings import ColorSettings

Json: TypeAlias = dict[str, object]


def write_map(view: ArgumentMap, colors: ColorSettings) -> Json:
    """Return a map as in Argdown's export, where nodes are listed in their groups."""
    children: defaultdict[str | None, list[Json]] = defaultdict(list)
    groups = [(group, _group(group, colors, children[group.id])) for group in view.groups]
    # Groups come first at the top, but after the nodes of the group that they are in.
    children[None].extend(row for group, row in groups if group.parent is None)
    for node in view.nodes:
        children[node.group].append(_node(node, colors))
    for group, row in groups:
        if group.parent is not None:
            children[group.parent].append(row)
    return {"nodes": children[None], "edges": [_edge(edge) for edge in view.edges]}


def _node(map_node: MapNode, colors: ColorSettings) -> Json:
    is_argument = isinstance(map_node.ref, ArgumentRef)
    sign = SIGNS.get(type(map_node.ref), "")
    return without_none(
        id=map_node.id,
        title=title_of(map_node.ref),
        type="argument-map-node" if is_argument else "statement-map-node",
        labelTitle=sign + map_node.label_title if map_node.label_title else None,
        labelText=map_node.label_text,
        labelTextRanges=ranges_of(map_node.label_text or "", map_node.marks),
        tags=map_node.tags or None,
        images=map_node.images or None,
        color=map_node.color,
        fontColor=colors.argument_font_color if is_argument else colors.statement_font_color,
    )


def _group(map_group: MapGroup, colors: ColorSettings, children: list[Json]) -> Json:
    return without_none(
        id=map_group.id,
        title=map_group.title,
        type="group-map-node",
        labelTitle=map_group.title,
        level=map_group.level,
        parent=map_group.parent,
        isClosed=map_group.is_closed or None,
        color=map_group.color,
        fontColor=colors.group_font_color,
        children=children,
    )


def _edge(map_edge: MapEdge) -> Json:
    ends = {"from": map_edge.source, "to": map_edge.target}
    return {"id": map_edge.id, "type": "map-edge", "relationType": map_edge.kind.value, **ends}


def without_none(**fields: object) -> Json:
    """Return an object without what is None."""
    return {name: value for name, value in fields.items() if value is not None}


def title_of(ref: Ref | CriticalQuestionRef) -> str:
    """Return the title by which Argdown knows what a reference names; for an inference, its argument's."""
    if isinstance(ref, InferenceRef):
        return ref.argument
    return SIGNS.get(type(ref), "") + ref.title
