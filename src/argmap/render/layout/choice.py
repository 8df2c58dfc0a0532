"""Which layout a map gets: as trees, or in layers by the engine."""

from __future__ import annotations

from argmap.maps import ArgumentMap
from argmap.render.layout.attributes import same_ranks
from argmap.render.layout.tree.forest import plant
from argmap.render.styles.theme import Theme
from argmap.settings import Settings

# Of so many relations not more than one may be a pair of chips instead of a line.
_LINES_PER_STUB = 4
# What authors say of the whole graph that has nothing to do with how it is laid out.
_LOOKS = frozenset(("bgcolor", "fontcolor", "fontname", "fontsize"))


def is_tree_like(argument_map: ArgumentMap, theme: Theme, settings: Settings) -> bool:
    """Return whether a map is laid out as trees, by its settings or by what it is.

    Attributes of the graph that authors chose, nodes on the same rank and themes that draw as Argdown's own
    tools do want layers; so do maps of which more than a quarter of the relations would be no lines.
    """
    if not argument_map.nodes and not any(group.is_closed for group in argument_map.groups):
        return False
    if settings.map.layout != "auto":
        return settings.map.layout == "tree"
    wants_layers = (
        theme.is_plain
        or settings.viz_js.engine != "dot"
        or not _LOOKS.issuperset(settings.dot.graph_viz_settings)
        or any(True for _ in same_ranks(argument_map))
    )
    if wants_layers:
        return False
    return len(plant(argument_map).others) * _LINES_PER_STUB <= len(argument_map.edges)
