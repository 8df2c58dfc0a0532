"""Passages: where long edges pass through the rows between their ends, straight up if possible."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.render.layout.layered.edge_nets import EdgeNet
from argmap.render.layout.layered.laid_out import Area, LaidOutEdge, crossings
from argmap.render.layout.layered.layer_rows import APART, LayerRows


def passages(rows: LayerRows, nets: Iterable[EdgeNet]) -> Mapping[str, Sequence[float]]:
    """Return where each edge passes through the rows between its ends, from the lowest to the highest."""
    return _straightened(rows, {edge.id: list(_through(rows, edge)) for net in nets for edge in net.edges})


def _straightened(rows: LayerRows, through: Mapping[str, list[float]]) -> Mapping[str, list[float]]:
    """Return where edges pass through rows, straight up as far as nothing else is there."""
    taken: defaultdict[int, list[float]] = defaultdict(list)
    for id, places in through.items():
        for row, place in enumerate(places, rows.of[rows.layers.edges[id].source] + 1):
            insort(taken[row], place)
    for id, places in through.items():
        label = rows.layers.edges[id].label
        for number, row in enumerate(
            range(rows.of[rows.layers.edges[id].source] + 2, rows.of[rows.layers.edges[id].target]), 1
        ):
            before, place = places[number - 1], places[number]
            is_labelled = label is not None and label in rows.boxes[row]
            if before != place and not is_labelled and _is_free(rows.boxes[row], taken[row], before, place):
                taken[row].remove(place)
                insort(taken[row], before)
                places[number] = before
    return through


def _is_free(boxes: Iterable[Area], taken: Sequence[float], wanted: float, place: float) -> bool:
    """Return whether a line may pass through a row at another place: whether nothing is in between."""
    low, high = min(wanted, place), max(wanted, place)
    others = [other for other in taken if low - APART < other < high + APART and other != place]
    return not others and all(box.right + APART < low or box.left - APART > high for box in boxes)


def _through(rows: LayerRows, edge: LaidOutEdge) -> Iterator[float]:
    """Yield where an edge passes through the rows between its ends."""
    line = list(edge.path.line())
    for row in range(rows.of[edge.source] + 1, rows.of[edge.target]):
        label = edge.label
        if label and any(box is label for box in rows.boxes[row]):
            yield label.left - 1
        else:
            middle = rows.boxes[row][0].middle
            yield _free_place(rows.boxes[row], next(crossings(line, middle), line[-1][0]))


def _free_place(boxes: Iterable[Area], place: float) -> float:
    """Return a place between boxes: that of the engine's line, unless it found no way through."""
    left = right = place
    for box in sorted(boxes, key=lambda box: box.left):
        if box.left - APART < right < box.right + APART:
            right = box.right + APART
    for box in sorted(boxes, key=lambda box: -box.right):
        if box.left - APART < left < box.right + APART:
            left = box.left - APART
    return left if place - left < right - place else right
