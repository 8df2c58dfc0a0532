"""Slips in what data and frontmatter say: colours that are none, keys that are misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.data import Value
from argmap.data.locations import written_like
from argmap.model import Section
from argmap.named_tuples import NamedTuple
from argmap.reading.builders import ElementBuilder
from argmap.reading.data_places import DataPlaces
from argmap.settings.color_names import color_names, read_color
from argmap.settings.foreign import FOREIGN_TABLES, METADATA_KEYS, PROGRAM_KEYS
from argmap.settings.problems import nearest_color
from argmap.settings.settings import table_names
from argmap.text import Diagnostic, Fix, Span, diagnose
from argmap.text.nearest import nearest, only_near

_MOST_SEARCHES = 50
# What a document says of itself, and the settings of Argdown's tools, whether they are read here or not.
_KEYS = (*METADATA_KEYS, *table_names(), *FOREIGN_TABLES, *PROGRAM_KEYS)


class Typo(NamedTuple):
    """A word of the frontmatter that is none: the path of its key, the word, and what may be meant.

    `near` is the only right word that is close, if there is just one.
    """

    path: tuple[str, ...]
    word: str
    hint: str
    near: str | None


def misspelt_keys(metadata: Mapping[str, Value]) -> Iterator[Typo]:
    """Yield the keys of frontmatter that are close to known ones; all others are an author's own."""
    searches = 0
    for key in metadata:
        if len(key) > 3 and key not in _KEYS:
            searches += 1
            near = nearest(key, _KEYS, cutoff=0.8) if searches <= _MOST_SEARCHES else None
            if near:
                yield Typo((key,), key, near, None if near in metadata else only_near(key, _KEYS))


def odd_colors(things: Iterable[ElementBuilder | Section], places: DataPlaces) -> Iterator[Diagnostic]:
    """Yield the colours that the data of elements and headings name and that are none."""
    searches = 0
    for thing in things:
        color = thing.data.get("color") if thing.data else None
        if isinstance(color, str) and read_color(color) is None:
            searches += 1
            hint, near = nearest_color(color, color_names() if searches <= _MOST_SEARCHES else {})
            place = places.value(thing, "color")
            fix = guess(place, places, near)
            yield diagnose("R240", place or places.key(thing, "color"), color, hint, fix=fix)


def guess(place: Span | None, places: DataPlaces, near: str | None) -> Fix | None:
    """Return the fix that writes a word in place of a value that is near to it."""
    word = written_like(places.written(place), near) if place and near else None
    return Fix(place, word, is_safe=False) if place and word else None
