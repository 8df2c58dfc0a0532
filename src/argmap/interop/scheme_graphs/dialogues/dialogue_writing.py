"""Nodes and edges from what metadata keep: the dialogue, and what else a graph had."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from attrs import field, frozen

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.own_data import own_data
from argmap.interop.json_forms.exact_json import is_plain
from argmap.interop.scheme_graphs.kept_aside import KEPT_KINDS
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind
from argmap.interop.scheme_graphs.scheme_words import written_words

_KINDS = {kind.value: kind for kind in (*KEPT_KINDS, GraphNodeKind.CONFLICT)}
# Added by the reader to the data of an entry; nodes do not have it.
_OF_ENTRIES = ("row", "unnamed", "named")


@frozen
class KeptRows:
    """What metadata keep of a graph; whatever does not have the form that reading gives it is skipped."""

    key: str
    dialogue: Data = NO_DATA
    own: Data = NO_DATA
    kinds: frozenset[GraphNodeKind] = KEPT_KINDS
    spoken: frozenset[str] = field(init=False)

    @spoken.default
    def _spoken(self) -> frozenset[str]:
        return frozenset(str(row["id"]) for row in self.rows("locutions"))

    @property
    def data(self) -> Data:
        """What the file said besides its nodes and edges."""
        return FrozenDict(
            {word: value for word, value in self.own.items() if word not in ("nodes", "edges", "edgeData")}
        )

    def rows(self, word: str) -> Iterator[Data]:
        """Yield the rows of a part of the dialogue that have an id."""
        yield from _rows(self.dialogue.get(word))

    def ids(self) -> Iterator[str]:
        """Yield the ids of all nodes."""
        for word in ("locutions", "illocutions", "transitions"):
            yield from (str(row["id"]) for row in self.rows(word))
        yield from (str(row["id"]) for row in _rows(self.own.get("nodes")))

    def nodes(self, called: Mapping[str, str]) -> Iterator[GraphNode]:
        """Yield the nodes, each once."""
        seen: set[str] = set()
        for node in (*self._spoken_nodes(), *self._kept_nodes()):
            if node.id not in seen:
                seen.add(node.id)
                yield node

    def _spoken_nodes(self) -> Iterator[GraphNode]:
        for row in self.rows("locutions"):
            own = dict(own_data(row, self.key))
            named, scheme = own.get("named"), own.pop("scheme", None)
            text = _text(row.get("text"))
            yield GraphNode(
                str(row["id"]),
                GraphNodeKind.LOCUTION,
                f"{named} : {text}" if isinstance(named, str) else text,
                scheme if isinstance(scheme, str) else None,
                _without(own, *_OF_ENTRIES),
            )
        for row in self.rows("illocutions"):
            own, force = dict(own_data(row, self.key)), row.get("force")
            scheme = None if force == GraphNodeKind.ILLOCUTION.value else _text(force)
            text, named = written_words(GraphNodeKind.ILLOCUTION, scheme, own)
            yield GraphNode(str(row["id"]), GraphNodeKind.ILLOCUTION, text, named, FrozenDict(own))
        for row in self.rows("transitions"):
            own = dict(own_data(row, self.key))
            words, spelt, named = _text(row.get("scheme")), own.pop("text", None), own.pop("named", None)
            yield GraphNode(
                str(row["id"]),
                GraphNodeKind.TRANSITION,
                spelt if isinstance(spelt, str) else words,
                (named or None) if isinstance(named, str) else words,
                FrozenDict(own),
            )

    def _kept_nodes(self) -> Iterator[GraphNode]:
        for row in _rows(self.own.get("nodes")):
            kind = _KINDS.get(str(row.get("type")))
            scheme, more = row.get("scheme"), row.get("more")
            if kind in self.kinds and kind is not None:
                yield GraphNode(
                    str(row["id"]),
                    kind,
                    _text(row.get("text")),
                    scheme if isinstance(scheme, str) else None,
                    more if isinstance(more, FrozenDict) else NO_DATA,
                )

    def edges(self, called: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield the edges of the dialogue, given the node that each name means."""
        for row in self.rows("illocutions"):
            name = str(row["id"])
            yield from ((source, name) for source in _names(row.get("from")))
            about = row.get("about")
            for content in about if isinstance(about, tuple) else ():
                target = _target(content, called)
                if target is not None:
                    yield name, target
        for row in self.rows("transitions"):
            name = str(row["id"])
            yield from ((source, name) for source in _names(row.get("from")))
            yield from ((name, target) for target in _names(row.get("to")))

    def kept_edges(self) -> Iterator[GraphEdge]:
        """Yield the edges that are kept as they were."""
        for row in _rows(self.own.get("edges")):
            more = row.get("more")
            yield GraphEdge(
                str(row["id"]),
                str(row.get("from")),
                str(row.get("to")),
                more if isinstance(more, FrozenDict) else NO_DATA,
            )

    def edge_data(self) -> dict[tuple[str, str], tuple[str, Data]]:
        """Return the ids of edges that say more than their ends, and what else they say, by their ends."""
        rows = _rows(self.own.get("edgeData"))
        return {
            (str(row.get("from")), str(row.get("to"))): (str(row["id"]), more)
            for row in rows
            if isinstance(more := row.get("more"), FrozenDict)
        }

    def locutions(self) -> FrozenDict[str, Data]:
        """Return who spoke when, by node."""
        return FrozenDict(dict(self._locutions()))

    def _locutions(self) -> Iterator[tuple[str, Data]]:
        for row in self.rows("locutions"):
            own = own_data(row, self.key)
            kept = own.get("row")
            if isinstance(kept, FrozenDict):
                words = {word: row[word] for word in ("at", "end") if word in row}
                by = {} if own.get("unnamed") is True or "by" not in row else {"by": row["by"]}
                yield str(row["id"]), FrozenDict({**by, **kept, **words})

    def participants(self) -> FrozenDict[str, Data]:
        """Return who took part, by id."""
        people = self.dialogue.get("participants")
        if not isinstance(people, FrozenDict):
            return FrozenDict()
        return FrozenDict({name: row for name, row in people.items() if isinstance(row, FrozenDict)})


def kept_rows(
    metadata: Data,
    key: str,
    without: Collection[str] = (),
    kinds: Collection[GraphNodeKind] = KEPT_KINDS,
) -> KeptRows:
    """Return what metadata keep of a graph, without some entries, and with nodes of some kinds only."""
    dialogue, own = (_part(metadata, word, without) for word in ("dialogue", key))
    return KeptRows(key, dialogue, own, frozenset({*kinds, GraphNodeKind.CONFLICT}))


def _part(metadata: Data, word: str, without: Collection[str]) -> Data:
    part = metadata.get(word)
    is_shown = isinstance(part, FrozenDict) and word not in without and is_plain(part)
    return part if is_shown else NO_DATA  # type: ignore[return-value]  # it was looked at just now


def _rows(value: Value) -> Iterator[Data]:
    for row in value if isinstance(value, tuple) else ():
        if isinstance(row, FrozenDict) and isinstance(row.get("id"), str | int):
            yield row


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _names(value: Value) -> list[str]:
    values = value if isinstance(value, tuple) else (value,)
    return [str(each) for each in values if isinstance(each, str | int)]


def _target(content: Value, called: Mapping[str, str]) -> str | None:
    if isinstance(content, FrozenDict):
        name = content.get("locution", content.get("node"))
        return str(name) if isinstance(name, str | int) else None
    return called.get(content) if isinstance(content, str) else None


def _without(own: Mapping[str, Value], *words: str) -> Data:
    return FrozenDict({word: value for word, value in own.items() if word not in words})
