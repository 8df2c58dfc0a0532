"""Debates that others wrote are evaluated, explained and supposed otherwise, whatever is in them.

They lie beside the repository in `shared/conformance`; without them there is nothing to test.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.reasoning.disputed import debates as forty
from tests.reasoning.disputed import disputed

import argmap
from argmap import Document
from argmap.reasoning import Label
from argmap.reasoning.verdicts.brief import brief_reasons
from argmap.settings.tables import READINGS, SEMANTICS, STANDARDS

CORPUS = Path(__file__).parents[3] / "shared" / "conformance" / "corpus.jsonl"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the data are not here")


def debates() -> list[Document]:
    """Return the documents of 5 to 60 elements in which something bears on something, each text once."""
    if not CORPUS.exists():
        return []
    rows = map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())
    documents = (argmap.parse(text) for text in dict.fromkeys(row["input"] for row in rows))
    return [
        document
        for document in documents
        if 5 <= len(list(document.debate)) <= 60 and len(document.debate.relations) > 2
    ]


DEBATES = debates()


def test_there_are_at_least_forty() -> None:
    assert len(DEBATES) >= 40


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_every_semantics_has_verdicts_on_all_that_is_in_a_debate(semantics: str) -> None:
    evaluations = [argmap.evaluate(document, semantics) for document in DEBATES]
    assert all(evaluation.is_complete for evaluation in evaluations)
    assert all(
        element.ref in evaluation.verdicts
        for document, evaluation in zip(DEBATES, evaluations, strict=True)
        for element in document.debate
    )


@pytest.mark.parametrize(
    "options",
    [*({"standard": name} for name in STANDARDS), *({"reading": name} for name in READINGS)],
    ids=str,
)
def test_no_option_stands_in_the_way(options: dict[str, str]) -> None:
    evaluations = [argmap.evaluate(document, **options) for document in DEBATES]
    assert all(len(evaluation) for evaluation in evaluations)


def test_what_brings_something_down_is_something_else() -> None:
    briefs = [brief_reasons(argmap.evaluate(document)) for document in DEBATES]
    words = [(str(ref).partition("#")[0], text) for brief in briefs for ref, text in brief.items()]
    assert len(words) > 300
    assert [text for name, text in words if f"{name} is out" in text.split(": ")] == []


def test_each_verdict_is_explained() -> None:
    explained = [
        argmap.why(document, ref).text() for document in DEBATES for ref in argmap.evaluate(document)
    ]
    assert all(" is " in text for text in explained)


def test_most_verdicts_of_forty_debates_are_the_same_on_every_principle() -> None:
    documents = forty()
    assert len(documents) == 40
    number = sum(len(argmap.evaluate(document)) for document in documents)
    assert sum(1 for document in documents for _ in disputed(document)) < number / 2


def test_what_an_option_decides_otherwise_is_open_or_has_another_label() -> None:
    every = [each for document in forty() for each in disputed(document)]
    assert all(each.otherwise != each.verdict for each in every)
    assert all(
        each.otherwise.label is not each.verdict.label or each.verdict.label is Label.UNDECIDED
        for each in every
    )
