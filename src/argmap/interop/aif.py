"""AIF: the Argument Interchange Format as JSON, as AIFdb and the corpora of argument mining have it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from argmap.data import Data, FrozenDict
from argmap.interop.conversion.conversion_report import Direction, Report, counts_of
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.json_forms.exact_json import encode
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.scheme_graphs.aif_graph import aif_graph
from argmap.interop.scheme_graphs.graph_reading import read_graph
from argmap.interop.scheme_graphs.graph_writing import write_graph
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, SchemeGraph
from argmap.model import Debate, HasDebate, debate_of

NAME = "aif"
SUFFIXES = (".json",)


def recognise(content: FileContent) -> bool:
    """Return whether a file has lists of nodes and edges whose nodes have a `nodeID`, or none.

    >>> recognise(FileContent('{"nodes": [{"nodeID": "1"}], "edges": []}'))
    True
    """
    nodes, edges = content.json.get("nodes"), content.json.get("edges")
    if not (isinstance(nodes, list) and isinstance(edges, list)) or "AIF" in content.json:
        return False
    first = nodes[0] if nodes else {}
    is_other = isinstance(first, dict) and "id" in first
    is_sadface = isinstance(content.json.get("metadata"), dict) or any(
        isinstance(edge, dict) and "source_id" in edge for edge in edges[:1]
    )
    return not is_other and not is_sadface


def loads(text: str) -> Debate:
    """Return the debate in an AIF text.

    >>> debate = loads('{"nodes": [{"nodeID": "1", "text": "It rains.", "type": "I"}], "edges": []}')
    >>> debate.claims["It rains."].text
    'It rains.'

    Raises:
        FormatError: the text is no AIF; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as AIF; what AIF has no word for is kept under keys called `argmap`.

    >>> from argmap import parse
    >>> loads(dumps(parse("[Sun]: It shines."))).claims["Sun"].text
    'It shines.'
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an AIF text, with a report.

    Raises:
        FormatError: the text is no AIF.
    """
    options = options or ReadingOptions()
    graph, damage = aif_graph(JsonValue.of(text), options)
    debate, losses = read_graph(graph, NAME, options)
    counts = {"nodes": len(graph.nodes), "edges": len(graph.edges), **counts_of(debate)}
    return Reading(debate, Report(NAME, Direction.READ, counts, (*damage, *losses)), NAME)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as AIF, with a report."""
    debate = debate_of(document)
    options = options or WritingOptions()
    graph, losses = write_graph(debate, NAME, extras=options.extras)
    counts = {"nodes": len(graph.nodes), "edges": len(graph.edges), **counts_of(debate)}
    text = json.dumps(graph_json(graph), ensure_ascii=False, indent=1)
    return Writing(f"{text}\n", Report(NAME, Direction.WRITTEN, counts, losses))


def graph_json(graph: SchemeGraph) -> dict[str, object]:
    """Return a graph as AIF has it.

    >>> list(graph_json(SchemeGraph()))
    ['nodes', 'edges', 'locutions']
    """
    rows = dict(_others(graph.data))
    others = rows.pop("locutions", [])
    if graph.extra is not None:
        rows["argmap"] = graph.extra
    if graph.participants:
        rows["participants"] = [
            {"participantID": name, **_participant(row)} for name, row in graph.participants.items()
        ]
    return {
        "nodes": [_node(node) for node in graph.nodes],
        "edges": [_edge(edge) for edge in graph.edges],
        "locutions": [
            *(_locution(name, row) for name, row in graph.locutions.items()),
            *(others if isinstance(others, list) else []),
        ],
        **rows,
    }


def _node(node: GraphNode) -> dict[str, object]:
    data = dict(node.data)
    timestamp = {"timestamp": encode(data.pop("timestamp"))} if "timestamp" in data else {}
    scheme = {} if node.scheme is None else {"scheme": node.scheme}
    return {
        "nodeID": node.id,
        "text": node.text,
        "type": node.kind.value,
        **timestamp,
        **scheme,
        **dict(_others(data)),
        **({} if node.extra is None else {"argmap": node.extra}),
    }


def _edge(edge: GraphEdge) -> dict[str, object]:
    return {
        "edgeID": edge.id,
        "fromID": edge.source,
        "toID": edge.target,
        "formEdgeID": None,
        **dict(_others(edge.data)),
    }


def _locution(name: str, row: Data) -> dict[str, object]:
    known = {"personID": "by", "timestamp": "timestamp", "start": "at", "end": "end", "source": "source"}
    others = {word: value for word, value in row.items() if word not in known.values()}
    return {
        "nodeID": name,
        **{word: encode(row.get(ours)) for word, ours in known.items()},
        **dict(_others(others)),
    }


def _participant(row: Data) -> dict[str, object]:
    own = row.get("aif")
    names = dict(_others(own)) if isinstance(own, FrozenDict) else {}
    return names or {"firstname": row.get("name"), "surname": ""}


def _others(data: object) -> Iterator[tuple[str, object]]:
    items = data.items() if hasattr(data, "items") else ()
    yield from ((word, encode(value)) for word, value in items)
