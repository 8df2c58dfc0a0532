"""Values of data blocks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TypeAlias, Union

from argmap.data.frozen_dict import FrozenDict

# What YAML can say, frozen: mappings are FrozenDict, lists are tuples.
Value: TypeAlias = Union[
    bool,
    int,
    float,
    str,
    bytes,
    datetime.date,
    datetime.datetime,
    "tuple[Value, ...]",
    "FrozenDict[str, Value]",
    None,
]
Data: TypeAlias = FrozenDict[str, Value]

NO_DATA: Data = FrozenDict()


def freeze(value: object) -> Value:
    """Return a value with its mappings and lists frozen, at any depth; keys become strings.

    >>> freeze({"a": [1, {"b": 2}]})
    FrozenDict({'a': (1, FrozenDict({'b': 2}))})
    """
    if isinstance(value, dict | FrozenDict):
        return FrozenDict({str(key): freeze(item) for key, item in value.items()})
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(freeze(item) for item in value)
    if value is None or isinstance(value, bool | int | float | str | bytes | datetime.date):
        return value
    if isinstance(value, Mapping):
        return freeze(dict(value))
    return str(value)


def share(value: object) -> float | None:
    """Return a number from 0 to 1, None for anything else.

    >>> share(0.5), share("high"), share(True)
    (0.5, None, None)
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    return None


def check_share(name: str, value: object) -> None:
    """Raise if a value is neither None nor a number from 0 to 1.

    >>> check_share("reliability", "high")
    Traceback (most recent call last):
        ...
    ValueError: reliability must be a number from 0 to 1, not 'high'

    Raises:
        ValueError: it is something else.
    """
    if value is not None and not (
        isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
    ):
        raise ValueError(f"{name} must be a number from 0 to 1, not {value!r}")


def check_title(kind: str, title: object) -> None:
    """Raise if a title is no text.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(title, str):
        raise TypeError(f"the title of {kind} must be a text, not {title!r}")


def check_count(name: str, value: object, *, least: int) -> None:
    """Raise if a value is no whole number, or too small.

    >>> check_count("level", "2", least=1)
    Traceback (most recent call last):
        ...
    TypeError: level must be a whole number, not '2'

    Raises:
        TypeError: it is no whole number.
        ValueError: it is too small.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    if value < least:
        raise ValueError(f"{name} must be {least} or more, not {value}")
