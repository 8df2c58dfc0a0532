"""Graphs written by OVA before its third version: AIF whose edges have copies of nodes as ends."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.data import FrozenDict
from argmap.interop.conversion.conversion_report import Loss
from argmap.interop.conversion.conversions import ReadingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.json_forms.json_data import frozen_data, identifier, listed_items
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.scheme_graphs.known_nodes import KnownNodes
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind, SchemeGraph

_KINDS = {kind.value: kind for kind in GraphNodeKind}
# `scheme` is a number in OVA's own list; the text of a node names the scheme.
_RENAMED = {"scheme": "schemeID"}
_OF_NODES = frozenset({"id", "text", "type"})
_OF_EDGES = frozenset({"from", "to"})


def is_ova(file: Mapping[str, object]) -> bool:
    """Return whether a mapping in JSON has nodes with an `id` and a `type`, and edges from and to mappings.

    >>> is_ova({"nodes": [{"id": 1, "type": "I"}], "edges": []}), is_ova({"nodes": [], "edges": []})
    (True, False)
    """
    nodes, edges = file.get("nodes"), file.get("edges")
    if not (isinstance(nodes, list) and isinstance(edges, list) and nodes):
        return False
    node, edge = nodes[0], edges[0] if edges else {"from": {}}
    is_kind = isinstance(node, dict) and "id" in node and str(node.get("type")) in _KINDS
    return is_kind and isinstance(edge, dict) and isinstance(edge.get("from"), dict)


def ova_graph(whole: JsonValue, options: ReadingOptions) -> tuple[SchemeGraph, tuple[Loss, ...]]:
    """Return the graph in a file of OVA, and what is left out of it because of damage.

    Raises:
        FormatError: it is not such a graph, and reading is not lenient.
    """
    known = KnownNodes(Damage(options.is_lenient))
    for item in listed_items(whole, "nodes", known.damage):
        _add_node(item, known)
    for number, item in enumerate(listed_items(whole, "edges", known.damage), start=1):
        ends = [_end(item, word, known.damage) for word in ("from", "to")]
        source, target = ends
        if source is not None and target is not None:
            data = {word: frozen_data(item[word]) for word in item.mapping() if word not in _OF_EDGES}
            edge = GraphEdge(str(number), source, target, FrozenDict(data), item.span)
            known.add_edge(edge, item["from"]["id"], item["to"]["id"])
    return SchemeGraph(known.nodes.values(), known.edges), tuple(known.damage.losses)


def _end(item: JsonValue, word: str, damage: Damage) -> str | None:
    if isinstance(item.mapping().get(word), dict):
        return identifier(item[word], "id", damage)
    damage.add(item[word].wrong("must be a mapping with an id"), word)
    return None


def _add_node(item: JsonValue, known: KnownNodes) -> None:
    name = identifier(item, "id", known.damage)
    raw = item.mapping()
    kind, text = _KINDS.get(str(raw.get("type"))), raw.get("text")
    if name is None:
        return
    if kind is None:
        error = item["type"].wrong(f"must be one of {', '.join(_KINDS)}, not {str(raw.get('type'))[:50]!r}")
        known.damage.add(error, f"node {name}")
    elif not isinstance(text, str | None):
        error = item["text"].wrong(f"must be a text, not {str(text)[:50]!r}")
        known.damage.add(error, f"node {name}")
    else:
        data = {
            _RENAMED.get(word, word): frozen_data(item[word])
            for word in raw
            if word not in _OF_NODES and raw[word] not in ("", None, {}, [])
        }
        known.add_node(GraphNode(name, kind, text or "", data=FrozenDict(data), span=item.span), item["id"])
