"""Reads the rows of a table as things and ties."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from attrs import Factory, define, evolve

from argmap.data import Data, FrozenDict, Value
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.plain_debates.file_reading import relation_word, wrong
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, ThingKind, Tie, entries
from argmap.interop.plain_debates.plain_inferences import reconstruct
from argmap.interop.spreadsheets.table_cells import TableRow
from argmap.model import RelationKind
from argmap.model.sources.source_values import source_of
from argmap.text import Span

COLUMNS = ("id", "kind", "text", "parent", "relation", "tags", "source", "quote")
_KINDS: dict[str, ThingKind] = {"": "claim", "claim": "claim", "evidence": "evidence", "argument": "argument"}


@define(eq=False)
class TableReader:
    """Reads one table; `steps` are the premises and conclusions of arguments, by their ids.

    `untold` are things that no row has described so far.
    """

    text: str
    damage: Damage
    plain: PlainDebate = Factory(PlainDebate)
    premises: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))
    conclusions: dict[str, str] = Factory(dict)
    untold: set[str] = Factory(set)

    def read_things(self, rows: Iterable[TableRow]) -> PlainDebate:
        """Read a table with a thing in each row."""
        filled = [row for row in rows if not row.is_empty]
        lines: list[TableRow] = [row for row in filled if self.thing(row)]
        for row in lines:
            self.bearing(row)
        reconstruct(self.plain, self.premises, self.conclusions)
        return self.plain

    def read_edges(self, rows: Iterable[TableRow]) -> PlainDebate:
        """Read a table with a relation in each row; the names of things are their texts."""
        for row in rows:
            if row.is_empty:
                continue
            ends = row.get("source"), row.get("target")
            kind = relation_word(row.get("relation"))
            if not all(ends):
                self.damage.add(self.wrong(row, "I407", "a row without two ends", "a relation"), "row")
                continue
            for name in ends:
                self.plain.things.setdefault(name, PlainThing(name, text=name, span=row.span))
            if kind is not None:
                self.plain.ties.append(
                    Tie(kind, *ends, data=self.others(row, ("source", "target", "relation")))
                )
            else:
                self.stray(row, ends[0])
        return self.plain

    def thing(self, row: TableRow) -> bool:
        """Add the thing of a row; return whether the rest of the row can be read."""
        name, kind, text = row.get("id"), row.get("kind").casefold(), row.get("text")
        if not name:
            self.damage.add(self.wrong(row, "I407", "a row without an id", "a row of a table"), "row")
            return False
        if kind not in _KINDS:
            words = f"must be claim, evidence or argument, not {kind[:40]!r}"
            self.damage.add(self.wrong(row, "I402", "kind", words), name)
            return False
        before = self.plain.things.get(name)
        is_told = bool(row.get("kind") or text)
        if before is not None and is_told and name not in self.untold:
            if (before.kind, before.text) != (_KINDS[kind], text):
                line = str(self.text.count("\n", 0, before.span.start if before.span else 0) + 1)
                self.damage.add(self.wrong(row, "I404", name, f"is there already (line {line})"), name)
                return False
        elif before is None or is_told:
            self.plain.things[name] = self.new(row, name, _KINDS[kind], text)
            # Further rows of a thing only say what it relates to, and may come before the first.
            (self.untold.discard if is_told else self.untold.add)(name)
        return True

    def new(self, row: TableRow, name: str, kind: ThingKind, text: str) -> PlainThing:
        data = self.others(row, COLUMNS)
        quote = row.get("quote")
        if quote and kind != "evidence":
            data = FrozenDict({**data, "quote": quote})
        sources = (source_of(row.get("source")),) if row.get("source") else ()
        tags = tuple(
            dict.fromkeys(tag.removeprefix("#") for tag in re.split(r"[;\s]+", row.get("tags")) if tag)
        )
        return PlainThing(
            name,
            kind,
            text,
            tags=tags,
            sources=sources,
            quote=(quote or None) if kind == "evidence" else None,
            data=data,
            span=row.span,
        )

    def others(self, row: TableRow, known: Iterable[str]) -> Data:
        names: dict[str, Value] = {
            name: value for name, value in row.cells.items() if name and value and name not in known
        }
        return FrozenDict(names)

    def bearing(self, row: TableRow) -> None:
        """Add what a row says about its thing and the one above."""
        name, parent, word = row.get("id"), row.get("parent"), row.get("relation").casefold()
        kind = relation_word(word)
        if word and kind is None and word not in ("premise", "conclusion"):
            words = f"must be a word such as support or attack, not {word[:40]!r}"
            self.damage.add(self.wrong(row, "I402", "relation", words), name)
        elif parent and parent not in self.plain.things:
            words = f"names {parent[:80]}, which is not there"
            self.damage.add(self.wrong(row, "I403", "parent", words), name)
        elif parent and kind is not None:
            self.plain.ties.append(Tie(kind, name, parent))
        elif parent and word == "premise":
            self.premises[parent].append(name)
        elif parent and word == "conclusion" and name not in self.conclusions:
            self.conclusions[name] = parent
        elif parent and word == "conclusion":
            self.plain.ties.append(Tie(RelationKind.SUPPORT, name, parent))
        elif parent or word:
            self.stray(row, name)

    def stray(self, row: TableRow, name: str) -> None:
        """Keep a row that does not say how its thing relates to the one above."""
        above = row.get("parent") or row.get("target")
        thing = self.plain.things[name]
        own = {**thing.own, **entries(below=above, relation=row.get("relation"))}
        self.plain.things[name] = evolve(thing, own=FrozenDict(own))
        detail = "what it is for the one above is not said"
        feature = "child without stance" if above else "relation without parent"
        self.plain.keep(feature, name, detail, "data.csv.below", row.span)

    def wrong(self, row: TableRow, code: str, *words: str) -> FormatError:
        return wrong(self.text, code, Span(row.span.start, min(row.span.end, row.span.start + 200)), *words)
