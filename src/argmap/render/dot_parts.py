"""Nodes, sections and relations as statements of DOT, in the looks of a theme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from argmap.maps import MapEdge, MapGroup, MapNode
from argmap.model import RelationKind
from argmap.render.boxes.box_frames import Box
from argmap.render.dot_quoting import all_quoted, escaped_twice, label_of, listed, quoted
from argmap.render.engines.part_words import about_evidence
from argmap.render.engines.svg import JUNCTION, junction_id
from argmap.render.labels import heading, source_lines, tooltip
from argmap.render.styles.style import (
    edge_look,
    edge_style,
    group_look,
    group_style,
    node_link,
    node_look,
    node_style,
)
from argmap.render.styles.theme import Theme

_NOTHING: Mapping[str, str] = {}
# Six points, in inches.
_DOT = "0.0833"
# Nodes are exactly as large as their boxes.
_FIXED = {"fixedsize": "true", "margin": "0"}


class DotParts:
    """Writes the parts of one map.

    There are many nodes and edges, and few of them differ in their looks, which are worked out and quoted
    once.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._node_styles: dict[object, Mapping[str, str]] = {}
        self._edge_styles: dict[object, Mapping[str, str]] = {}
        self._section_styles: dict[object, tuple[Mapping[str, str], str | None]] = {}
        self._forms: dict[object, str] = {}
        self._sections = 0

    def node(self, node: MapNode, box: Box, more: Mapping[str, str] = _NOTHING) -> str:
        """Return a node that shows a box; further attributes are already quoted."""
        name = quoted(node.id)
        own = {"id": name, "tooltip": quoted(escaped_twice(_tooltip(node))), **_size(box), **more}
        if link := node_link(node):
            own["URL"] = quoted(link)
        look = node_look(node, self._theme), node.page is not None
        form = self._forms.get((look, *own))
        if form is None:
            form = self._forms[look, *own] = _form(self._node_style(node, look), own)
        return f"\t{name} [label={label_of(box.label)} {form % own}]\n"

    def _node_style(self, node: MapNode, look: object) -> Mapping[str, str]:
        if look not in self._node_styles:
            looks = node_style(node, self._theme)
            role = looks.role if node.page is None else f"{looks.role} reference"
            self._node_styles[look] = all_quoted({**looks.attributes, "class": role}) | _FIXED
        return self._node_styles[look]

    def closed_group(self, group: MapGroup, box: Box, more: Mapping[str, str] = _NOTHING) -> str:
        """Return a node for a section whose content is not shown."""
        looks = group_style(group, self._theme)
        attributes = all_quoted(
            {
                **looks.attributes,
                "class": looks.role,
                "id": group.id,
                "tooltip": escaped_twice(tooltip(group.title)),
            }
        )
        listing = listed({**attributes, **_FIXED, **_size(box), **more})
        return f"\t{quoted(group.id)} [label={label_of(box.label)} {listing}]\n"

    def section_start(self, group: MapGroup, more: Mapping[str, str]) -> str:
        """Return the beginning of a section as a cluster; its label is its title unless another is given."""
        self._sections += 1
        look = group_look(group, self._theme)
        if look not in self._section_styles:
            looks = group_style(group, self._theme)
            usual = {"style": "", "penwidth": "1"}
            style = all_quoted({**usual, **looks.attributes, "class": looks.role})
            self._section_styles[look] = style, looks.font_color
        attributes, color = self._section_styles[look]
        own = {"id": quoted(group.id), "tooltip": quoted(escaped_twice(tooltip(group.title))), **more}
        if "label" not in more:
            own["label"] = label_of(heading(group.title, self._theme, color=color))
        listing = listed({**attributes, **own})
        return f'\tsubgraph "cluster_{self._sections}" {{\n\t{listing}\n'

    def junction(self, argument: str, more: Mapping[str, str] = _NOTHING) -> str:
        """Return the dot where the premises of an argument come together."""
        color = self._theme.of(RelationKind.SUPPORT.value).get("color", "#000000")
        looks = {"shape": "point", "fixedsize": "true", "width": _DOT, "height": _DOT, "class": JUNCTION}
        looks |= {"color": color, "fillcolor": color, "id": junction_id(argument), "tooltip": ""}
        return f'\t{quoted(junction_id(argument))} [label="" {listed({**all_quoted(looks), **more})}]\n'

    def edge(self, edge: MapEdge, own: Mapping[str, str]) -> str:
        """Return the attributes of a relation as a list, with individual ones, which are already quoted."""
        look = edge_look(edge, self._theme)
        form = self._forms.get((look, *own))
        if form is None:
            form = self._forms[look, *own] = _form(self._edge_style(edge, look), own)
        return form % own

    def edge_attributes(self, edge: MapEdge) -> dict[str, str]:
        """Return the attributes of a relation, quoted."""
        return {**self._edge_style(edge, edge_look(edge, self._theme)), "id": quoted(edge.id)}

    def _edge_style(self, edge: MapEdge, look: object) -> Mapping[str, str]:
        if look not in self._edge_styles:
            self._edge_styles[look] = all_quoted(edge_style(edge, self._theme))
        return self._edge_styles[look]


def _form(looks: Mapping[str, str], own: Mapping[str, str]) -> str:
    """Return the attributes of things that look the same, with places for their individual ones."""
    attributes = {name: value.replace("%", "%%") for name, value in looks.items()}
    attributes |= {name: f"%({name})s" for name in own}
    return listed(attributes | {"target": "_blank"} if "URL" in own else attributes)


def _tooltip(node: MapNode) -> str:
    """Return the tooltip of a node."""
    said = [node.label_title or node.ref.title, node.label_text, node.formula]
    if node.verdict:
        said.append(node.verdict.sentence)
    if node.speakers or node.kind or node.reliability is not None:
        said += about_evidence(node)
    if node.sources:
        said += source_lines(node)
    return tooltip(*said)


@cache
def _inches(points: int) -> str:
    return f"{points / 72:.4f}"


def _size(box: Box) -> dict[str, str]:
    return {"width": _inches(box.width), "height": _inches(box.height)}
