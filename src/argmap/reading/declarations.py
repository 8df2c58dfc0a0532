"""What frontmatter declares for a whole document: its own and that of the files it includes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from attrs import evolve, field, frozen

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.data.blocks import read_frontmatter
from argmap.data.known_keys import DECLARATIONS
from argmap.data.yaml_problems import yaml_diagnostic
from argmap.equality import equality, value_hash
from argmap.reading.source_files import SourceFile
from argmap.representation import representation
from argmap.text import Diagnostic, Related, Span, diagnose

_SOURCES = "sources"
_HOW_TO_DECLARE = "give each source a key, as in `sources: {smith: {title: On dogs, date: 2020}}`"
# Lists of files; their paths count from the file that names them.
_FILE_LISTS = ("bibliography", "schemes")
# What files that are included declare counts together with what the document does.
_JOINED = (_SOURCES, DECLARATIONS, *_FILE_LISTS)


@frozen
class DeclaredFile:
    """A file that the frontmatter of a page names under a key: its path from the document's folder."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    path: str
    key: str
    page: SourceFile = field(eq=False, repr=False)

    @property
    def span(self) -> Span:
        """Where it is named: looked for when asked, which takes longer than to read the frontmatter."""
        return self.page.key_span(self.key)


@frozen
class Declarations:
    """The frontmatter of a document, and what counts of it together with that of included files.

    `own` is the frontmatter of the document itself; in `metadata` the sources, bibliographies,
    schemes and meanings of letters of included files are added. `source_places` is where each source is
    declared.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    own: Data
    metadata: Data
    bibliographies: tuple[DeclaredFile, ...] = ()
    schemes: tuple[DeclaredFile, ...] = ()
    source_places: Mapping[str, Span] = FrozenDict()


def declarations_of(
    page: SourceFile, included: Iterable[SourceFile], *, path: str | None, diagnostics: list[Diagnostic]
) -> Declarations:
    """Return what a page and the pages that it includes declare; what is wrong or unused is reported.

    Of several declarations of a source the first in reading order counts, the page's own before all.
    """
    own = _metadata(page, diagnostics)
    sources = dict(_sources(own))
    letters = dict(_mapping(own, DECLARATIONS))
    first = {key: page.key_span(_SOURCES, key) for key in sources} if sources else {}
    files = {name: list(_files(own, name, page)) for name in _FILE_LISTS}
    added: dict[str, Value] = {}
    for other in included:
        metadata = _metadata(other, diagnostics)
        if declared := _sources(metadata):
            diagnostics += _add_sources(declared, other, sources, first)
            added[_SOURCES] = FrozenDict(sources)
        if meanings := _mapping(metadata, DECLARATIONS):
            diagnostics += _add_letters(meanings, other, letters)
            added[DECLARATIONS] = FrozenDict(letters)
        for name in _FILE_LISTS:
            known = {file.path for file in files[name]}
            moved = (_moved(file, other, path) for file in _files(metadata, name, other))
            if new := [file for file in moved if file.path not in known]:
                files[name] += new
                added[name] = tuple(file.path for file in files[name])
        if unused := [key for key in metadata if key not in _JOINED]:
            words = ", ".join(f"`{key}`" for key in unused)
            have = "has" if len(unused) == 1 else "have"
            diagnostics.append(diagnose("R286", other.key_span(unused[0]), words, have))
    return Declarations(
        own,
        FrozenDict({**own, **added}) if added else own,
        tuple(files["bibliography"]),
        tuple(files["schemes"]),
        first,
    )


def _add_sources(
    declared: Mapping[str, Value], page: SourceFile, sources: dict[str, Value], first: dict[str, Span]
) -> Iterator[Diagnostic]:
    """Add the sources that an included page declares; yield those that were declared as something else."""
    for key, source in declared.items():
        place = page.key_span(_SOURCES, key)
        if sources.setdefault(key, source) != source:
            related = [Related(first[key], "it is declared here first")]
            yield diagnose("R285", place, key, related=related)
        first.setdefault(key, place)


def _add_letters(
    meanings: Mapping[str, Value], page: SourceFile, letters: dict[str, Value]
) -> Iterator[Diagnostic]:
    """Add what an included page says that letters of formulas mean; yield those that meant something else."""
    for letter, meaning in meanings.items():
        before = letters.setdefault(letter, meaning)
        if before != meaning:
            yield diagnose("R309", page.value_span(DECLARATIONS, letter), letter, str(before))


def _metadata(page: SourceFile, diagnostics: list[Diagnostic]) -> Data:
    if not page.tree.frontmatter:
        return NO_DATA
    start, end = page.tree.frontmatter[1]
    data, problems = read_frontmatter(page.text[start:end])
    diagnostics += (yaml_diagnostic(problem, Span(start, end, page.path)) for problem in problems)
    if data:
        diagnostics += _misdeclared(data, page)
    return data or NO_DATA


def _misdeclared(metadata: Data, page: SourceFile) -> Iterator[Diagnostic]:
    """Yield what cannot declare sources or name files."""
    sources = metadata.get(_SOURCES)
    if sources is not None and not isinstance(sources, FrozenDict):
        hint = _HOW_TO_DECLARE
        if isinstance(sources, str) and sources.lower().endswith((".json", ".bib", ".bibtex")):
            hint = f"write `bibliography: {sources}`"
        yield diagnose("R299", page.key_span(_SOURCES), _SOURCES, "a mapping of keys to sources", hint)
    for name in _FILE_LISTS:
        written = metadata.get(name)
        entries = written if isinstance(written, tuple) else (written,)
        if written is not None and not all(isinstance(entry, str) for entry in entries):
            what = "the path of a file or a list of paths"
            yield diagnose("R299", page.key_span(name), name, what, f"write `{name}: path/of/the/file`")


def _sources(metadata: Data) -> Mapping[str, Value]:
    return _mapping(metadata, _SOURCES)


def _mapping(metadata: Data, key: str) -> Mapping[str, Value]:
    value = metadata.get(key)
    return value if isinstance(value, FrozenDict) else {}


def _files(metadata: Data, name: str, page: SourceFile) -> Iterator[DeclaredFile]:
    written = metadata.get(name)
    if written:
        for path in written if isinstance(written, tuple) else (written,):
            if isinstance(path, str):
                yield DeclaredFile(path, name, page)


def _moved(file: DeclaredFile, page: SourceFile, path: str | None) -> DeclaredFile:
    """Return a file that an included page names with its path from the folder of the document."""
    folder = PurePath(page.path or "").parent
    from_document = os.path.relpath(folder / file.path, PurePath(path or "").parent)
    return evolve(file, path=PurePath(from_document).as_posix())
