"""Attributes of the whole graph for its layout, from its size and the author's settings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from argmap.maps import ArgumentMap
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import Theme
from argmap.settings import Settings
from argmap.settings.color_names import read_color
from argmap.settings.settings import DotSettings

# Attributes of the whole graph that only say how it is laid out or looks. Others read files
# (imagepath, stylesheet), change what the drawing is (charset, dpi) or differ from run to run (start).
GRAPH_ATTRIBUTES = frozenset(
    """
    K bgcolor center clusterrank concentrate epsilon esep fontcolor fontname fontsize gradientangle label
    labeljust labelloc landscape layout len levels margin maxiter mclimit mindist mode model newrank nodesep
    normalize nslimit nslimit1 oneblock ordering outputorder overlap overlap_scaling overlap_shrink pack
    packmode pad quadtree rankdir ranksep ratio remincross repulsiveforce root rotate searchsize sep size
    smoothing splines style voro_margin
    """.split()  # noqa: SIM905  # a list of sixty quoted words is no easier to read
)
_LAYOUTS = ("dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork")
_ALPHA = re.compile(r"#[0-9A-Fa-f]{8}|transparent")
_VALUE = re.compile(r"[^<>\\\"]{0,200}")

# If nearly every section is related to every other, there are no rows.
_OF_SECTIONS = {
    "layout": "sfdp",
    "K": "2",
    "overlap": "prism",
    "splines": "line",
    "outputorder": "edgesfirst",
}
_MANY_EDGES = 4

_SMALL = 150
_MEDIUM = 500
_LARGE = 1500


def graph_attributes(argument_map: ArgumentMap, theme: Theme, settings: Settings) -> dict[str, str]:
    """Return the attributes of the graph: those of its size, of the theme, then of the settings."""
    by_size = _OF_SECTIONS if _is_tangle(argument_map) else _by_size(len(argument_map.nodes))
    attributes = {**by_size, **theme.of("graph")}
    background = read_color(settings.dot.map_bg_color)
    if background:
        attributes["bgcolor"] = background
    if settings.viz_js.engine != "dot":
        attributes["layout"] = settings.viz_js.engine
    attributes.update(_attributes_of_author(settings.dot))
    return attributes


def refused_settings(settings: Settings) -> tuple[str, ...]:
    """Return the names in `dot.graphVizSettings` that are not passed on to the engine."""
    said = _attributes_of_author(settings.dot)
    return tuple(name for name in settings.dot.graph_viz_settings if name not in said)


def is_upright(attributes: Mapping[str, str]) -> bool:
    """Return whether the rows of a graph with these attributes are one above the other."""
    return attributes.get("layout", "dot") == "dot" and attributes.get("rankdir", "TB") in ("BT", "TB")


def is_in_rows(argument_map: ArgumentMap, theme: Theme, settings: Settings) -> bool:
    """Return whether nodes are in rows, whatever direction these follow each other in."""
    return graph_attributes(argument_map, theme, settings).get("layout", "dot") == "dot"


def same_ranks(argument_map: ArgumentMap) -> Iterator[list[str]]:
    """Yield the ids of nodes that are side by side because their author gave them the same rank."""
    ranks: defaultdict[str, list[str]] = defaultdict(list)
    for node in argument_map.nodes:
        if node.rank is not None:
            ranks[node.rank].append(node.id)
    yield from (ids for ids in ranks.values() if len(ids) > 1)


def _is_tangle(argument_map: ArgumentMap) -> bool:
    boxes = sum(group.is_closed for group in argument_map.groups)
    return boxes > len(argument_map.nodes) and len(argument_map.edges) > _MANY_EDGES * boxes


def _by_size(nodes: int) -> dict[str, str]:
    # Without newrank, every group is ranked separately, and large maps become fifty times as wide as high.
    if nodes <= _SMALL:
        return {"newrank": "true"}
    if nodes <= _MEDIUM:
        return {"newrank": "true", "nslimit": "1", "mclimit": "0.3", "splines": "polyline"}
    if nodes <= _LARGE:
        return {"newrank": "true", "nslimit": "1", "nslimit1": "1", "mclimit": "0.5", "splines": "polyline"}
    return {"newrank": "true", "nslimit": "0.2", "nslimit1": "0.2", "mclimit": "0.2", "splines": "line"}


def _attributes_of_author(settings: DotSettings) -> dict[str, str]:
    return dict(_usable(settings))


def _usable(settings: DotSettings) -> Iterator[tuple[str, str]]:
    for name, value in settings.graph_viz_settings.items():
        text = str(value).lower() if isinstance(value, bool) else clean(str(value))
        is_known = name in GRAPH_ATTRIBUTES and isinstance(value, bool | int | float | str)
        if is_known and _VALUE.fullmatch(text) and _is_safe(name, text):
            yield name, text


def _is_safe(name: str, value: str) -> bool:
    """Return whether an engine can use a value: if it is not a colour, Graphviz 2.43 aborts."""
    if name.endswith("color"):
        # A gradient is a list, in which a colour may be followed by a semicolon and its share.
        parts = [part.partition(";")[0] for part in value.split(":")]
        return all(_ALPHA.fullmatch(part) or read_color(part) for part in parts)
    return name != "layout" or value in _LAYOUTS
