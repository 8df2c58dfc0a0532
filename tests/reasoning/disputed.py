"""Verdicts that a careful reader may dispute: `python -m tests.reasoning.disputed [--all]`.

Forty debates that others wrote are evaluated, and what an option decides otherwise is listed with that
option: for each debate and each question of principle the first such verdict, or all. A second table counts.
The debates lie beside the repository in `shared/conformance`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import argmap
from argmap import Document
from argmap.model import Ref
from argmap.reasoning import Basis, Label, Verdict

CORPUS = Path(__file__).parents[3] / "shared" / "conformance" / "corpus.jsonl"
_DEBATES = 40


class Principle(NamedTuple):
    """Something on which readers differ: verdicts with a basis that an option changes to labels."""

    question: str
    basis: Basis
    option: Mapping[str, str]
    labels: frozenset[Label]
    needs_possible: bool = False


_IN, _OUT, _UNDECIDED = Label.IN, Label.OUT, Label.UNDECIDED
PRINCIPLES = (
    Principle(
        "Does a claim hold by reasons that nobody backs with evidence?",
        Basis.SUPPORTED,
        {"presumption": "evidence"},
        frozenset({_OUT, _UNDECIDED}),
    ),
    Principle(
        "Does a claim stay open if there are a reason and an objection?",
        Basis.CONTESTED,
        {"rebuttal": "attack"},
        frozenset({_IN, _OUT}),
    ),
    Principle(
        "Does what waits for a contested claim stay open?",
        Basis.OPEN,
        {"rebuttal": "attack"},
        frozenset({_IN, _OUT}),
    ),
    Principle(
        "Does a claim fall with its reasons?", Basis.UNSUPPORTED, {"reading": "attacks"}, frozenset({_IN})
    ),
    Principle(
        "Does a circle of support give no ground?", Basis.CIRCULAR, {"reading": "attacks"}, frozenset({_IN})
    ),
    Principle(
        "Does an objection fall with its reasons, so that its target stands?",
        Basis.PRESUMED,
        {"reading": "attacks"},
        frozenset({_OUT, _UNDECIDED}),
    ),
    Principle(
        "Do claims that block each other stay open?",
        Basis.OPEN,
        {"semantics": "preferred"},
        frozenset({_IN, _OUT, _UNDECIDED}),
        needs_possible=True,
    ),
    Principle(
        "Do rivals that block each other stay open?",
        Basis.CONTESTED,
        {"semantics": "preferred"},
        frozenset({_IN, _OUT, _UNDECIDED}),
        needs_possible=True,
    ),
)


class Disputed(NamedTuple):
    """A verdict, the principle on which it rests, and the verdict under the option that gives up on that."""

    ref: Ref
    verdict: Verdict
    principle: Principle
    otherwise: Verdict


def debates() -> Sequence[Document]:
    """Return forty debates of 5 to 60 elements in which something bears on something.

    Of texts in which the same things are named, as in variants of an example, only the first is there.
    """
    rows = map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())
    documents: dict[frozenset[object], Document] = {}
    for text in dict.fromkeys(row["input"] for row in rows):
        document = argmap.parse(text)
        names = frozenset(element.ref for element in document.debate)
        if 5 <= len(names) <= 60 and len(document.debate.relations) > 2:
            documents.setdefault(names, document)
    return list(documents.values())[:_DEBATES]


def disputed(document: Document) -> Iterator[Disputed]:
    """Yield the verdicts on a debate that an option decides otherwise, each with the first such option."""
    verdicts = argmap.evaluate(document).verdicts
    bases = {verdict.basis for verdict in verdicts.values()}
    others = [
        (principle, argmap.evaluate(document, **principle.option).verdicts)  # type: ignore[arg-type]  # names of options
        for principle in PRINCIPLES
        if principle.basis in bases
    ]
    for ref, verdict in verdicts.items():
        for principle, otherwise in others:
            other = otherwise.get(ref)
            if other is None or verdict.basis is not principle.basis:
                continue
            is_other = other.is_possible if principle.needs_possible else other.label is not verdict.label
            if is_other and other.label in principle.labels:
                yield Disputed(ref, verdict, principle, other)
                break


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--all", action="store_true", help="list all verdicts, not the first of each kind")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    examined = 0
    print(
        "| debate | verdict | question of principle | option | otherwise |\n| --- | --- | --- | --- | --- |"
    )
    for number, document in enumerate(debates(), 1):
        shown: set[str] = set()
        examined += len(argmap.evaluate(document).verdicts)
        for each in disputed(document):
            counts[each.principle.question] += 1
            if options.all or each.principle.question not in shown:
                shown.add(each.principle.question)
                print(_row(number, each))
    print(f"\n{sum(counts.values())} of {examined} verdicts\n")
    print("| question of principle | verdicts |\n| --- | --- |")
    for principle in PRINCIPLES:
        print(f"| {principle.question} | {counts[principle.question]} |")


def _row(number: int, each: Disputed) -> str:
    ((name, value),) = each.principle.option.items()
    label = each.otherwise.label.value if each.otherwise.label else ""
    possible = ", possible" if each.principle.needs_possible else ""
    verdict = f"{each.ref} is {each.verdict.sentence}".replace("|", "\\|")
    return f"| {number} | {verdict} | {each.principle.question} | `--{name} {value}` | {label}{possible} |"


if __name__ == "__main__":
    main()
