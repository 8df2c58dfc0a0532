"""A debate as tables: flat rows for data frames and spreadsheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from argmap.data.values import Data
from argmap.model.argument import Argument
from argmap.model.claim import Claim, Evidence
from argmap.model.contents import Contents
from argmap.model.question import Question
from argmap.model.reference import Ref
from argmap.model.sources.source_values import text_of
from argmap.text.nearest import check_choice

Table: TypeAlias = Literal["claims", "evidence", "questions", "arguments", "relations", "sources"]
Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, Cell]


def rows_of(debate: Contents, table: Table) -> list[Row]:
    """Return a table of a debate, in its order.

    Raises:
        ValueError: there is no table of that name.
    """
    check_choice("table", table, _TABLES)
    return list(_TABLES[table](debate))


def _claims(debate: Contents) -> Iterator[Row]:
    sections = _sections(debate)
    for claim in debate.claims.values():
        yield {**_common(claim, sections), "sources": _joined(source.reference for source in claim.sources)}


def _evidence(debate: Contents) -> Iterator[Row]:
    sections = _sections(debate)
    for evidence in debate.evidence.values():
        yield {
            **_common(evidence, sections),
            "kind": evidence.kind,
            "sources": _joined(source.reference for source in evidence.sources),
            "locator": evidence.locator,
            "quote": evidence.quote,
            "reliability": evidence.reliability,
        }


def _questions(debate: Contents) -> Iterator[Row]:
    sections = _sections(debate)
    positions: defaultdict[Ref, dict[str, None]] = defaultdict(dict)
    for relation in debate.relations:
        if relation.kind.is_supporting:
            positions[relation.target][str(relation.source)] = None
    for question in debate.questions.values():
        yield {
            **_common(question, sections),
            "positions": _joined(positions[question.ref]),
            "has_several_answers": question.has_several_answers,
            "standard": question.standard,
        }


def _arguments(debate: Contents) -> Iterator[Row]:
    sections = _sections(debate)
    for argument in debate.arguments.values():
        schemes = (inference.scheme.name for inference in argument.inferences if inference.scheme)
        yield {
            **_common(argument, sections),
            "premises": _joined(map(str, argument.premises)),
            "conclusion": str(argument.conclusion) if argument.conclusion else None,
            "inferences": len(argument.inferences),
            "schemes": _joined(schemes),
            "sources": _joined(source.reference for source in argument.sources),
        }


def _relations(debate: Contents) -> Iterator[Row]:
    for relation in debate.relations:
        yield {
            "kind": relation.kind.value,
            "source": str(relation.source),
            "target": str(relation.target),
            "source_kind": relation.source.kind,
            "target_kind": relation.target.kind,
            "source_title": relation.source.title,
            "target_title": relation.target.title,
            "is_derived": relation.is_derived,
            "strength": relation.strength,
            "data": _words(relation.data),
        }


def _sources(debate: Contents) -> Iterator[Row]:
    for key, source in debate.sources.items():
        yield {
            "key": key,
            "title": source.title,
            "authors": _joined(source.authors),
            "container_title": source.container_title,
            "publisher": source.publisher,
            "issued": source.issued,
            "page": source.page,
            "url": source.url,
            "doi": source.doi,
            "accessed": source.accessed,
        }


_TABLES: Mapping[str, Callable[[Contents], Iterator[Row]]] = {
    "claims": _claims,
    "evidence": _evidence,
    "questions": _questions,
    "arguments": _arguments,
    "relations": _relations,
    "sources": _sources,
}


def _common(element: Claim | Evidence | Question | Argument, sections: Mapping[str, str]) -> Row:
    return {
        "title": element.title,
        "text": element.text,
        "tags": _joined(element.tags),
        "section": sections.get(element.section or ""),
        "is_untitled": element.is_untitled,
        "is_implicit": element.is_implicit,
        "speakers": _joined(element.speakers),
    }


def _sections(debate: Contents) -> Mapping[str, str]:
    return {section.id: section.title for section in debate.sections}


def _words(data: Data) -> str | None:
    return _joined(f"{key}: {text_of(value)}" for key, value in data.items())


def _joined(words: Iterable[str]) -> str | None:
    return "; ".join(words) or None
