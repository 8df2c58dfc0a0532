"""From a debate to a graph in GraphML, with boxes and lines as yEd draws them."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from textwrap import wrap

from attrs import frozen

from argmap.interop.conversion.own_data import foreign_id
from argmap.interop.json_forms.exact_json import encode
from argmap.interop.xml_graphs.xml_words import xml_attribute, xml_text
from argmap.model import Argument, ArgumentRef, Debate, Element, InferenceRef, Question, Ref, Section

KEY = "graphml"
_ATTRIBUTES = {
    "node": ("kind", "title", "text", "tags", "scheme", "data"),
    "edge": ("relation", "data"),
    "graph": ("argmap",),
}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
"""
_FILLS = {"claim": "#FFFFFF", "evidence": "#FDF6DF", "argument": "#F1F6FB", "question": "#F5F6F8"}
_SHAPES = {"claim": "rectangle", "evidence": "ellipse", "argument": "roundrectangle", "question": "hexagon"}
_LINES = {
    "support": "#1F7A4D",
    "entails": "#1F7A4D",
    "premise": "#1F7A4D",
    "conclusion": "#1F7A4D",
    "undercut": "#8A5A00",
}
_ATTACK = "#B3372B"
_DASHED = frozenset({"undercut", "premise", "conclusion"})
_COLUMNS = 30
_LINE_HEIGHT = 17
_BOX = 240
_GAP = 40


@frozen
class _Edge:
    source: str
    target: str
    word: str
    data: object = None
    id: str = ""


def graph_of(debate: Debate, extra: str | None) -> str:
    """Return a debate as GraphML: attributes that any program reads, and boxes and lines for yEd."""
    writer = _GraphmlWriter(debate)
    return "".join(writer.lines(extra))


class _GraphmlWriter:
    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._ids = _ids(debate)
        self._edges = list(_edges(debate, self._ids))
        self._places = _places(debate, self._ids, self._edges)

    def lines(self, extra: str | None) -> Iterator[str]:
        yield _HEAD
        for domain, names in _ATTRIBUTES.items():
            for name in names:
                attributes = f'id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="string"'
                yield f" <key {attributes}/>\n"
        yield ' <key id="boxes" for="node" yfiles.type="nodegraphics"/>\n'
        yield ' <key id="lines" for="edge" yfiles.type="edgegraphics"/>\n'
        yield ' <graph id="G" edgedefault="directed">\n'
        if extra is not None:
            yield f'  <data key="graph-argmap">{xml_text(extra)}</data>\n'
        yield from self._boxes()
        for number, edge in enumerate(self._edges):
            yield from _edge_lines(edge, number)
        yield " </graph>\n</graphml>\n"

    def _boxes(self) -> Iterator[str]:
        """Yield nodes, those of a section in the group that it is."""
        members: defaultdict[str | None, list[Element]] = defaultdict(list)
        for element in self._debate:
            members[element.section].append(element)
        inner: defaultdict[str | None, list[Section]] = defaultdict(list)
        for section in self._debate.sections:
            inner[section.parent].append(section)
        # What is still to be written, last one first: sections, and None where one ends.
        waiting: list[Section | None] = list(reversed(inner[None]))
        while waiting:
            group = waiting.pop()
            if group is None:
                yield "  </graph></node>\n"
                continue
            name = f"g-{group.id}"
            yield f'  <node id={xml_attribute(name)} yfiles.foldertype="group">'
            yield f'<data key="node-title">{xml_text(group.title)}</data>'
            yield '<data key="boxes"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>'
            yield f"<y:NodeLabel>{xml_text(group.title)}</y:NodeLabel></y:GroupNode></y:Realizers>"
            yield "</y:ProxyAutoBoundsNode></data>\n"
            yield f'   <graph id={xml_attribute(name + ":")} edgedefault="directed">\n'
            for element in members[group.id]:
                yield from self._node(element)
            waiting += [None, *reversed(inner[group.id])]
        for element in members[None]:
            yield from self._node(element)

    def _node(self, element: Element) -> Iterator[str]:
        kind = "question" if isinstance(element, Question) else element.ref.kind
        data = {word: value for word, value in element.data.items() if word != KEY}
        yield f"  <node id={xml_attribute(self._ids[element.ref])}>"
        yield from _data("node-kind", kind)
        yield from _data("node-title", element.title)
        yield f'<data key="node-text">{xml_text(element.text or "")}</data>'
        if isinstance(element, Argument) and len(element.inferences) == 1:
            yield from _data("node-scheme", next(iter(element.inferences[0].rules), ""))
        yield from _data("node-tags", "; ".join(element.tags))
        yield from _data("node-data", json.dumps(encode(data), ensure_ascii=False) if data else "")
        x, y = self._places[self._ids[element.ref]]
        lines = wrap(element.title, _COLUMNS) if not element.is_untitled else []
        if element.text and element.text != element.title:
            lines += wrap(element.text, _COLUMNS)
        height = _LINE_HEIGHT * max(len(lines), 1) + 16
        yield f'<data key="boxes"><y:ShapeNode><y:Geometry x="{x}" y="{y}" width="{_BOX}" height="{height}"/>'
        yield f'<y:Fill color="{_FILLS[kind]}"/><y:BorderStyle color="#22405F" type="line" width="1.0"/>'
        label = xml_text("\n".join(lines))
        yield f'<y:NodeLabel>{label}</y:NodeLabel><y:Shape type="{_SHAPES[kind]}"/></y:ShapeNode>'
        yield "</data></node>\n"


def _ids(debate: Debate) -> Mapping[Ref, str]:
    """Return the ids of nodes: those of their files, else numbers that no other has."""
    ids: dict[Ref, str] = {}
    taken: set[str] = set()
    for element in debate:
        name = foreign_id(element.data, KEY)
        if name is not None and name not in taken:
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


def _edges(debate: Debate, ids: Mapping[Ref, str]) -> Iterator[_Edge]:
    for argument in debate.arguments.values():
        if argument.conclusion is not None:
            for ref in argument.premises:
                yield _Edge(ids[ref], ids[argument.ref], "premise")
            yield _Edge(ids[argument.ref], ids[argument.conclusion], "conclusion")
    for relation in debate.relations:
        if not relation.is_derived:
            data = {word: value for word, value in relation.data.items() if word != KEY}
            name = foreign_id(relation.data, KEY) or ""
            ends = ids[_element(relation.source)], ids[_element(relation.target)]
            yield _Edge(*ends, relation.kind.value, data or None, name)


def _element(ref: Ref) -> Ref:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def _places(debate: Debate, ids: Mapping[Ref, str], edges: list[_Edge]) -> Mapping[str, tuple[int, int]]:
    """Return where boxes are: below what they bear on, side by side in the order of the text."""
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
        lines = len(element.title + (element.text or "")) // (_COLUMNS - 6) + 2
        row = rows[ids[element.ref]]
        heights[row] = max(heights[row], lines * _LINE_HEIGHT + 16)
    tops, top = {}, 0
    for row in sorted(heights):
        tops[row] = top
        top += heights[row] + 2 * _GAP
    columns: defaultdict[int, int] = defaultdict(int)
    places: dict[str, tuple[int, int]] = {}
    for name in ids.values():
        row = rows[name]
        places[name] = columns[row] * (_BOX + _GAP), tops[row]
        columns[row] += 1
    return places


def _edge_lines(edge: _Edge, number: int) -> Iterator[str]:
    name = edge.id or f"e{number}"
    yield f"  <edge id={xml_attribute(name)}" if edge.id else "  <edge"
    yield f" source={xml_attribute(edge.source)} target={xml_attribute(edge.target)}>"
    yield from _data("edge-relation", edge.word)
    yield from _data("edge-data", json.dumps(encode(edge.data), ensure_ascii=False) if edge.data else "")
    color = _LINES.get(edge.word, _ATTACK)
    style = "dashed" if edge.word in _DASHED else "line"
    yield f'<data key="lines"><y:PolyLineEdge><y:LineStyle color="{color}" type="{style}" width="1.5"/>'
    yield '<y:Arrows source="none" target="standard"/>'
    yield f"<y:EdgeLabel>{xml_text(edge.word)}</y:EdgeLabel></y:PolyLineEdge></data></edge>\n"


def _data(key: str, words: str) -> Iterator[str]:
    if words:
        yield f'<data key="{key}">{xml_text(words)}</data>'
