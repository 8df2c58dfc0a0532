"""A graph of propositions and of the schemes between them: what AIF and its relatives write.

Kinds of nodes are those of C. Chesñevar et al., "Towards an argument interchange format" (2006), with those
of dialogues by C. Reed et al., "AIF+: dialogue in the argument interchange format" (2008).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from attrs import field, frozen

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.model import Source
from argmap.text import Span


class GraphNodeKind(Enum):
    """What a node is; the values are the words of AIF."""

    PROPOSITION = "I"
    LOCUTION = "L"
    INFERENCE = "RA"
    CONFLICT = "CA"
    REPHRASE = "MA"
    PREFERENCE = "PA"
    TRANSITION = "TA"
    ILLOCUTION = "YA"
    ENTITY = "EN"

    # Kinds are part of many keys, and Enum's own hash is a Python call.
    __hash__ = object.__hash__


# Nodes that can be claims, and nodes that can be between them.
PROPOSITIONS = frozenset({GraphNodeKind.PROPOSITION, GraphNodeKind.LOCUTION})
STEPS = frozenset({GraphNodeKind.INFERENCE, GraphNodeKind.CONFLICT})


@frozen
class GraphNode:
    """A node: its text, the scheme that it names, and, in `data`, what else the format says.

    `extra` is what argmap wrote beside it, as data for JSON; `tags`, `source`, `speaker` and further
    `wordings` are those of the claim, `fulfils` is a scheme that the file says elsewhere, and `span` is its
    place in the file.
    """

    id: str
    kind: GraphNodeKind
    text: str = ""
    scheme: str | None = None
    data: Data = NO_DATA
    tags: tuple[str, ...] = ()
    source: Data | None = None
    speaker: str | None = None
    wordings: tuple[str, ...] = ()
    fulfils: str | None = None
    extra: object = None
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen
class GraphEdge:
    """An edge from one node to another, with what else the format says, and its place in the file."""

    id: str
    source: str
    target: str
    data: Data = NO_DATA
    span: Span | None = field(default=None, eq=False, repr=False)


def _nodes(nodes: Iterable[GraphNode]) -> tuple[GraphNode, ...]:
    return tuple(nodes)


def _edges(edges: Iterable[GraphEdge]) -> tuple[GraphEdge, ...]:
    return tuple(edges)


@frozen
class SchemeGraph:
    """Nodes and edges in order of the file, each node once, and only edges between existing nodes.

    `locutions` are the rows on who spoke when, by node, and `participants` those on who took part, by id;
    `data` is what else the file says, and `extra` what argmap wrote beside the whole.
    """

    nodes: tuple[GraphNode, ...] = field(default=(), converter=_nodes)
    edges: tuple[GraphEdge, ...] = field(default=(), converter=_edges)
    locutions: FrozenDict[str, Data] = FrozenDict()
    participants: FrozenDict[str, Data] = FrozenDict()
    data: Data = NO_DATA
    metadata: Data = NO_DATA
    sources: tuple[Source, ...] = ()
    extra: object = None
