"""How things bear on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum

from attrs import field, frozen

from argmap.data.values import NO_DATA, Data, share
from argmap.equality import equality, value_hash
from argmap.model.reference import REFERENCES, QuestionRef, Ref, check_reference
from argmap.representation import representation
from argmap.text import Span


class RelationKind(Enum):
    """What one thing does to another; the last two kinds hold in both directions.

    >>> RelationKind("undercut").verb, RelationKind.CONTRADICTION.is_symmetric
    ('undercuts', True)
    """

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    ENTAILMENT = "entails"
    CONTRARIETY = "contrary"
    CONTRADICTION = "contradictory"

    # A kind is part of many keys; Enum's own hash is a call in Python.
    __hash__ = object.__hash__

    @property
    def verb(self) -> str:
        """What the source does to the target, in the third person."""
        return _VERBS[self]

    @property
    def is_symmetric(self) -> bool:
        """Whether A to B says the same as B to A."""
        return self in _SYMMETRIC

    @property
    def is_supporting(self) -> bool:
        """Whether the source speaks for the target."""
        return self in _SUPPORTING


# Asked for each relation, and Python 3.11 takes ten times as long to find members in their enum.
_SYMMETRIC = frozenset({RelationKind.CONTRARIETY, RelationKind.CONTRADICTION})
_SUPPORTING = frozenset({RelationKind.SUPPORT, RelationKind.ENTAILMENT})
_VERBS = {
    RelationKind.SUPPORT: "supports",
    RelationKind.ATTACK: "attacks",
    RelationKind.UNDERCUT: "undercuts",
    RelationKind.ENTAILMENT: "entails",
    RelationKind.CONTRARIETY: "is contrary to",
    RelationKind.CONTRADICTION: "contradicts",
}


# What positions do to questions.
ANSWERS = "answers"


class Origin(Enum):
    """Whether an author wrote a relation or shared premises and conclusions imply it."""

    SKETCHED = "sketched"
    DERIVED = "derived"


# As above.
_DERIVED = Origin.DERIVED


@frozen
class Relation:
    r"""How one thing, the `source`, supports, attacks or otherwise affects another, the `target`.

    `data` are those of `{relation: {…}}` in the line that writes it: its `strength` weighs the reason, from
    0 to 1. `spans` are the places where it was written, none if it is derived, and `marks` those of the
    operators that write it.

    >>> import argmap
    >>> (relation,) = argmap.parse("[Sun]: It shines.\n  - <Clouds>: It is grey.").debate.relations
    >>> relation.kind.value, str(relation.source), str(relation.target), relation.is_derived
    ('attack', '<Clouds>', '[Sun]', False)
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    kind: RelationKind
    source: Ref
    target: Ref
    origin: Origin = Origin.SKETCHED
    spans: tuple[Span, ...] = field(default=(), eq=False, repr=False)
    data: Data = NO_DATA
    marks: tuple[Span, ...] = field(default=(), eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        # Very many are made: what is right is seen at once.
        if self.kind.__class__ is not RelationKind:
            raise TypeError(f"kind must be a RelationKind such as RelationKind.SUPPORT, not {self.kind!r}")
        if self.origin.__class__ is not Origin:
            raise TypeError(f"origin must be Origin.SKETCHED or Origin.DERIVED, not {self.origin!r}")
        if self.source.__class__ not in REFERENCES:
            check_reference("source", self.source)
        if self.target.__class__ not in REFERENCES:
            check_reference("target", self.target)

    def __str__(self) -> str:
        """Return it as a sentence.

        >>> from argmap.model import ArgumentRef, ClaimRef
        >>> str(Relation(RelationKind.SUPPORT, ArgumentRef("B"), ClaimRef("A")))
        '<B> supports [A]'
        """
        return f"{self.source} {self.verb} {self.target}"

    @property
    def verb(self) -> str:
        """What the source does to the target, in the third person; positions answer questions."""
        return ANSWERS if self.is_answer else self.kind.verb

    @property
    def is_answer(self) -> bool:
        """Whether the source is a position on the target, a question."""
        return isinstance(self.target, QuestionRef) and self.kind.is_supporting

    @property
    def strength(self) -> float | None:
        """How much it weighs, from 0 to 1; None if its data do not say."""
        return share(self.data.get("strength"))

    @property
    def is_derived(self) -> bool:
        """Whether it follows from shared premises and conclusions."""
        return self.origin is _DERIVED


def attacked_by(relations: Iterable[Relation]) -> Mapping[Ref, set[Ref]]:
    """Return what each source of relations attacks or excludes.

    >>> from argmap.model import ClaimRef
    >>> both = Relation(RelationKind.CONTRADICTION, ClaimRef("A"), ClaimRef("B"))
    >>> {str(source): [*map(str, targets)] for source, targets in attacked_by([both]).items()}
    {'[A]': ['[B]'], '[B]': ['[A]']}
    """
    attacked: defaultdict[Ref, set[Ref]] = defaultdict(set)
    for relation in relations:
        if relation.kind is RelationKind.ATTACK or relation.kind.is_symmetric:
            attacked[relation.source].add(relation.target)
        if relation.kind.is_symmetric:
            attacked[relation.target].add(relation.source)
    return attacked


def relations_by_end(
    ends: Iterable[tuple[Ref, Ref, Relation]],
) -> dict[Ref, tuple[Relation, ...]]:
    """Return relations by one of their ends; each comes after this end and the other one.

    Symmetric relations are returned for both ends.
    """
    relations: defaultdict[Ref, list[Relation]] = defaultdict(list)
    for end, other, relation in ends:
        relations[end].append(relation)
        if relation.kind.is_symmetric and other != end:
            relations[other].append(relation)
    return {ref: tuple(each) for ref, each in relations.items()}
