"""Writes debates as graphs in GraphML, with boxes and lines as yEd draws them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from textwrap import wrap

from argmap.data import Data, FrozenDict
from argmap.interop.conversion.own_data import own_data, without_own
from argmap.interop.json_forms.exact_json import encode
from argmap.interop.xml_graphs.drawings import YedDrawing, drawn_again, labelled
from argmap.interop.xml_graphs.element_data import KEY, MARK
from argmap.interop.xml_graphs.graphml_parts import (
    BOX_WIDTH,
    COLUMNS,
    LINE_HEIGHT,
    GraphmlEdge,
    box_places,
    edges_of,
    group_ids,
    kept_edges,
    node_ids,
)
from argmap.interop.xml_graphs.own_attributes import (
    listed,
    own_attributes,
    own_key,
    own_lines,
    own_words,
    parts_of,
)
from argmap.interop.xml_graphs.xml_words import allowed_in_xml, xml_attribute, xml_parts, xml_text
from argmap.model import Argument, Debate, Element, Question, Section

_ATTRIBUTES = {
    "node": ("kind", "title", "text", "tags", "scheme", "data", MARK),
    "edge": ("relation", "data", MARK),
    "graph": ("argmap",),
}
_PICTURES = {"node": "boxes", "edge": "lines"}
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


def graph_of(debate: Debate, extra: str | None) -> str:
    """Return a debate as GraphML: attributes that any program reads, and boxes and lines for yEd."""
    writer = _GraphmlWriter(debate)
    return "".join(writer.lines(extra))


class _GraphmlWriter:
    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._own = own_data(debate.metadata, KEY)
        self._ids = node_ids(debate)
        self._groups = group_ids(debate, self._ids)
        self._edges = list(edges_of(debate, self._ids))
        self._places = box_places(debate, self._ids, self._edges)
        self._drawings = own_data(self._own, "drawings")
        self._edges += kept_edges(self._own, {*self._ids.values(), *self._groups.values()})

    def lines(self, extra: str | None) -> Iterator[str]:
        # The keys of data are known once all data have been written.
        body = "".join(self._body(extra))
        yield _HEAD
        for domain, names in _ATTRIBUTES.items():
            for name in names:
                attributes = f'id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="string"'
                yield f" <key {attributes}/>\n"
        yield from self._own_keys()
        yield ' <key id="boxes" for="node" yfiles.type="nodegraphics"/>\n'
        yield ' <key id="lines" for="edge" yfiles.type="edgegraphics"/>\n'
        yield from (f" {part}\n" for part in parts_of(self._own))
        kind = "undirected" if self._own.get("edgedefault") == "undirected" else "directed"
        yield f' <graph id="G" edgedefault="{kind}">\n'
        yield body
        yield " </graph>\n</graphml>\n"

    def _own_keys(self) -> Iterator[str]:
        """Yield the keys of data that other programs have."""
        own = [own_data(holder.data, KEY) for holder in (*self._debate, *self._debate.sections)]
        own += [FrozenDict(step) for each in own for step in listed(each.get("steps"))]
        own += [edge.own for edge in self._edges]
        names = dict.fromkeys(name for each in own for name in own_words(each))
        graph = own_data(self._own, "graph")
        for name in dict.fromkeys((*names, *own_words(graph))):
            yield f' <key id={own_key(name)} for="all" attr.name={xml_attribute(name)} attr.type="string"/>\n'

    def _body(self, extra: str | None) -> Iterator[str]:
        if extra is not None:
            yield f'  <data key="graph-argmap">{xml_text(extra)}</data>\n'
        yield from own_lines(own_data(self._own, "graph"))
        yield from self._boxes()
        for number, edge in enumerate(self._edges):
            yield from self._edge_lines(edge, number)
        for part in xml_parts(self._own.get("hyperedges")):
            yield f"  {part}\n"

    def _boxes(self) -> Iterator[str]:
        """Yield nodes; those of a section are in the group for it."""
        members: defaultdict[str | None, list[Element]] = defaultdict(list)
        for element in self._debate:
            members[element.section].append(element)
        inner: defaultdict[str | None, list[Section]] = defaultdict(list)
        for section in self._debate.sections:
            inner[section.parent].append(section)
        # Still to be written, last one first: sections, and None where one ends.
        waiting: list[Section | None] = list(reversed(inner[None]))
        while waiting:
            group = waiting.pop()
            if group is None:
                yield "  </graph></node>\n"
                continue
            yield from self._group(group)
            for element in members[group.id]:
                yield from self._node(element)
            waiting += [None, *reversed(inner[group.id])]
        for element in members[None]:
            yield from self._node(element)

    def _group(self, group: Section) -> Iterator[str]:
        """Yield the beginning of a group."""
        name, title = self._groups[group.id], xml_text(group.title)
        own = own_data(group.data, KEY)
        yield f'  <node id={xml_attribute(name)} yfiles.foldertype="group"{own_attributes(own)}>'
        yield f'<data key="node-title">{title}</data>'
        for word in ("kind", "text", "tags", "scheme"):
            yield from _data(f"node-{word}", str(own.get(word, "")))
        yield from _data("node-data", _json(without_own(group.data, KEY)))
        yield from own_lines(own)
        picture = '<ProxyAutoBoundsNode><Realizers active="0"><GroupNode>'
        picture += "<NodeLabel/></GroupNode></Realizers></ProxyAutoBoundsNode>"
        yield from self._drawing("node", name, YedDrawing(allowed_in_xml(group.title), picture), own=own)
        yield f'\n   <graph id={xml_attribute(name + ":")} edgedefault="directed">\n'

    def _drawing(self, domain: str, name: str, drawing: YedDrawing, *, own: Data) -> Iterator[str]:
        """Yield the drawing of something: as it was, or as argmap draws it, with a mark to recognise it."""
        picture = self._drawings.get(name)
        label = drawing.label
        again = drawn_again(picture, label, domain) if isinstance(picture, str) and picture else ""
        mark = drawing.mark(of_label="label" not in own, of_picture=not again)
        yield f'<data key="{domain}-{MARK}">{mark}</data>'
        yield f'<data key="{_PICTURES[domain]}">{again or labelled(drawing.picture, label, domain)}</data>'

    def _node(self, element: Element) -> Iterator[str]:
        kind = "question" if isinstance(element, Question) else element.ref.kind
        own, name = own_data(element.data, KEY), self._ids[element.ref]
        yield f"  <node id={xml_attribute(name)}{own_attributes(own)}>"
        yield from _data("node-kind", str(own["kind"]) if kind == "claim" and "kind" in own else kind)
        yield from _data("node-title", element.title)
        yield f'<data key="node-text">{xml_text(element.text or "")}</data>'
        if isinstance(element, Argument) and len(element.inferences) == 1:
            yield from _data("node-scheme", next(iter(element.inferences[0].rules), ""))
        yield from _data("node-tags", "; ".join(element.tags))
        yield from _data("node-data", _json(without_own(element.data, KEY)))
        yield from own_lines(own)
        x, y = self._places[name]
        lines = _wrapped(element.title) if not element.is_untitled else []
        if element.text and element.text != element.title:
            lines += _wrapped(element.text)
        height = LINE_HEIGHT * max(len(lines), 1) + 16
        label = allowed_in_xml(str(own.get("label") or "\n".join(lines)))
        picture = f'<ShapeNode><Geometry x="{x}" y="{y}" width="{BOX_WIDTH}" height="{height}"/>'
        picture += f'<Fill color="{_FILLS[kind]}"/><BorderStyle color="#22405F" type="line" width="1.0"/>'
        picture += f'<NodeLabel/><Shape type="{_SHAPES[kind]}"/></ShapeNode>'
        yield from self._drawing("node", name, YedDrawing(label, picture), own=own)
        yield "</node>\n"

    def _edge_lines(self, edge: GraphmlEdge, number: int) -> Iterator[str]:
        own = edge.own
        name = str(own.get("id", ""))
        yield f"  <edge id={xml_attribute(name)}" if name else "  <edge"
        yield f" source={xml_attribute(edge.source)} target={xml_attribute(edge.target)}"
        yield f"{own_attributes(own)}>"
        yield from _data("edge-relation", edge.word)
        yield from _data("edge-data", _json(edge.data))
        yield from own_lines(own)
        label = allowed_in_xml(str(own.get("label") or edge.word))
        color = _LINES.get(edge.word, _ATTACK)
        style = "dashed" if edge.word in _DASHED else "line"
        picture = f'<PolyLineEdge><LineStyle color="{color}" type="{style}" width="1.5"/>'
        picture += '<Arrows source="none" target="standard"/><EdgeLabel/></PolyLineEdge>'
        name = name or f"{edge.source} {edge.target}"
        yield from self._drawing("edge", name, YedDrawing(label, picture), own=own)
        yield "</edge>\n"


def _wrapped(text: str) -> list[str]:
    # A label that was edited in another program is read again, so no word may be broken.
    return wrap(text, COLUMNS, break_long_words=False, break_on_hyphens=False)


def _data(key: str, words: str) -> Iterator[str]:
    if words:
        yield f'<data key="{key}">{xml_text(words)}</data>'


def _json(data: Data) -> str:
    return json.dumps(encode(data), ensure_ascii=False) if data else ""
