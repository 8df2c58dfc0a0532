"""The name spaces of a document: claims, evidence, questions and arguments by their titles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, QuestionRef
from argmap.reading.builders import ElementBuilder
from argmap.reading.source_files import SourceFile, blocks_of
from argmap.syntax import Element, Kind
from argmap.text import Span

_REF_OF: dict[Kind, type[ClaimRef | EvidenceRef | QuestionRef | ArgumentRef]] = {
    Kind.CLAIM: ClaimRef,
    Kind.EVIDENCE: EvidenceRef,
    Kind.QUESTION: QuestionRef,
    Kind.ARGUMENT: ArgumentRef,
}
# Read for each line, and Python 3.11 takes ten times as long to find them in their enum.
_CLAIM, _EVIDENCE, _ARGUMENT = Kind.CLAIM, Kind.EVIDENCE, Kind.ARGUMENT


class Namespaces:
    """Holds what was named so far; what has no title is called `Untitled n`, counted over all of them."""

    def __init__(self, untitled_count: int = 0) -> None:
        self.claims: dict[str, ElementBuilder] = {}
        self.evidence: dict[str, ElementBuilder] = {}
        self.questions: dict[str, ElementBuilder] = {}
        self.arguments: dict[str, ElementBuilder] = {}
        self._authors: set[tuple[Kind, str]] = set()
        # How many things without a title there are so far.
        self.untitled_count = untitled_count

    def entries(self) -> Iterator[ElementBuilder]:
        """Return all that was named, kind by kind."""
        namespaces = (self.claims, self.evidence, self.questions, self.arguments)
        return chain.from_iterable(namespace.values() for namespace in namespaces)

    def reserve_titles(self, page: SourceFile) -> None:
        """Keep the titles `Untitled n` that an author gave for what the author called so."""
        for _, block in blocks_of(page):
            if "Untitled" in block.text:
                for element in block.elements:
                    if element.title is not None and element.title.startswith("Untitled "):
                        self._authors.add((element.kind, element.title))

    def entry(self, element: Element, span: Span) -> tuple[ElementBuilder, bool]:
        """Return what an element is about, and whether it is new."""
        builders = self._builders(element.kind)
        if element.title is None:
            return self.untitled(element.kind, span), True
        entry = builders.get(element.title)
        if entry is not None:
            return entry, False
        entry = builders[element.title] = ElementBuilder(_REF_OF[element.kind](element.title), False, span)
        return entry, True

    def untitled(self, kind: Kind, span: Span) -> ElementBuilder:
        """Return a new entry without a title."""
        self.untitled_count += 1
        title = f"Untitled {self.untitled_count}"
        while (kind, title) in self._authors:
            title += "′"
        entry = self._builders(kind)[title] = ElementBuilder(_REF_OF[kind](title), True, span)
        return entry

    def _builders(self, kind: Kind) -> dict[str, ElementBuilder]:
        if kind is _CLAIM:
            return self.claims
        if kind is _ARGUMENT:
            return self.arguments
        return self.evidence if kind is _EVIDENCE else self.questions
