"""Nodes, sections and relations as statements of DOT, in the looks of a theme."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.maps import MapEdge, MapGroup, MapNode
from argmap.model import RelationKind
from argmap.render.boxes.box_frames import Box
from argmap.render.dot_quoting import all_quoted, escaped_twice, label_of, listed, quoted
from argmap.render.engines.part_words import about_evidence
from argmap.render.engines.svg import JUNCTION, junction_id
from argmap.render.labels import heading, source_lines, tooltip
from argmap.render.styles.ruled_edges import edge_rules
from argmap.render.styles.style import edge_style, group_style, node_link, node_style, rule_places
from argmap.render.styles.theme import Theme

_NOTHING: Mapping[str, str] = {}
# Six points, in inches.
_DOT = "0.0833"
# Nodes are exactly as large as their boxes.
_FIXED = {"fixedsize": "true", "margin": "0"}


class DotParts:
    """Writes the parts of one map.

    Nodes and edges are many and few of them differ in their looks: those are worked out and quoted once.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._node_styles: dict[object, Mapping[str, str]] = {}
        self._node_forms: dict[object, str] = {}
        self._edge_styles: dict[object, Mapping[str, str]] = {}
        self._sections = 0

    def node(self, node: MapNode, box: Box, more: Mapping[str, str] = _NOTHING) -> str:
        """Return a node that shows a box; more attributes are quoted."""
        mark = node.verdict.mark if node.verdict else None
        is_reference = node.page is not None
        colors = (node.has_own_color, node.color, node.font_color)
        kind = (type(node.ref), *colors, mark, is_reference, rule_places(node, self._theme))
        if kind not in self._node_styles:
            looks = node_style(node, self._theme)
            role = f"{looks.role} reference" if is_reference else looks.role
            self._node_styles[kind] = all_quoted({**looks.attributes, "class": role})
        told = tooltip(
            node.label_title or node.ref.title,
            node.label_text,
            *([node.formula] if node.formula else ()),
            *([node.verdict.sentence] if node.verdict else ()),
            *about_evidence(node),
            *source_lines(node),
        )
        name = quoted(node.id)
        own = {"id": name, "tooltip": quoted(escaped_twice(told)), **_size(box), **more}
        if link := node_link(node):
            own["URL"] = quoted(link)
        return f"\t{name} [label={label_of(box.label)} {self._node_form(kind, own) % own}]\n"

    def _node_form(self, kind: object, own: Mapping[str, str]) -> str:
        """Return the attributes of nodes of a kind, with places for those that each has of its own."""
        form = (kind, *own)
        if form not in self._node_forms:
            said = {name: value.replace("%", "%%") for name, value in self._node_styles[kind].items()}
            said |= {**_FIXED, **{name: f"%({name})s" for name in own}}
            self._node_forms[form] = listed(said | {"target": "_blank"} if "URL" in own else said)
        return self._node_forms[form]

    def closed_group(self, group: MapGroup, box: Box, more: Mapping[str, str] = _NOTHING) -> str:
        """Return a node for a section of which nothing is shown."""
        looks = group_style(group, self._theme)
        attributes = all_quoted(
            {
                **looks.attributes,
                "class": looks.role,
                "id": group.id,
                "tooltip": escaped_twice(tooltip(group.title, None)),
            }
        )
        listing = listed({**attributes, **_FIXED, **_size(box), **more})
        return f"\t{quoted(group.id)} [label={label_of(box.label)} {listing}]\n"

    def section_start(self, group: MapGroup, more: Mapping[str, str]) -> str:
        """Return how a section begins, as a cluster; its label is its title if no other is given."""
        looks = group_style(group, self._theme)
        self._sections += 1
        attributes = all_quoted(
            {
                "style": "",
                "penwidth": "1",
                **looks.attributes,
                "class": looks.role,
                "id": group.id,
                "tooltip": escaped_twice(tooltip(group.title, None)),
            }
        )
        if "label" not in more:
            title = heading(group.title, self._theme, color=looks.font_color)
            attributes["label"] = label_of(title)
        listing = listed({**attributes, **more})
        return f'\tsubgraph "cluster_{self._sections}" {{\n\t{listing}\n'

    def junction(self, argument: str, more: Mapping[str, str] = _NOTHING) -> str:
        """Return the dot in which the premises of an argument come together."""
        color = self._theme.of(RelationKind.SUPPORT.value).get("color", "#000000")
        looks = {"shape": "point", "fixedsize": "true", "width": _DOT, "height": _DOT, "class": JUNCTION}
        looks |= {"color": color, "fillcolor": color, "id": junction_id(argument), "tooltip": ""}
        return f'\t{quoted(junction_id(argument))} [label="" {listed({**all_quoted(looks), **more})}]\n'

    def edge_attributes(self, edge: MapEdge) -> dict[str, str]:
        """Return the attributes of a relation, quoted."""
        mark = edge.verdict.mark if edge.verdict else None
        kind = (
            edge.kind,
            edge.is_sketched,
            edge.change,
            edge.is_asked,
            edge.is_answer,
            edge.has_own_color,
            edge.color,
            mark,
            edge_rules(edge, self._theme),
        )
        if kind not in self._edge_styles:
            self._edge_styles[kind] = all_quoted(edge_style(edge, self._theme))
        return {**self._edge_styles[kind], "id": quoted(edge.id)}


def _size(box: Box) -> dict[str, str]:
    return {"width": f"{box.width / 72:.4f}", "height": f"{box.height / 72:.4f}"}
