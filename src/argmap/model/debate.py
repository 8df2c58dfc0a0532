"""All that is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import overload

from attrs import frozen

from argmap.model.argument import Argument, Inference
from argmap.model.claim import Claim, Evidence
from argmap.model.frozen_dict import FrozenDict
from argmap.model.reference import ArgumentRef, ClaimRef, ElementRef, EvidenceRef, InferenceRef, Ref
from argmap.model.relation import Relation, RelationKind
from argmap.model.section import Section
from argmap.model.showing import counted, notebook_bundle
from argmap.model.source import Source
from argmap.model.values import NO_DATA, Data

Element = Claim | Evidence | Argument


@frozen(slots=False)
class Debate:
    """Claims, evidence and arguments with their relations; mappings by title, in document order.

    `tags` are all tags in order of first use, `metadata` what the frontmatter says.
    """

    claims: FrozenDict[str, Claim] = FrozenDict()
    evidence: FrozenDict[str, Evidence] = FrozenDict()
    arguments: FrozenDict[str, Argument] = FrozenDict()
    relations: tuple[Relation, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: FrozenDict[str, Source] = FrozenDict()
    tags: tuple[str, ...] = ()
    metadata: Data = NO_DATA

    @property
    def elements(self) -> Iterator[Element]:
        """Claims, then evidence, then arguments."""
        return chain(self.claims.values(), self.evidence.values(), self.arguments.values())

    @overload
    def __getitem__(self, ref: ClaimRef) -> Claim: ...
    @overload
    def __getitem__(self, ref: EvidenceRef) -> Evidence: ...
    @overload
    def __getitem__(self, ref: ArgumentRef) -> Argument: ...
    @overload
    def __getitem__(self, ref: InferenceRef) -> Inference: ...
    def __getitem__(self, ref: Ref) -> Element | Inference:
        """Return what a reference names; raise KeyError if there is no such thing."""
        match ref:
            case ClaimRef():
                return self.claims[ref.title]
            case EvidenceRef():
                return self.evidence[ref.title]
            case ArgumentRef():
                return self.arguments[ref.title]
            case InferenceRef():
                return self.arguments[ref.argument].inferences[ref.place]
            case _:
                raise TypeError(f"{ref!r} is no reference")

    def incoming(self, element: Element | Inference | Ref) -> tuple[Relation, ...]:
        """Return the relations that bear on something; symmetric ones bear on both ends."""
        return self._incoming.get(_ref(element), ())

    def outgoing(self, element: Element | Inference | Ref) -> tuple[Relation, ...]:
        """Return the relations by which something bears on others; symmetric ones at both ends."""
        return self._outgoing.get(_ref(element), ())

    def supporters(self, element: Element | Inference | Ref) -> tuple[ElementRef, ...]:
        """Return what supports or entails something, each once, in order of the relations."""
        return self._others(element, lambda kind: kind.is_supporting)

    def attackers(self, element: Element | Inference | Ref) -> tuple[ElementRef, ...]:
        """Return what attacks, undercuts, contradicts or is contrary to something, each once."""
        return self._others(element, lambda kind: not kind.is_supporting)

    def _others(
        self, element: Element | Inference | Ref, wanted: Callable[[RelationKind], bool]
    ) -> tuple[ElementRef, ...]:
        ref = _ref(element)
        found = (
            relation.source if relation.target == ref else relation.target
            for relation in self.incoming(ref)
            if wanted(relation.kind)
        )
        return tuple(dict.fromkeys(one for one in found if not isinstance(one, InferenceRef)))

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:
        return notebook_bundle(self, self._words())

    def _repr_svg_(self) -> str | None:
        return self._repr_mimebundle_().get("image/svg+xml")

    def _words(self) -> str:
        return "<Debate of {}, {}, {} and {}>".format(
            counted(len(self.claims), "claim"),
            counted(len(self.evidence), "piece of evidence", "pieces of evidence"),
            counted(len(self.arguments), "argument"),
            counted(len(self.relations), "relation"),
        )

    @cached_property
    def _incoming(self) -> dict[Ref, tuple[Relation, ...]]:
        return _index((relation.target, relation.source, relation) for relation in self.relations)

    @cached_property
    def _outgoing(self) -> dict[Ref, tuple[Relation, ...]]:
        return _index((relation.source, relation.target, relation) for relation in self.relations)


def _index(ends: Iterable[tuple[Ref, Ref, Relation]]) -> dict[Ref, tuple[Relation, ...]]:
    found: defaultdict[Ref, list[Relation]] = defaultdict(list)
    for end, other, relation in ends:
        found[end].append(relation)
        if relation.kind.is_symmetric and other != end:
            found[other].append(relation)
    return {ref: tuple(relations) for ref, relations in found.items()}


def _ref(element: Element | Inference | Ref) -> Ref:
    return element.ref if isinstance(element, Claim | Evidence | Argument | Inference) else element
