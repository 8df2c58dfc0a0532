"""Argument maps as DOT, the language of Graphviz."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

import graphviz  # type: ignore[import-untyped]  # it has no types
from graphviz import quoting

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.maps.joined_premises import joined_premises
from argmap.model import RelationKind
from argmap.render.boxes.box import Box, Boxes
from argmap.render.captions import FOOT, NO_CAPTIONS, Caption, Captions
from argmap.render.engines.svg import JUNCTION, about_evidence, junction_id
from argmap.render.fonts.characters import clean, shorten
from argmap.render.images.placement import NO_IMAGES, Images
from argmap.render.labels import heading, source_lines, tooltip
from argmap.render.layout.attributes import graph_attributes, is_upright, same_ranks
from argmap.render.layout.ranks import Spacing, space_rows
from argmap.render.layout.shelves import LEAST_NODES
from argmap.render.styles.style import edge_looks, group_looks, node_link, node_looks
from argmap.render.styles.theme import Theme
from argmap.settings import Settings

_ID = re.compile(r"[\w.-]+")
_TITLE_LIMIT = 200
# Six points, in inches.
_DOT = "0.0833"
# Deeper than this no reader follows and some engines end.
_DEEPEST_GROUP = 20


def to_dot(
    argument_map: ArgumentMap,
    theme: Theme,
    settings: Settings | None = None,
    *,
    title: str | None = None,
    captions: Captions = NO_CAPTIONS,
    images: Images = NO_IMAGES,
) -> str:
    """Return a map as DOT: nodes have the ids of the map, edges and groups have them as attribute `id`.

    `title` names the graph; without it the settings do. `captions` are above and below the map, and labels
    leave room for `images`.

    Raises:
        ValueError: an edge has an end, or a node or group is in a group, that the map does not have.
    """
    settings = settings or Settings()
    _check(argument_map)
    name = shorten(clean(title or settings.dot.graphname), _TITLE_LIMIT) or "Argument Map"
    attributes = graph_attributes(argument_map, theme, settings)
    text = theme.texts["text"]
    digraph = graphviz.Digraph(_name(name), graph_attr=_safe({"fontname": theme.font, **attributes}))
    digraph.attr(
        "node", **_safe({"fontname": theme.font, "fontsize": str(text.size), "fontcolor": text.color})
    )
    boxes = Boxes(theme, settings, images)
    has_sections = attributes.get("layout", "dot") in ("dot", "fdp", "osage")
    _Writer(digraph, theme, boxes, rankdir=attributes.get("rankdir", "TB")).write(
        argument_map,
        spacing=space_rows(argument_map) if is_upright(attributes) else Spacing(),
        foot=captions.foot if has_sections else None,
    )
    if not argument_map.nodes and not any(group.is_closed for group in argument_map.groups):
        digraph.attr(label=heading("Nothing to draw", theme))
    elif captions.foot and not has_sections:
        # Where sections have no boxes, there is none around everything, and a graph has one label.
        digraph.attr(label=captions.foot.label, labelloc="b", labeljust="l")
    elif captions.head:
        digraph.attr(label=captions.head.label, labelloc="t", labeljust="l")
    for ids in same_ranks(argument_map):
        rank = graphviz.Digraph(graph_attr={"rank": "same"})
        for one in ids:
            rank.node(one)
        digraph.subgraph(rank)
    return str(digraph.source)


class _Writer:
    """Writes nodes, edges and groups into a graph.

    Nodes and edges are many and few of them differ in their looks: those are worked out and quoted once.
    """

    def __init__(self, digraph: graphviz.Digraph, theme: Theme, boxes: Boxes, *, rankdir: str) -> None:
        self._digraph = digraph
        self._theme = theme
        self._boxes = boxes
        # Maps are laid out downwards and then turned: what comes out on top and on the left differs.
        self._heading = {
            "labelloc": "b" if rankdir == "BT" else "t",
            "labeljust": "r" if rankdir == "RL" else "l",
        }
        self._sections = 0
        self._has_keys = False
        # The arguments on which edges bear together, by the ids of the edges.
        self._joined: Mapping[str, str] = {}
        self._node_looks: dict[object, Mapping[str, str]] = {}
        self._edge_looks: dict[object, Mapping[str, str]] = {}

    def write(self, argument_map: ArgumentMap, *, spacing: Spacing, foot: Caption | None) -> None:
        # Edges of maps with sections may be named again, with their places.
        self._has_keys = len(argument_map.nodes) > LEAST_NODES or bool(argument_map.groups)
        if len(argument_map.nodes) <= LEAST_NODES and not self._theme.is_plain:
            self._joined = joined_premises(argument_map)
        members: defaultdict[str | None, list[MapNode]] = defaultdict(list)
        inner: defaultdict[str | None, list[MapGroup]] = defaultdict(list)
        for node in argument_map.nodes:
            members[node.group].append(node)
        groups = _groups_in_use(argument_map)
        for one in groups:
            inner[one.parent].append(one)
        # Graphviz packs boxes closely only in a box around them.
        has_frame = foot is not None or any(not group.is_closed for group in groups)
        if has_frame:
            self._digraph.body.append("\tsubgraph cluster_0 {\n")
            self._digraph.body.append(self._frame(foot))
        depth = 0
        # What is still to be written, last one first: groups, and None where a box ends.
        pending: list[MapGroup | None] = list(reversed(inner[None]))
        while pending:
            group = pending.pop()
            if group is None:
                self._digraph.body.append("\t}\n")
                depth -= 1
                continue
            if group.is_closed:
                self._closed_group(group)
            elif depth < _DEEPEST_GROUP:
                self._open_box(group)
                depth += 1
                pending.append(None)
            for node in members[group.id]:
                self._node(node)
            pending.extend(reversed(inner[group.id]))
        for node in members[None]:
            self._node(node)
        if has_frame:
            self._digraph.body.append("\t}\n")
        for edge in argument_map.edges:
            self._edge(edge, spacing)
        for lower, upper, length in spacing.anchors:
            held = {"style": "invis", "weight": "0", "minlen": str(length)}
            self._digraph.body.append(f"\t{_quoted(lower)} -> {_quoted(upper)} [{_listed(held)}]\n")

    def _node(self, node: MapNode) -> None:
        mark = node.verdict.mark if node.verdict else None
        kind = (type(node.ref), node.has_own_color, node.color, node.font_color, mark)
        if kind not in self._node_looks:
            looks = node_looks(node, self._theme)
            self._node_looks[kind] = _all_quoted({**looks.attributes, "class": looks.role})
        name = _quoted(node.id)
        told = tooltip(
            node.label_title or node.ref.title,
            node.label_text,
            *([node.verdict.sentence] if node.verdict else ()),
            *about_evidence(node),
            *source_lines(node),
        )
        attributes = {**self._node_looks[kind], "id": name, "tooltip": _quoted(_twice(told))}
        link = node_link(node)
        if link:
            attributes |= {"URL": _quoted(link), "target": "_blank"}
        box = self._boxes.node(node)
        attributes |= _sized(box)
        self._digraph.body.append(f"\t{name} [label={quoting.quote(box.label)} {_listed(attributes)}]\n")
        if node.id in self._joined.values():
            self._junction(node.id)

    def _junction(self, argument: str) -> None:
        """Write a dot in which premises come together, and the arrow from there to their argument."""
        looks = self._theme.of(RelationKind.SUPPORT.value)
        color = looks.get("color", "#000000")
        dot = {"shape": "point", "fixedsize": "true", "width": _DOT, "height": _DOT, "class": JUNCTION}
        dot |= {"color": color, "fillcolor": color, "id": junction_id(argument), "tooltip": ""}
        arrow = {**looks, "class": JUNCTION, "id": f"{junction_id(argument)}-arrow", "weight": "8"}
        arrow |= {"tooltip": "", "key": f"{junction_id(argument)}-arrow"}
        name = _quoted(junction_id(argument))
        self._digraph.body.append(f'\t{name} [label="" {_listed(_all_quoted(dot))}]\n')
        self._digraph.body.append(f"\t{name} -> {_quoted(argument)} [{_listed(_all_quoted(arrow))}]\n")

    def _frame(self, foot: Caption | None) -> str:
        """Return the attributes of the box around everything, at whose bottom the foot of the map is."""
        if foot is None:
            return '\tlabel="" style=invis\n'
        place = {"labelloc": "t" if self._heading["labelloc"] == "b" else "b"}
        place["labeljust"] = self._heading["labeljust"]
        place |= {"id": FOOT, "class": FOOT, "penwidth": "0", "color": "transparent", "margin": "0"}
        return f"\tlabel={foot.label} {_listed(place)}\n"

    def _closed_group(self, group: MapGroup) -> None:
        looks = group_looks(group, self._theme)
        attributes = {
            **looks.attributes,
            "class": looks.role,
            "id": group.id,
            "tooltip": _twice(tooltip(group.title, None)),
        }
        box = self._boxes.group(group)
        self._digraph.node(group.id, label=box.label, **{**_safe(attributes), **_sized(box)})

    def _open_box(self, group: MapGroup) -> None:
        looks = group_looks(group, self._theme)
        self._sections += 1
        attributes = {
            **looks.attributes,
            "class": looks.role,
            "id": group.id,
            "tooltip": _twice(tooltip(group.title, None)),
        }
        self._digraph.body.append(f'\tsubgraph "cluster_{self._sections}" {{\n')
        attributes = {"style": "", "penwidth": "1", **attributes, **self._heading}
        title = heading(group.title, self._theme, color=looks.font_color)
        self._digraph.attr(label=title, **_safe(attributes))

    def _edge(self, edge: MapEdge, spacing: Spacing) -> None:
        mark = edge.verdict.mark if edge.verdict else None
        kind = (
            edge.kind,
            edge.is_sketched,
            edge.is_asked,
            edge.is_answer,
            edge.has_own_color,
            edge.color,
            mark,
        )
        if kind not in self._edge_looks:
            self._edge_looks[kind] = _all_quoted(edge_looks(edge, self._theme))
        attributes = {**self._edge_looks[kind], "id": _quoted(edge.id)}
        if self._has_keys:
            attributes["key"] = _quoted(edge.id)
        if edge.id in spacing.lengths:
            attributes["minlen"] = str(spacing.lengths[edge.id])
        if edge.id in spacing.weights:
            attributes["weight"] = str(spacing.weights[edge.id])
        # Nodes are written before edges.
        step = None if edge.target in self._boxes.without_steps else edge.target_step
        ends = f"{_quoted(edge.source)} -> {_place(edge.target, step)}"
        if edge.id in self._joined:
            ends = f"{_quoted(edge.source)} -> {_quoted(junction_id(edge.target))}"
            attributes["arrowhead"] = "none"
        self._digraph.body.append(f"\t{ends} [{_listed(attributes)}]\n")


def _sized(box: Box) -> dict[str, str]:
    """Return the attributes by which a node is exactly as large as its box."""
    inches = {"width": f"{box.width / 72:.4f}", "height": f"{box.height / 72:.4f}"}
    return {"fixedsize": "true", "margin": "0", **inches}


def _groups_in_use(argument_map: ArgumentMap) -> list[MapGroup]:
    """Return the groups that are closed or have something in them: engines complain about empty boxes."""
    used = {node.group for node in argument_map.nodes}
    # Groups come after those that they are in.
    for group in reversed(argument_map.groups):
        if group.is_closed or group.id in used:
            used |= {group.id, group.parent}
    return [group for group in argument_map.groups if group.id in used]


def _place(node: str, step: str | None) -> str:
    """Return where an edge ends: at a node, or at that side of a step that is nearest."""
    return _quoted(node) if step is None else f"{_quoted(node)}:{_quoted(step)}:_"


def _check(argument_map: ArgumentMap) -> None:
    groups: set[str | None] = {None}
    for group in argument_map.groups:
        if group.parent not in groups:
            raise ValueError(f"group {group.id!r} is in {group.parent!r}, which does not come before it")
        groups.add(group.id)
    ends = {group.id for group in argument_map.groups if group.is_closed}
    for node in argument_map.nodes:
        if node.group not in groups:
            raise ValueError(f"node {node.id!r} is in {node.group!r}, which is not a group of the map")
        ends.add(node.id)
    steps = {(node.id, step.id) for node in argument_map.nodes for step in node.steps}
    for edge in argument_map.edges:
        if edge.source not in ends:
            raise ValueError(f"edge {edge.id!r} starts at {edge.source!r}, which is not a node of the map")
        if edge.target not in ends:
            raise ValueError(f"edge {edge.id!r} ends at {edge.target!r}, which is not a node of the map")
        if edge.target_step is not None and (edge.target, edge.target_step) not in steps:
            place = f"{edge.target_step!r} of {edge.target!r}"
            raise ValueError(f"edge {edge.id!r} ends at {place}, which has no such step")
    for one in ends:
        if not _ID.fullmatch(one):
            raise ValueError(f"a node cannot have the id {one!r}; write letters and digits")


def _safe(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return attributes as plain text: nothing in them is markup or means something to Graphviz."""
    return {name: _plain(value) for name, value in attributes.items()}


def _all_quoted(attributes: Mapping[str, str]) -> dict[str, str]:
    return {_quoted(name): _quoted(value) for name, value in attributes.items()}


def _quoted(text: str) -> str:
    """Return plain text as it is written in DOT."""
    # The patterns by which the package decides are slow: most texts are names or several plain words.
    if text.isascii() and text.isidentifier() and text.lower() not in quoting.KEYWORDS:
        return text
    if " " in text and '"' not in text and "\\" not in text:
        return '"' + _entities(text) + '"'
    quoted: str = quoting.quote(_plain(text))
    return quoted


def _listed(quoted: Mapping[str, str]) -> str:
    return " ".join([f"{name}={value}" for name, value in sorted(quoted.items())])


def _twice(text: str) -> str:
    """Return a text such that it is still plain where Graphviz looks for escapes twice, as in tooltips."""
    return text.replace("\\", "\\\\")


def _name(text: str) -> str:
    """Return plain text as the name of a graph, in which Graphviz looks for entities and not for escapes."""
    escaped: str = graphviz.escape(_entities(text).replace("\\", "&#92;"))
    return escaped


def _plain(text: str) -> str:
    # What `escape` returns is more than a string: it keeps <this> from being taken for markup.
    escaped: str = graphviz.escape(_entities(text))
    return escaped


def _entities(text: str) -> str:
    # Graphviz reads entities in plain text as well, and 2.43 copies a bare & into the SVG. A line feed
    # behind a backslash would be lost with it.
    return text.replace("&", "&amp;").replace("\n", "&#10;")
