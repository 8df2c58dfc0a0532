"""Two debates in one, with what became of each thing, for a drawing of changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias, TypeVar

from attrs import evolve, frozen

from argmap.comparing.change_kinds import (
    Added,
    DebateChange,
    RelationAdded,
    RelationRemoved,
    RelationTurned,
    Removed,
)
from argmap.comparing.debate_changes import Changes
from argmap.model import (
    Argument,
    Claim,
    Debate,
    Element,
    ElementRef,
    Evidence,
    FrozenDict,
    Inference,
    InferenceRef,
    PropositionRef,
    Question,
    Ref,
    Relation,
    RelationKind,
    Statement,
)
from argmap.model.reference import ArgumentRef

RelationKey: TypeAlias = tuple[RelationKind, Ref, Ref]
ElementT = TypeVar("ElementT", Claim, Evidence, Question)


@frozen(eq=False)
class UnitedDebate:
    """The new debate with what is gone from the old one, and the changes by what they are about."""

    debate: Debate
    elements: Mapping[ElementRef, tuple[DebateChange, ...]]
    relations: Mapping[RelationKey, DebateChange]
    context: int | None


def united(changes: Changes) -> UnitedDebate:
    """Return both debates in one; titles of what is gone are marked where they have been taken since."""
    union = _Union(changes)
    elements: defaultdict[ElementRef, list[DebateChange]] = defaultdict(list)
    relations: dict[RelationKey, DebateChange] = {}
    gone: list[Relation] = []
    for change in changes:
        match change:
            case Removed(before=Claim() | Evidence() | Question() | Argument() as element):
                elements[union.refs[element.ref]].append(change)
            case RelationRemoved(before=Relation() as relation):
                gone.append(union.relation(relation))
                relations[_key(gone[-1])] = change
            case RelationAdded(after=Relation() as relation) | RelationTurned(after=Relation() as relation):
                relations[_key(relation)] = change
            case DebateChange(after=Claim() | Evidence() | Question() | Argument() as element):
                elements[element.ref].append(change)
    return UnitedDebate(
        union.debate(gone),
        {ref: tuple(each) for ref, each in elements.items()},
        relations,
        changes.context,
    )


def _key(relation: Relation) -> RelationKey:
    return relation.kind, relation.source, relation.target


class _Union:
    """The names of elements of the old debate in both debates together."""

    def __init__(self, changes: Changes) -> None:
        self._old, self._new = changes.old, changes.new
        self.refs: dict[ElementRef, ElementRef] = dict(changes.pairs)
        self._sections = dict(changes.section_pairs)
        taken: set[ElementRef] = {element.ref for element in changes.new}
        self._gone = [element for element in changes.old if element.ref not in self.refs]
        for element in self._gone:
            ref = element.ref
            while ref in taken:
                ref = type(ref)(f"{ref.title} (before)")
            taken.add(ref)
            self.refs[element.ref] = ref

    def debate(self, relations: list[Relation]) -> Debate:
        """Return the new debate with elements and relations that are gone."""
        new = self._new
        gone = list(self._elements())
        return evolve(
            new,
            claims=_with(new.claims, (each for each in gone if isinstance(each, Claim))),
            evidence=_with(new.evidence, (each for each in gone if isinstance(each, Evidence))),
            questions=_with(new.questions, (each for each in gone if isinstance(each, Question))),
            arguments=FrozenDict(
                {**new.arguments, **{each.title: each for each in gone if isinstance(each, Argument)}}
            ),
            relations=(*new.relations, *relations),
        )

    def relation(self, relation: Relation) -> Relation:
        """Return a relation that is gone between what its ends are called now."""
        return evolve(relation, source=self._ref(relation.source), target=self._ref(relation.target))

    def _elements(self) -> Iterator[Element]:
        for element in self._gone:
            ref = self.refs[element.ref]
            section = self._sections.get(element.section or "")
            if isinstance(element, Argument):
                yield evolve(
                    element,
                    title=ref.title,
                    section=section,
                    span=None,
                    descriptions=self._places(element.descriptions),
                    steps=self._places(element.steps),
                    step_refs=tuple(self._proposition(each) for each in element.step_refs),
                    inferences=tuple(self._inference(each, ref.title) for each in element.inferences),
                )
            else:
                yield evolve(
                    element,
                    title=ref.title,
                    section=section,
                    span=None,
                    statements=self._places(element.statements),
                )

    def _places(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(
            evolve(place, section=self._sections.get(place.section or ""), span=None) for place in statements
        )

    def _inference(self, inference: Inference, argument: str) -> Inference:
        return evolve(
            inference,
            argument=argument,
            premises=tuple(self._proposition(each) for each in inference.premises),
            conclusion=self._proposition(inference.conclusion),
        )

    def _proposition(self, ref: PropositionRef) -> PropositionRef:
        now = self.refs[ref]
        # Something that turned into an argument is no longer a premise.
        return ref if isinstance(now, ArgumentRef) else now

    def _ref(self, ref: Ref) -> Ref:
        if not isinstance(ref, InferenceRef):
            return self.refs[ref]
        argument = self.refs[ArgumentRef(ref.argument)]
        known = self._new.arguments.get(argument.title)
        is_gone = ArgumentRef(ref.argument) in {element.ref for element in self._gone}
        if is_gone or (known is not None and ref.place < len(known.inferences)):
            return InferenceRef(argument.title, ref.place)
        return argument


def _with(elements: FrozenDict[str, ElementT], gone: Iterator[ElementT]) -> FrozenDict[str, ElementT]:
    return FrozenDict({**elements, **{element.title: element for element in gone}})


def is_added(changes: tuple[DebateChange, ...]) -> bool:
    """Return whether an element was not there before."""
    return any(isinstance(change, Added) for change in changes)
