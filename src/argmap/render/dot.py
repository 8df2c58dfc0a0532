"""Argument maps as DOT, the language of Graphviz."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.maps.groups import groups_in_use
from argmap.maps.joined_premises import joined_premises
from argmap.model import RelationKind
from argmap.render.boxes.box import Boxes
from argmap.render.captions import FOOT, NO_CAPTIONS, Caption, Captions
from argmap.render.dot_parts import DotParts
from argmap.render.dot_quoting import all_quoted, graph_name, listed, quoted
from argmap.render.engines.svg import JUNCTION, junction_id
from argmap.render.fonts.characters import clean
from argmap.render.images.placement import NO_IMAGES, Images
from argmap.render.labels import heading
from argmap.render.layout.attributes import graph_attributes, is_upright, same_ranks
from argmap.render.layout.box_skeletons import has_cells, node_statements, skeleton
from argmap.render.layout.layered.sides import facing_sides, upward_edges
from argmap.render.layout.ranks import Spacing, space_rows
from argmap.render.layout.shelves import LEAST_NODES, split_map
from argmap.render.map_check import check_map
from argmap.render.styles.theme import Theme
from argmap.settings import Settings
from argmap.text.joined_pieces import joined
from argmap.text.shortening import shortened

_TITLE_LIMIT = 200
# Deeper than this, readers get lost and some engines crash.
_DEEPEST_GROUP = 20
_NOTHING: Mapping[str, str] = {}


def to_dot(
    argument_map: ArgumentMap,
    theme: Theme,
    settings: Settings | None = None,
    *,
    title: str | None = None,
    captions: Captions = NO_CAPTIONS,
    images: Images = NO_IMAGES,
    known: Mapping[str, str] = _NOTHING,
) -> str:
    """Return a map as DOT: nodes have the ids of the map, edges and groups have them as attribute `id`.

    `title` names the graph; without it the settings do. `captions` are above and below the map, and labels
    leave room for `images`. Statements for nodes that are `known`, by their names, are used again.

    Raises:
        ValueError: an edge has an end, or a node or group is in a group, that the map does not have.
    """
    check_map(argument_map)
    return joined(_lines(argument_map, theme, settings or Settings(), title, captions, images, known))


def _lines(
    argument_map: ArgumentMap,
    theme: Theme,
    settings: Settings,
    title: str | None,
    captions: Captions,
    images: Images,
    known: Mapping[str, str],
) -> Iterator[str]:
    name = shortened(clean(title or settings.dot.graphname), _TITLE_LIMIT) or "Argument Map"
    attributes = graph_attributes(argument_map, theme, settings)
    text = theme.texts["text"]
    base = {"fontname": theme.font, "fontsize": str(text.size), "fontcolor": text.color}
    yield f"digraph {graph_name(name)} {{\n"
    yield f"\tgraph [{listed(all_quoted({'fontname': theme.font, **attributes}))}]\n"
    yield f"\tnode [{listed(all_quoted(base))}]\n"
    boxes = Boxes(theme, settings, images)
    has_sections = attributes.get("layout", "dot") in ("dot", "fdp", "osage")
    yield from _DotWriter(theme, boxes, known, rankdir=attributes.get("rankdir", "TB")).lines(
        argument_map,
        sides=None if theme.is_plain else facing_sides(argument_map, attributes),
        spacing=space_rows(argument_map) if is_upright(attributes) else Spacing(),
        foot=captions.foot if has_sections else None,
    )
    if not argument_map.nodes and not any(group.is_closed for group in argument_map.groups):
        yield f"\tlabel={heading('Nothing to draw', theme)}\n"
    elif captions.foot and not has_sections:
        # If sections have no boxes, there is none around everything, and a graph can have only one label.
        yield f"\tlabel={captions.foot.label} labeljust=l labelloc=b\n"
    elif captions.head:
        yield f"\tlabel={captions.head.label} labeljust=l labelloc=t\n"
    for ids in same_ranks(argument_map):
        inside = "".join(f"\t\t{quoted(id)}\n" for id in ids)
        yield f"\t{{\n\t\tgraph [rank=same]\n{inside}\t}}\n"
    yield "}\n"


class _DotWriter:
    """Writes the lines of nodes, edges and groups."""

    def __init__(
        self,
        theme: Theme,
        boxes: Boxes,
        known: Mapping[str, str],
        *,
        rankdir: str,
    ) -> None:
        self._theme = theme
        self._boxes = boxes
        self._known = known
        # Maps are laid out downwards and then turned: this changes what ends up at the top and on the left.
        self._heading = {
            "labelloc": "b" if rankdir == "BT" else "t",
            "labeljust": "r" if rankdir == "RL" else "l",
        }
        self._parts = DotParts(theme)
        self._has_keys = False
        # The arguments that edges lead to together, by the ids of the edges.
        self._joined: Mapping[str, str] = {}
        self._arguments: Collection[str] = ()
        # The edges that lead upwards, and the sides of boxes at which they start and end.
        self._upward: Collection[str] = ()
        self._sides = ("_", "_")

    def lines(
        self,
        argument_map: ArgumentMap,
        *,
        spacing: Spacing,
        foot: Caption | None,
        sides: tuple[str, str] | None,
    ) -> Iterator[str]:
        if sides:
            self._upward, self._sides = upward_edges(argument_map), sides
        # In maps with sections, edges may be named again, with their places.
        is_large = len(argument_map.nodes) > LEAST_NODES
        self._has_keys = is_large or bool(argument_map.groups) or bool(self._upward)
        if len(argument_map.nodes) <= LEAST_NODES and not self._theme.is_plain:
            self._joined = joined_premises(argument_map)
            self._arguments = frozenset(self._joined.values())
        members: defaultdict[str | None, list[MapNode]] = defaultdict(list)
        inner: defaultdict[str | None, list[MapGroup]] = defaultdict(list)
        for node in argument_map.nodes:
            members[node.group].append(node)
        groups = groups_in_use(argument_map)
        for one in groups:
            inner[one.parent].append(one)
        # Graphviz packs boxes closely only in a box around them.
        has_frame = foot is not None or any(not group.is_closed for group in groups)
        if has_frame:
            yield "\tsubgraph cluster_0 {\n"
            yield self._frame(foot)
        depth = 0
        # Still to be written, last one first: groups, and None where a box ends.
        pending: list[MapGroup | None] = list(reversed(inner[None]))
        while pending:
            group = pending.pop()
            if group is None:
                yield "\t}\n"
                depth -= 1
                continue
            if group.is_closed:
                yield self._closed_group(group)
            elif depth < _DEEPEST_GROUP:
                yield self._parts.section_start(group, self._heading)
                depth += 1
                pending.append(None)
            for node in members[group.id]:
                yield from self._node(node)
            pending.extend(reversed(inner[group.id]))
        for node in members[None]:
            yield from self._node(node)
        if has_frame:
            yield "\t}\n"
        for edge in argument_map.edges:
            yield self._edge(edge, spacing)
        for lower, upper, length in spacing.anchors:
            held = {"style": "invis", "weight": "0", "minlen": str(length)}
            yield f"\t{quoted(lower)} -> {quoted(upper)} [{listed(held)}]\n"

    def _node(self, node: MapNode) -> Iterator[str]:
        statement = self._known.get(quoted(node.id))
        if statement is None:
            yield self._parts.node(node, self._boxes.node(node))
        else:
            yield f"{statement}\n"
            if node.steps and not has_cells(statement):
                self._boxes.without_steps.add(node.id)
        if node.id in self._arguments:
            yield self._junction(node.id)

    def _junction(self, argument: str) -> str:
        """Return a dot where premises come together, and the arrow from there to their argument."""
        looks = self._theme.of(RelationKind.SUPPORT.value)
        arrow = {**looks, "class": JUNCTION, "id": f"{junction_id(argument)}-arrow", "weight": "8"}
        arrow |= {"tooltip": "", "key": f"{junction_id(argument)}-arrow"}
        name = quoted(junction_id(argument))
        side = f":{self._sides[1]}" if self._upward else ""
        line = f"\t{name} -> {quoted(argument)}{side} [{listed(all_quoted(arrow))}]\n"
        return self._parts.junction(argument) + line

    def _frame(self, foot: Caption | None) -> str:
        """Return the attributes of the box around everything, at whose bottom the foot of the map is."""
        if foot is None:
            return '\tlabel="" style=invis\n'
        place = {"labelloc": "t" if self._heading["labelloc"] == "b" else "b"}
        place["labeljust"] = self._heading["labeljust"]
        place |= {"id": FOOT, "class": FOOT, "penwidth": "0", "color": "transparent", "margin": "0"}
        return f"\tlabel={foot.label} {listed(place)}\n"

    def _closed_group(self, group: MapGroup) -> str:
        statement = self._known.get(quoted(group.id))
        if statement is None:
            return self._parts.closed_group(group, self._boxes.group(group))
        return f"{statement}\n"

    def _edge(self, edge: MapEdge, spacing: Spacing) -> str:
        name = quoted(edge.id)
        own = {"id": name}
        if self._has_keys:
            own["key"] = name
        if edge.id in spacing.lengths:
            own["minlen"] = str(spacing.lengths[edge.id])
        if edge.id in spacing.weights:
            own["weight"] = str(spacing.weights[edge.id])
        # Nodes are written before edges.
        step = None if edge.target in self._boxes.without_steps else edge.target_step
        source, target = quoted(edge.source), _place(edge.target, step)
        if edge.source == edge.target and (step is not None or self._sides != ("_", "_")):
            # There is room beside the box for a line that returns to it; otherwise it would cross the box to
            # a step.
            source, target = f"{source}:e", f"{_place(edge.target, step).removesuffix(':_')}:e"
        if edge.id in self._upward:
            source += f":{self._sides[0]}"
            target += f":{self._sides[1]}" if step is None else ""
        if edge.id in self._joined:
            target = quoted(junction_id(edge.target))
            own["arrowhead"] = "none"
        return f"\t{source} -> {target} [{self._parts.edge(edge, own)}]\n"


def _place(node: str, step: str | None) -> str:
    """Return where an edge ends: at a node, or at the nearest side of a step."""
    return quoted(node) if step is None else f"{quoted(node)}:{quoted(step)}:_"


def part_dots(
    dot: str, argument_map: ArgumentMap, theme: Theme, settings: Settings, images: Images = NO_IMAGES
) -> tuple[str, ...]:
    """Return the DOT of the parts of a large map that are laid out one by one; none for a small map.

    `dot` is that of the whole, which determines the sizes of boxes.
    """
    # If somebody chooses a layout, nothing else is done.
    if "layout" in settings.dot.graph_viz_settings:
        return ()
    parts = split_map(argument_map)
    known = {name: skeleton(line) for name, line in node_statements(dot).items()} if parts else {}
    return tuple(to_dot(part, theme, settings, images=images, known=known) for part in parts)
