"""The finishing touches to a map in layers: an engine's layout, with our routes and clear headings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from attrs import evolve

from argmap.maps import ArgumentMap, MapEdge
from argmap.maps.joined_premises import joined_premises
from argmap.model import RelationKind
from argmap.render.engines.svg import junction_id
from argmap.render.layout.layered.headings import bent_around, clear_headings, is_struck
from argmap.render.layout.layered.laid_out import Area, LaidOutLayers, LaidOutSection, Point, read_layers
from argmap.render.layout.layered.routes import Route, routed
from argmap.render.layout.shelves import with_places
from argmap.render.layout.splines import Ends, is_double, spline


def finished(dot: str, view: ArgumentMap, layout: bytes) -> str | None:
    """Return the DOT of a map with the places of a layout, given as JSON, and its own routes of edges.

    Headings that edges cross are moved, or edges are bent around them. None if there is nothing to do.

    Raises:
        ValueError, KeyError: the JSON is not what engines write for a map.
    """
    layers = read_layers(layout)
    routes = routed(layers)
    lines: dict[str, Sequence[Point]] = {id: list(edge.path.line()) for id, edge in layers.edges.items()}
    lines.update({id: route.points for id, route in routes.items()})
    moved = clear_headings(layers.sections, lines.values())
    sections = {id: _with_heading(section, moved.get(id)) for id, section in layers.sections.items()}
    routes = {id: _clear_route(route, sections) for id, route in routes.items()}
    if not moved and not routes:
        return None
    return _placed(dot, view, layers, routes, moved)


def _with_heading(section: LaidOutSection, place: tuple[float, float] | None) -> LaidOutSection:
    if place is None or section.heading is None:
        return section
    half = (section.heading.right - section.heading.left) / 2
    heading = Area(place[0] - half, section.heading.low, place[0] + half, section.heading.high)
    return evolve(section, heading=heading)


def _clear_route(route: Route, sections: Mapping[str, LaidOutSection]) -> Route:
    points = route.points
    for section in sections.values():
        if section.heading and is_struck(section.heading, points):
            points = bent_around(points, section.area, section.heading)
    return evolve(route, points=points)


def _placed(
    dot: str,
    view: ArgumentMap,
    layers: LaidOutLayers,
    routes: Mapping[str, Route],
    moved: Mapping[str, tuple[float, float]],
) -> str:
    boxes: dict[str, tuple[str, str | None]] = {}
    for id, section in layers.sections.items():
        at = moved.get(id) or (section.heading and (section.heading.center, section.heading.middle))
        label = f"{at[0]:.2f},{at[1]:.2f}" if at else None
        boxes[id] = ",".join(f"{side:.2f}" for side in section.area), label
    if layers.frame:
        boxes[""] = layers.frame
    nodes = {id: f"{box.center:.2f},{box.middle:.2f}" for id, box in layers.nodes.items()}
    edges: dict[str, str] = {}
    more: dict[str, str] = {}
    for id, edge in layers.edges.items():
        route = routes.get(id)
        if route is None:
            edges[id] = edge.path.written()
            continue
        is_both = edge.attributes.get("dir") == "both"
        ends = Ends.of(edge.attributes, is_both=is_both, is_upwards=True, arrives=route.arrives)
        edges[id] = spline(route.points, ends, is_double=is_double(edge.attributes))
        more[id] = f"dir={ends.direction}"
    for id, edge in layers.edges.items():
        if edge.label:
            place = f'lp="{edge.label.center:.2f},{edge.label.middle:.2f}"'
            more[id] = f"{more[id]} {place}" if id in more else place
    return with_places(dot, _with_junctions(view, nodes), nodes, edges, boxes, more=more)


def _with_junctions(view: ArgumentMap, nodes: Collection[str]) -> ArgumentMap:
    """Return a map whose edges end at the dots where premises come together, as in the layout."""
    joined = {edge: target for edge, target in joined_premises(view).items() if junction_id(target) in nodes}
    edges = [
        evolve(edge, target=junction_id(edge.target)) if edge.id in joined else edge for edge in view.edges
    ]
    for target in dict.fromkeys(joined.values()):
        id = junction_id(target)
        edges.append(MapEdge(f"{id}-arrow", RelationKind.SUPPORT, id, target))
    return evolve(view, edges=tuple(edges))
