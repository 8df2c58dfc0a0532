"""Named tuples whose types are for readers and type checkers, and cost nothing at the start.

`typing.NamedTuple` compiles the annotation of each field, which takes as long as all else about a class;
with a hundred classes that is a thirtieth of the time in which a small map is drawn, and nobody uses the
result.
"""

from __future__ import annotations

from collections import namedtuple

# What typing.TYPE_CHECKING is.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, NamedTuple

__all__ = ["NamedTuple"]

# What a class in the making has of its own, and `namedtuple` has set already.
_ALREADY_SET = frozenset({"__annotations__", "__module__"})


class _NamedTupleMaker(type):
    """Makes a named tuple of what looks like a class with annotations."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        types = body["__annotations__"]
        defaults = [body[field] for field in types if field in body]
        made: Any = namedtuple(name, types, defaults=defaults, module=body["__module__"])  # type: ignore[misc]
        made.__annotations__ = made.__new__.__annotations__ = types
        for key, value in body.items():
            if key not in types and key not in _ALREADY_SET:
                setattr(made, key, value)
        return made


if not TYPE_CHECKING:
    NamedTuple = type.__new__(
        _NamedTupleMaker,
        "NamedTuple",
        (),
        {
            "__doc__": """The base of named tuples, which are written as those of `typing`.

            >>> class Point(NamedTuple):
            ...     x: int
            ...     y: int = 0
            >>> Point(1)
            Point(x=1, y=0)
            """
        },
    )
