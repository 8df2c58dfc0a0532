"""How things of attrs show themselves, without a function compiled for each class."""

from __future__ import annotations

from threading import local
from typing import Any

from attrs import NOTHING, Attribute, Factory, fields

_shown = local()
# A class, which its stub calls a function.
_FACTORY: Any = Factory


def representation(thing: object) -> str:
    """Return the name of the class of a thing with its fields, without those that are as by default.

    A class takes it over by `__repr__ = representation`. attrs would compile a function for it, which takes
    longer than all else about a class; with a hundred classes that is a tenth of the time in which a small
    map is drawn.

    >>> from attrs import field, frozen
    >>> @frozen
    ... class Point:
    ...     __repr__ = representation
    ...     x: int
    ...     y: int = 0
    ...     name: str = field(default="", repr=False)
    >>> Point(1), Point(1, 2, "A")
    (Point(x=1), Point(x=1, y=2))
    """
    open_things: set[int] = _shown.__dict__.setdefault("open", set())
    key = id(thing)
    if key in open_things:
        return "..."
    open_things.add(key)
    try:
        words = []
        for attribute in fields(type(thing)):  # type: ignore[arg-type]
            value = getattr(thing, attribute.name)
            if attribute.repr and not _is_default(attribute, value):
                shown = repr(value) if attribute.repr is True else attribute.repr(value)
                words.append(f"{attribute.name}={shown}")
    finally:
        open_things.discard(key)
    return f"{type(thing).__qualname__.rpartition('>.')[2]}({', '.join(words)})"


def _is_default(attribute: Attribute[object], value: object) -> bool:
    default = attribute.default
    if isinstance(default, _FACTORY):
        # What depends on the thing itself is worth being seen.
        default = NOTHING if default.takes_self else default.factory()
    # What is equal to a default may be something else, as True is to 1.
    return value is default or (type(value) is type(default) and value == default)
