"""Remarks: what authors say about relations, on the nodes from which these lead."""

from __future__ import annotations

from collections import Counter, defaultdict

from attrs import evolve

from argmap.data import Data
from argmap.maps.argument_map import ArgumentMap, MapNode, MapRemark
from argmap.model.sources.source_values import text_of

# The values of these are given without their names.
_PLAIN = frozenset(("reason", "note", "comment"))
# More of them make a box hard to read.
_MOST = 6


def with_remarks(view: ArgumentMap, titles: dict[str, str]) -> ArgumentMap:
    """Return a map whose nodes have remarks about the relations that lead from them.

    If several lead from a node, `titles`, by id, name the other ends.

    >>> with_remarks(ArgumentMap(), {})
    <ArgumentMap of 0 nodes and 0 edges>
    """
    leaving = Counter(edge.source for edge in view.edges)
    remarks: defaultdict[str, list[MapRemark]] = defaultdict(list)
    for edge in view.edges:
        if words := remark_words(edge.data):
            other = titles[edge.target] if leaving[edge.source] > 1 else None
            if len(remarks[edge.source]) < _MOST:
                remarks[edge.source].append(MapRemark(edge, words, other))
    return evolve(view, nodes=tuple(_remarked(node, remarks) for node in view.nodes)) if remarks else view


def _remarked(node: MapNode, remarks: dict[str, list[MapRemark]]) -> MapNode:
    own = remarks.get(node.id)
    return evolve(node, remarks=(*node.remarks, *own)) if own else node


def remark_words(data: Data) -> str:
    """Return what an author says about a relation, with its strength first; empty if nothing.

    >>> from argmap.data import FrozenDict
    >>> remark_words(FrozenDict({"reason": "few of them", "strength": 0.3}))
    'strength 0.3 · few of them'
    """
    said = sorted(
        ((key, text_of(value)) for key, value in data.items()), key=lambda pair: pair[0] != "strength"
    )
    return " · ".join(
        words if key in _PLAIN else f"{key} {words}" if key == "strength" else f"{key}: {words}"
        for key, words in said
        if words
    )
