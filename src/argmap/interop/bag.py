"""Bipolar frameworks with weights as facts, `arg(a, 0.5). sup(a,b).`, for gradual semantics."""

from __future__ import annotations

import re

from argmap.interop.attack_tables.attack_table import AttackTable
from argmap.interop.attack_tables.fact_reading import has_weight_or_support, read_facts
from argmap.interop.attack_tables.table_writing import WrittenTable, table_writing
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.model import Debate, HasDebate

NAME = "bag"
SUFFIXES = (".bag",)
_FACT = re.compile(r"\s*(?:arg|att|sup)\s*\(")


def recognise(content: FileContent) -> bool:
    """Return whether a text consists of facts about arguments, some of which have weights or support others.

    >>> recognise(FileContent('arg(a, 0.5). arg(b, 1). sup(a,b).'))
    True
    """
    if not content.lines:
        return False
    return _FACT.match(content.lines[0]) is not None and any(map(has_weight_or_support, content.lines))


def loads(text: str) -> Debate:
    """Return a framework as a debate of arguments.

    >>> [str(relation) for relation in loads('arg(a, 0.5). arg(b, 1). sup(a,b).').relations]
    ['<a> supports <b>']

    Raises:
        FormatError: the text is not such a framework; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return the framework of a document or debate: each element is an argument, numbered if necessary.

    >>> from argmap import parse
    >>> print(dumps(parse("<a>\\n  - <b>")), end="")
    arg(a, 0.5).
    arg(b, 0.5).
    att(b, a).
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return a framework as a debate of arguments, with a report.

    Raises:
        FormatError: the text is not such a framework.
    """
    options = options or ReadingOptions()
    table = AttackTable.of(text, options)
    read_facts(table, has_weights=True)
    return table.reading(NAME, options)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return the framework of a document or debate, with a report."""
    return table_writing(NAME, document, _rendered, options)


def _rendered(table: WrittenTable) -> str:
    facts = [f"arg({name}, {_default(weight):g})." for name, (_, weight) in table.names.items()]
    facts += (f"att({source}, {target})." for source, target in table.attacks)
    facts += (f"sup({source}, {target})." for source, target in table.supports)
    return "".join(f"{fact}\n" for fact in facts)


def _default(weight: float | None) -> float:
    return 0.5 if weight is None else weight
