"""How things of attrs compare, without functions compiled for each class.

attrs would compile two for each, which takes longer than its fields do; with seventy classes that is a
thirtieth of the time in which a small map is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from attrs import fields


def equality(thing: Any, other: object) -> bool:
    """Return whether two things are of the same class and have equal fields, as attrs itself compares them.

    A class takes it over by `__eq__ = equality`, and then also needs `__hash__ = value_hash`.

    >>> from attrs import field, frozen
    >>> @frozen
    ... class Point:
    ...     __eq__ = equality
    ...     __hash__ = value_hash
    ...     x: int
    ...     note: str = field(default="", eq=False)
    >>> Point(1, "here") == Point(1), Point(1) in {Point(1)}, Point(1) == Point(2)
    (True, True, False)
    """
    key = _key(thing.__class__)
    if other.__class__ is not thing.__class__:
        return NotImplemented  # type: ignore[no-any-return]  # known as an answer only inside classes
    return key(thing) == key(other)


def value_hash(thing: Any) -> int:
    """Return the hash of a thing, which is that of all that are equal to it."""
    return hash(_key(thing.__class__)(thing))


@cache
def _key(kind: type[Any]) -> Callable[[object], tuple[object, ...]]:
    """Return what of the things of a class is compared."""
    # With the class, there are always two and more: a getter of one gives no tuple.
    compared = (attribute.name for attribute in fields(kind) if attribute.eq)
    return attrgetter("__class__", *compared)
