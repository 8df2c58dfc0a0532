"""arguebuf: argument graphs as JSON, as the library of that name by M. Lenz reads and writes them."""

from __future__ import annotations

from attrs import evolve

from argmap.data import Data, FrozenDict, Value
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.json_forms.exact_json import encode, json_text
from argmap.interop.json_forms.json_data import frozen_data
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.scheme_graphs.edge_ids import with_edge_ids_reported
from argmap.interop.scheme_graphs.graph_conversion import graph_reading, graph_writing
from argmap.interop.scheme_graphs.known_nodes import KnownNodes
from argmap.interop.scheme_graphs.node_places import placed, stretch, without_places
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind, SchemeGraph
from argmap.interop.scheme_graphs.scheme_words import spelled
from argmap.model import Debate, HasDebate

NAME = "arguebuf"
SUFFIXES = (".json",)
_KINDS = {
    "support": GraphNodeKind.INFERENCE,
    "attack": GraphNodeKind.CONFLICT,
    "rephrase": GraphNodeKind.REPHRASE,
    "preference": GraphNodeKind.PREFERENCE,
}
_WORDS = {kind: word for word, kind in _KINDS.items()}
# Further fields of a scheme, in the two spellings of protobuf.
_OF_SCHEMES = ("premiseDescriptors", "premise_descriptors")
_EMPTY = ("resources", "participants", "analysts", "metadata", "userdata")
_VERSION = 1


def recognise(content: FileContent) -> bool:
    """Return whether a file has a mapping of nodes.

    >>> recognise(FileContent('{"nodes": {}, "edges": {}}'))
    True
    """
    return isinstance(content.json.get("nodes"), dict)


def loads(text: str) -> Debate:
    """Return the debate in an arguebuf text.

    >>> loads('{"nodes": {"a": {"atom": {"text": "It rains."}}}, "edges": {}}').claims["It rains."].text
    'It rains.'

    Raises:
        FormatError: the text is not arguebuf; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as arguebuf; what it has no word for is kept in `userdata`.

    >>> from argmap import parse
    >>> loads(dumps(parse("[Sun]: It shines."))).claims["Sun"].text
    'It shines.'
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an arguebuf text, with a report.

    Raises:
        FormatError: the text is not arguebuf.
    """
    options = options or ReadingOptions()
    whole = JsonValue.of(text)
    if not isinstance(whole.value, dict):
        raise whole.wrong("must be a mapping")
    if not isinstance(whole["nodes"].value, dict):
        raise whole["nodes"].wrong("must be a mapping")
    known = KnownNodes(Damage(options.is_lenient))
    for name, item in whole["nodes"].items():
        _add_node(item, name, known)
    for name, item in whole["edges"].items():
        _add_edge(item, name, known)
    others, extra = _apart(whole, ("nodes", "edges", *(word for word in _EMPTY if not whole[word].value)))
    if others.get("schemaVersion") == _VERSION:
        del others["schemaVersion"]
    graph = SchemeGraph(known.nodes.values(), known.edges, data=FrozenDict(others), extra=extra)
    reading = graph_reading(_derived(graph), known.damage.losses, NAME, options)
    return with_edge_ids_reported(reading, graph.edges, NAME)


def _apart(item: JsonValue, known: tuple[str, ...]) -> tuple[dict[str, Value], object]:
    """Return what a mapping has besides the known keys, and what argmap wrote into the user's data."""
    raw = item.mapping()
    others = {word: frozen_data(item[word]) for word in raw if word not in (*known, "userdata")}
    if not raw.get("userdata"):
        return others, None
    userdata = item["userdata"].mapping()
    if set(userdata) != {"argmap"}:
        others["userdata"] = FrozenDict(
            {word: frozen_data(item["userdata"][word]) for word in userdata if word != "argmap"}
        )
    return others, userdata.get("argmap")


def _add_node(item: JsonValue, name: str, known: KnownNodes) -> None:
    subject = f"node {name}"
    if not isinstance(item.value, dict) or ("atom" in item) == ("scheme" in item):
        known.damage.add(item.wrong("must be either an atom or a scheme"), subject)
        return
    part = item["atom"] if "atom" in item else item["scheme"]
    if not isinstance(part.value, dict):
        known.damage.add(part.wrong("must be a mapping"), subject)
        return
    data, extra = _apart(item, ("atom", "scheme", *(word for word in _EMPTY if not item[word].value)))
    if "atom" in item:
        text = part.value.get("text")
        if not isinstance(text, str | None):
            known.damage.add(part["text"].wrong(f"must be a text, not {str(text)[:50]!r}"), subject)
            return
        data |= {word: frozen_data(part[word]) for word in part.value if word != "text"}
        node = GraphNode(
            name, GraphNodeKind.PROPOSITION, text or "", data=FrozenDict(data), extra=extra, span=item.span
        )
    else:
        words = [word for word in _KINDS if word in part]
        word = words[0] if words else "support"
        scheme = part.value.get(word)
        others = part.value.keys() - {word, *_OF_SCHEMES}
        if others or not isinstance(scheme, str | None):
            known.damage.add(part.wrong(f"must name one scheme of {', '.join(_KINDS)}"), subject)
            return
        data |= {name: frozen_data(part[name]) for name in _OF_SCHEMES if part.value.get(name)}
        if not words:
            data["bare"] = True
        node = GraphNode(name, _KINDS[word], "", scheme, FrozenDict(data), extra=extra, span=item.span)
    known.add_node(node, item)


def _add_edge(item: JsonValue, name: str, known: KnownNodes) -> None:
    raw = item.mapping()
    source, target = raw.get("source"), raw.get("target")
    if not (isinstance(source, str) and isinstance(target, str)):
        known.damage.add(item.wrong("must have a source and a target"), f"edge {name}")
        return
    data, _ = _apart(item, ("source", "target", *(word for word in _EMPTY if not item[word].value)))
    known.add_edge(
        GraphEdge(name, source, target, FrozenDict(data), item.span), item["source"], item["target"]
    )


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as arguebuf, with a report."""
    kinds = {GraphNodeKind.PROPOSITION, *_WORDS}
    graph, report = graph_writing(document, NAME, options or WritingOptions(), kinds=kinds, derived=_derived)
    others = dict(graph.data)
    file: dict[str, object] = {
        "nodes": {node.id: _node(node) for node in graph.nodes},
        "edges": {
            edge.id: {"source": edge.source, "target": edge.target, **_written(edge.data, None)}
            for edge in graph.edges
        },
        "resources": {},
        "participants": {},
        "analysts": {},
        "schemaVersion": _VERSION,
        **_written(FrozenDict(others), graph.extra),
    }
    return Writing(json_text(file), report)


def _node(node: GraphNode) -> dict[str, object]:
    data = without_places(node.data)
    if node.kind is GraphNodeKind.PROPOSITION:
        words = ("reference", "participant")
        atom = {"text": node.text, **{word: encode(data[word]) for word in words if word in data}}
        rest = FrozenDict({word: value for word, value in data.items() if word not in words})
        return {"atom": atom, **_written(rest, node.extra)}
    rest = FrozenDict({word: value for word, value in data.items() if word not in ("bare", *_OF_SCHEMES)})
    scheme = (
        {} if "bare" in data else {_WORDS[node.kind]: node.scheme or f"{_WORDS[node.kind].upper()}_DEFAULT"}
    )
    besides = {word: encode(data[word]) for word in _OF_SCHEMES if word in data}
    return {"scheme": {**scheme, **besides}, **_written(rest, node.extra)}


def _written(data: Data, extra: object) -> dict[str, object]:
    """Return further fields, with extras where users may write what they want."""
    entries = {word: encode(value) for word, value in data.items()}
    if extra is not None:
        userdata = entries.get("userdata")
        entries["userdata"] = {**(userdata if isinstance(userdata, dict) else {}), "argmap": extra}
    return entries


def _derived(graph: SchemeGraph) -> SchemeGraph:
    """Return a graph as it would be read: atoms with places, sources, speakers, and the words of schemes."""
    resources, people = (_mapping(graph.data.get(word)) for word in ("resources", "participants"))
    return evolve(graph, nodes=tuple(_derived_node(node, resources, people) for node in graph.nodes))


def _mapping(value: Value) -> Data:
    return value if isinstance(value, FrozenDict) else FrozenDict()


def _derived_node(node: GraphNode, resources: Data, people: Data) -> GraphNode:
    if node.kind is not GraphNodeKind.PROPOSITION:
        return _derived_scheme(node)
    person = _mapping(people.get(str(node.data.get("participant"))))
    names = (person.get(word) for word in ("name", "username"))
    speaker = next((name for name in names if isinstance(name, str) and name.strip()), None)
    bare = evolve(node, data=without_places(node.data), scheme=None, speaker=speaker)
    reference = node.data.get("reference")
    if not isinstance(reference, FrozenDict):
        return bare
    text = reference.get("text")
    place = stretch(reference.get("offset"), len(text)) if isinstance(text, str) else None
    resource = resources.get(str(reference.get("resource")))
    source: Data | None = None
    if isinstance(resource, FrozenDict):
        words = {"title": resource.get("title"), "url": resource.get("source")}
        named = {word: value for word, value in words.items() if isinstance(value, str) and value.strip()}
        source = FrozenDict(named) if named else None
    return placed(bare, place, source)


def _derived_scheme(node: GraphNode) -> GraphNode:
    default = f"{_WORDS[node.kind].upper()}_DEFAULT"
    is_bare = node.data.get("bare") is True and node.kind is GraphNodeKind.INFERENCE
    scheme = None if is_bare or node.scheme == default else node.scheme
    data = node.data
    if "bare" in data and not (is_bare and scheme is None):
        data = FrozenDict({word: value for word, value in data.items() if word != "bare"})
    return evolve(node, text=spelled(scheme, node.kind), scheme=scheme, data=data)
