"""What a node, group or edge looks like: its role's theme and the colour that its author chose."""

from __future__ import annotations

from attrs import evolve, frozen

from argmap.maps import MapEdge, MapGroup, MapNode
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, MarkKind
from argmap.render.colors import contrast, mix, to_hex
from argmap.render.links import safe_link
from argmap.render.theme import Theme

_ROLES = {ClaimRef: "claim", EvidenceRef: "evidence", ArgumentRef: "argument"}
_WHITE = "#ffffff"
_READABLE = 4.5
# Of an author's colour the border has all, the fill so much that text on it stays readable.
_NODE_TINT = 0.88
_GROUP_TINT = 0.92
_ACCENT_WIDTH = "2"


@frozen
class Looks:
    """The role of a thing, its Graphviz attributes, and the colour of its text if it is not the theme's."""

    role: str
    attributes: dict[str, str]
    font_color: str | None = None


def node_looks(node: MapNode, theme: Theme) -> Looks:
    """Return what a node looks like; its role is claim, evidence or argument."""
    role = _ROLES[type(node.ref)]
    return _accented(Looks(role, dict(theme.of(role))), node, _NODE_TINT)


def group_looks(group: MapGroup, theme: Theme) -> Looks:
    """Return what a group looks like; its role is group or closed-group."""
    role = "closed-group" if group.is_closed else "group"
    return _accented(Looks(role, dict(theme.of(role))), group, _GROUP_TINT)


def edge_looks(edge: MapEdge, theme: Theme) -> dict[str, str]:
    """Return the Graphviz attributes of an edge."""
    role = edge.kind.value
    attributes = {**theme.of(role), **({} if edge.is_sketched else theme.of("derived"))}
    color = to_hex(edge.color) if edge.has_own_color else None
    if color:
        # A double line is written as two colours with what is between them.
        parts = attributes.get("color", color).split(":")
        attributes["color"] = ":".join(color if part == parts[0] else part for part in parts)
    return attributes | {"class": role if edge.is_sketched else f"{role} derived"}


def node_link(node: MapNode) -> str | None:
    """Return where a node leads: to its first source that has a link, or what its text links to first."""
    sources = (source.link for source in node.sources)
    texts = (mark.target for mark in node.marks if mark.kind is MarkKind.LINK)
    return next((link for link in map(safe_link, (*sources, *texts)) if link), None)


def _accented(looks: Looks, one: MapNode | MapGroup, tint: float) -> Looks:
    attributes = looks.attributes
    color = to_hex(one.color) if one.has_own_color else None
    if color:
        accent = {"color": color, "fillcolor": mix(color, _WHITE, share=tint), "penwidth": _ACCENT_WIDTH}
        attributes = {**attributes, **accent}
    font_color = to_hex(one.font_color)
    fill = to_hex(attributes.get("fillcolor")) or _WHITE
    if font_color and contrast(font_color, fill) < _READABLE:
        font_color = None
    return evolve(looks, attributes=attributes, font_color=font_color)
