"""What a debate is written in: lines, before they are text."""

from __future__ import annotations

from attrs import frozen

from argmap.data import NO_DATA, Data
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    ElementRef,
    Evidence,
    EvidenceRef,
    InferenceRef,
    Mark,
    Question,
    QuestionRef,
    Ref,
    RelationKind,
    Section,
    Statement,
)
from argmap.model.stating.written_relations import LOOSE
from argmap.syntax import Kind
from argmap.syntax.operators import marker_of

LIST_MARKER = "*"
KINDS: dict[type, Kind] = {
    ClaimRef: Kind.CLAIM,
    EvidenceRef: Kind.EVIDENCE,
    QuestionRef: Kind.QUESTION,
    ArgumentRef: Kind.ARGUMENT,
    InferenceRef: Kind.INFERENCE,
}
# By the kind of a relation: the operator where what is below is its source, and where its target.
RELATION_MARKERS = {
    kind: (marker_of(relation, is_from_below=True), marker_of(relation, is_from_below=False))
    for kind in RelationKind
    for relation in [LOOSE.get(kind, kind).value]
}


@frozen
class Line:
    """One thing to write; `title` is None for what has none."""

    kind: Kind
    marker: str = ""
    title: str | None = None
    text: str | None = None
    marks: tuple[Mark, ...] = ()
    is_reference: bool = False
    tags: tuple[str, ...] = ()
    data: Data = NO_DATA
    rules: tuple[str, ...] = ()
    # What it is about; None for headings.
    ref: Ref | None = None


def heading_of(section: Section) -> Line:
    """Return the line of a heading."""
    return Line(
        Kind.HEADING,
        "#" * section.level,
        text=section.title,
        marks=section.marks,
        tags=section.tags,
        data=section.data,
    )


def line_of(element: Claim | Evidence | Question | Argument, statement: Statement) -> Line:
    """Return the line of a statement, still without its marker."""
    return Line(
        KINDS[type(element.ref)],
        title=None if element.is_untitled else statement.title,
        text=statement.text,
        marks=statement.marks,
        is_reference=statement.is_reference,
        tags=statement.tags,
        data=statement.data or NO_DATA,
        ref=element.ref,
    )


def reference(ref: ElementRef, marker: str = "") -> Line:
    """Return the line of a reference."""
    return Line(KINDS[type(ref)], marker, title=ref.title, is_reference=True, ref=ref)
