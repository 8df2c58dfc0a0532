"""xAIF: AIF with the text that it is about and a layout, as OVA and the modules of oAMF exchange it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import evolve

from argmap.data import FrozenDict, Value
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.json_forms.exact_json import encode, json_text
from argmap.interop.json_forms.json_data import frozen_data
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.scheme_graphs.aif_graph import aif_graph
from argmap.interop.scheme_graphs.aif_json import graph_json
from argmap.interop.scheme_graphs.edge_ids import with_edge_ids_reported
from argmap.interop.scheme_graphs.fulfilled_schemes import with_fulfilled_schemes
from argmap.interop.scheme_graphs.graph_conversion import graph_reading, graph_writing
from argmap.interop.scheme_graphs.node_places import placed, without_places
from argmap.interop.scheme_graphs.ova_graph import is_ova, ova_graph
from argmap.interop.scheme_graphs.scheme_graph import SchemeGraph
from argmap.model import Debate, HasDebate

NAME = "xaif"
SUFFIXES = (".xaif", ".json")
# Its nodes, and what is said about them, are those of AIF.
_KEY = "aif"
_TAG = re.compile(r"<(/?)span\b([^<>]*+)>")
_NODE = re.compile(r"""\bid\s*=\s*["']node([^"']++)["']""")
_COLUMNS, _WIDTH, _HEIGHT = 4, 220, 120


def recognise(content: FileContent) -> bool:
    """Return whether a file has a graph under `AIF`, or one as OVA wrote it before its third version.

    >>> recognise(FileContent('{"AIF": {"nodes": [], "edges": []}}'))
    True
    """
    return isinstance(content.json.get("AIF"), dict) or is_ova(content.json)


def loads(text: str) -> Debate:
    """Return the debate in an xAIF text.

    >>> aif = '{"nodes": [{"nodeID": 1, "text": "It rains.", "type": "I"}], "edges": []}'
    >>> loads(f'{{"AIF": {aif}, "text": "It rains."}}').claims["It rains."].text
    'It rains.'

    Raises:
        FormatError: the text is not xAIF; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as xAIF, with a position for every node.

    >>> from argmap import parse
    >>> loads(dumps(parse("[Sun]: It shines."))).claims["Sun"].text
    'It shines.'
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an xAIF text, with a report.

    Raises:
        FormatError: the text is not xAIF.
    """
    options = options or ReadingOptions()
    whole = JsonValue.of(text)
    if not isinstance(whole.value, dict):
        raise whole.wrong("must be a mapping")
    if "AIF" in whole:
        graph, damage = aif_graph(whole["AIF"], options, has_all_lists=False)
        known = frozenset({"AIF"})
    elif is_ova(whole.mapping()):
        graph, damage = ova_graph(whole, options)
        known = frozenset({"nodes", "edges"})
    else:
        raise whole.wrong("must have `AIF`")
    others: dict[str, Value] = {
        word: frozen_data(whole[word])
        for word in whole.mapping()
        if word not in known and not _is_our_layout(word, whole.mapping()[word])
    }
    analysis = others.get("analysis")
    if "AIF" not in whole and isinstance(analysis, FrozenDict) and "txt" in analysis:
        # In older files, the text with the places of nodes is elsewhere.
        others["text"] = analysis["txt"]
        others["analysis"] = FrozenDict({word: value for word, value in analysis.items() if word != "txt"})
    if others:
        graph = evolve(graph, metadata=FrozenDict({NAME: FrozenDict(others)}))
    reading = graph_reading(_with_places(graph), damage, NAME, options, key=_KEY)
    return with_edge_ids_reported(reading, graph.edges, _KEY)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as xAIF, with a report."""
    graph, report = graph_writing(
        document, NAME, options or WritingOptions(), key=_KEY, also=(NAME,), derived=_with_places
    )
    graph = evolve(graph, nodes=(evolve(node, data=without_places(node.data)) for node in graph.nodes))
    others = _others(graph)
    file = {"AIF": graph_json(graph), **{word: encode(value) for word, value in others.items()}}
    if not {"OVA", "ova"} & file.keys():
        file["OVA"] = _layout(graph)
    return Writing(json_text(file), report)


def _others(graph: SchemeGraph) -> Mapping[str, Value]:
    kept = graph.metadata.get(NAME)
    return kept if isinstance(kept, FrozenDict) else {}


def _with_places(graph: SchemeGraph) -> SchemeGraph:
    """Return a graph with the places marked in its text and the schemes that it names by number."""
    places = _places(_others(graph).get("text"))
    graph = with_fulfilled_schemes(graph)
    return evolve(graph, nodes=(placed(node, places.get(node.id)) for node in graph.nodes))


def _is_our_layout(word: str, value: object) -> bool:
    return word == "OVA" and isinstance(value, dict) and value.get("argmap") == "layout"


def _places(text: Value) -> dict[str, Value]:
    """Return where nodes are in a text with tags, as offsets into the text without them."""
    places: dict[str, list[tuple[int, int]]] = {}
    waiting: list[tuple[str | None, int]] = []
    hidden = 0
    for tag in _TAG.finditer(text if isinstance(text, str) else ""):
        at = tag.start() - hidden
        hidden += len(tag[0])
        if not tag[1]:
            node = _NODE.search(tag[2])
            waiting.append((node[1] if node else None, at))
        elif waiting:
            name, start = waiting.pop()
            if name is not None:
                places.setdefault(name, []).append((start, at))
    return {name: pieces[0] if len(pieces) == 1 else tuple(sorted(pieces)) for name, pieces in places.items()}


def _layout(graph: SchemeGraph) -> dict[str, object]:
    """Return a position for every node, row by row: OVA shows nothing else."""
    nodes = [
        {
            "nodeID": node.id,
            "visible": True,
            "x": place % _COLUMNS * _WIDTH,
            "y": place // _COLUMNS * _HEIGHT,
            "timestamp": "",
        }
        for place, node in enumerate(graph.nodes)
    ]
    edges = [{"fromID": edge.source, "toID": edge.target, "visible": True} for edge in graph.edges]
    return {"nodes": nodes, "edges": edges, "argmap": "layout"}
