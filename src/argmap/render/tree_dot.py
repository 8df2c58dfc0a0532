"""Maps that are laid out as trees as DOT: everything in it has its place, and engines only draw it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.render.captions import FOOT, NO_CAPTIONS, Caption, Captions
from argmap.render.dot_parts import DotParts
from argmap.render.dot_quoting import all_quoted, graph_name, label_of, listed, quoted
from argmap.render.fonts.characters import clean
from argmap.render.images.placement import NO_IMAGES, Images
from argmap.render.layout.attributes import graph_attributes
from argmap.render.layout.splines import Ends, is_double, spline
from argmap.render.layout.tree.forest import parent_of
from argmap.render.layout.tree.frames import PAD, Extent
from argmap.render.layout.tree.plots import BAND
from argmap.render.layout.tree.section_bands import DEEPEST_GROUP
from argmap.render.layout.tree.tree_layout import TreeLayout
from argmap.render.layout.tree.tree_places import Rect
from argmap.render.styles.theme import Theme
from argmap.render.tree_labels import Tag, TreeLabels
from argmap.render.tree_sizes import MeasuredTree, SizedBoxes
from argmap.settings import Settings
from argmap.text.joined_pieces import joined
from argmap.text.shortening import shortened

_POINTS_IN_AN_INCH = 72
_PLACES = {"head": "head_", "tail": "tail_"}
_TITLE_LIMIT = 200


def to_tree_dot(
    argument_map: ArgumentMap,
    theme: Theme,
    settings: Settings | None = None,
    *,
    title: str | None = None,
    captions: Captions = NO_CAPTIONS,
    images: Images = NO_IMAGES,
    sheet: Extent | None = None,
) -> str:
    """Return a map that is laid out as trees as DOT, to be drawn by `neato -n2`.

    Nodes, edges and groups have their ids as in `to_dot`; a relation that is no line is an edge with a chip
    at either end. `title` names the graph; without it the settings do. `captions` are above and below the
    map.

    Raises:
        ValueError: an edge has an end, or a node or group is in a group, that the map does not have.
    """
    measured = MeasuredTree(argument_map, theme, settings or Settings(), images)
    return written_tree(measured, title=title, captions=captions, sheet=sheet)


def written_tree(
    measured: MeasuredTree,
    *,
    title: str | None = None,
    captions: Captions = NO_CAPTIONS,
    sheet: Extent | None = None,
) -> str:
    """Return a map whose boxes and labels are known already, as `to_tree_dot` does."""
    layout = measured.layout(captions, sheet=sheet)
    settings = measured.settings
    name = shortened(clean(title or settings.dot.graphname), _TITLE_LIMIT) or "Argument Map"
    writer = _TreeWriter(measured.map, layout, measured.theme, measured.boxes, measured.labels)
    return joined(writer.lines(name, settings, captions))


class _TreeWriter:
    """Writes a map with its places; in DOT heights grow upwards."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        layout: TreeLayout,
        theme: Theme,
        boxes: SizedBoxes,
        labels: TreeLabels,
    ) -> None:
        self._map = argument_map
        self._layout = layout
        self._theme = theme
        self._boxes = boxes
        self._labels = labels
        self._parts = DotParts(theme)
        groups = {group.id: group for group in argument_map.groups}
        self._bands_in = _bands_in(groups, layout.places.bands)
        self._captions = {
            id: self._tag(
                self._labels.caption([groups[one] for one in ids], rect.width), rect.left, rect.top, "x"
            )
            for ids, id, rect in layout.places.captions
        }

    def lines(self, name: str, settings: Settings, captions: Captions) -> Iterator[str]:
        theme, extent = self._theme, self._layout.extent
        looks = graph_attributes(self._map, theme, settings)
        attributes = {"fontname": theme.font, "pad": f"{PAD / _POINTS_IN_AN_INCH:.4f}", "splines": "true"}
        if "bgcolor" in looks:
            attributes["bgcolor"] = looks["bgcolor"]
        base = theme.texts["text"]
        text = {"fontname": theme.font, "fontsize": str(base.size), "fontcolor": base.color}
        yield f"digraph {graph_name(name)} {{\n"
        yield f"\tgraph [{listed(all_quoted({**attributes, 'bb': self._bb(Rect(0, 0, *extent))}))}]\n"
        yield f"\tnode [{listed(all_quoted(text))}]\n\tedge [{listed(all_quoted(text))}]\n"
        if head := captions.head:
            label = self._label(head.label, Rect(0, 0, head.width, head.height))
            yield f"\tgraph [{listed(label)}]\n"
        if captions.foot:
            yield self._foot(captions.foot, below=captions.head.height if captions.head else 0)
        yield from self._sections()
        if captions.foot:
            yield "\t}\n"
        for argument, point in self._layout.places.joints.items():
            x, y = self._turned(point)
            yield self._parts.junction(argument, {"pos": f'"{x},{y}"'})
        yield from self._edges()
        yield "}\n"

    def _foot(self, foot: Caption, *, below: int) -> str:
        extent = self._layout.extent
        # Where engines paint pictures of dots, a cluster covers what is under it: the title must not be.
        around = Rect(0, below, extent.width, extent.height - below)
        frame = {"bb": self._bb(around), "id": FOOT, "class": FOOT, "penwidth": "0"}
        place = Rect(0, extent.height - foot.height, foot.width, foot.height)
        label = self._label(foot.label, place)
        listing = listed({**all_quoted({**frame, "color": "transparent"}), **label})
        return f"\tsubgraph cluster_0 {{\n\t{listing}\n"

    def _sections(self) -> Iterator[str]:
        """Yield sections as clusters, with the nodes in them."""
        members: defaultdict[str | None, list[MapNode]] = defaultdict(list)
        inner: defaultdict[str | None, list[MapGroup]] = defaultdict(list)
        for node in self._map.nodes:
            members[node.group].append(node)
        for section in self._map.groups:
            inner[section.parent].append(section)
        depth = 0
        pending: list[MapGroup | None] = [*reversed(inner[None])]
        while pending:
            group = pending.pop()
            if group is None:
                yield "\t}\n"
                depth -= 1
                continue
            if group.is_closed:
                yield self._part(group.id, group)
            elif depth < DEEPEST_GROUP and group.id in self._layout.bands.shown:
                yield self._section(group)
                depth += 1
                pending.append(None)
            yield from (self._part(node.id, node) for node in members[group.id])
            pending.extend(reversed(inner[group.id]))
        yield from (self._part(node.id, node) for node in members[None])

    def _section(self, group: MapGroup) -> str:
        places = self._layout.places
        rect = places.bands.get(group.id)
        if rect is not None:
            tag = self._labels.heading(self._layout.bands.heading(group.id))
            label = self._tag(tag, rect.left + BAND, rect.top + 4)
            return self._parts.section_start(group, {**label, "bb": self._box_of(rect)})
        tops = [places.boxes[id] for groups, id, _ in places.captions if group.id in groups]
        tops += [places.bands[band] for band, outer in self._layout.bands.named.items() if group.id in outer]
        # What is in it is inside it, or engines would cut it off.
        around = _around([*(tops or places.boxes.values()), *self._bands_in[group.id]])
        plain = {
            "pencolor": "transparent",
            "bgcolor": "transparent",
            "style": '""',
            "peripheries": "0",
            "label": '""',
        }
        return self._parts.section_start(group, {**plain, "bb": self._box_of(around)})

    def _part(self, id: str, part: MapNode | MapGroup) -> str:
        rect = self._layout.places.boxes[id]
        more = {"pos": f'"{self._at(rect)}"', **self._captions.get(id, {})}
        box = self._boxes.of(id, self._layout.wrap)
        if isinstance(part, MapGroup):
            return self._parts.closed_group(part, box, more)
        return self._parts.node(part, box, more)

    def _edges(self) -> Iterator[str]:
        below = {edge.id: child for child, edge in self._layout.forest.edges.items()}
        counts = {count.edge: count for count in self._layout.places.counts}
        for edge in self._map.edges:
            attributes = self._parts.edge_attributes(edge)
            child = below.get(edge.id)
            if edge.id in self._layout.places.lines:
                attributes |= self._short_line(edge, attributes)
            elif child is None:
                attributes |= self._stub(edge, attributes)
            else:
                attributes |= self._line(edge, child, attributes)
                if child in counts:
                    count = counts[child]
                    tag = self._labels.count(edge, count.number)
                    left = count.rect.right - tag.width if count.is_right else count.rect.left
                    attributes |= self._tag(tag, left, count.rect.top)
            yield f"\t{quoted(edge.source)} -> {self._end(edge)} [{listed(attributes)}]\n"

    def _end(self, edge: MapEdge) -> str:
        target = quoted(edge.target)
        has_place = edge.target_step in self._boxes.of(edge.target, self._layout.wrap).places
        return f"{target}:{quoted(edge.target_step)}" if edge.target_step and has_place else target

    def _line(self, edge: MapEdge, child: str, attributes: Mapping[str, str]) -> dict[str, str]:
        route = self._layout.places.routes[child]
        points = [self._turned(point) for point in route.points]
        is_upwards = parent_of(edge, child) == edge.target
        is_both = attributes.get("dir") == "both"
        ends = Ends.of(attributes, is_both=is_both, is_upwards=is_upwards, arrives=route.arrives)
        line = spline(points if is_upwards else points[::-1], ends, is_double=is_double(attributes))
        return {"pos": f'"{line}"', "dir": ends.direction}

    def _short_line(self, edge: MapEdge, attributes: Mapping[str, str]) -> dict[str, str]:
        """Return the line of a relation that makes no tree."""
        points = [self._turned(point) for point in self._layout.places.lines[edge.id]]
        is_both = attributes.get("dir") == "both"
        ends = Ends.of(attributes, is_both=is_both, is_upwards=True, arrives=True)
        line = spline(points, ends, is_double=is_double(attributes))
        return {"pos": f'"{line}"', "dir": ends.direction}

    def _stub(self, edge: MapEdge, attributes: Mapping[str, str]) -> dict[str, str]:
        """Return the two ends of a relation that is no line, with chips that name the other end."""
        pieces = []
        shown: dict[str, str] = {}
        for chip in self._layout.places.chips[edge.id]:
            points = [self._turned(point) for point in chip.points]
            pieces.append(spline(points, Ends()))
            end = "tail" if chip.is_source else "head"
            tag = self._labels.chip(edge, "source" if chip.is_source else "target")
            shown |= self._tag(tag, chip.rect.left, chip.rect.top, end)
        role = attributes.get("class", "").strip('"')
        if is_double(attributes):
            # The lines of several chips meet: as double ones they would cross each other.
            shown["color"] = f'"{attributes["color"].strip(chr(34)).split(":")[0]}"'
        return {**shown, "pos": f'"{";".join(pieces)}"', "dir": "none", "class": f'"{role} stub"'}

    def _tag(self, tag: Tag, left: int, top: int, end: str = "") -> dict[str, str]:
        """Return a label whose left upper corner is given."""
        return self._label(tag.html, Rect(left, top, tag.width, tag.height), end)

    def _label(self, html: str, rect: Rect, end: str = "") -> dict[str, str]:
        """Return a label at its place; `end` is which of several labels of an edge or node it is."""
        return {f"{end}label": label_of(html), f"{_PLACES.get(end, end)}lp": f'"{self._at(rect)}"'}

    def _at(self, rect: Rect) -> str:
        x, y = self._turned((rect.left * 2 + rect.width, rect.top * 2 + rect.height), 2)
        return f"{x / 2:g},{y / 2:g}"

    def _box_of(self, rect: Rect) -> str:
        return f'"{self._bb(rect)}"'

    def _bb(self, rect: Rect) -> str:
        left, top = self._turned((rect.left, rect.top))
        right, bottom = self._turned((rect.right, rect.bottom))
        return f"{left},{bottom},{right},{top}"

    def _turned(self, point: tuple[int, int], scale: int = 1) -> tuple[int, int]:
        return point[0], self._layout.extent.height * scale - point[1]


def _bands_in(groups: Mapping[str, MapGroup], bands: Mapping[str, Rect]) -> defaultdict[str, list[Rect]]:
    """Return the bands that are in each section, at any depth."""
    inside: defaultdict[str, list[Rect]] = defaultdict(list)
    for id, rect in bands.items():
        outer = groups[id].parent
        while outer is not None:
            inside[outer].append(rect)
            outer = groups[outer].parent
    return inside


def _around(rects: Sequence[Rect]) -> Rect:
    left, top = min(rect.left for rect in rects), min(rect.top for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return Rect(left, top, right - left, bottom - top)
