"""Reads AIF's JSON as a scheme graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import Factory, define

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Loss
from argmap.interop.conversion.conversions import ReadingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.json_forms.json_data import frozen_data, identifier
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind, SchemeGraph

_KINDS = {kind.value: kind for kind in GraphNodeKind}
_OF_NODES = frozenset({"nodeID", "text", "type", "scheme", "argmap"})
_OF_EDGES = frozenset({"edgeID", "fromID", "toID"})
_OF_ROWS = {"personID": "by", "timestamp": "timestamp", "start": "at", "end": "end", "source": "source"}
_LISTS = ("nodes", "edges", "locutions", "participants")


def aif_graph(
    value: JsonValue, options: ReadingOptions, *, has_all_lists: bool = True
) -> tuple[SchemeGraph, tuple[Loss, ...]]:
    """Return the graph in a JSON value, and what is left out of it because of damage.

    Unless it `has_all_lists`, nodes and edges may be missing.

    Raises:
        FormatError: it is not AIF, and reading is not lenient.
    """
    if not isinstance(value.value, dict):
        raise value.wrong("must be a mapping")
    reader = _AifReader(value, Damage(options.is_lenient), has_all_lists)
    return reader.graph(), tuple(reader.damage.losses)


@define(eq=False)
class _AifReader:
    value: JsonValue
    damage: Damage
    has_all_lists: bool
    nodes: dict[str, GraphNode] = Factory(dict)

    def graph(self) -> SchemeGraph:
        for item in self.items("nodes", is_needed=self.has_all_lists):
            with_id = identifier(item, "nodeID", self.damage)
            if with_id is not None:
                self.node(item, with_id)
        edges = tuple(self.edges())
        rows, others = self.rows()
        mapping = self.value.mapping()
        data = {word: frozen_data(self.value[word]) for word in mapping if word not in (*_LISTS, "argmap")}
        if others:
            data["locutions"] = tuple(others)
        return SchemeGraph(
            self.nodes.values(),
            edges,
            FrozenDict(rows),
            self.participants(),
            FrozenDict(data),
            extra=mapping.get("argmap"),
        )

    def items(self, word: str, *, is_needed: bool = False) -> Iterator[JsonValue]:
        shape = self.value[word]
        if is_needed and shape.value is None:
            raise shape.wrong("must be a list")
        for item in shape.each():
            if isinstance(item.value, dict):
                yield item
            else:
                self.damage.add(item.wrong("must be mappings"), word)

    def node(self, item: JsonValue, name: str) -> None:
        raw = item.mapping()
        kind = _KINDS.get(str(raw.get("type")))
        text, scheme = raw.get("text"), raw.get("scheme")
        if kind is None:
            error = item["type"].wrong(
                f"must be one of {', '.join(_KINDS)}, not {str(raw.get('type'))[:50]!r}"
            )
        elif not isinstance(text, str | None):
            error = item["text"].wrong(f"must be a text, not {str(text)[:50]!r}")
        elif not isinstance(scheme, str | None):
            error = item["scheme"].wrong(f"must be a text, not {str(scheme)[:50]!r}")
        else:
            node = GraphNode(
                name,
                kind,
                text or "",
                scheme,
                _rest(item, _OF_NODES),
                extra=raw.get("argmap"),
                span=item.span,
            )
            if self.nodes.setdefault(name, node) == node:
                return
            error = item["nodeID"].wrong(f"names {name}, which is there already", code="I404")
        self.damage.add(error, f"node {name}")

    def edges(self) -> Iterator[GraphEdge]:
        seen: dict[str, GraphEdge] = {}
        for number, item in enumerate(self.items("edges", is_needed=self.has_all_lists), start=1):
            source, target = (identifier(item, word, self.damage) for word in ("fromID", "toID"))
            if source is None or target is None:
                continue
            name = str(number)
            if item.mapping().get("edgeID") is not None:
                name = identifier(item, "edgeID", self.damage) or name
            missing = [word for word, end in (("fromID", source), ("toID", target)) if end not in self.nodes]
            if missing:
                end = source if missing == ["fromID"] else target
                error = item[missing[0]].wrong(f"names {end}, which is not there", code="I403")
                self.damage.add(error, f"edge {name}")
                continue
            edge = GraphEdge(name, source, target, _rest(item, _OF_EDGES), item.span)
            if seen.setdefault(name, edge) is edge:
                yield edge
            elif seen[name] != edge:
                error = item["edgeID"].wrong(f"names {name}, which is there already", code="I404")
                self.damage.add(error, f"edge {name}")

    def rows(self) -> tuple[dict[str, Data], list[Value]]:
        """Return who spoke when, by locution, and the rows that are not about a locution."""
        rows: dict[str, Data] = {}
        others: list[Value] = []
        for item in self.items("locutions"):
            raw = item.mapping()
            name = str(raw.get("nodeID"))
            node = self.nodes.get(name)
            if node is None or node.kind is not GraphNodeKind.LOCUTION or name in rows:
                others.append(frozen_data(item))
                continue
            row = {_OF_ROWS.get(word, word): frozen_data(item[word]) for word in raw if word != "nodeID"}
            by = row.pop("by", None)
            rows[name] = FrozenDict({**row, **({} if by is None else {"by": str(by)})})
        return rows, others

    def participants(self) -> FrozenDict[str, Data]:
        people: dict[str, Data] = {}
        for item in self.items("participants"):
            name = identifier(item, "participantID", self.damage)
            if name is not None:
                own = _rest(item, frozenset({"participantID"}))
                words = (str(own[word]).strip() for word in ("firstname", "surname") if own.get(word))
                people[name] = FrozenDict({"name": " ".join(words), "aif": own})
        return FrozenDict(people)


def _rest(item: JsonValue, known: frozenset[str]) -> Data:
    raw: Mapping[str, object] = item.mapping()
    others = [word for word in raw if word not in known]
    if not others:
        return NO_DATA
    return FrozenDict(
        {word: frozen_data(item[word]) for word in others if not (word == "formEdgeID" and raw[word] is None)}
    )
