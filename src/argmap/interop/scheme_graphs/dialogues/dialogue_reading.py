"""Reads who says what in a scheme graph, as plain data on top of the debate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import Factory, define, frozen

from argmap.data import Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.conversions import ReadingOptions
from argmap.interop.conversion.own_data import with_own
from argmap.interop.scheme_graphs.dialogues.forces import commits
from argmap.interop.scheme_graphs.graph_index import GraphIndex
from argmap.interop.scheme_graphs.scheme_graph import GraphNode, GraphNodeKind, SchemeGraph
from argmap.interop.scheme_graphs.scheme_words import kept_words, named_scheme

SPOKEN = (GraphNodeKind.LOCUTION, GraphNodeKind.ILLOCUTION, GraphNodeKind.TRANSITION)
_KEPT = "metadata.dialogue"


@frozen
class SpokenLayer:
    """Metadata of a dialogue, the names of sole speakers by the names of their claims, and losses."""

    metadata: Data
    speakers: dict[str, str]
    losses: tuple[Loss, ...]


def dialogue_of(
    graph: SchemeGraph, index: GraphIndex, key: str, names: Mapping[str, str], options: ReadingOptions
) -> SpokenLayer:
    """Return the dialogue in a graph, given the names of its nodes in the debate."""
    nodes = [node for node in graph.nodes if node.kind in SPOKEN]
    if options.choices.get("dialogue") == "drop":
        return SpokenLayer(FrozenDict(), {}, tuple(_losses(nodes, is_kept=False)))
    reader = _DialogueReader(graph, index, key, names)
    entries = dict(reader.entries(nodes))
    metadata: Data = FrozenDict({"dialogue": FrozenDict(entries)} if entries else {})
    return SpokenLayer(metadata, reader.speakers(), tuple(_losses(nodes, is_kept=True)))


def _losses(nodes: list[GraphNode], *, is_kept: bool) -> Iterator[Loss]:
    for node in nodes:
        subject, feature = f"node {node.id}", node.kind.value
        if is_kept:
            yield Loss(Fate.ASIDE, feature, subject, "it is kept in the dialogue", _KEPT, node.span)
        else:
            yield Loss(Fate.DROPPED, feature, subject, "dialogues are left out", span=node.span)


@define(eq=False)
class _DialogueReader:
    graph: SchemeGraph
    index: GraphIndex
    key: str
    names: Mapping[str, str]
    before: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))
    behind: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))
    speaker_of: dict[str, str] = Factory(dict)
    said_by: defaultdict[str, set[str | None]] = Factory(lambda: defaultdict(set))

    def entries(self, nodes: list[GraphNode]) -> Iterator[tuple[str, Value]]:
        for edge in self.index.spoken:
            self.before[edge.target].append(edge.source)
            self.behind[edge.source].append(edge.target)
        called = {name: FrozenDict(row) for name, row in self.graph.participants.items()}
        if called:
            yield "participants", FrozenDict(called)
        self.first = self._first_of_each_name()
        for kind, word, entry in (
            (GraphNodeKind.LOCUTION, "locutions", self.locution),
            (GraphNodeKind.ILLOCUTION, "illocutions", self.illocution),
            (GraphNodeKind.TRANSITION, "transitions", self.transition),
        ):
            rows = tuple(entry(node) for node in nodes if node.kind is kind)
            if rows:
                yield word, rows

    first: Mapping[str, str] = Factory(dict)

    def _first_of_each_name(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for node, name in self.names.items():
            found.setdefault(name, node)
        return found

    def locution(self, node: GraphNode) -> Data:
        row = dict(self.graph.locutions.get(node.id, {}))
        name, colon, text = node.text.partition(" : ")
        people = {row.get("name"): person for person, row in self.graph.participants.items()}
        by = row.pop("by", None)
        # A name is split off only if the row or the list of participants confirms it.
        is_named = bool(colon) and name in people and by in (None, people[name])
        entry: dict[str, Value] = {"id": node.id}
        if by is not None:
            entry["by"] = by
        elif is_named:
            entry["by"] = people[name]
        entry["text"] = text if is_named else node.text
        entry |= {word: row.pop(word) for word in ("at", "end") if row.get(word) is not None}
        own: dict[str, Value] = self._own(node)
        if node.id in self.graph.locutions:
            own["row"] = FrozenDict({word: value for word, value in row.items() if value is not None})
            if by is None:
                own["unnamed"] = True
        if is_named:
            own["named"] = name
        self.speaker_of[node.id] = str(entry.get("by", ""))
        return with_own(self.key, own, FrozenDict(entry))

    def _own(self, node: GraphNode) -> dict[str, Value]:
        scheme: dict[str, Value] = {} if node.scheme is None else {"scheme": node.scheme}
        return {**scheme, **node.data}

    def illocution(self, node: GraphNode) -> Data:
        force = named_scheme(node) or node.kind.value
        about = tuple(self._content(name) for name in self.behind.get(node.id, ()))
        sources = self.before.get(node.id, [])
        self._commit(force, sources, self.behind.get(node.id, []))
        entry: dict[str, Value] = {"id": node.id, "force": force, **_ends("from", sources), "about": about}
        return with_own(self.key, {**self._words(node), **node.data}, FrozenDict(entry))

    def transition(self, node: GraphNode) -> Data:
        ends = {
            **_ends("from", self._locutions(self.before.get(node.id, []))),
            **_ends("to", self._locutions(self.behind.get(node.id, []))),
        }
        scheme = node.scheme or node.text
        entry: dict[str, Value] = {"id": node.id, **ends, "scheme": scheme}
        kept: dict[str, Value] = {} if node.text == scheme else {"text": node.text}
        if node.scheme != scheme:
            kept["named"] = node.scheme or ""
        return with_own(self.key, {**kept, **node.data}, FrozenDict(entry))

    def _locutions(self, names: list[str]) -> list[str]:
        return [name for name in names if self.index.nodes[name].kind is GraphNodeKind.LOCUTION]

    def _words(self, node: GraphNode) -> dict[str, Value]:
        return kept_words(node, named_scheme(node))

    def _content(self, name: str) -> Value:
        if self.index.nodes[name].kind is GraphNodeKind.LOCUTION:
            return FrozenDict({"locution": name})
        called = self.names.get(name)
        if called is None or self.first[called] != name:
            return FrozenDict({"node": name})
        return called

    def _commit(self, force: str, sources: list[str], targets: list[str]) -> None:
        if commits(force):
            for target in targets:
                if target in self.index.claims:
                    speakers = (self._name_of(source) for source in sources)
                    self.said_by[self.names[target]].update(speakers)

    def _name_of(self, locution: str) -> str | None:
        row = self.graph.participants.get(self.speaker_of.get(locution, ""))
        name = row.get("name") if row else None
        return name if isinstance(name, str) and name.strip() else None

    def speakers(self) -> dict[str, str]:
        """Return the sole speakers of claims, as far as their names are known."""
        return {
            claim: name
            for claim, people in self.said_by.items()
            if len(people) == 1 and (name := next(iter(people))) is not None
        }


def _ends(word: str, names: list[str]) -> dict[str, Value]:
    if len(names) == 1:
        return {word: names[0]}
    return {word: tuple(names)} if names else {}
