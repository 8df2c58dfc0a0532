"""Where nodes are in the document that they annotate."""

from __future__ import annotations

from attrs import evolve

from argmap.data import Data, FrozenDict, Value
from argmap.interop.scheme_graphs.scheme_graph import GraphNode


def placed(node: GraphNode, place: Value, source: Data | None = None) -> GraphNode:
    """Return a node with its place, from start to end in code points, and the source where that is.

    >>> from argmap.interop.scheme_graphs.scheme_graph import GraphNodeKind
    >>> placed(GraphNode("1", GraphNodeKind.PROPOSITION), (0, 7)).data["at"]
    (0, 7)
    """
    if place is not None:
        node = evolve(node, data=FrozenDict({**node.data, "at": place}))
    return evolve(node, source=source) if source is not None else node


def without_places(data: Data) -> Data:
    """Return data without what `placed` adds."""
    return FrozenDict({word: value for word, value in data.items() if word != "at"})


def stretch(offset: Value, length: Value) -> Value:
    """Return a place from an offset and a length; None if they are not numbers that make one."""
    if not (isinstance(offset, int) and isinstance(length, int)) or isinstance(offset, bool):
        return None
    return (offset, offset + length) if offset >= 0 and length >= 0 else None
