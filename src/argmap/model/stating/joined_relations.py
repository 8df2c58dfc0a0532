"""Relations of which different things are said, as one for all who only ask what bears on what."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from argmap.data import FrozenDict
from argmap.model.reference import Ref
from argmap.model.relation import Relation, RelationKind


def joined_relations(relations: Iterable[Relation]) -> list[Relation]:
    r"""Return relations with those of one kind between the same ends as one; later data win.

    >>> from argmap import parse
    >>> text = "[A]: a\n  - [B] {relation: {id: 1, strength: 0.5}}\n  - [B] {relation: {id: 2}}"
    >>> [dict(relation.data) for relation in joined_relations(parse(text).debate.relations)]
    [{'id': 2, 'strength': 0.5}]
    """
    joined: dict[tuple[RelationKind, Ref, Ref], Relation] = {}
    for relation in relations:
        key = (relation.kind, relation.source, relation.target)
        known = joined.setdefault(key, relation)
        if known is not relation and relation.data:
            joined[key] = evolve(known, data=FrozenDict({**known.data, **relation.data}))
    return list(joined.values())
