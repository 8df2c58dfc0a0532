"""Documents with all that they hold, for laws that they are the same in everything."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import fields, has

# What a document keeps to read its text again.
_KEPT = ("_reading", "_earlier_names")


def all_of(thing: object) -> object:
    """Return a thing with all its fields, also those that do not count when things are compared."""
    if has(type(thing)):
        names = (field.name for field in fields(type(thing)) if field.name not in _KEPT)
        return type(thing), [(name, all_of(getattr(thing, name))) for name in names]
    if isinstance(thing, Mapping):
        return [(key, all_of(value)) for key, value in thing.items()]
    if isinstance(thing, tuple):
        return [all_of(value) for value in thing]
    return thing
