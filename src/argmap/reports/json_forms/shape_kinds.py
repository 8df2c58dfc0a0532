"""What shapes of JSON are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import frozen


@frozen
class Shape:
    """A mapping with the keys of the shape of this name."""

    name: str


@frozen
class ListOf:
    """A list of things of a kind."""

    kind: Shape


@frozen
class MappingOf:
    """A mapping from titles to things of a kind."""

    kind: Shape


@frozen
class EitherOf:
    """A thing of some kind or other."""

    kinds: tuple[object, ...]


# The keys of a mapping with the types of their values.
Fields: TypeAlias = Mapping[str, Any]
