"""Claims, evidence, questions or arguments by their titles, each of which is moved when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, KeysView, Mapping
from typing import TypeVar, overload

from argmap.data import FrozenDict

E = TypeVar("E")
T = TypeVar("T")


class MovedElements(FrozenDict[str, E]):
    """A mapping with the titles of another, and what a function makes of each element of that.

    >>> loud = MovedElements(FrozenDict(a="one", b="two"), str.upper)
    >>> loud["b"], loud == {"a": "ONE", "b": "TWO"}
    ('TWO', True)
    """

    __slots__ = ("_made", "_moved", "_origin")
    _origin: Mapping[str, E]
    # None when all are made.
    _moved: Callable[[E], E] | None
    _made: dict[str, E]

    def __init__(self, origin: Mapping[str, E], moved: Callable[[E], E]) -> None:
        for name, value in (("_origin", origin), ("_moved", moved), ("_made", {}), ("_hash", None)):
            object.__setattr__(self, name, value)

    def __getitem__(self, title: str) -> E:
        if title not in self._made and self._moved is not None:
            self._made[title] = self._moved(self._origin[title])
        return self._made[title]

    @overload
    def get(self, key: object, default: None = None) -> E | None: ...
    @overload
    def get(self, key: object, default: T) -> E | T: ...
    def get(self, key: object, default: object = None) -> object:
        return self[key] if isinstance(key, str) and key in self._origin else default

    def keys(self) -> KeysView[str]:
        return self._origin.keys()

    def __contains__(self, key: object) -> bool:
        return key in self._origin

    def __iter__(self) -> Iterator[str]:
        return iter(self._origin)

    def __len__(self) -> int:
        return len(self._origin)

    def __reduce__(self) -> tuple[type[FrozenDict[str, E]], tuple[dict[str, E]]]:
        return (FrozenDict, (self._items,))

    @property
    def _items(self) -> dict[str, E]:  # type: ignore[override]  # what FrozenDict keeps is made here
        if self._moved is not None:
            made, moved = self._made, self._moved
            every = {
                title: made[title] if title in made else moved(element)
                for title, element in self._origin.items()
            }
            for name, value in (("_origin", every), ("_made", every), ("_moved", None)):
                object.__setattr__(self, name, value)
        return self._made
