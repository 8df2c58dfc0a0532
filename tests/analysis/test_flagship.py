"""The flagship example: a bibliography beside it, a scheme for every inference, nothing to be ashamed of."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.docs.fences import fences

import argmap
from argmap.analysis import Status, checklist
from argmap.cli import main

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "examples" / "us-russia-policy.argdown"


@pytest.fixture(scope="module")
def document() -> argmap.Document:
    return argmap.load(FILE)


def test_every_inference_has_a_known_scheme(document: argmap.Document) -> None:
    inferences = [one for argument in document.debate.arguments.values() for one in argument.inferences]
    assert len(inferences) == 12
    assert all(one.scheme is not None and one.scheme.is_known for one in inferences)


def test_all_evidence_rests_on_the_bibliography(document: argmap.Document) -> None:
    used = {source.key for one in document.debate.evidence.values() for source in one.sources}
    assert used == set(document.debate.sources)
    assert "sources" not in document.debate.metadata


def test_checks_find_only_what_a_careful_reader_would(document: argmap.Document) -> None:
    found = argmap.check(document)
    assert {one.severity for one in found} == {argmap.Severity.INFO}
    assert Counter(one.code for one in found) == {"C307": 1, "C308": 1, "C315": 12}


def test_every_undercut_raises_a_question(document: argmap.Document) -> None:
    raised = [item for item in checklist(document.debate) if item.status is Status.RAISED]
    undercuts = [one for one in document.debate.relations if one.kind is argmap.RelationKind.UNDERCUT]
    assert len(raised) == len(undercuts) == 6


def test_the_documentation_shows_how_the_checklist_begins_and_ends() -> None:
    page = ROOT / "docs" / "how-to" / "schemes.md"
    fence = next(one.content for one in fences(page) if "\n…\n" in one.content)
    beginning, end = fence.split("\n…\n\n")
    result = CliRunner().invoke(main, ["questions", str(FILE)])
    assert result.stdout.startswith(beginning)
    assert result.stderr.endswith(end)
