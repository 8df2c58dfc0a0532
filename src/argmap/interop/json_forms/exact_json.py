"""Values as JSON without loss: what JSON has no word for is a mapping with one key that begins with `$`."""

from __future__ import annotations

import base64
import datetime
import json
import math
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any

import attrs

from argmap import model
from argmap.data import FrozenDict
from argmap.data.values import check_share
from argmap.interop.json_forms.fitting import field_types, fits
from argmap.model import Mark
from argmap.settings.readers import argdown_name
from argmap.text import Span

_DEEPEST = 150
# Fields that are numbers from 0 to 1.
_SHARES = frozenset({"reliability", "strength"})
# Python refuses to write decimal numbers of more digits.
_MOST_BITS = 4096


def json_text(value: object) -> str:
    """Return data for JSON as the text of a file that people can read.

    >>> json_text({"n": [1]})
    '{\\n "n": [\\n  1\\n ]\\n}\\n'
    """
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n"


def encode(value: object) -> object:
    """Return a value of the model as data for JSON.

    >>> encode(FrozenDict({"due": datetime.date(2020, 1, 31), "n": (1, None)}))
    {'due': {'$date': '2020-01-31'}, 'n': [1, None]}
    """
    match value:
        case None | bool() | str():
            return value
        case Enum():
            return {f"${type(value).__name__}": value.value}
        case int():
            return value if value.bit_length() <= _MOST_BITS else {"$integer": hex(value)}
        case float():
            return value if math.isfinite(value) else {"$number": str(value)}
        case Span(start=start, end=end, path=path):
            # There are very many.
            return {"$at": [start, end] if path is None else [start, end, path]}
        case tuple() if hasattr(value, "_fields"):
            return {
                f"${type(value).__name__}": {name: encode(getattr(value, name)) for name in value._fields}
            }
        case tuple() | list():
            return [encode(one) for one in value]
        case Mapping():
            return _mapping(value)
        case bytes():
            return {"$bytes": base64.b64encode(value).decode("ascii")}
        case datetime.datetime():
            return {"$time": value.isoformat()}
        case datetime.date():
            return {"$date": value.isoformat()}
        case _ if attrs.has(type(value)):
            return {f"${type(value).__name__}": fields_of(value)}
    raise TypeError(f"JSON cannot express {value!r}")


def _mapping(value: Mapping[Any, object]) -> object:
    if len(value) == 1 and next(iter(value)).startswith("$"):
        return {"$mapping": [[key, encode(item)] for key, item in value.items()]}
    return {key: encode(item) for key, item in value.items()}


def fields_of(thing: Any, *, without: frozenset[str] = frozenset()) -> dict[str, object]:
    """Return the fields of a frozen thing, under Argdown's kind of names; defaults are left out."""
    found: dict[str, object] = {}
    for field_ in attrs.fields(type(thing)):
        if field_.name not in without:
            value = getattr(thing, field_.name)
            if field_.default is attrs.NOTHING or value != field_.default:
                found[argdown_name(field_.name)] = encode(value)
    return found


def is_plain(value: object) -> bool:
    """Return whether JSON can express all of a value.

    >>> is_plain({"a": [1, "b"]}), is_plain({"a": datetime.date(2020, 1, 31)})
    (True, False)
    """
    waiting = [value]
    while waiting:
        one = waiting.pop()
        match one:
            case None | bool() | str():
                pass
            case int():
                if one.bit_length() > _MOST_BITS:
                    return False
            case float():
                if not math.isfinite(one):
                    return False
            case tuple() | list():
                waiting += one
            case Mapping():
                waiting += one.values()
            case _:
                return False
    return True


def decode(value: object, depth: int = 0) -> Any:
    """Return the value that `encode` turned into this.

    >>> decode({'due': {'$date': '2020-01-31'}, 'n': [1, None]})
    FrozenDict({'due': datetime.date(2020, 1, 31), 'n': (1, None)})

    Raises:
        ValueError: nothing is encoded like this.
    """
    if depth > _DEEPEST:
        raise ValueError("it is nested too deeply")
    if isinstance(value, list):
        return tuple(decode(one, depth + 1) for one in value)
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        (name, inner), *_ = value.items()
        if name.startswith("$"):
            return _tagged(name[1:], inner, depth + 1)
    return FrozenDict({key: decode(item, depth + 1) for key, item in value.items()})


def _tagged(kind: str, value: object, depth: int) -> object:
    try:
        match kind:
            case "mapping" if isinstance(value, list):
                return FrozenDict({str(key): decode(item, depth) for key, item in value})
            case "integer":
                return int(str(value), 16)
            case "number":
                return float(str(value))
            case "bytes":
                return base64.b64decode(str(value))
            case "time":
                return datetime.datetime.fromisoformat(str(value))
            case "at" if isinstance(value, list):
                return _span(*value)
            case "date":
                return datetime.date.fromisoformat(str(value))
            case _ if kind in _types() and issubclass(_types()[kind], Enum):
                return _types()[kind](value)
            case _ if kind in _types() and isinstance(value, dict):
                return _checked(_types()[kind](**arguments(_types()[kind], value, depth)))
    except (TypeError, ValueError) as error:
        raise ValueError(f"`${kind}` cannot be {str(value)[:100]!r}") from error
    raise ValueError(f"there is no `${kind}`")


def _checked(thing: Any) -> Any:
    """Return a thing if its values make sense together.

    Raises:
        ValueError: it is a reference to the wrong kind of thing, or a stretch that ends before it begins.
    """
    kind = getattr(type(thing), "_field_defaults", {}).get("kind")
    if kind is not None and thing.kind != kind:
        raise ValueError("it is of another kind")
    if isinstance(thing, Mark) and not 0 <= thing.start <= thing.end:
        raise ValueError("it ends before it begins")
    return thing


def _span(start: object, end: object, path: object = None) -> Span:
    if not (fits(start, int) and fits(end, int) and fits(path, str | None)):
        raise TypeError("no place")
    span = Span(start, end, path)  # type: ignore[arg-type]  # this is what was just looked at
    if not 0 <= span.start <= span.end:
        raise ValueError("it ends before it begins")
    return span


def arguments(kind: type, said: Mapping[str, object], depth: int = 0) -> dict[str, Any]:
    """Return the values given for the fields of a frozen class, under Python's names.

    Raises:
        ValueError: the class has no such field, or a value is not encoded like this or is out of range.
    """
    names = {argdown_name(name): name for name in _field_names(kind)}
    unknown = [name for name in said if name not in names]
    if unknown:
        raise ValueError(f"{kind.__name__} has no `{unknown[0]}`")
    found = {names[name]: decode(value, depth + 1) for name, value in said.items()}
    types = field_types(kind)
    for name, value in found.items():
        if not fits(value, types[name]):
            raise ValueError(f"`{argdown_name(name)}` of {kind.__name__} cannot be {str(value)[:50]!r}")
        if name in _SHARES:
            check_share(argdown_name(name), value)
    return found


def _field_names(kind: Any) -> Iterator[str]:
    if attrs.has(kind):
        yield from (field_.name for field_ in attrs.fields(kind))
    else:
        yield from kind._fields


@cache
def _types() -> dict[str, Any]:
    """Return the classes of the model by their names."""
    found = {name: getattr(model, name) for name in model.__all__}
    return {
        name: one
        for name, one in found.items()
        if isinstance(one, type) and (attrs.has(one) or issubclass(one, Enum) or hasattr(one, "_fields"))
    }
