"""The choice of a layout for a map: as trees, or in layers by the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from argmap.maps import ArgumentMap
from argmap.render.layout.attributes import same_ranks
from argmap.render.layout.tree.forest import Forest, parent_of, plant
from argmap.render.layout.tree.frames import Frame
from argmap.render.styles.theme import Theme
from argmap.settings import Settings

# Of so many relations at most one may be a pair of chips instead of a line; the smaller number applies if
# boxes side by side might be too wide to be read.
_LINES_PER_STUB = 4
_LINES_PER_STUB_OF_WIDE_MAPS = 2
# How much wider layers are than the boxes in the widest one, because of the lines between these.
_LINES_BETWEEN = 1.5
# The width that a box needs besides its text, with the space beside it and sections around it, in points.
_AROUND_TEXT = 80
_MOST_NODES = 150
# Settings for the whole graph that have nothing to do with its layout.
_LOOKS = frozenset(("bgcolor", "fontcolor", "fontname", "fontsize"))


def layout_of(
    argument_map: ArgumentMap,
    theme: Theme,
    settings: Settings,
    *,
    count_chips: Callable[[], int],
    box_widths: Callable[[], Mapping[str, int]],
) -> str:
    """Return the name of the layout for a map, `tree` or `layered`, by its settings or its structure.

    Attributes of the graph that authors chose, nodes on the same rank and themes that draw like Argdown's own
    tools need layers; so do maps in which more than a quarter of the relations could not be drawn as lines,
    or more than half if layers might be too wide to be read, unless they are sure to be. `count_chips`
    returns how many relations cannot be lines, `box_widths` how wide boxes are in layers; they are called
    only if needed. If settings want only lines, maps in which any relation could not be a line need layers.
    """
    if not argument_map.nodes and not any(group.is_closed for group in argument_map.groups):
        return "layered"
    if settings.map.layout != "auto":
        return settings.map.layout
    is_tree_like = _is_tree_like(argument_map, theme, settings, count_chips, box_widths)
    return "tree" if is_tree_like else "layered"


def _is_tree_like(
    argument_map: ArgumentMap,
    theme: Theme,
    settings: Settings,
    count_chips: Callable[[], int],
    box_widths: Callable[[], Mapping[str, int]],
) -> bool:
    wants_layers = (
        theme.is_plain
        or settings.viz_js.engine != "dot"
        or not _LOOKS.issuperset(settings.dot.graph_viz_settings)
        or any(True for _ in same_ranks(argument_map))
    )
    if wants_layers:
        return False
    forest, number = plant(argument_map), len(argument_map.edges)
    if settings.map.stubs == "never":
        return not forest.others
    if len(forest.others) * _LINES_PER_STUB <= number:
        return True
    # In large maps it is not tried how many of them could be lines.
    chips = len(forest.others) if len(forest.order) > _MOST_NODES else count_chips()
    if chips * _LINES_PER_STUB <= number:
        return True
    if settings.map.fit == "none":
        return False
    frame = Frame(settings.map.fit, len(forest.order), theme.texts["text"].size)
    widest = round(theme.text_width) + _AROUND_TEXT
    if chips * _LINES_PER_STUB_OF_WIDE_MAPS <= number:
        return _widest_row(forest, dict.fromkeys(forest.order, widest)) > frame.readable_width
    # Nobody expects to read more boxes than this all at once.
    return (
        bool(frame.least_scale) and _widest_row(forest, box_widths()) * _LINES_BETWEEN > frame.readable_width
    )


def _widest_row(forest: Forest, widths: Mapping[str, int]) -> int:
    """Return the total width of the boxes on the widest level of a forest."""
    levels: dict[str, int] = {}
    rows: Counter[int] = Counter()
    for id in forest.order:
        edge = forest.edges.get(id)
        levels[id] = levels[parent_of(edge, id)] + 1 if edge else 0
        rows[levels[id]] += widths[id]
    return max(rows.values())
