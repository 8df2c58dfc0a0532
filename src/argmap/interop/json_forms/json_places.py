"""The places of keys and values in a valid JSON text, found at the speed of Python's own reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from attrs import Factory, define

from argmap.data.locations import Pair, Path
from argmap.text import Span

_SPACE = re.compile(r"[ \t\n\r]*+")
_DECODER = json.JSONDecoder()


@define(eq=False)
class JsonPlaces:
    """The places of what collections contain; each collection is searched once, when first asked for.

    >>> places = JsonPlaces('{"nodes": [{"id": 1}, {}]}')
    >>> places.of(("nodes", 1)).value
    Span(start=22, end=24, path=None)
    """

    text: str
    _known: dict[Path, Mapping[str | int, Pair]] = Factory(dict)

    def of(self, path: Path) -> Pair | None:
        """Return the place of a value, or else of the innermost named collection around it."""
        for length in range(len(path), 0, -1):
            pair = self.inside(path[: length - 1]).get(path[length - 1])
            if pair is not None:
                return pair
        return None

    def inside(self, path: Path) -> Mapping[str | int, Pair]:
        """Return the places of a collection's items, by key or number; of equal keys, the last one counts."""
        known = self._known.get(path)
        if known is None:
            start = 0 if not path else self._start(path)
            known = {} if start is None else dict(_pairs(self.text, start))
            self._known[path] = known
        return known

    def _start(self, path: Path) -> int | None:
        pair = self.inside(path[:-1]).get(path[-1])
        return None if pair is None else pair.value.start


def _pairs(text: str, start: int) -> Iterator[tuple[str | int, Pair]]:
    """Yield the items of the collection that begins at a place; nothing if there is none."""
    place = _after_space(text, start)
    is_mapping = text.startswith("{", place)
    if not is_mapping and not text.startswith("[", place):
        return
    place = _after_space(text, place + 1)
    number = 0
    while place < len(text) and text[place] not in "}]":
        name: str | int = number
        key: Span | None = None
        if is_mapping:
            name, end = _DECODER.raw_decode(text, place)
            key = Span(place, end)
            place = _after_space(text, _after_space(text, end) + 1)
        _, end = _DECODER.raw_decode(text, place)
        value = Span(place, end)
        yield name, Pair(key or value, value)
        place = _after_space(text, end)
        if text.startswith(",", place):
            place = _after_space(text, place + 1)
        number += 1


def _after_space(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    assert space is not None, "there may be no space"
    return space.end()
