"""The long form of values: every field that is set, where `repr` says only what a thing is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from argmap.named_tuples import NamedTuple
from argmap.nearest_keyword import names_nearest

_WIDTH = 100
_INDENT = "  "


class _Written(NamedTuple):
    """A value as text: in brackets, its members each with what goes before it."""

    opening: str
    members: Sequence[tuple[str, object]]
    closing: str


@names_nearest
def dump(thing: object) -> str:
    """Return a value written out in full, except for spans and for fields that have their default.

    >>> import argmap
    >>> print(dump(argmap.parse("[Sun]: It is sunny. #dry").debate.claims["Sun"].statements[0]))
    Statement(
      title='Sun',
      text='It is sunny. #dry',
      is_top_level=True,
      tags=('dry',),
      marks=(Mark(kind=MarkKind.TAG, start=13, end=17, target='dry'),),
    )
    """
    return _dumped(thing, "")


def _dumped(thing: object, indent: str) -> str:
    # Values nest as deeply as classes do, and as data may, which reading bounds.
    flat = _flat(thing)
    written = _written(thing)
    if written is None or not written.members or len(indent) + len(flat) < _WIDTH:
        return flat
    inner = indent + _INDENT
    lines = (f"{inner}{name}{_dumped(member, inner)},\n" for name, member in written.members)
    return f"{written.opening}\n{''.join(lines)}{indent}{written.closing}"


def _flat(thing: object) -> str:
    written = _written(thing)
    if written is None:
        return f"{type(thing).__name__}.{thing.name}" if isinstance(thing, Enum) else repr(thing)
    members = ", ".join(f"{name}{_flat(member)}" for name, member in written.members)
    comma = "," if written.opening == "(" and len(written.members) == 1 else ""
    return f"{written.opening}{members}{comma}{written.closing}"


def _written(thing: object) -> _Written | None:
    """Return the parts of a value that has any, None for what is written as `repr` does."""
    if fields := getattr(type(thing), "__attrs_attrs__", None):
        values = (
            (field, getattr(thing, field.name))
            for field in fields
            if field.repr and not field.name.startswith("_")
        )
        members = [(f"{field.alias}=", value) for field, value in values if value != field.default]
        return _Written(f"{type(thing).__name__}(", members, ")")
    if isinstance(thing, Mapping):
        return _Written("{", [(f"{key!r}: ", value) for key, value in thing.items()], "}")
    if type(thing) is tuple:
        return _Written("(", [("", member) for member in thing], ")")
    return None
