"""How things of attrs show themselves, without a function compiled for each class."""

from __future__ import annotations

from threading import local

from attrs import fields

_shown = local()


def representation(thing: object) -> str:
    """Return the name of the class of a thing with its fields, as attrs itself represents it.

    A class takes it over by `__repr__ = representation`. attrs would compile a function for it, which takes
    longer than all else about a class; with a hundred classes that is a tenth of the time in which a small
    map is drawn.

    >>> from attrs import field, frozen
    >>> @frozen
    ... class Point:
    ...     __repr__ = representation
    ...     x: int
    ...     y: int = field(default=0, repr=False)
    >>> Point(1)
    Point(x=1)
    """
    open_things: set[int] = _shown.__dict__.setdefault("open", set())
    key = id(thing)
    if key in open_things:
        return "..."
    open_things.add(key)
    try:
        words = []
        for attribute in fields(type(thing)):  # type: ignore[arg-type]
            if attribute.repr is True:
                words.append(f"{attribute.name}={getattr(thing, attribute.name)!r}")
            elif attribute.repr:
                words.append(f"{attribute.name}={attribute.repr(getattr(thing, attribute.name))}")
    finally:
        open_things.discard(key)
    return f"{type(thing).__qualname__.rpartition('>.')[2]}({', '.join(words)})"
