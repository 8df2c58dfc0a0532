"""Relations as operators can say them, and the settings under which they do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from argmap.data import Data, FrozenDict, Value
from argmap.model import (
    Argument,
    ArgumentRef,
    ClaimRef,
    Debate,
    EvidenceRef,
    InferenceRef,
    QuestionRef,
    Ref,
    Relation,
    RelationKind,
)
from argmap.model.stating.derived_relations import derived_relations

_STRICT = frozenset({RelationKind.ENTAILMENT, RelationKind.CONTRARIETY})
# What data can say of the kind of a relation; what is undercut is no claim.
_STATED = frozenset(kind.value for kind in RelationKind if kind is not RelationKind.UNDERCUT)
# By the kind of a relation: as what it is written where documents need not be strict.
LOOSE = {
    RelationKind.SUPPORT: RelationKind.SUPPORT,
    RelationKind.ENTAILMENT: RelationKind.SUPPORT,
    RelationKind.ATTACK: RelationKind.ATTACK,
    RelationKind.CONTRARIETY: RelationKind.ATTACK,
}
# Kinds that operators say between claims only in texts that are not strict.
_LOOSE_ONLY = frozenset(LOOSE) - _STRICT


def fitting(debate: Debate) -> Debate:
    """Return a debate whose relations all have an operator.

    What supports an inference supports its argument, what attacks one undercuts it, and an inference acts
    by its argument. Only claims and evidence entail something or are contrary to it. Data of a relation do
    not say of which kind it is: it says so itself.
    """
    relations = tuple(_fitting(relation) for relation in debate.relations)
    return debate if relations == debate.relations else evolve(debate, relations=relations)


def stated_kind(kind: RelationKind, source: Ref, target: Ref, data: Data) -> RelationKind | None:
    """Return the kind that data state for a relation whose operator says another; None if they state none.

    That is possible between claims, evidence and questions, and where nothing is undercut.

    >>> data = FrozenDict({"kind": "entails"})
    >>> stated_kind(RelationKind.SUPPORT, ClaimRef("A"), ClaimRef("B"), data).value
    'entails'
    """
    word = data.get("kind")
    if word not in _STATED or kind.value not in _STATED:
        return None
    is_between = all(isinstance(end, ClaimRef | EvidenceRef | QuestionRef) for end in (source, target))
    return RelationKind(word) if is_between else None


def with_stated_kind(relation: Relation, *, is_strict: bool) -> Data:
    """Return the data of a relation with its kind, if its operator alone would say another one."""
    if is_strict or relation.kind not in _STRICT:
        return relation.data
    return FrozenDict({"kind": relation.kind.value, **relation.data})


def _fitting(relation: Relation) -> Relation:
    kind, source, target = relation.kind, relation.source, relation.target
    if stated_kind(kind, source, target, relation.data):
        data = FrozenDict({key: value for key, value in relation.data.items() if key != "kind"})
        relation = evolve(relation, data=data)
    if isinstance(source, InferenceRef):
        source = ArgumentRef(source.argument)
    if isinstance(target, InferenceRef) and kind.is_supporting:
        kind, target = RelationKind.SUPPORT, ArgumentRef(target.argument)
    elif isinstance(target, InferenceRef):
        kind = RelationKind.UNDERCUT
    elif kind in _STRICT and ArgumentRef in (type(source), type(target)):
        kind = LOOSE[kind]
    if (kind, source, target) == (relation.kind, relation.source, relation.target):
        return relation
    return evolve(relation, kind=kind, source=source, target=target)


def _is_between_propositions(relation: Relation) -> bool:
    ends = (relation.source, relation.target)
    return all(isinstance(end, ClaimRef | EvidenceRef | QuestionRef) for end in ends)


def written_relations(debate: Debate) -> list[Relation]:
    """Return the relations that have to be written, each once: those that no structure says anyway.

    Relations of which different things are said are different; of which nothing is said is none of them.
    """
    derived = set(derived_relations(debate))
    found: dict[tuple[object, ...], dict[Data, Relation]] = {}
    for relation in debate.relations:
        if relation.data or (relation.kind, relation.source, relation.target) not in derived:
            ends = (
                frozenset((relation.source, relation.target))
                if relation.kind.is_symmetric
                else (relation.source, relation.target)
            )
            found.setdefault((relation.kind, ends), {}).setdefault(relation.data, relation)
    return [
        relation for alike in found.values() for data, relation in alike.items() if data or len(alike) == 1
    ]


def metadata_for(debate: Debate, relations: Iterable[Relation]) -> Data:
    """Return metadata whose settings let relations and structures be read as they are."""
    model = debate.metadata.get("model")
    said: dict[str, Value] = dict(model) if isinstance(model, FrozenDict) else {}
    new = dict(said)
    relations = tuple(relations)
    between = {relation.kind for relation in relations if _is_between_propositions(relation)}
    if between & _STRICT and not between & _LOOSE_ONLY:
        new["mode"] = "strict"
    elif between & set(LOOSE) and said.get("mode") == "strict":
        del new["mode"]
    if any(_acts_itself(relation, debate.arguments) for relation in relations):
        new["transformArgumentRelations"] = False
    if new == said:
        return debate.metadata
    rest = {key: value for key, value in debate.metadata.items() if key != "model"}
    return FrozenDict({**rest, "model": FrozenDict(new)} if new else rest)


def _acts_itself(relation: Relation, arguments: Mapping[str, Argument]) -> bool:
    """Return whether a reconstructed argument is related itself, and not its conclusion or inference."""
    source, target = relation.source, relation.target
    ways = ((source, target), (target, source)) if relation.kind.is_symmetric else ((source, target),)
    for end, other in ways:
        if isinstance(end, ArgumentRef):
            argument = arguments[end.title]
            if argument.inferences and argument.conclusion != other:
                return True
    is_undercut = relation.kind is RelationKind.UNDERCUT and isinstance(target, ArgumentRef)
    return is_undercut and bool(arguments[target.title].inferences)
