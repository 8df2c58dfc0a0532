"""Debates as graphs of networkx, and back (the extra `argmap[graph]`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from attrs import evolve, frozen

from argmap.analysis.graph import as_element
from argmap.analysis.network import library
from argmap.data import NO_DATA, FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Debate,
    Element,
    ElementRef,
    Evidence,
    HasDebate,
    InferenceRef,
    Origin,
    Question,
    Relation,
    RelationKind,
    Role,
    Statement,
    TagRef,
    debate_of,
)
from argmap.model.stating.wholeness import whole
from argmap.text.nearest import nearest

if TYPE_CHECKING:
    import networkx

    Network: TypeAlias = "networkx.Graph[Any]"

_KEY = re.compile(r"\[(?P<sign>[\^?]?)(?P<title>.+)\]|<(?P<argument>.+)>", re.DOTALL)
_TAG = re.compile(r"#\(([^()\n]*+)\)|#([\w-]++)")
_MAKERS: Mapping[str, type[Claim] | type[Evidence] | type[Question] | type[Argument]] = {
    "claim": Claim,
    "evidence": Evidence,
    "question": Question,
    "argument": Argument,
}
_SIGNS = {"^": "evidence", "?": "question"}
_RELATIONS = {kind.value: kind for kind in RelationKind}
_OF_DEBATE = ("sections", "sources", "metadata")


def to_graph(debate: HasDebate | Debate) -> networkx.MultiDiGraph[str]:
    r"""Return a debate as a graph: elements are nodes, relations are edges.

    Nodes are named as in the markup (`[A]`, `[^E]`, `[?Q]`, `<B>`) and have `kind`, `title`, `text` and
    `tags` (separated by spaces, as in the markup); edges have `kind`, `derived` and, if one is given,
    `strength`. A relation with an inference is an edge with its argument, whose `inference` is its number,
    from 1. All of these are texts, numbers and truth values, which every format of graphs can hold.
    `element` and `relation` hold the objects themselves, with everything else.

    >>> import argmap
    >>> graph = to_graph(argmap.parse("[A]: x #crux\n  + <B>: y"))
    >>> graph.nodes["[A]"]["tags"], [(a, b, data["kind"]) for a, b, data in graph.edges(data=True)]
    ('#crux', [('<B>', '[A]', 'support')])

    Raises:
        MissingNetworkxError: the extra `argmap[graph]` is not installed.
    """
    debate = debate_of(debate)
    graph: networkx.MultiDiGraph[str] = library().MultiDiGraph()
    graph.graph.update({name: getattr(debate, name) for name in _OF_DEBATE}, tags=debate.tags)
    for element in debate.elements:
        graph.add_node(str(element.ref), **_cells(element), element=element)
    for place, relation in enumerate(debate.relations):
        source, target = as_element(relation.source), as_element(relation.target)
        graph.add_edge(str(source), str(target), key=place, **_edge_cells(relation), relation=relation)
    return graph


def from_graph(graph: Network) -> Debate:
    """Return a graph of networkx as a debate.

    For a graph from `to_graph` this is the original debate, without the elements and relations whose nodes
    and edges have been removed; premises and conclusions of the remaining arguments are restored as bare
    titles. What `element` and `relation` say counts, and the other attributes only where these are missing,
    as in graphs that were written to a file or come from elsewhere. Such a graph has one text of each
    element, its tags and its relations; what it does not have, and is lost, are sections, sources and other
    data, further statements of the same thing, emphasis and links in texts, premises, conclusions and
    inferences of arguments, and places in a text. Without a `kind`, nodes named like titles in the markup
    are of that kind, all others are claims, and edges are supports.

    >>> import argmap
    >>> debate = argmap.parse("[A]: x\\n  + <B>: y").debate
    >>> from_graph(to_graph(debate)) == debate
    True

    Raises:
        ValueError: a node or edge has a kind that does not exist.
    """
    nodes = {name: _element(str(name), cells) for name, cells in graph.nodes(data=True)}
    edges = sorted(_edges(graph, nodes), key=lambda edge: edge.place)
    debate = Debate(
        claims=_by_title(nodes, Claim),
        evidence=_by_title(nodes, Evidence),
        questions=_by_title(nodes, Question),
        arguments=_by_title(nodes, Argument),
        relations=tuple(dict.fromkeys(edge.relation for edge in edges)),
        **{name: graph.graph[name] for name in _OF_DEBATE if name in graph.graph},
    )
    debate = whole(debate)
    # Inferences may be gone; relations to several of them then become one.
    debate = evolve(debate, relations=tuple(dict.fromkeys(debate.relations)))
    used = {tag: None for holder in (*debate.elements, *debate.sections) for tag in holder.tags}
    known = (tag for tag in graph.graph.get("tags", ()) if tag in used)
    return evolve(debate, tags=tuple(dict.fromkeys((*known, *used))))


@frozen
class _PlacedRelation:
    place: int
    relation: Relation


def _cells(element: Element) -> dict[str, str | bool]:
    cells: dict[str, str | bool] = {"kind": element.ref.kind, "title": element.title}
    if element.text:
        cells["text"] = element.text
    if element.tags:
        cells["tags"] = " ".join(str(TagRef(tag)) for tag in element.tags)
    if element.is_untitled:
        cells["untitled"] = True
    return cells


def _edge_cells(relation: Relation) -> dict[str, str | bool | float | int]:
    cells: dict[str, str | bool | float | int] = {
        "kind": relation.kind.value,
        "derived": relation.is_derived,
    }
    if relation.strength is not None:
        cells["strength"] = relation.strength
    if isinstance(relation.target, InferenceRef):
        cells["inference"] = relation.target.place + 1
    return cells


def _element(name: str, cells: Mapping[str, Any]) -> Element:
    element = cells.get("element")
    if isinstance(element, Claim | Evidence | Question | Argument):
        return element
    kind, title = _named(name)
    kind = str(cells.get("kind", kind))
    maker = _MAKERS.get(kind)
    if maker is None:
        raise ValueError(f"node {name!r}: {_unknown(kind, _MAKERS)}")
    title = str(cells.get("title", title))
    tags = tuple(marked or plain for marked, plain in _TAG.findall(str(cells.get("tags", ""))))
    text = cells.get("text")
    role = Role.DESCRIPTION if maker is Argument else Role.TOP_LEVEL
    stated = Statement(title, None if text is None else str(text), role, is_top_level=True, tags=tags)
    given: dict[str, Any] = {"descriptions" if maker is Argument else "statements": (stated,), "tags": tags}
    if cells.get("untitled") and maker is not Evidence:
        given["is_untitled"] = True
    return maker(title, **given)


def _named(name: str) -> tuple[str, str]:
    """Return the kind and the title of a node that has neither."""
    match = _KEY.fullmatch(name)
    if match is None:
        return "claim", name
    if match["argument"] is not None:
        return "argument", match["argument"]
    return _SIGNS.get(match["sign"], "claim"), match["title"]


def _edges(graph: Network, nodes: Mapping[Any, Element]) -> Iterator[_PlacedRelation]:
    many: Any = graph
    with_keys = {"keys": True} if graph.is_multigraph() else {}
    for source, target, *keys, cells in many.edges(data=True, **with_keys):
        relation = cells.get("relation")
        if not isinstance(relation, Relation):
            relation = _relation(nodes[source].ref, nodes[target].ref, cells)
        place = keys[0] if keys and isinstance(keys[0], int) else 0
        yield _PlacedRelation(place, relation)


def _relation(source: ElementRef, target: ElementRef, cells: Mapping[str, Any]) -> Relation:
    word = str(cells.get("kind", RelationKind.SUPPORT.value))
    if word not in _RELATIONS:
        raise ValueError(f"edge from {source} to {target}: {_unknown(word, _RELATIONS)}")
    end: ElementRef | InferenceRef = target
    if isinstance(target, ArgumentRef) and "inference" in cells:
        end = InferenceRef(target.title, int(cells["inference"]) - 1)
    origin = Origin.DERIVED if cells.get("derived") else Origin.SKETCHED
    data = FrozenDict(strength=cells["strength"]) if "strength" in cells else NO_DATA
    return Relation(_RELATIONS[word], source, end, origin, data=data)


def _unknown(kind: str, known: Mapping[str, object]) -> str:
    near = nearest(kind, known)
    return f"there is no kind {kind!r}; " + (
        f"did you mean {near!r}?" if near else f"write {', '.join(known)}"
    )


ElementT = TypeVar("ElementT", Claim, Evidence, Question, Argument)


def _by_title(nodes: Mapping[Any, Element], kind: type[ElementT]) -> FrozenDict[str, ElementT]:
    return FrozenDict({element.title: element for element in nodes.values() if isinstance(element, kind)})
