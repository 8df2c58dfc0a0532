"""Whether the value that a text gives for a field is of the field's type."""

from __future__ import annotations

import datetime
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Union, get_args, get_origin

from argmap.data import FrozenDict

_PLAIN = (bool, int, float, str, bytes, datetime.date, type(None))
# Data may nest; their content is checked here, because types do not describe it.
_DATA = FrozenDict[str, object]


@cache
def field_types(kind: Any) -> Mapping[str, Any]:
    """Return the types of the fields of a class of the model, by their names."""
    return typing.get_type_hints(kind, localns={"Value": object, "Data": _DATA})


def fits(value: object, wanted: Any) -> bool:
    """Return whether a value is of the type of a field of the model.

    >>> fits(("a",), tuple[str, ...]), fits(True, int), fits(1, float | None)
    (True, False, True)
    """
    if wanted == _DATA:
        return isinstance(value, FrozenDict) and is_data(value)
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return any(fits(value, one) for one in inner)
    if origin is tuple:
        return type(value) is tuple and all(fits(one, inner[0]) for one in value)
    if origin is FrozenDict:
        return isinstance(value, FrozenDict) and all(fits(one, inner[1]) for one in value.values())
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    # Only in Python are booleans whole numbers.
    return isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))


def is_data(value: object) -> bool:
    """Return whether a value is one that data blocks can contain, at any depth."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, FrozenDict):
            waiting += one.values()
        elif type(one) is tuple:
            waiting += one
        elif not isinstance(one, _PLAIN):
            return False
    return True
