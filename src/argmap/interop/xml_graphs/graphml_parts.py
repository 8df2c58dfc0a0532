"""Parts of a graph in GraphML: the ids of its nodes, its edges, and the places of its boxes."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.data import NO_DATA, Data
from argmap.interop.conversion.own_data import foreign_id, own_data, without_own
from argmap.interop.xml_graphs.element_data import KEY
from argmap.interop.xml_graphs.own_attributes import listed
from argmap.model import ArgumentRef, Debate, InferenceRef, Ref

# The number of characters on a line in a box; its height and the width of a box, in points.
COLUMNS = 30
LINE_HEIGHT = 17
BOX_WIDTH = 240
_GAP = 40
# What ids in XML may look like.
_NAME = re.compile(r"[\w.:-]+")


@frozen
class GraphmlEdge:
    """An edge: what its word and data say, and what only its file says about it."""

    source: str
    target: str
    word: str
    data: Data = NO_DATA
    own: Data = NO_DATA


def node_ids(debate: Debate) -> Mapping[Ref, str]:
    """Return the ids of nodes: those from their file, else their titles if these can be ids, else numbers."""
    ids: dict[Ref, str] = {}
    taken: set[str] = set()
    for has_own in (True, False):
        for element in debate:
            name = foreign_id(element.data, KEY) if has_own else _name_of(element.title)
            if name and name not in taken and element.ref not in ids:
                ids[element.ref] = name
                taken.add(name)
    number = 0
    for element in debate:
        if element.ref not in ids:
            while f"n{number}" in taken:
                number += 1
            ids[element.ref] = f"n{number}"
            taken.add(f"n{number}")
    return {element.ref: ids[element.ref] for element in debate}


def _name_of(title: str) -> str:
    return title if _NAME.fullmatch(title) else ""


def group_ids(debate: Debate, ids: Mapping[Ref, str]) -> Mapping[str, str]:
    """Return the ids of the nodes that stand for sections."""
    taken = set(ids.values())
    groups: dict[str, str] = {}
    for section in debate.sections:
        name = foreign_id(section.data, KEY) or f"g-{section.id}"
        while name in taken:
            name += "'"
        taken.add(name)
        groups[section.id] = name
    return groups


def edges_of(debate: Debate, ids: Mapping[Ref, str]) -> Iterator[GraphmlEdge]:
    """Yield the edges of a debate: those of premises and conclusions, then its relations."""
    for argument in debate.arguments.values():
        if argument.conclusion is not None:
            own = {str(step.get("node")): step for step in listed(own_data(argument.data, KEY).get("steps"))}
            for ref in argument.premises:
                yield GraphmlEdge(ids[ref], ids[argument.ref], "premise", own=own.get(ids[ref], NO_DATA))
            end = ids[argument.conclusion]
            yield GraphmlEdge(ids[argument.ref], end, "conclusion", own=own.get(end, NO_DATA))
    for relation in debate.relations:
        if not relation.is_derived:
            data = without_own(relation.data, KEY)
            ends = ids[_element(relation.source)], ids[_element(relation.target)]
            yield GraphmlEdge(*ends, relation.kind.value, data, own_data(relation.data, KEY))


def kept_edges(own: Data, known: set[str]) -> Iterator[GraphmlEdge]:
    """Yield the kept edges that express nothing in a debate, between nodes that still exist."""
    for edge in listed(own.get("edges")):
        ends = str(edge.get("source")), str(edge.get("target"))
        if known.issuperset(ends):
            yield GraphmlEdge(*ends, str(edge.get("label", "")), own=edge)


def _element(ref: Ref) -> Ref:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def box_places(
    debate: Debate, ids: Mapping[Ref, str], edges: list[GraphmlEdge]
) -> Mapping[str, tuple[int, int]]:
    """Return the places of boxes: below what they relate to, side by side in the order of the text."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    sources = {edge.source for edge in edges}
    for edge in edges:
        below[edge.target].append(edge.source)
    rows: dict[str, int] = {}
    for start in (*(name for name in ids.values() if name not in sources), *ids.values()):
        waiting = deque([(start, 0)])
        while waiting:
            name, row = waiting.popleft()
            if name not in rows:
                rows[name] = row
                waiting.extend((other, row + 1) for other in below.get(name, ()))
    heights: defaultdict[int, int] = defaultdict(int)
    for element in debate:
        lines = len(element.title + (element.text or "")) // (COLUMNS - 6) + 2
        row = rows[ids[element.ref]]
        heights[row] = max(heights[row], lines * LINE_HEIGHT + 16)
    tops, top = {}, 0
    for row in sorted(heights):
        tops[row] = top
        top += heights[row] + 2 * _GAP
    columns: defaultdict[int, int] = defaultdict(int)
    places: dict[str, tuple[int, int]] = {}
    for name in ids.values():
        row = rows[name]
        places[name] = columns[row] * (BOX_WIDTH + _GAP), tops[row]
        columns[row] += 1
    return places
