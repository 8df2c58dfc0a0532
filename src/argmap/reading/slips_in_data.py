"""Slips in what data and frontmatter say: colours that are none, keys that are misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from argmap.model import Data, FrozenDict, Value
from argmap.model.colors import color_names, color_schemes, read_color
from argmap.model.settings import only_near
from argmap.reading.data_places import DataPlaces
from argmap.reading.entries import Entry
from argmap.text import Diagnostic, Fix, diagnose

_MOST_SEARCHES = 50
# What a document says of itself, then the settings of Argdown's tools, whether they are read here or not.
_KEYS = (
    *("title", "subTitle", "author", "date", "abstract", "sources", "bibliography", "schemes"),
    *("parser", "data", "model", "selection", "map", "group", "color", "images", "dot", "vizJs"),
    *("svgToPdf", "image", "graphml", "dagre", "html", "json", "sourceHighlighter", "webComponent"),
    *("include", "process", "processes", "inputPath", "outputPath", "outputSuffix", "saveAs", "ignore"),
    *("check", "watch", "rootPath", "plugins", "logLevel"),
)


class Slip(NamedTuple):
    """A word of the frontmatter that is none: the path of its key, the word, and what may be meant.

    `near` is the only right word that is close, if there is just one.
    """

    path: tuple[str, ...]
    word: str
    hint: str
    near: str | None


def misspelt_keys(metadata: Data) -> Iterator[Slip]:
    """Yield the keys of frontmatter that are close to known ones; all others are an author's own."""
    searches = 0
    for key in metadata:
        if len(key) > 3 and key not in _KEYS:
            searches += 1
            near = get_close_matches(key[:50], _KEYS, n=1, cutoff=0.8) if searches <= _MOST_SEARCHES else []
            if near:
                yield Slip((key,), key, near[0], None if near[0] in metadata else only_near(key, _KEYS))


def odd_colors(metadata: Data) -> Iterator[Slip]:
    """Yield the colours in the settings of a frontmatter that are none."""
    said = metadata.get("color")
    if not isinstance(said, FrozenDict):
        return
    for name in ("colorScheme", "groupColorScheme"):
        scheme = said.get(name)
        if isinstance(scheme, tuple):
            yield from _odd((("color", name), one) for one in scheme)
        elif isinstance(scheme, str) and scheme not in color_schemes():
            yield Slip(("color", name), scheme, *_nearest(scheme, color_schemes()))
    for name in ("tagColors", "statementColors", "argumentColors", "groupColors", "relationColors"):
        colors = said.get(name)
        if isinstance(colors, FrozenDict):
            yield from _odd((("color", name, key), value) for key, value in colors.items())


def _odd(colors: Iterable[tuple[tuple[str, ...], Value]]) -> Iterator[Slip]:
    searches = 0
    for path, value in colors:
        color = value.get("color") if isinstance(value, FrozenDict) else value
        if isinstance(color, str) and read_color(color) is None:
            searches += 1
            known = color_names() if searches <= _MOST_SEARCHES else {}
            yield Slip(path, color, *_nearest(color, known))


def odd_colors_of(entries: Iterable[Entry], places: DataPlaces) -> Iterator[Diagnostic]:
    """Yield the colours that the data of elements name and that are none."""
    searches = 0
    for entry in entries:
        color = entry.data.get("color") if entry.data else None
        if isinstance(color, str) and read_color(color) is None:
            searches += 1
            hint, near = _nearest(color, color_names() if searches <= _MOST_SEARCHES else {})
            place = places.value(entry, "color", color)
            fix = Fix(place, near) if place and near else None
            yield diagnose("R240", place or places.key(entry, "color"), color, hint, fix=fix)


def _nearest(word: str, known: Mapping[str, object]) -> tuple[str, str | None]:
    """Return a hint, and the only word that is close."""
    near = get_close_matches(word.strip().lower()[:50], known, n=1)
    hint = f"did you mean `{near[0]}`?" if near else "write a colour such as `#1b9e77` or a name that CSS has"
    return hint, only_near(word.strip().lower()[:50], known)
