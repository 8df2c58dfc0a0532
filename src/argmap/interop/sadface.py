"""SADFace: argument graphs as JSON, as S. Wells defined them."""

from __future__ import annotations

from attrs import evolve

from argmap.data import FrozenDict, Value
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.json_forms.exact_json import encode, json_text
from argmap.interop.json_forms.json_data import frozen_data, identifier, listed_items
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.scheme_graphs.edge_ids import with_edge_ids_reported
from argmap.interop.scheme_graphs.graph_conversion import graph_reading, graph_writing
from argmap.interop.scheme_graphs.known_nodes import KnownNodes
from argmap.interop.scheme_graphs.node_places import placed, stretch, without_places
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind, SchemeGraph
from argmap.interop.scheme_graphs.scheme_words import spelled
from argmap.model import Debate, HasDebate

NAME = "sadface"
SUFFIXES = (".json",)
_TYPES = {
    "atom": GraphNodeKind.PROPOSITION,
    "inference": GraphNodeKind.INFERENCE,
    "conflict": GraphNodeKind.CONFLICT,
    "preference": GraphNodeKind.PREFERENCE,
}
_WORDS = {kind: word for word, kind in _TYPES.items()}
# In version 0.2 all schemes are nodes of the type `scheme`, and their names say what they are.
_SCHEMES = {
    "attack": GraphNodeKind.CONFLICT,
    "conflict": GraphNodeKind.CONFLICT,
    "preference": GraphNodeKind.PREFERENCE,
}
_OF_NODES = ("id", "type", "text", "name", "argmap")
_OF_EDGES = ("id", "source_id", "target_id")
_NOTHING = FrozenDict({"core": FrozenDict[str, Value]()})


def recognise(content: FileContent) -> bool:
    """Return whether a file has lists of nodes and edges, and metadata or edges with a `source_id`.

    >>> recognise(FileContent('{"metadata": {}, "nodes": [], "edges": []}'))
    True
    """
    nodes, edges = content.json.get("nodes"), content.json.get("edges")
    if not (isinstance(nodes, list) and isinstance(edges, list)):
        return False
    first = edges[0] if edges else {}
    return isinstance(content.json.get("metadata"), dict) or (
        isinstance(first, dict) and "source_id" in first
    )


def loads(text: str) -> Debate:
    """Return the debate in a SADFace text.

    >>> node = '{"id": "1", "type": "atom", "text": "It rains."}'
    >>> loads(f'{{"metadata": {{}}, "nodes": [{node}], "edges": []}}').claims["It rains."].text
    'It rains.'

    Raises:
        FormatError: the text is not SADFace; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as SADFace; what it has no word for is kept under keys called `argmap`.

    >>> from argmap import parse
    >>> loads(dumps(parse("[Sun]: It shines."))).claims["Sun"].text
    'It shines.'
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in a SADFace text, with a report.

    Raises:
        FormatError: the text is not SADFace.
    """
    options = options or ReadingOptions()
    whole = JsonValue.of(text)
    known = KnownNodes(Damage(options.is_lenient))
    for item in listed_items(whole, "nodes", known.damage):
        name = identifier(item, "id", known.damage)
        if name is not None:
            _add_node(item, name, known)
    for item in listed_items(whole, "edges", known.damage):
        _add_edge(item, known)
    others = {
        word: frozen_data(whole[word])
        for word in whole.mapping()
        if word not in ("nodes", "edges", "argmap") and not _is_empty(word, whole[word])
    }
    graph = SchemeGraph(
        known.nodes.values(), known.edges, data=FrozenDict(others), extra=whole.mapping().get("argmap")
    )
    reading = graph_reading(_derived(graph), known.damage.losses, NAME, options)
    return with_edge_ids_reported(reading, graph.edges, NAME)


def _is_empty(word: str, shape: JsonValue) -> bool:
    if word == "resources":
        return shape.value == []
    return word == "metadata" and frozen_data(shape) == _NOTHING


def _add_node(item: JsonValue, name: str, known: KnownNodes) -> None:
    raw = item.mapping()
    word, scheme = str(raw.get("type")), raw.get("name")
    kind = _TYPES.get(word)
    if word == "scheme":
        kind = _SCHEMES.get(str(scheme).casefold(), GraphNodeKind.INFERENCE)
    part = "text" if kind is GraphNodeKind.PROPOSITION else "name"
    words = raw.get(part)
    if kind is None:
        error = item["type"].wrong(f"must be one of {', '.join(_TYPES)} or scheme, not {word[:50]!r}")
        known.damage.add(error, f"node {name}")
    elif not isinstance(words, str | None):
        known.damage.add(item[part].wrong(f"must be a text, not {str(words)[:50]!r}"), f"node {name}")
    else:
        data = {key: frozen_data(item[key]) for key in raw if key not in _OF_NODES}
        if word == "scheme":
            data["kind"] = "scheme"
        is_atom = kind is GraphNodeKind.PROPOSITION
        text, named = (words or "", None) if is_atom else (spelled(words, kind), words)
        known.add_node(
            GraphNode(name, kind, text, named, FrozenDict(data), extra=raw.get("argmap"), span=item.span),
            item["id"],
        )


def _add_edge(item: JsonValue, known: KnownNodes) -> None:
    source, target = (identifier(item, word, known.damage) for word in ("source_id", "target_id"))
    if source is not None and target is not None:
        data = {word: frozen_data(item[word]) for word in item.mapping() if word not in _OF_EDGES}
        name = str(item.mapping().get("id", len(known.edges) + 1))
        edge = GraphEdge(name, source, target, FrozenDict(data), item.span)
        known.add_edge(edge, item["source_id"], item["target_id"])


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as SADFace, with a report."""
    graph, report = graph_writing(
        document, NAME, options or WritingOptions(), kinds=frozenset(_WORDS), derived=_derived
    )
    file: dict[str, object] = {
        "metadata": {"core": {}},
        "resources": [],
        **{word: encode(value) for word, value in graph.data.items()},
        "nodes": [_node(node) for node in graph.nodes],
        "edges": [
            {
                "id": edge.id,
                "source_id": edge.source,
                "target_id": edge.target,
                **{word: encode(value) for word, value in edge.data.items()},
            }
            for edge in graph.edges
        ],
    }
    if graph.extra is not None:
        file["argmap"] = graph.extra
    return Writing(json_text(file), report)


def _node(node: GraphNode) -> dict[str, object]:
    data = dict(without_places(node.data))
    is_scheme = data.pop("kind", None) == "scheme"
    names = {"name": node.scheme} if node.scheme is not None else {}
    return {
        "id": node.id,
        "type": "scheme" if is_scheme else _WORDS[node.kind],
        **({"text": node.text} if node.kind is GraphNodeKind.PROPOSITION else names),
        **{key: encode(value) for key, value in data.items() if key not in _OF_NODES},
        **({} if node.extra is None else {"argmap": node.extra}),
    }


def _derived(graph: SchemeGraph) -> SchemeGraph:
    """Return a graph as it would be read: with places in resources, and schemes in words."""
    return evolve(graph, nodes=tuple(map(_derived_node, graph.nodes)))


def _derived_node(node: GraphNode) -> GraphNode:
    if node.kind is not GraphNodeKind.PROPOSITION:
        is_scheme = _SCHEMES.get(str(node.scheme).casefold(), GraphNodeKind.INFERENCE) is node.kind
        if node.data.get("kind") != "scheme" or not is_scheme:
            node = evolve(node, data=FrozenDict({w: v for w, v in node.data.items() if w != "kind"}))
        return evolve(node, text=spelled(node.scheme, node.kind))
    sources = node.data.get("sources")
    pieces = tuple(
        place
        for each in (sources if isinstance(sources, tuple) else ())
        if isinstance(each, FrozenDict)
        and (place := stretch(each.get("offset"), each.get("length"))) is not None
    )
    bare = evolve(node, data=without_places(node.data), scheme=None)
    return placed(bare, pieces[0] if len(pieces) == 1 else pieces or None)
