"""Where evidence comes from: sources in data, in the frontmatter and in CSL-JSON files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from argmap.data import FrozenDict, Value, freeze
from argmap.files import text_in
from argmap.model import EvidenceKind, Source
from argmap.model.sources.source_values import URL, source_of, text_of
from argmap.reading.builders import ElementBuilder, InferenceBuilder
from argmap.reading.data_places import DataPlaces
from argmap.reading.declarations import Declarations, DeclaredFile
from argmap.reading.mistakes.misspellings import guess
from argmap.text import Diagnostic, diagnose
from argmap.text.nearest import nearest, only_near

# Only so many keys are looked for: searching takes time.
_MOST_SEARCHES = 100
_KINDS = [kind.value for kind in EvidenceKind]


class Library:
    """The sources that a document declares, and those that its data name."""

    _searches = 0

    def __init__(self, places: DataPlaces, sources: dict[str, Source]) -> None:
        self.places = places
        self.sources = sources
        self.diagnostics: list[Diagnostic] = []

    @classmethod
    def of(cls, declarations: Declarations, *, folder: PurePath | None, places: DataPlaces) -> Library:
        """Return the sources of a document's frontmatter and of the bibliographies that it names."""
        library = cls(places, {})
        for file in declarations.bibliographies:
            library._read_file(file, folder)
        declared = declarations.metadata.get("sources")
        if isinstance(declared, FrozenDict):
            for key, value in declared.items():
                library.sources[key] = source_of(value, key=key, span=declarations.source_places.get(key))
        return library

    def of_data(self, data: Mapping[str, Value], where: ElementBuilder) -> tuple[Source, ...]:
        """Return the sources that an element's data name under `source`."""
        said = data.get("source")
        if said is None:
            return ()
        if not isinstance(said, tuple):
            return (self._source(said, where, "source"),)
        return tuple(self._source(one, where, "source", place) for place, one in enumerate(said))

    def _source(self, value: Value, where: ElementBuilder, *path: str | int) -> Source:
        if not isinstance(value, str):
            return source_of(value)
        if value in self.sources:
            return self.sources[value]
        # Declared keys are words; a text with spaces or a URL is a source by itself.
        if self.sources and re.fullmatch(r"[\w.:+-]+", value) and not URL.match(value):
            self._searches += 1
            known = self.sources if self._searches <= _MOST_SEARCHES else {}
            near = nearest(value, known)
            hint = f"did you mean `{near}`?" if near else "declare it under `sources` in the frontmatter"
            place = self.places.value(where, *path)
            fix = guess(place, self.places, only_near(value, known) if near else None)
            self.diagnostics.append(
                diagnose("R217", place or self.places.key(where, *path), value, hint, fix=fix)
            )
        return source_of(value)

    def kind(self, data: Mapping[str, Value], where: ElementBuilder) -> str | None:
        """Return the kind of evidence; words close to a known one are reported."""
        kind = self.text(data, "kind")
        if kind and kind not in _KINDS and (near := nearest(kind.casefold(), _KINDS)):
            place = self.places.value(where, "kind")
            fix = guess(place, self.places, only_near(kind.casefold(), _KINDS))
            self.diagnostics.append(
                diagnose("R226", place or self.places.key(where, "kind"), kind, near, fix=fix)
            )
        return kind

    def text(self, data: Mapping[str, Value], key: str) -> str | None:
        """Return a value as text, None if there is none."""
        value = data.get(key)
        return None if value is None or isinstance(value, FrozenDict | tuple) else text_of(value)

    def share(
        self, data: Mapping[str, Value], key: str, where: ElementBuilder | InferenceBuilder
    ) -> float | None:
        """Return a value from 0 to 1; others are reported and left out."""
        value = data.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        if value is not None:
            self.diagnostics.append(diagnose("R227", self.places.key(where, key), key))
        return None

    def _read_file(self, file: DeclaredFile, folder: PurePath | None) -> None:
        name = file.path
        try:
            text = text_in(name, folder)
            if name.casefold().endswith(".bib"):
                from argmap.reading.bibtex_reader import read_bibtex

                entries, problems = read_bibtex(text)
                for problem in problems:
                    self.diagnostics.append(diagnose("R251", file.span, name, problem))
            else:
                entries = _csl_json(text)
            for key, entry in entries.items():
                source = source_of(entry, key=key)
                if self.sources.setdefault(key, source) != source:
                    self.diagnostics.append(diagnose("R285", file.span, key))
        except ValueError as error:
            self.diagnostics.append(diagnose("R228", file.span, name, str(error)))


def _csl_json(text: str) -> dict[str, FrozenDict[str, Value]]:
    """Return the entries of a bibliography in CSL-JSON by their ids."""
    # Few have files of sources.
    from argmap.text.toml_json import read_json

    items = read_json(text)
    if isinstance(items, dict):
        items = items.get("items", [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError("it is not CSL-JSON")
    found: dict[str, FrozenDict[str, Value]] = {}
    for item in items:
        if "id" not in item:
            raise ValueError("it has no 'id' in an entry")
        found[str(item["id"])] = FrozenDict({str(key): freeze(value) for key, value in item.items()})
    return found
