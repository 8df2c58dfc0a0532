"""Values of JSON as data of a debate, and the ids in it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.data import Value, freeze
from argmap.interop.conversion.damage import Damage
from argmap.interop.json_forms.json_reader import JsonValue

_DEEPEST = 150
# Data are written as YAML, which does not allow longer numbers.
_LARGEST = 10**300


def frozen_data(shape: JsonValue) -> Value:
    """Return a JSON value as data.

    Raises:
        FormatError: it is nested too deeply, or a number in it is too large.
    """
    value = shape.value
    if value is None or isinstance(value, bool | float):
        return value
    waiting: list[tuple[object, int]] = [(value, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > _DEEPEST:
            raise shape.wrong("nests too deep")
        if isinstance(part, int) and abs(part) > _LARGEST:
            raise shape.wrong("holds a number that is too large")
        parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        waiting += ((each, depth + 1) for each in parts)
    return freeze(value)


def identifier(item: JsonValue, word: str, damage: Damage) -> str | None:
    """Return an id, which is a text or a whole number; None if it is damaged, which is reported.

    Raises:
        FormatError: it is neither, and reading is not lenient.
    """
    value = item.mapping().get(word)
    if isinstance(value, int | str) and not isinstance(value, bool) and str(value).strip():
        return str(value)
    damage.add(item[word].wrong(f"must be an id, not {str(value)[:50]!r}"), word)
    return None


def listed_items(whole: JsonValue, word: str, damage: Damage) -> Iterator[JsonValue]:
    """Yield the mappings in a list.

    Raises:
        FormatError: there is no such list, or it contains something else, and reading is not lenient.
    """
    if not isinstance(whole.value, dict):
        raise whole.wrong("must be a mapping")
    if not isinstance(whole[word].value, list):
        raise whole[word].wrong("must be a list")
    for item in whole[word].each():
        if isinstance(item.value, dict):
            yield item
        else:
            damage.add(item.wrong("must be mappings"), word)
