"""The tables of a document: which there are, their columns, and their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from argmap import api
from argmap.analysis import judge
from argmap.api.documents import check_document
from argmap.model.rows import Cell, Row, Table
from argmap.text import Diagnostic, Severity
from argmap.text.given_values import check_switches, check_words

if TYPE_CHECKING:
    from argmap.api import Document

Tables: TypeAlias = dict[str, list[Row]]
_ELEMENT: Mapping[str, type] = {
    "title": str,
    "text": str,
    "tags": str,
    "section": str,
    "is_untitled": bool,
    "is_implicit": bool,
    "speakers": str,
}
_OF_DEBATES: Mapping[Table, Mapping[str, type]] = {
    "claims": {**_ELEMENT, "sources": str},
    "evidence": {
        **_ELEMENT,
        "kind": str,
        "sources": str,
        "locator": str,
        "quote": str,
        "reliability": float,
    },
    "questions": {**_ELEMENT, "positions": str, "has_several_answers": bool, "standard": str},
    "arguments": {
        **_ELEMENT,
        "premises": str,
        "conclusion": str,
        "inferences": int,
        "schemes": str,
        "sources": str,
    },
    "relations": {
        "kind": str,
        "source": str,
        "target": str,
        "source_kind": str,
        "target_kind": str,
        "source_title": str,
        "target_title": str,
        "is_derived": bool,
        "strength": float,
        "data": str,
    },
    "sources": dict.fromkeys(
        (
            "key",
            "title",
            "authors",
            "container_title",
            "publisher",
            "issued",
            "page",
            "url",
            "doi",
            "accessed",
        ),
        str,
    ),
}
_COUNTED = tuple(_OF_DEBATES)
_OTHERS: Mapping[str, Mapping[str, type]] = {
    "documents": {
        "problem": str,
        "characters": int,
        **dict.fromkeys((*_COUNTED, *(f"{severity.value}s" for severity in Severity)), int),
    },
    "findings": {"code": str, "severity": str, "message": str, "line": int, "start": int, "end": int},
    "verdicts": {
        "name": str,
        "kind": str,
        "title": str,
        "label": str,
        "basis": str,
        "strength": float,
        "possible": bool,
        "line": int,
        "answers": str,
    },
}
_ALL: Mapping[str, Mapping[str, type]] = {
    "documents": _OTHERS["documents"],
    **{str(table): columns for table, columns in _OF_DEBATES.items()},
    **_OTHERS,
}
# By table: each column in its order with the type of what is in it, where it is not None.
COLUMNS: Mapping[str, Mapping[str, type]] = MappingProxyType(
    {table: MappingProxyType({"document": str, **columns}) for table, columns in _ALL.items()}
)


def tables_of(document: Document, name: str, *, verdicts: bool = False) -> Tables:
    """Return the tables of a document as lists of rows; each row begins with the name of its document.

    All tables of `COLUMNS` are there, with all their columns in order. A page with several fences has a
    document in each, named as in `page.md#2`. With `verdicts` it is evaluated, too: grounded semantics and
    the settings of the document.

    >>> import argmap
    >>> tables = tables_of(argmap.parse("[A]: One.\\n  - <B>: Two."), "debate")
    >>> tables["relations"][0]["kind"], tables["documents"][0]["claims"]
    ('attack', 1)
    """
    tables: Tables = {table: [] for table in COLUMNS}
    check_document(document)
    check_words("the name of a document", name)
    check_switches(verdicts=verdicts)
    parts = document.documents
    for part in parts:
        called = f"{name}#{part.fence.name}" if len(parts) > 1 and part.fence else name
        for table, rows in _tables_of_one(part, verdicts=verdicts):
            tables[table] += (_in_order(table, {"document": called, **row}) for row in rows)
    return tables


def tables_without(name: str, problem: str) -> Tables:
    """Return the tables of a document that could not be read: one row, which says why."""
    tables: Tables = {table: [] for table in COLUMNS}
    tables["documents"].append(_in_order("documents", {"document": name, "problem": problem}))
    return tables


def _tables_of_one(document: Document, *, verdicts: bool) -> Iterator[tuple[str, Iterable[Row]]]:
    debate = document.debate
    rows = {table: debate.rows(table) for table in _OF_DEBATES}
    yield from rows.items()
    findings = judge((*document.diagnostics, *api.check(document)), debate, document.settings)
    yield "findings", [_finding(document, finding) for finding in findings]
    if verdicts:
        yield "verdicts", api.evaluate(document).entries()
    counts = Counter(finding.severity for finding in findings)
    numbers: Row = {
        "characters": len(document.text),
        **{table: len(own) for table, own in rows.items()},
        **{f"{severity.value}s": counts[severity] for severity in Severity},
    }
    yield "documents", [numbers]


def _finding(document: Document, finding: Diagnostic) -> Row:
    # What is in an included file has its place there.
    is_here = finding.span.path is None
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "line": document.location(finding.span.start).line if is_here else None,
        "start": finding.span.start,
        "end": finding.span.end,
    }


def _in_order(table: str, row: Row) -> Row:
    return {column: _typed(row.get(column), kind) for column, kind in COLUMNS[table].items()}


def _typed(value: Cell, kind: type) -> Cell:
    return float(value) if kind is float and isinstance(value, int) else value
