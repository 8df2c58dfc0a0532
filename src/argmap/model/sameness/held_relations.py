"""The relations that hold in a debate, written or not."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.data.values import NO_DATA, Data
from argmap.model.argument import Argument
from argmap.model.debate import Debate
from argmap.model.reference import ArgumentRef, Ref
from argmap.model.relation import Relation, RelationKind, attacked_by


def held_relations(debate: Debate) -> list[Relation]:
    """Return the relations that hold, each once, with those that follow from premises and conclusions.

    Relations of which different things are said are different; of which nothing is said is none of them.

    An attack on an argument by what attacks one of its premises anyway says nothing more.
    """
    arguments = debate.arguments.values()
    premises: dict[Ref, frozenset[Ref]] = {
        argument.ref: frozenset(_premises(argument)) for argument in arguments
    }
    attacked = attacked_by(debate.relations)
    found: dict[tuple[object, ...], dict[Data, Relation]] = {}
    for kind, source, target, data in _written_and_following(debate):
        is_redundant = (
            kind is RelationKind.ATTACK
            and not isinstance(source, ArgumentRef)
            and not premises.get(target, frozenset()).isdisjoint(attacked.get(source, ()))
        )
        if not is_redundant:
            ends = frozenset((source, target)) if kind.is_symmetric else (source, target)
            alike = found.setdefault((kind, ends), {})
            if data or not alike:
                alike.setdefault(data, Relation(kind, source, target, data=data))
    return [
        relation for alike in found.values() for data, relation in alike.items() if data or len(alike) == 1
    ]


def _written_and_following(debate: Debate) -> Iterator[tuple[RelationKind, Ref, Ref, Data]]:
    """Yield the relations of a debate, and those between arguments and their premises and conclusions."""
    for relation in debate.relations:
        yield relation.kind, relation.source, relation.target, relation.data
    for argument in debate.arguments.values():
        if argument.conclusion is not None:
            yield from ((RelationKind.SUPPORT, ref, argument.ref, NO_DATA) for ref in _premises(argument))
            yield RelationKind.SUPPORT, argument.ref, argument.conclusion, NO_DATA


def _premises(argument: Argument) -> Iterator[Ref]:
    conclusions = {inference.conclusion_index for inference in argument.inferences}
    if conclusions:
        yield from (ref for place, ref in enumerate(argument.step_refs) if place not in conclusions)
