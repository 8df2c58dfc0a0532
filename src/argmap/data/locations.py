"""Where keys and values are in a text that says data: by the path of keys that leads to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from argmap.named_tuples import NamedTuple
from argmap.text import Span

# Names of keys, and the places of items in lists, from 0.
Path: TypeAlias = tuple[str | int, ...]


class Pair(NamedTuple):
    """The spans of a key and of its value, as they are written; an item of a list is both."""

    key: Span
    value: Span

    def shifted(self, offset: int, path: str | None = None) -> Pair:
        """Return where both are in the text of a file in which this one begins at an offset."""
        return Pair(
            Span(self.key.start + offset, self.key.end + offset, path),
            Span(self.value.start + offset, self.value.end + offset, path),
        )


Locations: TypeAlias = Mapping[Path, Pair]


def nearest(locations: Locations, path: Path) -> Pair | None:
    """Return the location of a path, or else of the innermost collection around it; None if there is none.

    >>> nearest({("a",): Pair(Span(0, 1), Span(3, 4))}, ("a", "b")).key
    Span(start=0, end=1, path=None)
    """
    return next((locations[above] for above in _ancestors(path) if above in locations), None)


def _ancestors(path: Path) -> Iterator[Path]:
    for length in range(len(path), 0, -1):
        yield path[:length]


def written_like(written: str, word: str) -> str | None:
    """Return a word in the quotes of what it replaces, None if that is no text on one line.

    >>> written_like('"titel"', "title"), written_like("[a]", "title")
    ('"title"', None)
    """
    quote = written[:1]
    if not written or "\n" in written or "\r" in written or quote in "[{&!*|>":
        return None
    return f"{quote}{word}{quote}" if quote in "\"'" else word


def quoted(text: str) -> str:
    """Return a text on one line in quotes, as YAML reads it.

    >>> quoted("BBC: News"), quoted('a "b"')
    ('"BBC: News"', '\\'a "b"\\'')
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


class _Level:
    """A collection that is being read; `path` is None inside a key that is a collection."""

    __slots__ = ("count", "end", "is_closed", "is_mapping", "key", "path", "start")

    def __init__(self, path: Path | None, start: int, *, is_mapping: bool, is_closed: bool) -> None:
        self.path = path
        self.is_mapping = is_mapping
        self.is_closed = is_closed
        self.key: tuple[Path | None, Span] | None = None
        self.count = 0
        self.start = self.end = start


class Recorder:
    """Takes down where keys and values are, while a text is read from its beginning to its end."""

    def __init__(self) -> None:
        self.locations: dict[Path, Pair] = {}
        self._levels: list[_Level] = []

    @property
    def depth(self) -> int:
        """How many collections are open."""
        return len(self._levels)

    @property
    def awaits_key(self) -> bool:
        """Whether what comes next is the key of a mapping."""
        return bool(self._levels) and self._levels[-1].is_mapping and self._levels[-1].key is None

    @property
    def is_in_mapping(self) -> bool:
        """Whether the innermost open collection is a mapping."""
        return bool(self._levels) and self._levels[-1].is_mapping

    def open(self, start: int, *, is_mapping: bool, path: Path | None = None, is_closed: bool = True) -> None:
        """Begin a collection: the next value, or one whose path is given.

        One that no bracket closes ends where its last value does.
        """
        if path is None and self._levels:
            path = None if self.awaits_key else self._next_path()
        elif path is None:
            path = ()
        self._levels.append(_Level(path, start, is_mapping=is_mapping, is_closed=is_closed))

    def key(self, names: Path | None, span: Span) -> None:
        """Take down a key, or several that lead to a value, the span being that of the last.

        None stands for a key that has no name.
        """
        level = self._levels[-1]
        is_named = level.path is not None and names is not None
        level.key = ((*(level.path or ()), *(names or ())) if is_named else None, span)

    def declared(self, path: Path, span: Span) -> None:
        """Take down a table that is where its name is, unless it is known."""
        self.locations.setdefault(path, Pair(span, span))

    def implied(self, names: Path, span: Span) -> None:
        """Take down a table below the innermost one, which is only named on the way to its values."""
        path = self._levels[-1].path
        if path is not None:
            self.declared((*path, *names), span)

    def value(self, span: Span) -> None:
        """Take down a value."""
        if not self._levels:
            return
        level = self._levels[-1]
        path = self._next_path()
        if path:
            self.locations[path] = Pair(level.key[1] if level.key else span, span)
        level.key = None
        level.count += 1
        level.end = span.end

    def close(self, end: int) -> None:
        """End the innermost collection."""
        level = self._levels.pop()
        span = Span(level.start, end if level.is_closed else level.end)
        if self.awaits_key:
            self.key(None, span)
        else:
            self.value(span)

    def _next_path(self) -> Path | None:
        level = self._levels[-1]
        if level.path is None:
            return None
        if level.is_mapping:
            return level.key[0] if level.key else None
        return (*level.path, level.count)
