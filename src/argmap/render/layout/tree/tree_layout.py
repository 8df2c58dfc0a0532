"""The layout of a map as trees: what is below what, in which arrangement, and where everything is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from argmap.maps import ArgumentMap, MapEdge
from argmap.named_tuples import NamedTuple
from argmap.render.layout.tree.arrangements import MOST_TRIES, Family, Shapes, aside_shapes, shapes_of
from argmap.render.layout.tree.composing import Arrangement
from argmap.render.layout.tree.forest import Forest, is_joined, plant, trunk_ranks
from argmap.render.layout.tree.frames import Extent, Frame, SizedTree, best_shape
from argmap.render.layout.tree.placing import place
from argmap.render.layout.tree.plots import Plot, Size, Stub
from argmap.render.layout.tree.section_bands import Bands, find_bands
from argmap.render.layout.tree.short_lines import Line, short_lines
from argmap.render.layout.tree.tree_places import Places
from argmap.render.layout.tree.wiring import Point, TreeRoute, before_end

# In points, for texts as wide as they are without other wishes.
WIDTHS = (200, 230, 260)
# Of larger maps the boxes are set in one width only, and few shapes are tried.
_MANY = 150
_FEW_TRIES = 2
# How far from an argument its premises come together, in points.
_BEFORE_HEAD = 14
# So often a map is laid out anew to draw lines instead of chips.
_MOST_TRIES = 3
# What holds the trees together; no node has such an id.
_GROUND = ""
_NOTHING = Extent(0, 0)
_NO_ROWS: Mapping[str, tuple[int, int]] = {}


class Measures(NamedTuple):
    """What has to be measured: boxes by node and wrap width, chips by edge and end, headings by groups."""

    box: Callable[[str, int], Size]
    chip: Callable[[MapEdge, str], int]
    heading: Callable[[Sequence[str]], int]


class TreeLayout(NamedTuple):
    """A map with the places of all that is drawn; `wrap` is the width in which boxes are set, in points."""

    forest: Forest
    bands: Bands
    places: Places
    extent: Extent
    wrap: int


def lay_out(
    argument_map: ArgumentMap,
    measures: Measures,
    *,
    fit: str = "column",
    order: str = "kind",
    widths: Sequence[int] = WIDTHS,
    head: Extent = _NOTHING,
    foot: Extent = _NOTHING,
    text: Callable[[int], float] = lambda captions: 11,
    sheet: Extent | None = None,
) -> TreeLayout:
    """Return the layout of a map, in the arrangement whose text is largest in a frame.

    Boxes are set in one of several widths. Above and below the trees is room for a head and a foot; `text`
    returns the size of most text if so many boxes have captions. On a `sheet` that is so large, in points,
    the whole drawing has to have room.
    """
    forest = plant(argument_map, order=order)
    bands = find_bands(argument_map, forest)
    frame = Frame(fit, len(forest.order), text(len(bands.captions)), sheet)
    ranks = trunk_ranks(argument_map, forest)
    sketch = _Sketch(forest, ranks, bands, measures, frame, tuple(widths), head, foot)
    homes = {node.id: node.group for node in argument_map.nodes}
    return _with_lines(sketch, homes) if forest.others else sketch.laid_out()


def _joints(
    forest: Forest, ranks: Mapping[str, int], routes: Mapping[str, TreeRoute]
) -> Iterator[tuple[str, Point]]:
    """Yield where premises that bear together come together: on their trunk, before its arrow head."""
    for argument, children in forest.children.items():
        siblings = [child for child in children if is_joined(ranks[child])]
        if not siblings:
            continue
        trunk = next(routes[child].points for child in siblings if routes[child].arrives)
        yield argument, before_end(trunk, _BEFORE_HEAD)


def _with_lines(sketch: _Sketch, homes: Mapping[str, str | None]) -> TreeLayout:
    """Return a layout in which relations are short lines where there is space, and else chips.

    Chips need space as well: without those that are not needed there is another layout, in which the lines
    have to have space again.
    """
    known: dict[int, _Planned] = {}
    first = sketch.laid_out(known=known)
    found = sketch.lines(first, homes)
    tried = found
    for _ in range(_MOST_TRIES if len(sketch.forest.order) <= _MANY else 0):
        if not tried:
            break
        # Which width suits the boxes does not depend on a few chips.
        layout = sketch._replace(widths=(first.wrap,)).laid_out(tried.keys(), known=known)
        lines = sketch.lines(layout, homes, tried.keys())
        if len(lines) == len(tried):
            return _drawn(layout, lines)
        tried = lines
    return _drawn(first, found)


def _drawn(layout: TreeLayout, lines: Mapping[str, Line]) -> TreeLayout:
    """Return a layout with lines in place of chips."""
    chips = {edge: chips for edge, chips in layout.places.chips.items() if edge not in lines}
    return layout._replace(places=layout.places._replace(chips=chips, lines=dict(lines)))


class _Sketch(NamedTuple):
    """What is laid out, before it is known which relations are lines."""

    forest: Forest
    ranks: Mapping[str, int]
    bands: Bands
    measures: Measures
    frame: Frame
    widths: tuple[int, ...]
    head: Extent
    foot: Extent

    def laid_out(
        self, lines: Collection[str] = (), *, known: dict[int, _Planned] | None = None
    ) -> TreeLayout:
        """Return the best layout with chips for all relations that make no tree, but for some lines.

        What has been planned at a width and is `known` is taken as far as it is the same, and what is planned
        now is known afterwards.
        """
        known = {} if known is None else known
        forest, ranks = self.forest, self.ranks
        candidates: list[SizedTree] = []
        made: dict[int, tuple[int, dict[str, Plot]]] = {}
        widths = self.widths if len(forest.order) <= _MANY else self.widths[len(self.widths) // 2 :][:1]
        for wrap in widths:
            plots = _plots(forest, self.bands, self.measures, wrap, lines)
            filled = sum(plot.box[0] * plot.box[1] for plot in plots.values())
            room = self.frame.room(filled)
            families = dict(_families(forest, self.bands, plots, ranks, room))
            shapes = _shapes_by(shapes_of, families, plots, known.get(wrap))
            # If not even the narrowest boxes can be read, trees have to be narrower.
            if wrap == widths[0] and self.frame.least_scale and _least_width(shapes) > room:
                families = {id: family._replace(tight=True) for id, family in families.items()}
                shapes = _shapes_by(shapes_of, families, plots, known.get(wrap))
            known[wrap] = _Planned(families, plots, shapes)
            trees = [*shapes[_GROUND].free]
            if self.frame.fit in ("slide", "none"):
                trees += _shapes_by(aside_shapes, families, plots)[_GROUND].free
            for tree in trees:
                candidates.append(SizedTree(tree, self._extent(tree), filled))
                made[id(tree)] = wrap, plots
        tree, extent, _ = best_shape(candidates, self.frame)
        wrap, plots = made[id(tree)]
        places = place(tree, plots, ranks, self.head.height)
        places.joints.update(_joints(forest, ranks, places.routes))
        return TreeLayout(forest, self.bands, places, extent, wrap)

    def _extent(self, tree: Arrangement) -> Extent:
        width = max(tree.width, self.head.width, self.foot.width)
        return Extent(width, tree.height + self.head.height + self.foot.height)

    def lines(
        self, layout: TreeLayout, homes: Mapping[str, str | None], only: Collection[str] | None = None
    ) -> dict[str, Line]:
        """Return the lines for which a layout has space, of all relations that make no tree or of some."""
        edges = [edge for edge in self.forest.others if only is None or edge.id in only]
        sizes = {
            end: self.measures.box(end, layout.wrap) for edge in edges for end in (edge.source, edge.target)
        }
        headings = {band: self.measures.heading(self.bands.heading(band)) for band in layout.places.bands}
        return short_lines(edges, layout.places, sizes, homes, headings, layout.extent.width)


def _plots(
    forest: Forest, bands: Bands, measures: Measures, wrap: int, lines: Collection[str]
) -> dict[str, Plot]:
    stubs = _stubs((edge for edge in forest.others if edge.id not in lines), measures)

    def heading(own: Sequence[str]) -> int:
        return max([measures.heading(bands.heading(band)) for band in own]) if own else 0

    plots = {}
    for id in forest.order:
        size, own = measures.box(id, wrap), bands.around.get(id, ())
        rows = _rows(forest, id, size) if size.places else _NO_ROWS
        chips = tuple(stubs.get(id, ()))
        plots[id] = Plot(id, size, chips, own, heading(own), bands.captions.get(id, ()), rows)
    for id, own in bands.holders.items():
        plots[id] = Plot(id, bands=own, heading=heading(own))
    plots[_GROUND] = Plot(_GROUND)
    return plots


def _rows(forest: Forest, id: str, size: Size) -> dict[str, tuple[int, int]]:
    """Return on which rows of its box children of a node bear, as far as they do."""
    return {
        child: size.places[edge.target_step]
        for child in forest.children.get(id, ())
        for edge in (forest.edges[child],)
        if edge.target == id and edge.target_step is not None and edge.target_step in size.places
    }


def _stubs(edges: Iterable[MapEdge], measures: Measures) -> dict[str, list[Stub]]:
    stubs: dict[str, list[Stub]] = {}
    for edge in edges:
        for end in ("source", "target"):
            id = edge.source if end == "source" else edge.target
            stubs.setdefault(id, []).append(Stub(edge.id, end == "source", measures.chip(edge, end)))
    return stubs


class _Planned(NamedTuple):
    """What has been planned at a width, by the ids of nodes."""

    families: Mapping[str, Family]
    plots: Mapping[str, Plot]
    shapes: Mapping[str, Shapes]


def _shapes_by(
    arrange: Callable[[Plot, Family, Mapping[str, Shapes]], Shapes],
    families: Mapping[str, Family],
    plots: Mapping[str, Plot],
    known: _Planned | None = None,
) -> Mapping[str, Shapes]:
    """Return the shapes of all trees; those that are `known` and the same are not made again."""
    shapes: dict[str, Shapes] = {}
    for id, family in families.items():
        if known and _is_same(id, family, plots[id], known, shapes):
            shapes[id] = known.shapes[id]
        else:
            shapes[id] = arrange(plots[id], family, shapes)
    return shapes


def _least_width(shapes: Mapping[str, Shapes]) -> int:
    return min(tree.width for tree in shapes[_GROUND].free)


def _is_same(id: str, family: Family, plot: Plot, known: _Planned, shapes: Mapping[str, Shapes]) -> bool:
    return (
        plot == known.plots[id]
        and family == known.families[id]
        and all(shapes[child] is known.shapes[child] for child in (*family.below, *family.beside))
    )


def _families(
    forest: Forest, bands: Bands, plots: Mapping[str, Plot], ranks: Mapping[str, int], room: int
) -> Iterator[tuple[str, Family]]:
    """Yield what is below each node, after what is below that; the ground is the last."""
    tries = MOST_TRIES if len(forest.order) <= _MANY else _FEW_TRIES
    levels = dict.fromkeys(forest.roots, 0)
    for id in forest.order:
        levels.update(dict.fromkeys(forest.children.get(id, ()), levels[id] + 1))
    for id in reversed(forest.order):
        below: Sequence[str] = forest.children.get(id, ())
        beside: Sequence[str] = ()
        if rows := plots[id].rows:
            beside = sorted([child for child in below if child in rows], key=rows.__getitem__)
            below = [child for child in below if child not in rows]
        yield id, Family(below, beside, ranks, levels[id], room, tries)
    for id, held in (*bands.held.items(), (_GROUND, bands.tops)):
        # Trees side by side are ranked alike: nothing joins them.
        yield id, Family(held, (), dict.fromkeys(held, 0), 0, room, tries)
