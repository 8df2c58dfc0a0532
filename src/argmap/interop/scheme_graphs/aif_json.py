"""Writes scheme graphs as AIF's JSON."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.data import Data, FrozenDict
from argmap.interop.json_forms.exact_json import encode
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, SchemeGraph


def graph_json(graph: SchemeGraph) -> dict[str, object]:
    """Return a graph in the form of AIF.

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
