"""Large maps, laid out section by section: each in its best layout, then all side by side on shelves.

A layout of the whole has to keep rows consistent across the map, so that related sections are stretched to
each other's height and most of the picture is empty. Here rows hold only within a section, and edges between
sections are straight.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from math import sqrt
from threading import Thread
from typing import Any

from attrs import evolve

from argmap.maps import ArgumentMap, MapEdge, MapGroup
from argmap.maps.parts import top_groups, top_of
from argmap.named_tuples import NamedTuple
from argmap.render.engines.engine import EngineError
from argmap.render.typesetting.font_widths import text_width

# Smaller maps are quick to lay out as a whole, which shows best how sections are related.
LEAST_NODES = 150

_PAIR = re.compile(r"(?<![\d.])(-?\d[\d.]*+(?:e[-+]?\d++)?),(-?\d[\d.]*+(?:e[-+]?\d++)?)")
# The table of the label of the frame.
# An edge with the sides at which it ends, but not with a cell.
_SIDES = re.compile(
    r'^(\t[^:\n]++):\w -> ([^:\n ]++)(?::\w)?+( \[(?:.*? )??id=("[^"]*+"|\w++).*)$', re.MULTILINE
)
_FOOT = re.compile(r'subgraph cluster_0 \{\n\tlabel=<<TABLE [^<>]*WIDTH="(\d+)" HEIGHT="(\d+)">')
# A little wider than high, like screens, and allowing for shelves that are not full.
_ASPECT = 1.6
_GAP = 40.0
_MARGIN = 16.0
_HEADING = 26.0
_HEADING_SIZE = 11
_NOTHING: Mapping[str, str] = {}
# Groups that are deeper have no boxes.
_DEEPEST_GROUP = 20


class _Block(NamedTuple):
    """A section laid out by an engine: the places of its parts by their ids, and its size."""

    nodes: Mapping[str, str]
    edges: Mapping[str, str]
    groups: Mapping[str, tuple[str, str | None]]
    size: tuple[float, float, float, float]


def split_map(view: ArgumentMap) -> tuple[ArgumentMap, ...]:
    """Return the sections of a map, each as a map, if it is large enough to be laid out by them; else none.

    Closed groups must already be closed. What is outside all sections makes the last map.

    >>> split_map(ArgumentMap())
    ()
    """
    top = top_groups(view) if len(view.nodes) > LEAST_NODES else {}
    if len(top) < 2:
        return ()
    groups = {group.id: group for group in view.groups}
    ends = {node.id: top_of(node.group, groups, top) for node in view.nodes}
    ends |= {group.id: top_of(group.id, groups, top) for group in view.groups}
    edges: defaultdict[str | None, list[MapEdge]] = defaultdict(list)
    for edge in view.edges:
        if ends[edge.source] == ends[edge.target]:
            edges[ends[edge.source]].append(edge)
    return tuple(_sections(view, top, ends, edges))


def _sections(
    view: ArgumentMap,
    top: Mapping[str, MapGroup],
    ends: Mapping[str, str | None],
    edges: Mapping[str | None, list[MapEdge]],
) -> Iterator[ArgumentMap]:
    for section in (*top, None):
        nodes = tuple(
            node if section else evolve(node, group=None) for node in view.nodes if ends[node.id] == section
        )
        inside = tuple(
            evolve(group, parent=None) if group.id == section else group
            for group in view.groups
            if section and ends[group.id] == section
        )
        if nodes or any(group.is_closed for group in inside):
            yield ArgumentMap(nodes, tuple(edges.get(section, ())), inside)


def place_sections(
    dot: str, view: ArgumentMap, sections: Sequence[str], *, lay_out: Callable[[str], bytes]
) -> str:
    """Return the DOT of a map with the place of everything in it, for an engine that only draws.

    `sections` are the DOT of its sections; `lay_out` turns all of them, one after the other, into JSON.
    """
    blocks = _laid_out(sections, lay_out)
    corners = _shelved([(block.size[2] - block.size[0], block.size[3] - block.size[1]) for block in blocks])
    nodes: dict[str, str] = {}
    edges: dict[str, str] = {}
    boxes: dict[str, tuple[str, str | None]] = {}
    for block, (left, bottom) in zip(blocks, corners, strict=True):
        by = (left - block.size[0], bottom - block.size[1])
        nodes |= {id: _moved(place, by) for id, place in block.nodes.items()}
        edges |= {id: _moved(place, by) for id, place in block.edges.items()}
        for id, (box, label) in block.groups.items():
            boxes[id] = _moved(box, by), _moved(label, by) if label else None
    outer = _outer_boxes(view, boxes, blocks, corners)
    return with_places(dot, view, nodes, edges, {**boxes, **outer, "": _footed(dot, outer[""][0])})


def _laid_out(sections: Sequence[str], lay_out: Callable[[str], bytes]) -> list[_Block]:
    # Few runs for all: starting an engine takes as long as laying out a small section. Two, because nearly
    # every machine can do two things at once.
    halves: tuple[list[int], list[int]] = ([], [])
    lengths = [0, 0]
    for number in sorted(range(len(sections)), key=lambda number: -len(sections[number])):
        shorter = int(lengths[1] < lengths[0])
        halves[shorter].append(number)
        lengths[shorter] += len(sections[number])
    said: list[bytes | EngineError] = [b"", b""]

    def run(half: int) -> None:
        try:
            said[half] = lay_out("\n".join(sections[number] for number in halves[half]))
        except EngineError as error:
            said[half] = error

    other = Thread(target=run, args=(1,))
    other.start()
    run(0)
    other.join()
    blocks: dict[int, _Block] = {}
    for numbers, one in zip(halves, said, strict=True):
        if isinstance(one, EngineError):
            raise one
        read = list(_read(one.decode()))
        if len(read) != len(numbers):
            raise EngineError(f"the engine laid out {len(read)} of {len(numbers)} sections")
        blocks |= zip(numbers, read, strict=True)
    return [blocks[number] for number in range(len(sections))]


def _read(said: str) -> Iterator[_Block]:
    decoder = json.JSONDecoder()
    start = 0
    while (start := said.find("{", start)) >= 0:
        drawn: dict[str, Any]
        drawn, start = decoder.raw_decode(said, start)
        objects: list[dict[str, Any]] = drawn.get("objects", [])
        box = [float(one) for one in drawn["bb"].split(",")]
        yield _Block(
            {one["id"]: one["pos"] for one in objects if "pos" in one and "id" in one},
            {one["id"]: one["pos"] for one in drawn.get("edges", []) if "pos" in one and "id" in one},
            {one["id"]: (one["bb"], one.get("lp")) for one in objects if "bb" in one and "id" in one},
            (box[0], box[1], box[2], box[3]),
        )


def _shelved(sizes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the lower left corners of boxes on shelves, in their order, the first one at the top."""
    area = sum((width + _GAP) * (height + _GAP) for width, height in sizes)
    room = max(sqrt(_ASPECT * area), *(width + _GAP for width, _ in sizes))
    corners: list[tuple[float, float]] = []
    shelf: list[tuple[float, float]] = []
    left = top = 0.0
    for width, height in sizes:
        if left and left + width > room:
            top -= max(one for _, one in shelf) + _GAP
            left, shelf = 0.0, []
        shelf.append((width, height))
        corners.append((left, top - height))
        left += width + _GAP
    return corners


def _moved(place: str, by: tuple[float, float]) -> str:
    return _PAIR.sub(lambda at: f"{float(at[1]) + by[0]:.2f},{float(at[2]) + by[1]:.2f}", place)


def _outer_boxes(
    view: ArgumentMap,
    known: Mapping[str, object],
    blocks: Sequence[_Block],
    corners: Sequence[tuple[float, float]],
) -> dict[str, tuple[str, str | None]]:
    """Return the boxes of the groups that are around everything, the outermost last, and of the frame."""
    left = min(x for x, _ in corners)
    bottom = min(y for _, y in corners)
    sizes = [
        (x + block.size[2] - block.size[0], y + block.size[3] - block.size[1])
        for block, (x, y) in zip(blocks, corners, strict=True)
    ]
    right, top = max(x for x, _ in sizes), max(y for _, y in sizes)
    boxes: dict[str, tuple[str, str | None]] = {}
    for group in reversed(view.groups):
        if group.id not in known:
            left, bottom, right, top = left - _MARGIN, bottom - _MARGIN, right + _MARGIN, top + _HEADING
            width = text_width(group.title, size=_HEADING_SIZE, is_bold=True)
            heading = f"{left + _MARGIN + width / 2:.2f},{top - _HEADING / 2:.2f}"
            boxes[group.id] = _box(left, bottom, right, top), heading
    boxes[""] = _box(left, bottom, right, top), None
    return boxes


def _box(left: float, bottom: float, right: float, top: float) -> str:
    return f"{left:.2f},{bottom:.2f},{right:.2f},{top:.2f}"


def with_places(
    dot: str,
    view: ArgumentMap,
    nodes: Mapping[str, str],
    edges: Mapping[str, str],
    boxes: Mapping[str, tuple[str, str | None]],
    *,
    more: Mapping[str, str] = _NOTHING,
) -> str:
    """Return a DOT with the places of nodes, edges and groups, by their ids, and of the frame, by "".

    A map need not have a frame. `more` are other attributes of edges, as they are written in DOT.
    """
    said = ["\tgraph [splines=line outputorder=edgesfirst]"]
    dot = _without_sides(dot, {f'"{id}"' for id in edges} | edges.keys())
    said += [f'\t"{id}" [pos="{place}"]' for id, place in nodes.items()]
    # An edge with a key does not become a second one when it is named again.
    for edge in view.edges:
        if edge.id in edges:
            place = f'key="{edge.id}" {more.get(edge.id, "")} pos="{edges[edge.id]}"'
            said.append(f'\t"{edge.source}" -> "{edge.target}" [{place}]')
    said += _nested(view, boxes)
    return "\n".join((dot.rstrip().removesuffix("}").rstrip(), *said, "}\n"))


def _without_sides(dot: str, ids: Collection[str]) -> str:
    """Return a DOT text in which edges with these ids, as written there, name no sides of boxes.

    Their positions say where they end. Engines would read the label of a box again for each edge that names a
    side of it.
    """

    def placed(edge: re.Match[str]) -> str:
        return f"{edge[1]} -> {edge[2]}{edge[3]}" if edge[4] in ids else edge[0]

    return _SIDES.sub(placed, dot)


def _footed(dot: str, frame: str) -> tuple[str, str | None]:
    """Return the frame of a map with room for its foot, and where the middle of the foot is."""
    found = _FOOT.search(dot)
    if found is None:
        return frame, None
    width, height = int(found[1]), int(found[2])
    left, bottom, right, top = map(float, frame.split(","))
    return _box(left, bottom - height, right, top), f"{left + width / 2:.2f},{bottom - height / 2:.2f}"


def _nested(view: ArgumentMap, boxes: Mapping[str, tuple[str, str | None]]) -> Iterator[str]:
    """Yield the boxes, nested and named as in the DOT of the map."""
    inner: defaultdict[str | None, list[MapGroup]] = defaultdict(list)
    for one in view.groups:
        inner[one.parent].append(one)
    number = depth = 0
    if "" in boxes:
        frame, foot = boxes[""]
        yield f'\tsubgraph cluster_0 {{ bb="{frame}"' + (f' lp="{foot}"' if foot else "")
    pending: list[MapGroup | None] = [*reversed(inner[None])]
    while pending:
        group = pending.pop()
        if group is None:
            yield "\t}"
            depth -= 1
            continue
        if not group.is_closed and depth < _DEEPEST_GROUP:
            number += 1
            depth += 1
            box, label = boxes.get(group.id, ("", None))
            places = (f' bb="{box}"' if box else "") + (f' lp="{label}"' if label else "")
            yield f"\tsubgraph cluster_{number} {{{places}"
            pending.append(None)
        pending.extend(reversed(inner[group.id]))
    if "" in boxes:
        yield "\t}"
