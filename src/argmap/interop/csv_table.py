"""Tables of reasons in CSV: an element or a relation in each row."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.plain_debates.file_reading import lines_of, reading_of, wrong
from argmap.interop.plain_debates.file_writing import writing_of
from argmap.interop.spreadsheets.table_cells import header_of, is_edge_list, is_table, rows_of, separator_line
from argmap.interop.spreadsheets.table_reading import TableReader
from argmap.interop.spreadsheets.table_rows import table_rows
from argmap.model import Debate, HasDebate
from argmap.text import Span

NAME = "csv"
SUFFIXES = (".csv", ".tsv")
_NEEDS_QUOTES = re.compile(r'[",;\t\r\n]|\A\s|\s\Z')
# The beginnings of what spreadsheets run as a formula.
_FORMULA = re.compile(r"[=+\-@]")


def recognise(content: FileContent) -> bool:
    """Return whether the first line of a text has the names of columns that a debate needs.

    >>> recognise(FileContent("id;text\\n1;It rains.")), recognise(FileContent("name,age"))
    (True, False)
    """
    if not content.lines:
        return False
    separator, start = separator_line(content.text)
    header = next((line for line, _ in lines_of(content.text[start:]) if line.strip()), "")
    _, columns = header_of(header if start else content.lines[0], separator)
    return is_table(columns) or is_edge_list(columns)


def loads(text: str) -> Debate:
    """Return the debate in a table: an element or a relation in each row.

    >>> debate = loads("id,text,parent,relation\\n1,Ban cars,,\\n2,They pollute,1,pro\\n")
    >>> [str(relation) for relation in debate.relations]
    ['[2] supports [1]']

    Raises:
        FormatError: the text is not such a table; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as a table with a row for each element and each further relation.

    >>> from argmap import parse
    >>> print(dumps(parse("[A]: a\\n  - [B]: b")), end="")
    id,kind,text,parent,relation
    A,claim,a,,
    B,claim,b,A,attack
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in a table, with a report.

    Raises:
        FormatError: the text is not such a table.
    """
    options = options or ReadingOptions()
    named, start = separator_line(text)
    first = next((line for line, _ in lines_of(text[start:]) if line.strip()), "")
    separator, columns = header_of(first, named)
    reader = TableReader(text, Damage(options.is_lenient))
    rows = rows_of(text, separator, columns, start)
    if is_table(columns):
        plain = reader.read_things(rows)
    elif is_edge_list(columns):
        plain = reader.read_edges(rows)
    else:
        what = "a header with id and text, or with source, relation and target"
        raise wrong(text, "I407", Span(start, min(len(text), start + 60)), f"`{first[:60]}`", what)
    return reading_of(NAME, plain, options, damage=reader.damage)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as a table, with a report.

    With the choice `safe`, whatever spreadsheets would run as a formula begins with a tab.
    """
    is_safe = bool(options and options.choices.get("safe"))
    return writing_of(NAME, document, lambda each, _: _rendered(each, is_safe=is_safe), options, keeps=False)


def _rendered(debate: Debate, *, is_safe: bool) -> str:
    columns, rows = table_rows(debate)
    lines = [columns, *(tuple(row.get(name, "") for name in columns) for row in rows)]
    return "".join(f"{_line(line, is_safe=is_safe)}\n" for line in lines)


def _line(cells: Iterable[str], *, is_safe: bool) -> str:
    return ",".join(_cell(cell, is_safe=is_safe) for cell in cells)


def _cell(cell: str, *, is_safe: bool) -> str:
    if is_safe and _FORMULA.match(cell):
        cell = f"\t{cell}"
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
