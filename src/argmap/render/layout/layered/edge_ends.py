"""Ends of edges: where they leave their boxes, and where the trunks of nets reach theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from argmap.render.layout.layered.channels import spread
from argmap.render.layout.layered.edge_nets import EdgeNet
from argmap.render.layout.layered.layer_rows import APART, LayerRows

# From the side of a box to the first vertical line beside it: room for an arrow head.
_BESIDE = 9.0
# Sections end 14 points from their boxes, so that no line is on their border.
_BESIDE_SECOND = 19.0
_BESIDE_NEXT = 5.0
_CORNER = 12.0
_PORTS = 24.0
_STARTS = 12.0


def places_of_starts(
    rows: LayerRows,
    nets: Mapping[Hashable, EdgeNet],
    through: Mapping[str, Sequence[float]],
    ends: Mapping[Hashable, float],
) -> dict[str, float]:
    """Return where edges start on the upper side of a box: in its middle, or around it if there are many."""
    starts: dict[str, float] = {}
    outgoing: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for key, net in nets.items():
        for edge in net.edges:
            first = through[edge.id][0] if through[edge.id] else ends[key]
            outgoing[edge.source].append((first, edge.id))
    for source, leaving in outgoing.items():
        box = rows.layers.nodes[source]
        corner = min(_CORNER, (box.right - box.left) / 2)
        room = min(_STARTS, (box.right - box.left - 2 * corner) / max(len(leaving) - 1, 1))
        leftmost = box.center - room * (len(leaving) - 1) / 2
        leaving.sort()
        # A target that is nearly above the middle of a box is reached without a bend.
        wanted = [
            place if abs(place - leftmost - room * number) <= _STARTS else leftmost + room * number
            for number, (place, _) in enumerate(leaving)
        ]
        found = spread(wanted, box.left + corner, box.right - corner, room)
        starts.update((edge, place) for (_, edge), place in zip(leaving, found, strict=True))
    return starts


def places_of_ends(
    rows: LayerRows, nets: Mapping[Hashable, EdgeNet], through: Mapping[str, Sequence[float]]
) -> dict[Hashable, float]:
    """Return where the trunks of nets are, above the last channel."""
    ends: dict[Hashable, float] = {}
    below: defaultdict[str, list[Hashable]] = defaultdict(list)
    beside: defaultdict[tuple[str, int], list[Hashable]] = defaultdict(list)
    for key, net in nets.items():
        target = net.edges[0].target
        if net.side:
            beside[target, net.side].append(key)
        else:
            below[target].append(key)
    for target, keys in below.items():
        box = rows.layers.nodes[target]
        places = {key: _places(rows, nets[key], through) for key in keys}
        keys.sort(key=lambda key: sum(places[key]) / len(places[key]))
        corner = min(_CORNER, (box.right - box.left) / 2)
        room = min(_PORTS, (box.right - box.left - 2 * corner) / max(len(keys) - 1, 1))
        first = box.center - room * (len(keys) - 1) / 2
        # A single line is straight, wherever it meets the box.
        near = (box.right - box.left) / 2 - corner if len(keys) == 1 else _PORTS
        wanted = [_wish(places[key], first + room * number, near) for number, key in enumerate(keys)]
        ends.update(zip(keys, spread(wanted, box.left + corner, box.right - corner, room), strict=True))
    for (target, side), keys in beside.items():
        box = rows.layers.nodes[target]
        free = rows.beside(rows.of[target], box, side) - APART
        # The lines to the lowest rows are closest, so that they cross no others.
        keys.sort(key=lambda key: nets[key].height)
        for number, key in enumerate(keys):
            away = _BESIDE_SECOND + _BESIDE_NEXT * (number - 1) if number else _BESIDE
            widest = _BESIDE_SECOND + _BESIDE_NEXT * (len(keys) - 2) if len(keys) > 1 else _BESIDE
            away *= min(1, free / widest)
            ends[key] = box.right + away if side > 0 else box.left - away
    return ends


def _places(rows: LayerRows, net: EdgeNet, through: Mapping[str, Sequence[float]]) -> list[float]:
    """Return the places from which the edges of a net come into its last channel."""
    return [through[edge.id][-1] if through[edge.id] else _center(rows, edge.source) for edge in net.edges]


def _wish(places: Sequence[float], middle: float, near: float) -> float:
    """Return the best place for a trunk: straight above something that is near."""
    nearest = min(places, key=lambda place: abs(place - middle))
    if abs(nearest - middle) <= (near if len(places) == 1 else _PORTS):
        return nearest
    return middle


def _center(rows: LayerRows, node: str) -> float:
    return rows.layers.nodes[node].center
