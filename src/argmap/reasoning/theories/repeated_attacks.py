"""Attacks on arguments that repeat attacks on their premises."""

from __future__ import annotations

from argmap.model import ArgumentRef, Debate, Ref, Relation, RelationKind
from argmap.model.relation import attacked_by


def repeats_attack(debate: Debate) -> frozenset[tuple[Ref, Ref]]:
    r"""Return the sources and targets of attacks on an argument by what attacks one of its premises anyway.

    Without data they are not relations of the debate; data change how they are drawn, not what they say.

    >>> import argmap
    >>> text = "<A>\n\n(1) [P]: p\n----\n(2) [C]: c\n\n[B]: b\n  -> [P]\n  -> <A> {relation: {strength: 0.5}}"
    >>> [tuple(map(str, pair)) for pair in repeats_attack(argmap.parse(text).debate)]
    [('[B]', '<A>')]
    """
    candidates = [relation for relation in debate.relations if relation.data and _is_on_argument(relation)]
    if not candidates:
        return frozenset()
    attacked = attacked_by(debate.relations)
    return frozenset(
        (relation.source, relation.target)
        for relation in candidates
        if isinstance(relation.target, ArgumentRef)
        and not attacked.get(relation.source, frozenset()).isdisjoint(
            debate.arguments[relation.target.title].premises
        )
    )


def _is_on_argument(relation: Relation) -> bool:
    return (
        relation.kind is RelationKind.ATTACK
        and isinstance(relation.target, ArgumentRef)
        and not isinstance(relation.source, ArgumentRef)
    )
