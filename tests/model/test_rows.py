"""A debate as tables."""

from __future__ import annotations

import csv
import io
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.model import Debate
from argmap.model.rows import Table

TABLES: tuple[Table, ...] = get_args(Table)
DEBATE = argmap.parse(
    "# Weather\n\n[Sun]: It is sunny. #warm #dry\n  + <Forecast>: They said so.\n"
    "  + [^Eye]: One sees it. {source: Diary, kind: observation, reliability: 0.9}\n\n"
    "<Forecast>\n\n(1) p\n----\n  <_ [Doubt]: Forecasts err.\n(2) [Sun]"
).debate


def test_claims_have_text_tags_and_section() -> None:
    assert DEBATE.rows("claims")[0] == {
        "title": "Sun",
        "text": "It is sunny. #warm #dry",
        "tags": "warm; dry",
        "section": "Weather",
        "is_untitled": False,
        "is_implicit": False,
        "speakers": None,
        "sources": None,
    }


def test_evidence_has_kind_and_source() -> None:
    (row,) = DEBATE.rows("evidence")
    assert (row["kind"], row["sources"], row["reliability"]) == ("observation", "Diary", 0.9)


def test_relations_name_inferences_as_well() -> None:
    (row,) = (row for row in DEBATE.rows("relations") if row["kind"] == "undercut")
    assert (row["source"], row["target"], row["target_kind"]) == ("[Doubt]", "<Forecast>#1", "inference")
    assert (row["source_title"], row["target_title"]) == ("Doubt", "Forecast")


def test_an_unknown_table_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="table cannot be 'claim'; did you mean 'claims'"):
        DEBATE.rows("claim")  # type: ignore[arg-type]  # that is the point


@given(strategies.debates(), st.sampled_from(TABLES))
def test_rows_are_flat_and_alike(debate: Debate, table: Table) -> None:
    rows = debate.rows(table)
    assert all(isinstance(cell, str | int | float | None) for row in rows for cell in row.values())
    assert len({tuple(row) for row in rows}) <= 1


@given(strategies.debates(), st.sampled_from(TABLES))
def test_there_is_a_row_for_everything(debate: Debate, table: Table) -> None:
    assert len(debate.rows(table)) == len(getattr(debate, table))


@given(strategies.debates())
def test_rows_can_be_written_as_csv(debate: Debate) -> None:
    rows = debate.rows("relations")
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else [])
    writer.writerows(rows)
    assert len(list(csv.reader(io.StringIO(out.getvalue())))) == len(rows)
