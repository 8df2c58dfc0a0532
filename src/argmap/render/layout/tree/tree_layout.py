"""The layout of a map as trees: what is below what, in which arrangement, and where everything is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from argmap.maps import ArgumentMap, MapEdge
from argmap.render.layout.tree.arrangements import Family, Shapes, aside_shapes, shapes_of
from argmap.render.layout.tree.composing import Arrangement
from argmap.render.layout.tree.forest import Forest, net_rank, parent_of, plant
from argmap.render.layout.tree.frames import Candidate, Extent, Frame, best_shape
from argmap.render.layout.tree.placing import Places, place
from argmap.render.layout.tree.plots import Plot, Size, Stub
from argmap.render.layout.tree.section_bands import Bands, find_bands

# In points, for texts as wide as they are without other wishes.
WIDTHS = (200, 230, 260)
# Of larger maps the boxes are set in one width only.
_MANY = 150
# What holds the trees together; no node has such an id.
_GROUND = ""
_NOTHING = Extent(0, 0)


@frozen
class Measures:
    """What has to be measured: boxes by node and wrap width, chips by edge and end, headings by group."""

    box: Callable[[str, int], Size]
    chip: Callable[[MapEdge, str], int]
    heading: Callable[[str], int]


@frozen
class TreeLayout:
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
    text: float = 11,
) -> TreeLayout:
    """Return the layout of a map, in the arrangement whose text is largest in a frame.

    Boxes are set in one of several widths. Above and below the trees is room for a head and a foot; `text` is
    the size of body text.
    """
    forest = plant(argument_map, order=order)
    bands = find_bands(argument_map, forest)
    ranks = {child: net_rank(edge) for child, edge in forest.edges.items()}
    candidates: list[Candidate] = []
    frame = Frame(fit, len(forest.order), text)
    made: dict[int, tuple[int, dict[str, Plot]]] = {}
    for wrap in widths if len(forest.order) <= _MANY else widths[len(widths) // 2 :][:1]:
        plots = _plots(forest, bands, measures, wrap)
        filled = sum(plot.box_width * plot.box_height for plot in plots.values())
        for tree in _shapes(forest, bands, plots, ranks, frame, frame.room(filled)):
            width = max(tree.width, head.width, foot.width)
            extent = Extent(width, tree.height + head.height + foot.height)
            candidates.append(Candidate(tree, extent, filled))
            made[id(tree)] = wrap, plots
    tree, extent, _ = best_shape(candidates, frame)
    wrap, plots = made[id(tree)]
    return TreeLayout(forest, bands, place(tree, plots, ranks, head.height), extent, wrap)


def _plots(forest: Forest, bands: Bands, measures: Measures, wrap: int) -> dict[str, Plot]:
    stubs = _stubs(forest, measures)
    plots = {}
    for id in forest.order:
        size = measures.box(id, wrap)
        own = bands.around.get(id, ())
        rows = {
            child: size.places[edge.target_step]
            for child in forest.children.get(id, ())
            for edge in (forest.edges[child],)
            if edge.target == id and edge.target_step is not None and edge.target_step in size.places
        }
        heading = max(map(measures.heading, own), default=0)
        plots[id] = Plot(id, size, tuple(stubs.get(id, ())), own, heading, bands.captions.get(id, ()), rows)
    for id, own in bands.holders.items():
        plots[id] = Plot(id, bands=own, heading=max(map(measures.heading, own), default=0))
    plots[_GROUND] = Plot(_GROUND)
    return plots


def _stubs(forest: Forest, measures: Measures) -> dict[str, list[Stub]]:
    stubs: dict[str, list[Stub]] = {}
    for edge in forest.others:
        for end in ("source", "target"):
            id = edge.source if end == "source" else edge.target
            stubs.setdefault(id, []).append(Stub(edge.id, end == "source", measures.chip(edge, end)))
    return stubs


def _shapes(
    forest: Forest,
    bands: Bands,
    plots: Mapping[str, Plot],
    ranks: Mapping[str, int],
    frame: Frame,
    room: int,
) -> Iterator[Arrangement]:
    families = dict(_families(forest, bands, plots, ranks, room))
    yield from _shapes_by(shapes_of, families, plots)
    if frame.fit in ("slide", "none"):
        yield from _shapes_by(aside_shapes, families, plots)


def _shapes_by(
    arrange: Callable[[Plot, Family, Mapping[str, Shapes]], Shapes],
    families: Mapping[str, Family],
    plots: Mapping[str, Plot],
) -> Sequence[Arrangement]:
    known: dict[str, Shapes] = {}
    for id, family in families.items():
        known[id] = arrange(plots[id], family, known)
    return known[_GROUND].free


def _families(
    forest: Forest, bands: Bands, plots: Mapping[str, Plot], ranks: Mapping[str, int], room: int
) -> Iterator[tuple[str, Family]]:
    """Yield what is below each node, after what is below that; the ground is the last."""
    levels: dict[str, int] = {}
    for id in forest.order:
        edge = forest.edges.get(id)
        levels[id] = levels[parent_of(edge, id)] + 1 if edge else 0
    for id in reversed(forest.order):
        children, rows = forest.children.get(id, ()), plots[id].rows
        below = [child for child in children if child not in rows]
        beside = sorted((child for child in children if child in rows), key=rows.__getitem__)
        yield id, Family(below, beside, ranks, levels[id], room)
    for id, held in (*bands.held.items(), (_GROUND, bands.tops)):
        # Trees side by side are ranked alike: nothing joins them.
        yield id, Family(held, (), dict.fromkeys(held, 0), 0, room)
