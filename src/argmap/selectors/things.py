"""The things of a debate that selectors select, in the order of the document, and their relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import count
from typing import TypeAlias

from attrs import field, frozen

from argmap.model import (
    ArgumentRef,
    Debate,
    Element,
    Inference,
    InferenceRef,
    Ref,
    RelationKind,
    Section,
    SectionRef,
    Source,
    SourceRef,
)
from argmap.named_tuples import NamedTuple
from argmap.text import Span

ThingRef: TypeAlias = Ref | SectionRef | SourceRef
Thing: TypeAlias = Element | Inference | Section | Source


class Bearing(NamedTuple):
    """How something supports or attacks something else."""

    source: Ref
    target: Ref
    kind: RelationKind
    is_derived: bool


@frozen(eq=False)
class Things:
    """Claims, evidence, questions, arguments, inferences, sections and sources of a debate.

    `bearings` are its relations, in both directions if they are symmetric. Relations of an inference are
    its argument's, too. The premises of an intermediate inference support what it concludes, and
    that supports the argument.
    """

    debate: Debate
    things: Mapping[ThingRef, Thing] = field(init=False, repr=False)

    @things.default
    def _all_things(self) -> dict[ThingRef, Thing]:
        return dict(sorted(_things(self.debate), key=_Places()))

    @cached_property
    def outgoing(self) -> Mapping[ThingRef, list[Bearing]]:
        """What each thing supports or attacks."""
        found: defaultdict[ThingRef, list[Bearing]] = defaultdict(list)
        for bearing in self.bearings:
            found[bearing.source].append(bearing)
        return found

    @cached_property
    def incoming(self) -> Mapping[ThingRef, list[Bearing]]:
        """What supports or attacks each thing."""
        found: defaultdict[ThingRef, list[Bearing]] = defaultdict(list)
        for bearing in self.bearings:
            found[bearing.target].append(bearing)
        return found

    @cached_property
    def bearings(self) -> tuple[Bearing, ...]:
        """All relations between things, each once."""
        return tuple(dict.fromkeys(_bearings(self.debate)))

    @cached_property
    def sources(self) -> Mapping[Source, SourceRef]:
        """How each source is named: by its key, or by what a document calls it."""
        return {source: ref for ref, source in _sources(self.debate)}

    @cached_property
    def section_refs(self) -> Mapping[str, SectionRef]:
        """The sections by their id."""
        return {section.id: SectionRef(section.id, section.title) for section in self.debate.sections}

    def sections_below(self, ids: Iterable[str]) -> set[str]:
        """Return the ids of some sections and of all below them."""
        inside = set(ids)
        # A section comes after the section around it.
        for section in self.debate.sections:
            if section.parent in inside:
                inside.add(section.id)
        return inside

    def sections_around(self, ids: Iterable[str]) -> set[str]:
        """Return the ids of some sections and of all around them."""
        inside = set(ids) & self.section_refs.keys()
        for section in reversed(self.debate.sections):
            if section.id in inside and section.parent is not None:
                inside.add(section.parent)
        return inside

    def ordered(self, refs: Iterable[ThingRef]) -> tuple[ThingRef, ...]:
        """Return some things in the order of the document, each once."""
        wanted = set(refs)
        return tuple(ref for ref in self.things if ref in wanted)


def _things(debate: Debate) -> Iterator[tuple[ThingRef, Thing]]:
    for element in debate.elements:
        yield element.ref, element
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            yield inference.ref, inference
    for section in debate.sections:
        yield SectionRef(section.id, section.title), section
    yield from _sources(debate)


def _sources(debate: Debate) -> Iterator[tuple[SourceRef, Source]]:
    taken: set[SourceRef] = set()
    used = (source for element in debate.elements for source in element.sources)
    for source in dict.fromkeys((*debate.sources.values(), *used)):
        ref = SourceRef(source.key or source.title or source.reference)
        # Different sources may be called the same.
        numbers = count(2)
        while ref in taken:
            ref = SourceRef(f"{source.reference} ({next(numbers)})")
        taken.add(ref)
        yield ref, source


class _Places:
    """Orders things as the document does: by file and place; what has no place comes last, as it is."""

    def __init__(self) -> None:
        self.files: dict[str | None, int] = {None: 0}

    def __call__(self, pair: tuple[ThingRef, Thing]) -> tuple[int, int]:
        span: Span | None = pair[1].span
        if span is None:
            return (len(self.files) + 1 << 30, 0)
        return (self.files.setdefault(span.path, len(self.files)), span.start)


def _bearings(debate: Debate) -> Iterator[Bearing]:
    for relation in debate.relations:
        ends = (
            {relation.source, _argument_of(relation.source)},
            {
                relation.target,
                _argument_of(relation.target),
            },
        )
        for source in ends[0]:
            for target in ends[1]:
                yield Bearing(source, target, relation.kind, relation.is_derived)
                if relation.kind.is_symmetric:
                    yield Bearing(target, source, relation.kind, relation.is_derived)
    for argument in debate.arguments.values():
        for inference in argument.inferences[:-1]:
            yield Bearing(inference.conclusion, argument.ref, RelationKind.SUPPORT, is_derived=True)
            for premise in inference.premises:
                yield Bearing(premise, inference.conclusion, RelationKind.SUPPORT, is_derived=True)


def _argument_of(ref: Ref) -> Ref:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref
