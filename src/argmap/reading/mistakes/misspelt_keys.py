"""Keys of data that have no meaning and look like others that have one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from argmap.data import FrozenDict, Value
from argmap.data.known_keys import KEYS, DataOf, is_known_key
from argmap.data.locations import written_like
from argmap.model import Section, Statement
from argmap.reading.builders import ElementBuilder, InferenceBuilder
from argmap.reading.data_places import DataPlaces
from argmap.reading.mistakes.misspelling import slips_of
from argmap.reading.source_files import SourceFile
from argmap.text import Diagnostic, Fix, Span, diagnose

# No key with a meaning is nearly as long.
_LONGEST = 50


def misspelt_in_data(
    entries: Iterable[ElementBuilder], sections: Iterable[Section], places: DataPlaces
) -> Iterator[Diagnostic]:
    """Yield the misspelt keys in the data of elements, inferences and headings."""
    for entry in entries:
        if entry.data:
            yield from _of_data(entry.data, DataOf.ELEMENT, entry, places)
            yield from _of_sources(entry, places)
        for step in entry.inferences:
            if step.data:
                yield from _of_data(step.data, DataOf.INFERENCE, step, places)
            conclusion = entry.steps[step.conclusion_index][1]
            if conclusion.data:
                yield from _of_data(conclusion.data, DataOf.CONCLUSION, conclusion, places)
    for section in sections:
        if section.data:
            yield from _of_data(section.data, DataOf.HEADING, section, places)


def misspelt_in_declarations(
    sources: Value, declared: Mapping[str, Span], pages: Mapping[str | None, SourceFile]
) -> Iterator[Diagnostic]:
    """Yield the misspelt keys of sources in frontmatter; `declared` is where each of them is declared."""
    for name, source in sources.items() if isinstance(sources, FrozenDict) else ():
        for key, near in _misspelt(source, DataOf.SOURCE):
            page = pages[declared[name].path]
            place = page.key_span("sources", name, key)
            yield _diagnostic(key, near, place, page.text[place.start : place.end])


def _of_data(
    data: Mapping[str, Value],
    of: DataOf,
    where: ElementBuilder | Statement | InferenceBuilder | Section,
    places: DataPlaces,
) -> Iterator[Diagnostic]:
    for key, near in _misspelt(data, of):
        place = places.key(where, key)
        yield _diagnostic(key, near, place, places.written(place))


def _of_sources(entry: ElementBuilder, places: DataPlaces) -> Iterator[Diagnostic]:
    written = entry.data.get("source")
    several = enumerate(written) if isinstance(written, tuple) else ()
    for path, source in (((), written), *(((index,), source) for index, source in several)):
        for key, near in _misspelt(source, DataOf.SOURCE):
            place = places.key(entry, "source", *path, key)
            yield _diagnostic(key, near, place, places.written(place))


def _misspelt(data: Value | Mapping[str, Value], of: DataOf) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the misspelt keys of a mapping, each with those that may be meant, the nearest first."""
    if isinstance(data, str) or not isinstance(data, Mapping):
        return
    there: Mapping[str, Value] | set[str] = data
    for key, value in data.items():
        # A key without a value loses nothing, and is reported as such.
        if value is None or is_known_key(key, of) or len(key) > _LONGEST:
            continue
        if near := _near(key, of):
            if of is DataOf.SOURCE and there is data:
                # Their keys may be in upper or lower case.
                there = {name.casefold() for name in data}
            meant = near[0].casefold() if of is DataOf.SOURCE else near[0]
            if meant not in there:
                yield key, near


@lru_cache(maxsize=1000)
def _near(key: str, of: DataOf) -> tuple[str, ...]:
    return tuple(slips_of(key, KEYS[of]))


def _diagnostic(key: str, near: tuple[str, ...], place: Span, written: str) -> Diagnostic:
    # Where an alias brings a key in, the place is that of something around it.
    is_here = written.strip("\"'") == key
    word = written_like(written, near[0]) if is_here and len(near) == 1 else None
    fix = Fix(place, word, is_safe=False) if word else None
    return diagnose("R264", place, key, near[0], fix=fix)
