"""Tables of documents have the same columns whatever the documents say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import corpus
from argmap.interop import WRITERS, write
from argmap.interop.conversion.known_formats import reader
from argmap.strategies import documents

TEXTS = documents().map(lambda document: document.text)
EXAMPLES = Path(__file__).parents[2] / "examples"


def check_columns(tables: corpus.Tables) -> None:
    assert list(tables) == list(corpus.COLUMNS)
    for table, rows in tables.items():
        for row in rows:
            assert list(row) == list(corpus.COLUMNS[table])
            for column, value in row.items():
                assert value is None or type(value) is corpus.COLUMNS[table][column], (table, column, value)


@given(TEXTS | st.text(), st.booleans())
def test_every_text_has_all_tables_with_all_columns(text: str, verdicts: bool) -> None:
    tables = corpus.tables_of_text("a", text, verdicts=verdicts)
    check_columns(tables)
    (row,) = tables["documents"]
    assert row["characters"] == len(text)
    assert all(other["document"] == "a" for rows in tables.values() for other in rows)


@given(TEXTS)
def test_rows_are_those_of_the_debate(text: str) -> None:
    debate, tables = argmap.parse(text).debate, corpus.tables_of_text("a", text)
    for table in ("claims", "evidence", "questions", "arguments", "relations", "sources"):
        known = [{"document": "a", **row} for row in debate.rows(table)]
        assert tables[table] == known
        assert tables["documents"][0][table] == len(known)


@given(TEXTS)
def test_verdicts_and_findings_are_those_of_the_document(text: str) -> None:
    document = argmap.parse(text)
    tables = corpus.tables_of(document, "a", verdicts=True)
    labels = {
        str(ref): verdict.label.value
        for ref, verdict in argmap.evaluate(document).verdicts.items()
        if verdict.label
    }
    assert {row["name"]: row["label"] for row in tables["verdicts"] if row["label"]} == labels
    (row,) = tables["documents"]
    assert len(tables["findings"]) == row["errors"] + row["warnings"] + row["infos"]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.argdown")), ids=lambda path: path.stem)
def test_examples_have_tables(path: Path) -> None:
    tables = corpus.tables_of_file(path, verdicts=path.stem != "large-debate")
    check_columns(tables)
    assert tables["documents"][0]["problem"] is None
    assert tables["claims"]


def test_each_fence_of_a_page_is_a_document() -> None:
    fence = "```argdown\n[A]: One.\n```\n\n"
    tables = corpus.tables_of_text("page.md", fence * 2)
    assert [row["document"] for row in tables["claims"]] == ["page.md#1", "page.md#2"]
    assert [row["document"] for row in corpus.tables_of_text("page.md", fence)["claims"]] == ["page.md"]


@pytest.mark.parametrize("content", [b"\xff", None, b"{"])
def test_what_cannot_be_read_is_a_row_with_the_reason(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.json"
    if content is not None:
        path.write_bytes(content)
    tables = corpus.tables_of_file(path)
    check_columns(tables)
    assert tables["documents"][0]["problem"]
    assert sum(map(len, tables.values())) == 1


def test_folders_are_read_in_all_formats(tmp_path: Path) -> None:
    debate = argmap.parse("[A]: It is so.\n  + [B]: It shows.\n").debate
    for name in WRITERS:
        path = tmp_path / f"{name}{reader(name).SUFFIXES[0]}"
        path.write_text(write(debate, format=name).text, encoding="utf-8")
    (tmp_path / "b.argdown").write_text(argmap.to_text(debate), encoding="utf-8")
    rows = [tables["documents"][0] for tables in corpus.read(tmp_path)]
    assert [row["problem"] for row in rows] == [None] * (len(WRITERS) + 1)
    assert all(row["claims"] or row["arguments"] for row in rows)


def test_files_of_other_programs_are_no_debates_and_damaged_ones_have_a_row(tmp_path: Path) -> None:
    for name, content in {
        "package.json": b'{"name": "x"}',
        "settings.yaml": b"a: 1\n",
        "notes.txt": b"caf\xe9",
        "page.md": b"# Page\n",
        "data.csv": b"a,b\n1,2\n",
        "picture.svg": b"<svg/>",
        "a.json": b'{"nodes": [], "edges": [{}]}',
        "b.aif.json": b'{"nodes": [], "edges": []}',
        "c.csv": b"id,text\n1,caf\xe9\n",
    }.items():
        (tmp_path / name).write_bytes(content)
    problems = {
        Path(str(row["document"])).name: row["problem"]
        for tables in corpus.read(tmp_path)
        for row in tables["documents"]
    }
    assert {name: problem is None for name, problem in problems.items()} == {
        "a.json": False,
        "b.aif.json": True,
        "c.csv": False,
    }
