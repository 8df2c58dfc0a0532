"""AIF: the Argument Interchange Format as JSON, as used by AIFdb and the corpora of argument mining."""

from __future__ import annotations

from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.json_forms.exact_json import json_text
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.scheme_graphs.aif_graph import aif_graph
from argmap.interop.scheme_graphs.aif_json import graph_json
from argmap.interop.scheme_graphs.edge_ids import with_edge_ids_reported
from argmap.interop.scheme_graphs.fulfilled_schemes import with_fulfilled_schemes
from argmap.interop.scheme_graphs.graph_conversion import graph_reading, graph_writing
from argmap.model import Debate, HasDebate

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
        FormatError: the text is not AIF; its diagnostic says where and why.
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
        FormatError: the text is not AIF.
    """
    options = options or ReadingOptions()
    graph, damage = aif_graph(JsonValue.of(text), options)
    reading = graph_reading(with_fulfilled_schemes(graph), damage, NAME, options)
    return with_edge_ids_reported(reading, graph.edges, NAME)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as AIF, with a report."""
    options = options or WritingOptions()
    graph, report = graph_writing(document, NAME, options, derived=with_fulfilled_schemes)
    return Writing(json_text(graph_json(graph)), report)
