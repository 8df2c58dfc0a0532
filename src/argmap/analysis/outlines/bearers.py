"""What supports or attacks each thing of a debate, in the order of an outline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from argmap.analysis.graph import as_element
from argmap.model import (
    Argument,
    ArgumentRef,
    Debate,
    ElementRef,
    InferenceRef,
    Ref,
    RelationKind,
)
from argmap.model.statement import Role

Exclusion: TypeAlias = tuple[RelationKind, frozenset[ElementRef]]


@frozen
class Bearer:
    """Something that supports or attacks what is above it, or is a step of that, or an inference in it."""

    ref: ElementRef | InferenceRef
    kind: RelationKind | None = None
    number: int | None = None
    is_answer: bool = False
    argument: ArgumentRef | None = None


@frozen(slots=False, eq=False)
class Bearers:
    """What supports or attacks what in a debate; with `parts_apart`, a root has no target in its own section.

    What follows from something else in the outline is left out: that premises support their argument, and
    that whatever excludes a premise attacks the argument.
    """

    debate: Debate
    parts_apart: bool = False

    @cached_property
    def _sections(self) -> Mapping[ElementRef, str | None]:
        return {element.ref: element.section for element in self.debate.elements}

    @cached_property
    def _incoming(self) -> Mapping[Ref, Sequence[Bearer]]:
        """What supports or attacks each thing, without steps and inferences, each only once in one way."""
        found: defaultdict[Ref, dict[Bearer, None]] = defaultdict(dict)
        for relation in self.debate.relations:
            if relation.is_derived:
                continue
            source, kind = as_element(relation.source), relation.kind
            found[relation.target].setdefault(Bearer(source, kind, is_answer=relation.is_answer))
            if kind.is_symmetric:
                # An inference that contradicts something is shown by its argument.
                found[source].setdefault(Bearer(as_element(relation.target), kind))
        for argument in self.debate.arguments.values():
            for conclusion in dict.fromkeys(inference.conclusion for inference in argument.inferences):
                found[conclusion].setdefault(Bearer(argument.ref, RelationKind.SUPPORT))
        return {ref: tuple(bearers) for ref, bearers in found.items()}

    def is_known(self, ref: ElementRef | InferenceRef) -> bool:
        """Return whether it is an element of the debate; parts of debates may lack steps."""
        return ref in self._sections

    def part_of(self, ref: ElementRef | InferenceRef) -> str | None:
        """Return the section to which something belongs in the outline, None if sections do not count."""
        if not self.parts_apart:
            return None
        return self._sections.get(as_element(ref))

    def roots(self, refs: Iterable[ElementRef]) -> Iterator[ElementRef]:
        """Yield those elements that are below no other in their part."""
        yield from (ref for ref in refs if ref not in self._inner)

    def below(self, bearer: Bearer) -> tuple[Bearer, ...]:
        """Return what belongs below something: its steps and inferences first."""
        ref = bearer.ref
        steps = _structure(self.debate.arguments[ref.title]) if isinstance(ref, ArgumentRef) else ()
        others = (
            other
            for other in self.bearing_on(ref)
            # Below a step of an argument it is known that this argument leads to it.
            if not (other.ref == bearer.argument and other.kind is RelationKind.SUPPORT)
        )
        return (*steps, *others)

    def bearing_on(self, ref: Ref) -> Sequence[Bearer]:
        """Return what supports or attacks something without being a step of it."""
        return self._incoming.get(ref, ())

    def undercutting(self, ref: ElementRef | InferenceRef) -> Sequence[Bearer]:
        """Return what undercuts something, or one of its inferences."""
        return self._undercuts.get(as_element(ref), ())

    @cached_property
    def _undercuts(self) -> Mapping[ElementRef, Sequence[Bearer]]:
        found: defaultdict[ElementRef, list[Bearer]] = defaultdict(list)
        for target, bearers in self._incoming.items():
            undercuts = [bearer for bearer in bearers if bearer.kind is RelationKind.UNDERCUT]
            if undercuts:
                found[as_element(target)] += undercuts
        return found

    @cached_property
    def _inner(self) -> frozenset[ElementRef]:
        """What is below something else in its part."""
        inner: set[ElementRef] = set()
        for target, bearers in self._incoming.items():
            above = as_element(target)
            inner.update(
                as_element(bearer.ref)
                for bearer in bearers
                if bearer.kind is None or not bearer.kind.is_symmetric
                if bearer.ref != above and self.part_of(bearer.ref) == self.part_of(above)
            )
        for argument in self.debate.arguments.values():
            conclusion = argument.conclusion
            inner.update(
                ref
                for ref, step in zip(argument.step_refs, argument.steps, strict=True)
                if step.role is not Role.MAIN_CONCLUSION
                and ref != conclusion
                and self.part_of(ref) == self.part_of(argument.ref)
            )
        return frozenset(inner)


def exclusion(ref: Ref, other: Bearer) -> Exclusion | None:
    """Return what identifies a symmetric relation from either end; None for any other relation."""
    if other.kind is None or not other.kind.is_symmetric:
        return None
    return other.kind, frozenset((as_element(ref), as_element(other.ref)))


def _structure(argument: Argument) -> Iterator[Bearer]:
    """Yield the steps of an argument in their order, before each conclusion the inference to it."""
    inferences = {inference.conclusion_index: inference for inference in argument.inferences}
    conclusions = {inference.conclusion for inference in argument.inferences}
    for place, ref in enumerate(argument.step_refs):
        if place in inferences:
            yield Bearer(inferences[place].ref)
        yield Bearer(ref, number=place + 1, argument=argument.ref if ref in conclusions else None)
