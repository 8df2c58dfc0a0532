"""What is written as JSON is as its JSON Schema says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import argmap
from argmap import strategies
from argmap.api import Document
from argmap.interop import argdown_json, read, write
from argmap.model import Debate
from argmap.reports.json_forms.json_schemas import SCHEMA_NAMES, json_schema
from argmap.reports.text import as_json, findings

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.argdown"))
ODD = """[A: a
  + <B>: b {x: 1
 - c

# S {isGroup: 1}

<D>

(1) [^E]: e {source: X, reliability: 0.5}
----
(2) [A]
"""


def mistakes(name: str, written: object) -> list[str]:
    schema: Mapping[str, Any] = json_schema(name)
    return [error.message[:200] for error in Draft202012Validator(schema).iter_errors(written)]


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(json_schema(name))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_written_as_the_schemas_say(path: Path) -> None:
    document = argmap.load(path)
    assert mistakes("argdown-json", json.loads(argdown_json.dumps(document))) == []
    found = findings(document, (*document.diagnostics, *argmap.check(document)), path=str(path))
    assert mistakes("findings", json.loads(as_json(found))) == []
    assert mistakes("verdicts", argmap.evaluate(document).as_dict(positions=2)) == []


def test_reports_of_conversions_are_as_their_schema_says() -> None:
    document = argmap.load(EXAMPLES[0])
    writing = write(document, format="aif", certify=True)
    assert mistakes("conversion", writing.report.as_data()) == []
    assert mistakes("conversion", read(writing.text).report.as_data()) == []


def test_findings_with_fixes_and_related_places_are_as_their_schema_says() -> None:
    document = argmap.parse(ODD)
    found = findings(document, (*document.diagnostics, *argmap.check(document)), path="odd.argdown")
    assert found
    assert mistakes("findings", json.loads(as_json(found))) == []


@settings(max_examples=25)
@given(st.lists(strategies.formal_arguments(), max_size=2), st.sampled_from(["loose", "strict"]))
def test_proofs_are_written_as_their_schema_says(texts: list[str], mode: str) -> None:
    debate = argmap.parse("\n\n".join(texts), settings={"model": {"mode": mode}}).debate
    assert mistakes("proofs", argmap.prove(debate, timeout=1).as_dict()) == []


@settings(max_examples=25)
@given(strategies.documents(), strategies.documents(), st.sampled_from([False, "grounded"]))
def test_changes_are_written_as_their_schema_says(
    before: Document, after: Document, verdicts: bool | str
) -> None:
    assert mistakes("changes", argmap.diff(before, after, verdicts=verdicts).json()) == []


@settings(max_examples=25)
@given(strategies.debates())
def test_debates_are_written_as_their_schema_says(debate: Debate) -> None:
    assert mistakes("argdown-json", json.loads(argdown_json.dumps(debate))) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("findings", [{"code": "S101"}]),
        ("verdicts", {"version": 2}),
        (
            "argdown-json",
            {"arguments": {}, "statements": {}, "relations": [], "argmap": {"format": 1, "x": 1}},
        ),
        ("argdown-json", {"arguments": {"A": {"type": "claim"}}, "statements": {}, "relations": []}),
    ],
)
def test_what_is_written_otherwise_is_refused(name: str, written: object) -> None:
    assert mistakes(name, written)


def test_an_unknown_schema_names_the_nearest() -> None:
    with pytest.raises(LookupError, match="did you mean 'findings'"):
        json_schema("finding")
