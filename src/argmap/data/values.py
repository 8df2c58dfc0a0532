"""Values of data blocks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import Enum
from os import PathLike, fspath
from typing import TypeAlias, Union

from argmap.data.frozen_dict import FrozenDict
from argmap.text.given_values import value_in_words

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


def given_value(name: str, value: object) -> Value:
    """Return what a caller gives as data, frozen as by `freeze`; what data cannot hold is refused.

    Numbers of other libraries are numbers, and a member of an enumeration is its value.

    >>> given_value("data", {"seen": [1, None]})
    FrozenDict({'seen': (1, None)})
    >>> given_value("data", {"seen": object()})
    Traceback (most recent call last):
    TypeError: data cannot hold a value of type object; write a text, a number, a date, or a list or mapping

    Raises:
        TypeError: there is something else in it.
        ValueError: it is nested too deeply.
    """
    try:
        return _given_value(name, value)
    except RecursionError:
        raise ValueError(f"{name} cannot hold what is nested so deeply") from None


def _given_value(name: str, value: object) -> Value:
    if isinstance(value, Enum):
        return _given_value(name, value.value)
    if isinstance(value, Mapping):
        return FrozenDict({str(key): _given_value(name, item) for key, item in value.items()})
    if isinstance(value, list | tuple | set | frozenset) and not hasattr(value, "_fields"):
        return tuple(_given_value(name, item) for item in value)
    if value is None or isinstance(value, bool | int | float | str | bytes | datetime.date | datetime.time):
        return freeze(value)
    # Few numbers are of other libraries, and loading these takes longer than to read a small text.
    from decimal import Decimal
    from numbers import Integral, Real

    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real | Decimal):
        return float(value)
    if isinstance(value, PathLike):
        return str(fspath(value))
    right = "write a text, a number, a date, or a list or mapping"
    raise TypeError(f"{name} cannot hold {value_in_words(value)}; {right}")


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
