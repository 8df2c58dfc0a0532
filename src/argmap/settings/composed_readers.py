"""Readers of values that have values in them: tables, mappings and lists; and what is wrong in those."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from argmap.data.values import freeze
from argmap.settings.problems import OddColor, Path, SettingProblem, UnknownSetting, Unusable
from argmap.settings.readers import Reader, any_mapping

# A value inside another: its path from there, its reader, and itself.
Inner = tuple[Path, Reader, object]
_MOST_SEARCHES = 50
_DEEPEST = 500


@frozen(eq=False, repr=False)
class ComposedReader:
    """A reader of a value with values in it, which have readers of their own.

    `check` raises `Unusable` if the outer value is not what it should be, and looks no deeper. `inner`
    yields the values in it, also in a value that is not, given the mapping that this is in.
    """

    check: Reader
    inner: Callable[[object, Mapping[str, object]], Iterable[Inner]]
    read: Reader = freeze

    def __call__(self, value: object) -> Any:  # as the readers of plain values
        """Return the outer value; what is wrong inside stays as it is."""
        self.check(value)
        return self.read(value)


def problems_in(value: object, reader: Reader) -> Iterator[SettingProblem]:
    """Yield what is wrong with a value, and in it at any depth, what is further out first."""
    searches = 0
    around: object = {}
    waiting: deque[tuple[Path, Reader, object, object]] = deque([((), reader, value, around)])
    while waiting:
        path, reader, value, around = waiting.popleft()
        try:
            (reader.check if isinstance(reader, ComposedReader) else reader)(value)
        except Unusable as error:
            if isinstance(error, OddColor):
                searches += 1
                error = error if searches <= _MOST_SEARCHES else OddColor({})
            yield error.problem(path, value)
        if isinstance(reader, ComposedReader) and len(path) < _DEEPEST:
            for inside, inner, item in reader.inner(value, as_mapping(around)):
                waiting.append(((*path, *inside), inner, item, value))


def table(*, nested: str | None = None, **readers: Reader) -> ComposedReader:
    """Return a reader of a mapping in which each of some keys has a reader.

    Under the key `nested` is a list of tables like this one.

    >>> from argmap.settings.readers import size, text
    >>> images = mapping_of(table(path=text, width=size))
    >>> [problem.message for problem in problems_in({"a": {"width": "wide"}}, images)]
    ["`a.width` cannot be 'wide'"]
    """
    keys = (*readers, nested) if nested else tuple(readers)

    def check(value: object) -> None:
        if not isinstance(value, Mapping):
            raise Unusable("a mapping with " + ", ".join(f"`{key}`" for key in keys))

    reader = ComposedReader(check, lambda value, around: _known(value, readers))
    if nested:
        readers[nested] = list_of(reader)
    return reader


def table_of(readers: Mapping[str, Reader]) -> ComposedReader:
    """Return a reader of a mapping in which each of some keys has a reader, if they are too many to list."""
    return ComposedReader(any_mapping, lambda value, around: _known(value, readers))


def mapping_of(reader: Reader) -> ComposedReader:
    """Return a reader of a mapping whose keys are an author's, and whose values have one reader."""

    def inner(value: object, around: Mapping[str, object]) -> Iterator[Inner]:
        for key, item in as_mapping(value).items():
            yield (str(key),), reader, item

    return ComposedReader(any_mapping, inner)


def list_of(reader: ComposedReader) -> ComposedReader:
    """Return a reader of a list of mappings, which have one reader."""

    def check(value: object) -> None:
        if not isinstance(value, list | tuple):
            raise Unusable("a list of mappings")
        for item in value:
            any_mapping(item)

    def inner(value: object, around: Mapping[str, object]) -> Iterator[Inner]:
        for place, item in enumerate(value if isinstance(value, list | tuple) else ()):
            if isinstance(item, Mapping):
                yield (place,), reader, item

    return ComposedReader(check, inner)


def text_or(reader: ComposedReader) -> ComposedReader:
    """Return a reader of a text, or of what another reader takes."""

    def check(value: object) -> None:
        if not isinstance(value, str):
            reader.check(value)

    return ComposedReader(check, reader.inner)


def as_mapping(value: object) -> Mapping[str, object]:
    """Return a value that is a mapping, an empty one for any other value."""
    return value if isinstance(value, Mapping) else {}


def unknown_among(known: Collection[str]) -> Reader:
    """Return a reader that takes no value, of a key that is not among those that are known."""

    def read(value: object) -> object:
        raise UnknownSetting(known)

    return read


def _known(value: object, readers: Mapping[str, Reader]) -> Iterator[Inner]:
    for key, item in as_mapping(value).items():
        if key not in readers:
            yield (str(key),), unknown_among(readers), item
        elif item is not None:
            yield (str(key),), readers[key], item
