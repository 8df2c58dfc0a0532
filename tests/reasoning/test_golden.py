"""Verdicts, positions and strengths of frameworks that other solvers and authors agree on.

The data lie beside the repository in `shared/reasoning`; without them there is nothing to test.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from argmap.reasoning import Framework, carneades_labels, reduced, strengths

DATA = Path(__file__).parents[3] / "shared" / "reasoning"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the data are not here")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def test_extensions_are_those_that_other_solvers_list() -> None:
    several = ("complete", "preferred", "stable", "semi-stable", "stage")

    def differing(row: dict[str, Any]) -> list[str]:
        framework = Framework.of(range(row["n"]), [tuple(pair) for pair in row["attacks"]])
        lists = {
            name: sorted(map(sorted, framework.extensions(name, limit=len(row[name]) + 1)))
            for name in several
            if row.get(name) is not None
        }
        single = {name: list(framework.extension(name)) for name in ("grounded", "ideal", "eager")}
        return [name for name, value in (lists | single).items() if value != row[name]]

    # Every third is enough, and quick.
    assert {row["id"]: names for row in rows("frameworks.jsonl")[::3] if (names := differing(row))} == {}


def test_carneades_labels_are_those_that_their_authors_state() -> None:
    graphs = rows("carneades.jsonl")
    keys = ("statements", "assumptions", "arguments", "issues")
    labels = {row["id"]: carneades_labels({key: row[key] for key in keys}) for row in graphs}  # type: ignore[misc]  # the keys of a graph
    assert labels == {row["id"]: row["labels"] for row in graphs}


def test_readings_of_supports_are_those_of_the_data() -> None:
    def attacks(row: dict[str, Any], reading: str) -> list[list[int]]:
        pairs = [[tuple(pair) for pair in row[key]] for key in ("attacks", "supports")]
        return sorted(map(list, reduced(range(row["n"]), *pairs, reading).attacks))

    expected = {
        (row["id"], name): each["attacks"]
        for row in rows("bipolar.jsonl")
        for name, each in row["readings"].items()
    }
    by_id = {row["id"]: row for row in rows("bipolar.jsonl")}
    assert {(name, reading): attacks(by_id[name], reading) for name, reading in expected} == expected


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy", "euler", "h-categoriser", "mlp"])
def test_strengths_are_those_of_other_libraries(name: str) -> None:
    for row in rows("gradual.jsonl")[::2]:
        pairs = [[tuple(pair) for pair in row[key]] for key in ("attacks", "supports")]
        assert strengths(row["base"], *pairs, name) == pytest.approx(row["values"][name], abs=1e-6), row["id"]
