"""Tables of reasons in workbooks of spreadsheet programs, as Excel and LibreOffice write them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from argmap.interop import csv_table
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.conversions import Reading, ReadingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.workbooks.workbook_cells import TableSheet, sheets_of
from argmap.interop.workbooks.workbook_parts import WorkbookParts, no_workbook
from argmap.model import Debate

NAME = "xlsx"
SUFFIXES = (".xlsx", ".xlsm")


def recognise(content: FileContent) -> bool:
    """Return False: a text is not a workbook; workbooks are recognised by their bytes.

    >>> recognise(FileContent("id,text"))
    False
    """
    return False


def loads(data: bytes) -> Debate:
    """Return the debate in a workbook: in its first sheet that has the columns of a table of reasons.

    Columns are those of tables in CSV. Cells are read as the spreadsheet shows them; formulas are not
    calculated.

    Raises:
        FormatError: it is not a workbook, or has no such table.
    """
    return read(data).debate


def read(data: bytes | str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in a workbook, with a report; places in it are lines of the table as CSV.

    The choice `sheet` names the sheet to be read.

    Raises:
        FormatError: it is not a workbook, or has no such table.
    """
    options = options or ReadingOptions()
    if isinstance(data, str):
        raise no_workbook("it is a text")
    sheets = tuple(sheets_of(WorkbookParts.of(data)))
    wanted = options.choices.get("sheet")
    sheet = next((each for each in sheets if _is_wanted(each, wanted)), None)
    if sheet is None or sheet.header is None:
        names = ", ".join(repr(each.name[:40]) for each in sheets[:5]) or "none"
        raise no_workbook(
            "no sheet has a header with id and text, or with source, relation and target; "
            f"its sheets: {names}"
        )
    reading = csv_table.read(_table(sheet, sheet.header), options)
    losses = (*_losses(sheet, sheets), *reading.report.losses)
    return Reading(reading.debate, evolve(reading.report, format=NAME, losses=losses), NAME)


def _is_wanted(sheet: TableSheet, name: object) -> bool:
    return sheet.header is not None and name in (None, sheet.name)


def _table(sheet: TableSheet, header: int) -> str:
    """Return a sheet as CSV from its header on, each row in the line of its number."""
    lines = [""] * max(sheet.rows)
    for number, cells in sheet.rows.items():
        if number >= header:
            width = len(sheet.rows[header])
            row = cells if number > header else tuple(cell.strip() for cell in cells)
            lines[number - 1] = ",".join(map(_quoted, (*row, *[""] * (width - len(row)))))
    return "\n".join(lines) + "\n"


def _quoted(cell: str) -> str:
    words = " ".join(cell.splitlines()) if len(cell.splitlines()) > 1 else cell.strip("\r\n")
    return '"' + words.replace('"', '""') + '"' if words else ""


def _losses(sheet: TableSheet, sheets: tuple[TableSheet, ...]) -> Iterator[Loss]:
    header = sheet.header or 0
    for number, cells in sorted(sheet.rows.items()):
        if number < header:
            yield Loss(Fate.DROPPED, "row", f"row {number}", "it is above the table")
        elif any(len(cell.strip().splitlines()) > 1 for cell in cells):
            yield Loss(Fate.CHANGED, "line breaks", f"row {number}", "its text is in one line")
    for number in sheet.formulas:
        if number > header:
            detail = "what it shows is read, and not how that is worked out"
            yield Loss(Fate.CHANGED, "formula", f"row {number}", detail)
    for other in sheets:
        if other is not sheet and other.rows:
            yield Loss(Fate.DROPPED, "sheet", repr(other.name), "only the first table is read")
