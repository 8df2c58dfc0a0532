"""The page that compares semantics shows what they say."""

from __future__ import annotations

import pytest
from tests.docs.fences import ROOT, fences

import argmap
from argmap.reasoning import Label, Verdict

PAGE = ROOT / "docs" / "semantics.md"
DEBATES = ROOT / "docs" / "debates"
STANDARDS = (
    "dialectical-validity",
    "scintilla",
    "preponderance",
    "clear-and-convincing",
    "beyond-reasonable-doubt",
)


def table(first: str) -> list[list[str]]:
    """Return the cells of the table whose head begins with a word, the head first."""
    lines = PAGE.read_text(encoding="utf-8").split(f"\n| {first} ")[1].split("\n\n")[0].splitlines()
    rows = [f"| {first} {lines[0]}", *lines[2:]]
    return [[cell.strip().strip("`") for cell in row.strip("|").split("|")] for row in rows]


def shown(verdict: Verdict) -> str:
    is_only_possible = verdict.is_possible and verdict.label is not Label.IN
    return f"{verdict.mark} possible" if is_only_possible else verdict.mark


@pytest.mark.parametrize("semantics", table("element")[0][1:])
def test_a_column_has_the_verdicts_of_a_semantics(semantics: str) -> None:
    head, *rows = table("element")
    evaluation = argmap.evaluate(argmap.load(DEBATES / "vase.argdown"), semantics)
    expected = {name: shown(verdict) for name, verdict in evaluation.by_name().items()}
    number = len(evaluation.positions(None))
    column = {row[0]: row[head.index(semantics)] for row in rows}
    assert column == {**expected, "positions": str(number)}


def test_no_two_semantics_answer_alike() -> None:
    columns = list(zip(*table("element"), strict=True))[1:]
    assert len({column[1:] for column in columns}) == len(columns) == 7


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_row_has_the_verdicts_under_a_standard(standard: str) -> None:
    head, *rows = table("standard")
    evaluation = argmap.evaluate(argmap.load(DEBATES / "bridge.argdown"), standard=standard)
    row = {row[0]: row[1:] for row in rows}[standard]
    assert row == [evaluation[name].mark for name in head[1:]]


@pytest.mark.parametrize("row", table("semantics")[1:], ids=lambda row: row[0])
def test_a_row_has_the_strengths_under_a_semantics(row: list[str]) -> None:
    names = table("semantics")[0][1:]
    evaluation = argmap.evaluate(argmap.load(DEBATES / "bridge.argdown"), row[0])
    assert row[1:] == [f"{evaluation[name].strength:.2f}" for name in names]


def test_the_texts_are_those_of_the_maps() -> None:
    texts = {fence.file: fence.content for fence in fences(PAGE) if fence.file}
    drawn = {name: (DEBATES / name).read_text(encoding="utf-8") for name in texts}
    assert texts == drawn
    weighed = (DEBATES / "bridge-preponderance.argdown").read_text(encoding="utf-8")
    assert weighed.replace("reasoning: {standard: preponderance}\n", "") == texts["bridge.argdown"]
