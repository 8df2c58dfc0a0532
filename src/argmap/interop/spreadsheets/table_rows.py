"""Writes debates as the rows of a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from argmap.interop.plain_debates.free_names import names_of
from argmap.interop.spreadsheets.table_reading import COLUMNS
from argmap.model import ArgumentRef, Debate, Element, Evidence, InferenceRef, Question, Ref

_PLAIN = (str, int, float)


def table_rows(debate: Debate) -> tuple[tuple[str, ...], list[Mapping[str, str]]]:
    """Return the columns that have a value, and a row for each element and each further relation."""
    names = names_of(debate, "csv")
    bearings = _bearings(debate, names)
    rows: list[Mapping[str, str]] = []
    for element in debate:
        first, *more = bearings.get(element.ref) or [{}]
        rows.append({**_thing_cells(element, names), **first})
        rows += ({"id": names[element.ref], **bearing} for bearing in more)
    used = {name for row in rows for name, value in row.items() if value} | {"id", "text"}
    others = dict.fromkeys(name for row in rows for name in row if name not in COLUMNS)
    return tuple(name for name in (*COLUMNS, *others) if name in used), rows


def _thing_cells(element: Element, names: Mapping[Ref, str]) -> dict[str, str]:
    """Return what a row says about its thing."""
    row = {name: str(value) for name, value in element.data.items() if _is_column(name, value)}
    kind = "claim" if isinstance(element, Question) else element.ref.kind
    quote = element.quote if isinstance(element, Evidence) else element.data.get("quote")
    source = element.sources[0] if element.sources else None
    return {
        "id": names[element.ref],
        "kind": kind,
        "text": element.text or "",
        "tags": "; ".join(element.tags),
        "source": (source.url or source.title or source.reference) if source else "",
        "quote": quote if isinstance(quote, str) else "",
        **row,
    }


def _is_column(name: str, value: object) -> bool:
    is_word = name == name.strip().casefold() and bool(name) and name.isprintable()
    return is_word and name not in COLUMNS and isinstance(value, _PLAIN) and not isinstance(value, bool)


def _bearings(debate: Debate, names: Mapping[Ref, str]) -> Mapping[Ref, list[Mapping[str, str]]]:
    """Return how each element relates to others: as a premise, through its conclusion, by relations."""
    bearings: defaultdict[Ref, list[Mapping[str, str]]] = defaultdict(list)
    for argument in debate.arguments.values():
        if len(argument.inferences) == 1:
            for ref in argument.inferences[0].premises:
                bearings[ref].append({"parent": names[argument.ref], "relation": "premise"})
            conclusion = names[argument.inferences[0].conclusion]
            bearings[argument.ref].append({"parent": conclusion, "relation": "conclusion"})
    for relation in debate.relations:
        if not relation.is_derived:
            above = {"parent": names[_element(relation.target)], "relation": relation.kind.value}
            bearings[_element(relation.source)].append(above)
    return bearings


def _element(ref: Ref) -> Ref:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref
