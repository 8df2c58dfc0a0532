"""The sheets of a workbook as tables in CSV, each row in the line of its number.

ECMA-376, part 1, chapter 18: SpreadsheetML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import define, frozen

from argmap.interop.plain_debates.strict_xml import XmlElement
from argmap.interop.spreadsheets.table_cells import is_edge_list, is_table
from argmap.interop.workbooks.workbook_parts import WorkbookParts, no_workbook

_RELATIONS = "xl/_rels/workbook.xml.rels"
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
# A sheet with a cell in its last column in every row is not a table of reasons.
_MOST_CELLS = 5_000_000
# There may be titles and notes above a table.
_MOST_ABOVE = 30
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@frozen
class TableSheet:
    """A sheet: its name, its rows by number from 1, and the numbers of rows that contain formulas."""

    name: str
    rows: Mapping[int, tuple[str, ...]]
    formulas: tuple[int, ...] = ()

    @property
    def header(self) -> int | None:
        """The number of the row that has the names of columns, if there is one near the top."""
        for number in sorted(self.rows)[:_MOST_ABOVE]:
            columns = tuple(cell.strip().casefold() for cell in self.rows[number])
            if is_table(columns) or is_edge_list(columns):
                return number
        return None


def sheets_of(parts: WorkbookParts) -> Iterator[TableSheet]:
    """Yield the sheets of a workbook in order.

    Raises:
        FormatError: it is not a workbook.
    """
    workbook, relations = parts.part("xl/workbook.xml"), parts.part(_RELATIONS)
    if workbook is None or relations is None:
        raise no_workbook("it has no `xl/workbook.xml`")
    targets = {each.get("Id"): each.get("Target") for each in relations.children}
    shared = _shared(parts.part("xl/sharedStrings.xml"))
    for sheet in (each for group in workbook.named("sheets") for each in group.named("sheet")):
        target = targets.get(sheet.get("id"), "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        content = parts.part(path) if target else None
        if content is not None and content.name == "worksheet":
            yield _SheetReader(sheet.get("name"), shared).read(content)


def _shared(strings: XmlElement | None) -> tuple[str, ...]:
    return () if strings is None else tuple(_words(each) for each in strings.named("si"))


def _words(item: XmlElement) -> str:
    """Return the text of a string, parts of which may look different, without its pronunciation."""
    runs = (each for part in item.children for each in ([part] if part.name == "t" else part.named("t")))
    spoken = {id(each) for part in item.named("rPh") for each in part.named("t")}
    text = "".join(each.words() for each in runs if id(each) not in spoken)
    return _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), text)


@define(eq=False)
class _SheetReader:
    name: str
    shared: tuple[str, ...]
    cells: int = 0

    def read(self, sheet: XmlElement) -> TableSheet:
        rows: dict[int, tuple[str, ...]] = {}
        formulas: dict[int, None] = {}
        number = 0
        for row in (each for data in sheet.named("sheetData") for each in data.named("row")):
            number = self.row_number(row, number + 1)
            cells = tuple(self.row(row))
            if any(cell.strip() for cell in cells):
                rows[number] = cells
            if any(cell.first("f") is not None for cell in row.named("c")):
                formulas[number] = None
        return TableSheet(self.name, rows, tuple(formulas))

    def row_number(self, row: XmlElement, following: int) -> int:
        written = row.get("r", str(following))
        if not (written.isascii() and written.isdigit() and 1 <= int(written[:8]) <= _MOST_ROWS):
            raise no_workbook(f"{written[:20]!r} is not the number of a row")
        return int(written)

    def row(self, row: XmlElement) -> Iterable[str]:
        """Return the cells of a row, with empty ones between them."""
        cells: dict[int, str] = {}
        column = -1
        for cell in row.named("c"):
            column = _column(cell.get("r"), column + 1)
            cells[column] = self.cell(cell)
        width = max(cells, default=-1) + 1
        self.cells += width
        if self.cells > _MOST_CELLS:
            raise no_workbook(f"the sheet {self.name[:40]!r} has too many cells")
        return (cells.get(place, "") for place in range(width))

    def cell(self, cell: XmlElement) -> str:
        """Return what a cell shows; for a formula without a stored result, the formula."""
        kind, value = cell.get("t"), cell.first("v")
        if kind == "inlineStr":
            inline = cell.first("is")
            return "" if inline is None else _words(inline)
        words = "" if value is None else value.words()
        if kind == "s":
            place = words.strip()
            if not (place.isascii() and place.isdigit() and int(place[:9]) < len(self.shared)):
                raise no_workbook(f"the string {place[:20]!r} is not in it")
            return self.shared[int(place)]
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(words.strip(), words)
        formula = cell.first("f")
        if value is None and formula is not None:
            return f"={formula.words()}"
        return words if kind in ("str", "e") else _number(words)


def _number(words: str) -> str:
    """Return a number as people write it: `12.0` is 12, because spreadsheets write it only by accident."""
    return words.removesuffix(".0")


def _column(place: str, following: int) -> int:
    if not place:
        return following
    named = _PLACE.fullmatch(place)
    number = 0
    for letter in (named[1] if named else "").upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    if not 1 <= number <= _MOST_COLUMNS:
        raise no_workbook(f"{place[:20]!r} is not the place of a cell")
    return number - 1
