"""Frameworks as facts, `arg(a). att(a,b).`: the format of ASPARTIX."""

from __future__ import annotations

import re

from argmap.interop.attack_tables.attack_table import AttackTable
from argmap.interop.attack_tables.fact_reading import has_weight_or_support, read_facts
from argmap.interop.attack_tables.table_writing import WrittenTable, table_writing
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.model import Debate, HasDebate

NAME = "apx"
SUFFIXES = (".apx",)
_FACT = re.compile(r"\s*(?:arg|att)\s*\(")


def recognise(content: FileContent) -> bool:
    """Return whether a text consists of facts about arguments and attacks, without weights.

    >>> recognise(FileContent('arg(a). arg(b). att(a,b).'))
    True
    """
    if not content.lines:
        return False
    return _FACT.match(content.lines[0]) is not None and not any(map(has_weight_or_support, content.lines))


def loads(text: str) -> Debate:
    """Return a framework as a debate of arguments.

    >>> [str(relation) for relation in loads('arg(a). arg(b). att(a,b).').relations]
    ['<a> attacks <b>']

    Raises:
        FormatError: the text is not such a framework; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return the framework of a document or debate: each element is an argument, numbered if necessary.

    >>> from argmap import parse
    >>> print(dumps(parse("<a>\\n  - <b>")), end="")
    arg(a).
    arg(b).
    att(b,a).
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return a framework as a debate of arguments, with a report.

    Raises:
        FormatError: the text is not such a framework.
    """
    options = options or ReadingOptions()
    table = AttackTable.of(text, options)
    read_facts(table, has_weights=False)
    return table.reading(NAME, options)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return the framework of a document or debate, with a report."""
    return table_writing(NAME, document, _rendered, options)


def _rendered(table: WrittenTable) -> str:
    facts = [f"arg({name})." for name in table.names]
    facts += (f"att({source},{target})." for source, target in table.attacks)
    return "".join(f"{fact}\n" for fact in facts)
