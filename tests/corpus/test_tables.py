"""Tables of documents have the same columns whatever the documents say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import corpus
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
