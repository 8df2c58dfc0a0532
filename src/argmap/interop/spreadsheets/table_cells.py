"""The cells of a table in text, with their places: CSV as in RFC 4180, also with other separators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.interop.plain_debates.file_reading import wrong
from argmap.text import Span

SEPARATORS = (",", ";", "\t")
# With such a line above the header, spreadsheets name the separator.
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?[^\S\r\n]*+(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"')
_BLANK = re.compile(r"(?:[^\S\r\n]*+(?:\r\n|\r|\n))*+")
_BREAK = re.compile(r"\r\n|\r|\n")
# What spreadsheets would run as a formula, after the tab that prevents it.
_SAFE = re.compile(r"\t(?=[=+\-@])")


@frozen
class TableRow:
    """The trimmed cells of a line by the names of their columns, and the place of the line."""

    cells: Mapping[str, str]
    span: Span

    def get(self, name: str) -> str:
        """Return the text of a cell, empty if there is no such cell."""
        return self.cells.get(name, "")

    @property
    def is_empty(self) -> bool:
        """Whether all its cells are empty."""
        return not any(self.cells.values())


def separator_line(text: str) -> tuple[str | None, int]:
    r"""Return the separator that a line above the header names, None without one, and where that ends.

    >>> separator_line("sep=;\nid;text"), separator_line("id;text")
    ((';', 6), (None, 0))
    """
    start = _BLANK.match(text).end()  # type: ignore[union-attr]  # there may be no blank lines
    line = _SEPARATOR_LINE.match(text, start)
    return (line[1], line.end()) if line else (None, 0)


def header_of(line: str, separator: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the separator of a table and the names of its columns in lower case, from its first line.

    >>> header_of('Id;Text;"Parent"')
    (';', ('id', 'text', 'parent'))
    """
    separators = SEPARATORS if separator is None else (separator,)
    headers = {
        each: tuple(cell.strip().strip('"').strip().casefold() for cell in line.split(each))
        for each in separators
    }
    best = max(separators, key=lambda each: (_is_known(headers[each]), len(headers[each])))
    return best, headers[best]


def is_table(columns: tuple[str, ...]) -> bool:
    """Return whether a table has a thing in each row."""
    return {"id", "text"} <= set(columns)


def is_edge_list(columns: tuple[str, ...]) -> bool:
    """Return whether a table has a relation in each row."""
    return {"source", "target", "relation"} <= set(columns)


def _is_known(columns: tuple[str, ...]) -> bool:
    return is_table(columns) or is_edge_list(columns)


def rows_of(text: str, separator: str, columns: tuple[str, ...], start: int = 0) -> Iterator[TableRow]:
    """Yield the rows after the header, which is at `start`; cells beyond the last column must be empty.

    Raises:
        FormatError: a quoted cell has no end, or is followed by something (I407).
    """
    for number, (cells, span) in enumerate(_records(text, separator, start)):
        if number and len(cells) > len(columns) and any(cells[len(columns) :]):
            raise wrong(
                text, "I407", span, f"`{text[span.start : span.end][:60]}`", "a row of so many columns"
            )
        if number:
            yield TableRow(dict(zip(columns, cells, strict=False)), span)


def _records(text: str, separator: str, start: int) -> Iterator[tuple[list[str], Span]]:
    plain = re.compile(rf"[^{re.escape(separator)}\r\n]*+")
    place = start = _BLANK.match(text, start).end()  # type: ignore[union-attr]  # there may be no blank lines
    cells: list[str] = []
    while place <= len(text):
        quoted = _QUOTED.match(text, place) if text.startswith('"', place) else None
        if text.startswith('"', place) and quoted is None:
            raise wrong(text, "I407", Span(place, place + 1), "a quote without an end", "a cell")
        cell = quoted or plain.match(text, place)
        assert cell is not None, "a cell may be empty"
        words = quoted[1].replace('""', '"') if quoted else cell[0]
        cells.append(_SAFE.sub("", words, count=1).strip() if words[:1] == "\t" else words.strip())
        place = cell.end()
        if text.startswith(separator, place):
            place += 1
            continue
        end = _BREAK.match(text, place)
        if end is None and place < len(text):
            raise wrong(text, "I407", Span(place, place + 1), "the text after a quote", "part of a cell")
        yield cells, Span(start, place)
        cells = []
        if end is None:
            return
        place = start = end.end()
        if place == len(text):
            return
