"""Where a setting belongs that is written somewhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import Attribute, fields

from argmap.settings.foreign import FOREIGN_TABLES, METADATA_KEYS, PROGRAM_KEYS, foreign_tables
from argmap.settings.problems import SettingProblem, Unusable, full_name
from argmap.settings.readers import argdown_name

_MOST_PLACES = 4
# Names that Argdown had before, and what took their place.
_FORMER = {
    "lineLength": ("dot.statement.lineWidth", "dot.argument.lineWidth"),
    "groupMode": ("group.groupDepth",),
}


@cache
def setting_fields(settings: type) -> Mapping[tuple[str, ...], Attribute[Any]]:
    """Return the fields of all settings and of the tables around them, by their paths."""
    known: dict[tuple[str, ...], Attribute[Any]] = {}
    waiting: list[tuple[tuple[str, ...], type]] = [((), settings)]
    while waiting:
        path, kind = waiting.pop(0)
        for field in fields(kind):
            here = (*path, argdown_name(field.name))
            known[here] = field
            if "table" in field.metadata:
                waiting.append((here, field.metadata["table"]))
    return known


@cache
def _places(settings: type) -> Mapping[str, tuple[str, ...]]:
    """Return the full names of all settings by their last names."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for path in setting_fields(settings):
        places[path[-1]].append(".".join(path))
    for table, names in foreign_tables().items():
        for name in names:
            places[name].append(f"{table}.{name}")
    return {**{name: tuple(found) for name, found in places.items()}, **_FORMER}


def with_place(problem: SettingProblem, settings: type) -> SettingProblem:
    """Return a problem whose hint says where its setting belongs, if there is one of that name elsewhere."""
    places = _places(settings).get(str(problem.path[-1]), ())
    if not problem.is_unknown or not places:
        return problem
    # In the same table, but deeper, is nearer than in another one.
    table = full_name(problem.path[:-1]) + "."
    places = tuple(place for place in places if place.startswith(table)) or places
    return problem._replace(hint=f"write it as {_listed(places)}", near=None)


def misplaced(mapping: Mapping[str, object], settings: type) -> Iterator[SettingProblem]:
    """Yield the keys at the top of a frontmatter that are settings of a table, with where they belong.

    A frontmatter may have keys of an author's own. A common word counts as a setting only if its value is
    one that the setting has, or a table of such settings.
    """
    known = (*(path[0] for path in setting_fields(settings) if len(path) == 1), *FOREIGN_TABLES)
    for name, value in mapping.items():
        if name not in known and name not in METADATA_KEYS and name not in PROGRAM_KEYS:
            places = [
                place for place in _places(settings).get(name, ()) if _is_meant(name, value, place, settings)
            ]
            if places:
                yield SettingProblem(
                    (name,),
                    f"the setting `{name}` has no effect at the top of the frontmatter",
                    f"write it as {_listed(places)}",
                )


def _is_meant(name: str, value: object, place: str, settings: type) -> bool:
    if name != name.lower():
        return True
    field = setting_fields(settings).get(tuple(place.split(".")))
    if field is None:
        return False
    if "table" in field.metadata:
        inside = {argdown_name(one.name) for one in fields(field.metadata["table"])}
        return isinstance(value, Mapping) and not inside.isdisjoint(value)
    return isinstance(value, str) and _is_choice(field, value)


def _is_choice(field: Attribute[Any], value: str) -> bool:
    """Return whether a setting takes one of some words, and this is one of them."""
    return _takes(field, value) and not _takes(field, "\0")


def _takes(field: Attribute[Any], value: object) -> bool:
    try:
        field.metadata["read"](value)
    except Unusable:
        return False
    return True


def as_table(value: object, table: type) -> str | None:
    """Return the table that a value stands for where a table belongs, None if no setting is meant.

    >>> from argmap.settings.tables import ModelSettings
    >>> as_table("strict", ModelSettings)
    '{mode: strict}'
    """
    names = [
        argdown_name(field.name)
        for field in fields(table)
        if "read" in field.metadata and isinstance(value, str) and _is_choice(field, value)
    ]
    return f"{{{names[0]}: {value}}}" if len(names) == 1 else None


def _listed(places: tuple[str, ...] | list[str]) -> str:
    return " or ".join(f"`{place}`" for place in places[:_MOST_PLACES])
