"""What supports or attacks the element at a place, and what that in turn supports or attacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from argmap.api.documents import Document
from argmap.editing.names.occurrence import Occurrence
from argmap.lsp.features.named_places import home, line_of, occurrence_at
from argmap.model import ArgumentRef, Debate, ElementRef, InferenceRef, Ref, Relation
from argmap.model.lookup import reference_in
from argmap.text import Span


@frozen
class HierarchyItem:
    """An element in the hierarchy: its line, and the name in that; `name` is as in the markup."""

    ref: ElementRef
    name: str
    text: str
    span: Span
    name_span: Span


@frozen
class HierarchyStep:
    """An element that bears on another, or that another bears on: how, and where the text says so."""

    item: HierarchyItem
    verb: str
    marks: tuple[Span, ...]


def hierarchy_item(document: Document, offset: int) -> HierarchyItem | None:
    """Return the element that is named at an offset, or whose line it is; None if there is none.

    >>> import argmap
    >>> hierarchy_item(argmap.parse("[Sun]: It shines."), 9).name
    '[Sun]'
    """
    here = occurrence_at(document, offset) or document.at(offset)
    ref: object = here.ref if here else None
    if isinstance(ref, InferenceRef):
        ref = ArgumentRef(ref.argument)
    return _item(document, ref) if isinstance(ref, ElementRef) else None


def item_named(document: Document, name: str) -> HierarchyItem | None:
    """Return the element with a name as in the markup, None if the debate has none."""
    ref = reference_in(name)
    return _item(document, ref) if isinstance(ref, ElementRef) else None


def bearing_on(document: Document, ref: ElementRef) -> tuple[HierarchyStep, ...]:
    r"""Return what bears on an element, in order of the relations.

    What undercuts an inference bears on its argument.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  - <Clouds>: It is grey.")
    >>> (bearing,) = bearing_on(document, argmap.ClaimRef("Sun"))
    >>> bearing.verb, bearing.item.name, bearing.marks[0][:2]
    ('attacks', '<Clouds>', (20, 21))
    """
    return tuple(_bearings(document, relations_to(document.debate, ref)))


def borne_on(document: Document, ref: ElementRef) -> tuple[HierarchyStep, ...]:
    """Return what an element bears on, in order of the relations."""
    return tuple(_bearings(document, _relations_from(document.debate, ref)))


def relations_to(debate: Debate, ref: ElementRef) -> Iterator[tuple[ElementRef, Relation]]:
    """Yield the relations to an element and its inferences, with what is at their other ends."""
    return _relations(debate, ref, debate.incoming)


def _relations_from(debate: Debate, ref: ElementRef) -> Iterator[tuple[ElementRef, Relation]]:
    return _relations(debate, ref, debate.outgoing)


def _relations(
    debate: Debate, ref: ElementRef, ending: Callable[[Ref], Iterable[Relation]]
) -> Iterator[tuple[ElementRef, Relation]]:
    if ref not in debate:
        return
    ends: list[Ref] = [ref]
    if isinstance(ref, ArgumentRef):
        ends += (inference.ref for inference in debate[ref].inferences)
    for end in ends:
        for relation in ending(end):
            other = relation.target if relation.source == end else relation.source
            yield ArgumentRef(other.argument) if isinstance(other, InferenceRef) else other, relation


def _bearings(
    document: Document, relations: Iterable[tuple[ElementRef, Relation]]
) -> Iterator[HierarchyStep]:
    found: dict[tuple[ElementRef, str], list[Span]] = {}
    for other, relation in relations:
        found.setdefault((other, relation.verb), []).extend(relation.marks or relation.spans)
    for (other, verb), marks in found.items():
        if item := _item(document, other):
            yield HierarchyStep(item, verb, tuple(dict.fromkeys(marks)))


def _item(document: Document, ref: ElementRef) -> HierarchyItem | None:
    if ref not in document.debate:
        return None
    element = document.debate[ref]
    line = line_of(document, ref)
    if line is None:
        return None
    place = home(document, ref)
    name_span = place.name_span if place and _is_in(place, line) else Span(line.start, line.start, line.path)
    text = " ".join((element.text or "").split())
    return HierarchyItem(ref, str(ref), text, line, name_span)


def _is_in(place: Occurrence, line: Span) -> bool:
    return place.span.path == line.path and line.start <= place.span.start < line.end
