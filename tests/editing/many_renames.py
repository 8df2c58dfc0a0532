"""Renames in many documents: `python -m tests.editing.many_renames [DOCUMENTS] [RENAMES] [--seed N]`.

Takes so many documents of the conformance data that lie beside the repository (200 unless told otherwise),
renames so many things in them (1,000), each to a title that is drawn, and compares what the text then says
with the renamed debate. Prints what differs, and exits with 1 if anything does.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.editing.renamed import renamed

import argmap
from argmap import Document, Use
from argmap.text.edited_text import undoing

DATA = Path(__file__).parents[3] / "shared" / "conformance"
_TITLES = ("Renamed", "Öffentliche Sicht", "価格", "A second, longer title", "7", "null", "x: y", "it's", "ع")


def corpus() -> list[tuple[str, Document]]:
    """Return the documents of the corpus, by their names, without those whose arguments are taken apart."""
    lines = (DATA / "corpus.jsonl").read_text(encoding="utf-8").split("\n")
    cases = [json.loads(line) for line in lines if line]
    documents = ((case["id"], argmap.parse(case["input"], settings=case.get("config"))) for case in cases)
    return [(name, document) for name, document in documents if not document.settings.model.explode_arguments]


def failures(name: str, document: Document, choice: random.Random, number: int) -> Iterator[str]:
    """Yield what goes wrong in each of so many renames in a document, nothing for what goes well."""
    # What has no title is numbered around those that an author gave in the same form.
    elements = [element for element in document.debate if not element.title.startswith("Untitled ")]
    for element in choice.choices(elements, k=number):
        title = f"{choice.choice(_TITLES)} {choice.randrange(1000)}"
        yield failure(document, element.ref, title)


def failure(document: Document, ref: argmap.model.ElementRef, title: str) -> str:
    """Return what goes wrong in renaming one thing, nothing if all is well."""
    try:
        edits = argmap.edits.rename(document, ref, title)
    except ValueError as error:
        return f"{ref} to {title!r}: refused: {error}"
    after = argmap.edits.apply(document.text, edits)
    if argmap.edits.apply(after, undoing(document.text, edits)) != document.text:
        return f"{ref} to {title!r}: cannot be undone"
    named = [place for place in argmap.occurrences(document, ref) if place.use is not Use.POSITION]
    if len(edits) != len(named):
        return f"{ref} to {title!r}: {len(edits)} edits"
    again = argmap.parse(after, document.path, settings=document.settings)
    if again.debate != renamed(document.debate, ref, type(ref)(title)):
        return f"{ref} to {title!r}: says something else"
    return ""


def main() -> None:
    """Print the failures and a summary."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("documents", nargs="?", type=int, default=200)
    parser.add_argument("renames", nargs="?", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    choice = random.Random(options.seed)
    titled = [
        (name, document)
        for name, document in corpus()
        if any(not element.title.startswith("Untitled ") for element in document.debate)
    ]
    chosen = choice.sample(titled, min(options.documents, len(titled)))
    done = wrong = 0
    for index, (name, document) in enumerate(chosen):
        share = options.renames * (index + 1) // len(chosen) - options.renames * index // len(chosen)
        for message in failures(name, document, choice, share):
            done += 1
            if message:
                wrong += 1
                print(f"{name}: {message}")
    print(f"{done} renames in {len(chosen)} documents, {wrong} wrong")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
