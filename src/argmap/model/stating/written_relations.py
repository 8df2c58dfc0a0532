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
    Relation,
    RelationKind,
)
from argmap.model.stating.derived_relations import derived_relations

_STRICT = frozenset({RelationKind.ENTAILMENT, RelationKind.CONTRARIETY})
# By the kind of a relation: as what it is written where documents need not be strict.
LOOSE = {
    RelationKind.SUPPORT: RelationKind.SUPPORT,
    RelationKind.ENTAILMENT: RelationKind.SUPPORT,
    RelationKind.ATTACK: RelationKind.ATTACK,
    RelationKind.CONTRARIETY: RelationKind.ATTACK,
}


def fitting(debate: Debate) -> Debate:
    """Return a debate whose relations all have an operator.

    What supports an inference supports its argument, what attacks one undercuts it, and an inference acts
    by its argument. Only claims and evidence entail something or are contrary to it; where both that and
    mere support and attack between them occur, all of it is support and attack.
    """
    relations = tuple(_fitting(relation) for relation in debate.relations)
    between = {relation.kind for relation in relations if _is_between_propositions(relation)}
    if between & _STRICT and between & set(LOOSE) - _STRICT:
        relations = tuple(
            evolve(relation, kind=LOOSE.get(relation.kind, relation.kind))
            if relation.kind in _STRICT
            else relation
            for relation in relations
        )
    return debate if relations == debate.relations else evolve(debate, relations=relations)


def _fitting(relation: Relation) -> Relation:
    kind, source, target = relation.kind, relation.source, relation.target
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
    """Return the relations that have to be written, each once: those that no structure says anyway."""
    derived = set(derived_relations(debate))
    found: dict[tuple[object, ...], Relation] = {}
    for relation in debate.relations:
        if relation.data or (relation.kind, relation.source, relation.target) not in derived:
            ends = (
                frozenset((relation.source, relation.target))
                if relation.kind.is_symmetric
                else (relation.source, relation.target)
            )
            found.setdefault((relation.kind, ends), relation)
    return list(found.values())


def metadata_for(debate: Debate, relations: Iterable[Relation]) -> Data:
    """Return metadata whose settings let relations and structures be read as they are."""
    model = debate.metadata.get("model")
    said: dict[str, Value] = dict(model) if isinstance(model, FrozenDict) else {}
    new = dict(said)
    relations = tuple(relations)
    between = {relation.kind for relation in relations if _is_between_propositions(relation)}
    if between & _STRICT:
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
