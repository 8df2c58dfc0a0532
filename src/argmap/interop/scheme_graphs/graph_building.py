"""Builds the nodes and edges that show a debate."""

from __future__ import annotations

import re
from collections.abc import Collection

from attrs import Factory, define, frozen

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.own_data import foreign_id, own_data
from argmap.interop.json_forms.exact_json import is_plain
from argmap.interop.scheme_graphs.dialogues.dialogue_writing import KeptRows, kept_rows
from argmap.interop.scheme_graphs.free_ids import FreeIds
from argmap.interop.scheme_graphs.kept_aside import KEPT_KINDS
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind, SchemeGraph
from argmap.interop.scheme_graphs.scheme_words import written_words
from argmap.model import (
    Argument,
    ArgumentRef,
    Debate,
    Element,
    ElementRef,
    Inference,
    InferenceRef,
    Ref,
    Relation,
    RelationKind,
)

_NUMBER = re.compile(r" \(([0-9]{1,9})\)$|^Claim ([0-9]{1,9})$")


@frozen
class BuiltGraph:
    """A graph, and where in it things are shown.

    `shown` has the nodes of each element, the first of which stands for it; `aside` the relations that are
    expressed differently, by their nodes; `sketches` the nodes of arguments that are shown as steps.
    """

    graph: SchemeGraph
    shown: dict[ElementRef, tuple[str, ...]]
    aside: dict[str, Relation]
    sketches: dict[str, ElementRef]


def built(
    debate: Debate,
    key: str,
    *,
    stated: Collection[Ref] = (),
    without: Collection[str] = (),
    kinds: Collection[GraphNodeKind] = KEPT_KINDS,
) -> BuiltGraph:
    """Return the graph that shows a debate.

    Arguments that are `stated` become propositions, `without` has entries of the metadata to leave out, and
    of the nodes that metadata keep, only those of some `kinds` are put back.
    """
    builder = _GraphBuilder(debate, key, frozenset(stated), kept_rows(debate.metadata, key, without, kinds))
    return builder.build()


@define(eq=False)
class _GraphBuilder:
    debate: Debate
    key: str
    stated: frozenset[Ref]
    rows: KeptRows
    ids: FreeIds = Factory(FreeIds)
    edge_ids: FreeIds = Factory(FreeIds)
    nodes: dict[str, GraphNode] = Factory(dict)
    edges: dict[tuple[str, str], None] = Factory(dict)
    # The nodes that edges to and from an element use.
    shown: dict[ElementRef, tuple[str, ...]] = Factory(dict)
    steps: dict[ElementRef, GraphNodeKind] = Factory(dict)
    aside: dict[str, Relation] = Factory(dict)
    before: dict[str, list[str]] = Factory(dict)
    edge_data: dict[tuple[str, str], tuple[str, Data]] = Factory(dict)

    def build(self) -> BuiltGraph:
        debate = self.debate
        self.edge_data = self.rows.edge_data()
        for data in (*(each.data for each in debate), *(each.data for each in debate.relations)):
            name = foreign_id(data, self.key)
            if name is not None:
                self.ids.keep(name)
        for name in self.rows.ids():
            self.ids.keep(name)
        # Reading numbers equal titles in the order of their nodes.
        for element in sorted(debate, key=_number_of):
            if not isinstance(element, Argument):
                self.proposition(element)
        for argument in sorted(debate.arguments.values(), key=_number_of):
            self.argument(argument)
        for relation in self.relations_in_order():
            self.relate(relation)
        sketches = {self.shown[ref][0]: ref for ref in self.steps}
        return BuiltGraph(self.graph(), self.shown, self.aside, sketches)

    def graph(self) -> SchemeGraph:
        called = self.names()
        locutions = {node.id: node for node in self.rows.nodes(called)}
        # A locution that is also a claim is one node, in the order of the dialogue.
        nodes = [node for name, node in self.nodes.items() if name not in locutions]
        nodes += locutions.values()
        known = {node.id for node in nodes}
        edges = [*self.edges, *(pair for pair in self.rows.edges(called) if known.issuperset(pair))]
        kept = [edge for edge in self.rows.kept_edges() if known.issuperset((edge.source, edge.target))]
        for edge in kept:
            self.edge_ids.keep(edge.id)
        for name, _ in self.edge_data.values():
            self.edge_ids.keep(name)
        return SchemeGraph(
            nodes,
            (*(self.new_edge(pair) for pair in dict.fromkeys(edges)), *kept),
            self.rows.locutions(),
            self.rows.participants(),
            self.rows.data,
        )

    def new_edge(self, ends: tuple[str, str]) -> GraphEdge:
        name, data = self.edge_data.get(ends, ("", NO_DATA))
        return GraphEdge(name or self.edge_ids.next(), *ends, data)

    def names(self) -> dict[str, str]:
        """Return the node that each name in the dialogue refers to."""
        called: dict[str, str] = {}
        for ref, ids in self.shown.items():
            called.setdefault(str(ref), ids[0])
        for relation in self.debate.relations:
            name = foreign_id(relation.data, self.key)
            if name is not None and name in self.nodes:
                sign = "_" if relation.kind is RelationKind.UNDERCUT else "-"
                called.setdefault(f"{relation.source} {sign} {relation.target}", name)
        return called

    # Elements

    def proposition(self, element: Element) -> None:
        name = self.named(element.data)
        text = element.text or ("" if foreign_id(element.data, self.key) else element.title)
        kind = GraphNodeKind.LOCUTION if name in self.rows.spoken else GraphNodeKind.PROPOSITION
        own = dict(own_data(element.data, self.key))
        scheme = own.pop("scheme", None)
        self.nodes[name] = GraphNode(
            name,
            kind,
            text,
            scheme if isinstance(scheme, str) else None,
            _rest(own),
        )
        self.shown[element.ref] = (name,)

    def named(self, data: Data) -> str:
        """Return the id of a new node: the one in its data, if no other node has it."""
        name = foreign_id(data, self.key)
        return name if name is not None and name not in self.nodes else self.ids.next()

    def argument(self, argument: Argument) -> None:
        if argument.inferences:
            names = [self.inference(argument, each) for each in argument.inferences]
            self.shown[argument.ref] = tuple(names)
        elif argument.ref in self.stated or foreign_id(argument.data, self.key) is None:
            self.proposition(argument)
        else:
            own = dict(own_data(argument.data, self.key))
            kind = GraphNodeKind.CONFLICT if own.get("type") == "CA" else GraphNodeKind.INFERENCE
            scheme = own.pop("scheme", None)
            name = self.named(argument.data)
            self.step(name, kind, scheme if isinstance(scheme, str) else None, own)
            self.shown[argument.ref] = (name,)
            self.steps[argument.ref] = kind

    def inference(self, argument: Argument, inference: Inference) -> str:
        name = foreign_id(argument.data, self.key) if inference.index == 0 else None
        own = dict(own_data(argument.data, self.key)) if inference.index == 0 else {}
        before = [self.shown[ref][0] for ref in inference.premises]
        is_part = name in self.nodes and "part" in own and self.premises_of(str(name)) == before
        if name is None or (name in self.nodes and not is_part):
            name = self.ids.next()
        if not is_part:
            self.step(name, GraphNodeKind.INFERENCE, inference.rules[0] if inference.rules else None, own)
            for each in before:
                self.edge(each, name)
        self.edge(name, self.shown[inference.conclusion][0])
        return name

    def premises_of(self, name: str) -> list[str]:
        return self.before.get(name, [])

    def step(self, name: str, kind: GraphNodeKind, scheme: str | None, own: dict[str, Value]) -> None:
        text, named = written_words(kind, scheme, own)
        self.nodes[name] = GraphNode(name, kind, text, named, data=_rest(own))

    def edge(self, source: str, target: str) -> None:
        if (source, target) not in self.edges:
            self.edges[source, target] = None
            self.before.setdefault(target, []).append(source)

    # Relations

    def relations_in_order(self) -> list[Relation]:
        """Return the relations to be written, in the order in which they are read again.

        Nodes of arguments come before those of relations, and reading goes from node to node.
        """
        places: dict[Ref, int] = {ref: place for place, ref in enumerate(self.steps)}

        def place(relation: Relation) -> tuple[int, bool]:
            if relation.data or not self.is_direct(relation):
                return len(places), False
            source, target = (places.get(end) for end in (relation.source, relation.target))
            return (target or 0, False) if source is None else (source, True)

        written = (relation for relation in self.debate.relations if not relation.is_derived)
        return sorted(written, key=place)

    def relate(self, relation: Relation) -> None:
        source, target = self.source(relation.source), self.target(relation.target)
        if not relation.data and self.is_direct(relation):
            self.edge(source, target)
            return
        own = dict(own_data(relation.data, self.key))
        is_lawful = self.is_lawful(relation)
        name = foreign_id(relation.data, self.key)
        if is_lawful and name not in self.aside and {(source, name), (name, target)} <= self.edges.keys():
            # The same attack on another part of an argument.
            return
        name = self.named(relation.data)
        kind = GraphNodeKind.INFERENCE if relation.kind.is_supporting else GraphNodeKind.CONFLICT
        scheme = own.pop("scheme", None)
        self.step(name, kind, scheme if isinstance(scheme, str) else None, own)
        self.edge(source, name)
        self.edge(name, target)
        if not is_lawful or set(relation.data) != {self.key} or foreign_id(relation.data, self.key) != name:
            self.aside[name] = relation

    def source(self, ref: Ref) -> str:
        if isinstance(ref, InferenceRef):
            ref = ArgumentRef(ref.argument)
        argument = self.debate.arguments[ref.title] if isinstance(ref, ArgumentRef) else None
        if argument is not None and argument.conclusion is not None:
            return self.shown[argument.conclusion][0]
        return self.shown[ref][0]

    def target(self, ref: Ref) -> str:
        if isinstance(ref, InferenceRef):
            return self.shown[ArgumentRef(ref.argument)][ref.place]
        return self.shown[ref][-1]

    def is_proposition(self, ref: Ref) -> bool:
        return not isinstance(ref, ArgumentRef | InferenceRef)

    def is_step(self, ref: Ref) -> bool:
        return ref in self.steps

    def is_direct(self, relation: Relation) -> bool:
        """Return whether an edge without a node expresses a relation."""
        source, target = relation.source, relation.target
        if self.is_proposition(source):
            return relation.kind is RelationKind.SUPPORT and self.is_step(target)
        kind = None if isinstance(source, InferenceRef) else self.steps.get(source)
        if kind is GraphNodeKind.INFERENCE:
            is_shown = self.is_proposition(target) or self.is_step(target) or self.is_inferred(target)
            return relation.kind is RelationKind.SUPPORT and is_shown
        if kind is GraphNodeKind.CONFLICT and self.is_proposition(target):
            return relation.kind is RelationKind.ATTACK
        is_step = isinstance(target, InferenceRef) or self.is_step(target)
        return kind is GraphNodeKind.CONFLICT and relation.kind is RelationKind.UNDERCUT and is_step

    def is_inferred(self, ref: Ref) -> bool:
        return isinstance(ref, ArgumentRef) and bool(self.debate.arguments[ref.title].inferences)

    def is_lawful(self, relation: Relation) -> bool:
        """Return whether a node between two others is read as this kind of relation."""
        source, target = relation.source, relation.target
        if not self.is_proposition(source):
            return False
        if relation.kind is RelationKind.ATTACK:
            return self.is_proposition(target)
        is_step = isinstance(target, InferenceRef) or self.is_step(target)
        return relation.kind is RelationKind.UNDERCUT and is_step


def _number_of(element: Element) -> int:
    number = _NUMBER.search(element.title)
    return int(number[1] or number[2]) if number else 1


def _rest(own: Data | dict[str, Value]) -> Data:
    # What JSON cannot express is kept beside the graph.
    rest = {
        word: value
        for word, value in own.items()
        if word not in ("id", "type", "part", "at") and is_plain(value)
    }
    return FrozenDict(rest) if rest else NO_DATA
