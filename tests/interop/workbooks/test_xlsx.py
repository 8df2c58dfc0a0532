"""Workbooks of spreadsheet programs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.interop import Fate, FormatError, csv_table, read, recognise, same, xlsx
from argmap.interop.spreadsheets.table_rows import table_rows

Rows = Sequence[Sequence[str]]
HEADER = ("id", "text", "parent", "relation")
TABLE: Rows = [HEADER, ("A", "Ban cars", "", ""), ("B", "They pollute", "A", "pro")]
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def workbook(sheets: dict[str, str], strings: str = "") -> bytes:
    """Return a workbook with the XML of the rows of each sheet."""
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1)
    )
    targets = "".join(
        f'<Relationship Id="r{n}" Target="worksheets/s{n}.xml"/>' for n in range(1, len(sheets) + 1)
    )
    parts = {
        "xl/workbook.xml": f"<workbook {NAMESPACE} {RELATIONS}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships>{targets}</Relationships>",
        "xl/sharedStrings.xml": f"<sst {NAMESPACE}>{strings}</sst>",
    }
    for number, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/s{number}.xml"] = (
            f"<worksheet {NAMESPACE}><sheetData>{rows}</sheetData></worksheet>"
        )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def written(cell: str) -> str:
    """Return a cell as spreadsheets write it: what XML cannot hold by its number."""
    return re.sub(
        r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]",
        lambda sign: f"_x{ord(sign[0]):04X}_",
        cell,
    )


def inline(rows: Rows) -> str:
    """Return the XML of rows with their texts in the cells."""
    cells = (
        "".join(f'<c t="inlineStr"><is><t>{escape(written(cell))}</t></is></c>' for cell in row)
        for row in rows
    )
    return "".join(f"<row>{row}</row>" for row in cells)


@settings(max_examples=15)
@given(strategies.debates(max_blocks=3, max_elements=3))
def test_a_workbook_says_what_the_same_table_in_csv_says(debate: argmap.model.Debate) -> None:
    columns, rows = table_rows(debate)
    lines = [columns, *([row.get(name, "") for name in columns] for row in rows)]
    table = csv_table.loads(csv_table.dumps(debate))
    assert same(xlsx.loads(workbook({"S": inline(lines)})), table)


def test_workbooks_are_recognised_and_every_door_takes_them(tmp_path: Path) -> None:
    data = workbook({"Reasons": inline(TABLE)})
    path = tmp_path / "reasons.xlsx"
    path.write_bytes(data)
    assert recognise(data) == "xlsx"
    assert [str(each) for each in read(data).debate.relations] == ["[B] supports [A]"]
    document = argmap.load(path)
    assert document.report is not None
    assert (document.report.format, document.report.is_lossless) == ("xlsx", True)


def test_cells_say_what_a_spreadsheet_shows() -> None:
    strings = "<si><t>Ban </t></si><si><r><t>Ban </t></r><r><t>cars</t></r><rPh><t>x</t></rPh></si>"
    rows = inline([("id", "text", "note", "sum", "seen")]) + (
        '<row r="3"><c r="A3"><v>1</v></c><c r="B3" t="s"><v>1</v></c>'
        '<c r="D3"><f>1+1</f><v>2</v></c><c r="E3" t="b"><v>1</v></c></row>'
        '<row r="4"><c r="A4"><v>2</v></c><c r="B4" t="str"><f>A1&amp;A2</f><v>a_x0041_</v></c>'
        '<c r="C4"><f>HYPERLINK("x")</f></c></row>'
    )
    reading = read(workbook({"S": rows}, strings))
    claims = reading.debate.claims
    assert (claims["1"].text, dict(claims["1"].data)) == ("Ban cars", {"sum": "2", "seen": "TRUE"})
    assert (claims["2"].text, dict(claims["2"].data)) == ("a_x0041_", {"note": '=HYPERLINK("x")'})
    assert [(loss.feature, loss.subject) for loss in reading.report.losses] == [
        ("formula", "row 3"),
        ("formula", "row 4"),
    ]


def test_the_first_sheet_with_a_table_is_read_and_all_else_is_reported() -> None:
    above: Rows = [("Our reasons",), (), *TABLE]
    data = workbook({"Notes": inline([("remember",)]), "T": inline(above), "U": inline(TABLE[:2])})
    reading = read(data)
    assert len(reading.debate.claims) == 2
    assert {(loss.fate, loss.feature, loss.subject) for loss in reading.report.losses} == {
        (Fate.DROPPED, "row", "row 1"),
        (Fate.DROPPED, "sheet", "'Notes'"),
        (Fate.DROPPED, "sheet", "'U'"),
    }
    assert len(read(data, sheet="U").debate.claims) == 1


def test_a_mistake_is_in_the_line_of_its_row() -> None:
    rows: Rows = [("Our reasons",), (), HEADER, ("A", "two\nlines", "", ""), ("B", "b", "A", "loves")]
    with pytest.raises(FormatError, match=r"^5:1: I402 `relation` must be a word such as support"):
        read(workbook({"S": inline(rows)}))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    row = f"<row><c><v>{'0' * 1000}</v></c></row>"
    with pytest.raises(FormatError, match="unpacked it has more than 60 MB"):
        read(workbook({"S": row * 100_000}))
    with pytest.raises(FormatError, match="it has more than 3 million elements"):
        read(workbook({"S": "<c/>" * 3_000_001}))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="9999999"><c><v>1</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
        '<row><c r="ZZZ1"><v>1</v></c></row>',
        '<row><c r="1"><v>1</v></c></row>',
        '<row><c t="s"><v>7</v></c></row>',
        "<row><c>",
        inline([("name", "age")]),
    ],
)
def test_what_is_no_table_is_refused(rows: str) -> None:
    with pytest.raises(FormatError, match="I405 this is not a workbook: "):
        read(workbook({"S": rows}))


DATA = workbook({"S": inline(TABLE)})


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(DATA)))
    end = data.draw(st.integers(start, min(len(DATA), start + 20)))
    damaged = DATA[:start] + data.draw(st.binary(max_size=8)) + DATA[end:]
    codes = ["I405"]
    for form in (None, "xlsx"):
        try:
            read(damaged, format=form)
        except FormatError as error:
            codes.append(error.diagnostics[0].code)
        except ValueError:
            assert not damaged.startswith(b"PK")
    assert set(codes) <= {"I402", "I403", "I404", "I405", "I407", "I410", "I411"}
