"""Data that a format adds to things of a debate, under its name: ids, and all that has no field."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.data import NO_DATA, Data, FrozenDict, Value


def own_data(data: Data, key: str) -> Data:
    """Return what a format has added to data; empty if nothing.

    >>> own_data(FrozenDict({"aif": FrozenDict({"id": "7"})}), "aif")["id"]
    '7'
    """
    own = data.get(key)
    return own if isinstance(own, FrozenDict) else NO_DATA


def without_own(data: Data, key: str) -> Data:
    """Return data without what a format has added.

    >>> without_own(FrozenDict({"aif": FrozenDict({"id": "7"}), "color": "red"}), "aif")
    FrozenDict({'color': 'red'})
    """
    return FrozenDict({word: value for word, value in data.items() if word != key})


def with_own(key: str, entries: Mapping[str, Value], data: Data = NO_DATA) -> Data:
    """Return data with what a format adds, if it adds anything."""
    return FrozenDict({**data, key: FrozenDict(entries)}) if entries else data


def foreign_id(data: Data, key: str) -> str | None:
    """Return the id that something has in a format, None if its data contain none."""
    name = own_data(data, key).get("id")
    return str(name) if isinstance(name, str | int) and not isinstance(name, bool) and str(name) else None
