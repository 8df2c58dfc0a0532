"""Comparing relations: which are new, gone or different."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from argmap.comparing.change_kinds import (
    DataChanged,
    DebateChange,
    RelationAdded,
    RelationRemoved,
    RelationTurned,
)
from argmap.comparing.things_by_name import NamedDebate
from argmap.comparing.word_changes import differing_paths
from argmap.data import Data
from argmap.model import Relation, RelationKind
from argmap.model.sameness.held_relations import held_relations

# A relation by the names of its ends, which are sorted if it is symmetric.
_Key: TypeAlias = tuple[RelationKind, str, str]


def relation_changes(first: NamedDebate, second: NamedDebate) -> Iterator[DebateChange]:
    """Yield the changes of relations, leaving out those that follow from premises and conclusions."""
    old, new = _written(first), _written(second)
    held_old, held_new = _held(first), _held(second)
    gone = {key: relations for key, relations in old.items() if key not in held_new}
    made = {key: relations for key, relations in new.items() if key not in held_old}
    turned = _turned(gone, made)
    for key, relations in new.items():
        if key in old:
            yield from _of_alike(old[key], relations)
        elif key in turned:
            yield from _of_turned(gone.pop(turned[key]), relations)
        elif key in made:
            yield from (RelationAdded(None, relation) for relation in relations)
    for relations in gone.values():
        yield from (RelationRemoved(relation, None) for relation in relations)


def _of_alike(old: list[Relation], new: list[Relation]) -> Iterator[DebateChange]:
    """Yield the changes in what is said about relations of one kind between the same ends."""
    before, after = {each.data for each in old}, {each.data for each in new}
    gone = [relation for relation in old if relation.data not in after]
    made = [relation for relation in new if relation.data not in before]
    for first, second in zip(gone, made, strict=False):
        yield DataChanged(first, second, differing_paths(first.data, second.data))
    yield from (RelationAdded(None, relation) for relation in made[len(gone) :])
    yield from (RelationRemoved(relation, None) for relation in gone[len(made) :])


def _of_turned(old: list[Relation], new: list[Relation]) -> Iterator[DebateChange]:
    for first, second in zip(old, new, strict=False):
        yield RelationTurned(first, second)
    yield from (RelationAdded(None, relation) for relation in new[len(old) :])
    yield from (RelationRemoved(relation, None) for relation in old[len(new) :])


def _turned(gone: Iterable[_Key], made: Iterable[_Key]) -> Mapping[_Key, _Key]:
    """Return which new relation was which old one between the same ends: in the same direction if possible.

    It makes no difference which debate is the new one.
    """
    turned: dict[_Key, _Key] = {}
    for is_directed in (True, False):
        between: defaultdict[object, list[_Key]] = defaultdict(list)
        for key in sorted({*gone} - {*turned.values()}, key=_sorting):
            between[_ends(key, is_directed=is_directed)].append(key)
        for key in sorted({*made} - {*turned}, key=_sorting):
            if others := between[_ends(key, is_directed=is_directed)]:
                turned[key] = others.pop(0)
    return turned


def _ends(key: _Key, *, is_directed: bool) -> object:
    return key[1:] if is_directed else frozenset(key[1:])


def _sorting(key: _Key) -> tuple[str, ...]:
    return (key[0].value, *key[1:])


def _written(named: NamedDebate) -> Mapping[_Key, list[Relation]]:
    return _by_key(named, (relation for relation in named.debate.relations if not relation.is_derived))


def _held(named: NamedDebate) -> Mapping[_Key, list[Relation]]:
    return _by_key(named, (*named.debate.relations, *held_relations(named.debate)))


def _by_key(named: NamedDebate, relations: Iterable[Relation]) -> Mapping[_Key, list[Relation]]:
    """Return relations by kind and ends, without repeating those about which the same is said."""
    keys: dict[_Key, dict[Data, Relation]] = {}
    for relation in relations:
        ends = named.names[relation.source], named.names[relation.target]
        if relation.kind.is_symmetric:
            ends = (min(ends), max(ends))
        keys.setdefault((relation.kind, *ends), {}).setdefault(relation.data, relation)
    return {key: list(alike.values()) for key, alike in keys.items()}
