"""A mapping that never changes."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


class MissingKeyError(KeyError):
    """A mapping has no such key; the message names the nearest that it has.

    >>> print(MissingKeyError("[Sum]", {"Sun": 1}))
    there is no '[Sum]'; did you mean 'Sun'?
    """

    def __init__(self, key: object, known: Iterable[object] = ()) -> None:
        super().__init__(key)
        self.known = known

    def __str__(self) -> str:
        (key,) = self.args
        # Many are caught, and never read.
        from argmap.text.nearest import nearest

        word = str(getattr(key, "title", "") if not isinstance(key, str) else key)
        words = [name for name in self.known if isinstance(name, str)]
        near = nearest(word, words) or nearest(word.strip("[]<>^?#"), words)
        return f"there is no {key!r}" + (f"; did you mean {near!r}?" if near else "")


class FrozenDict(Mapping[K, V]):
    """An immutable mapping: keeps its order, hashes if its values do, pickles and copies.

    >>> sizes = FrozenDict({"a": 1, "b": 2})
    >>> sizes["b"], sizes == {"b": 2, "a": 1}, hash(sizes) == hash(FrozenDict(b=2, a=1))
    (2, True, True)
    """

    __slots__ = ("_hash", "_items")
    _items: dict[K, V]
    _hash: int | None

    def __init__(self, items: Mapping[K, V] | Iterable[tuple[K, V]] = (), **named: V) -> None:
        object.__setattr__(self, "_items", dict(items, **named))
        object.__setattr__(self, "_hash", None)

    def __getitem__(self, key: K) -> V:
        try:
            return self._items[key]
        except KeyError:
            raise MissingKeyError(key, self._items) from None

    @overload
    def get(self, key: object, default: None = None) -> V | None: ...
    @overload
    def get(self, key: object, default: T) -> V | T: ...
    def get(self, key: object, default: object = None) -> object:
        # Mapping's own raises and catches an error for every key that is not there.
        return self._items.get(key, default)  # type: ignore[arg-type]  # any object may be asked for

    # The views of a dict cannot change it, and are walked several times as fast as Mapping's.
    def keys(self) -> KeysView[K]:
        return self._items.keys()

    def values(self) -> ValuesView[V]:
        return self._items.values()

    def items(self) -> ItemsView[K, V]:
        return self._items.items()

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(frozenset(self._items.items())))
        return self._hash  # type: ignore[return-value]  # set just above

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenDict):
            return self._items == other._items
        return self._items == other if isinstance(other, Mapping) else NotImplemented

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a FrozenDict cannot change: {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a FrozenDict cannot change: {name!r}")

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        return (type(self), (self._items,))

    def _ipython_key_completions_(self) -> list[K]:
        # What notebooks offer behind an opening bracket.
        return list(self._items)

    def __repr__(self) -> str:
        return f"FrozenDict({self._items!r})"
