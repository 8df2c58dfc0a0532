"""What frontmatter names: its sources, what it expects, and settings with titles and selectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from argmap.data import Data, FrozenDict, Value
from argmap.data.blocks import read_frontmatter
from argmap.data.locations import Path
from argmap.editing.names.data_names import (
    NamingValue,
    placed,
    signed,
    texts_in,
    written_reference,
)
from argmap.editing.names.occurrence import Name, Use
from argmap.editing.names.written_selectors import is_selector, written_selectors
from argmap.model import ArgumentRef, Debate, EvidenceRef, InferenceRef, QuestionRef
from argmap.model.expected import expectations_of
from argmap.model.reference import SectionRef, SourceRef, TagRef, ref_of_signed
from argmap.reading.source_files import SourceFile

_STATEMENTS = frozenset({"statements", "includeStatements", "excludeStatements"})
_ARGUMENTS = frozenset({"arguments", "includeArguments", "excludeArguments"})
_TAGS = frozenset({"tags", "selectedTags"})
# Tables whose keys are titles.
_BY_STATEMENT = ("color", "statementColors")
_BY_ARGUMENT = ("color", "argumentColors")
_BY_TAG = ("color", "tagColors")
_BY_SECTION = (("color", "groupColors"), ("group", "sections"))


def setting_names(page: SourceFile, debate: Debate, *, is_root: bool) -> tuple[Name, ...]:
    """Return what the frontmatter of a page names; offsets are those of the page.

    Only the sources of included pages count, as in reading.
    """
    if not page.tree.frontmatter:
        return ()
    start, end = page.tree.frontmatter[1]
    metadata = read_frontmatter(page.text[start:end])[0] or FrozenDict()
    naming = list(_sources(metadata))
    if is_root:
        naming += settings_naming(metadata, debate)
        naming += _expected(metadata, debate)
    names: list[Name] = []
    for value in naming:
        use = Use.DEFINITION if value.is_key and isinstance(value.ref, SourceRef) else Use.SETTING
        if name := placed(value, use, page.text, 0, page.frontmatter_locations):
            names.append(name)
    if is_root:
        names += (name for written in written_selectors(page) for name in written.names(debate))
    names.sort(key=lambda name: name.start)
    return tuple(names)


def _sources(metadata: Data) -> Iterator[NamingValue]:
    sources = metadata.get("sources")
    for key in sources if isinstance(sources, FrozenDict) else ():
        yield NamingValue(("sources", key), SourceRef(key), key, key, is_key=True)


def _expected(metadata: Data, debate: Debate) -> Iterator[NamingValue]:
    # What elements say about themselves comes last, and names nothing.
    for expected in takewhile(lambda each: each.path, expectations_of(debate, metadata)):
        value: Value = metadata
        for step in expected.path:
            value = value[step] if isinstance(value, Mapping | tuple) else None  # type: ignore[index]  # it leads there
        path = expected.path
        if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], str):
            value, path = value[0], (*path, 0)
        if isinstance(value, str) and expected.ref is not None:
            ref = expected.ref
            if isinstance(ref, InferenceRef):
                ref = ArgumentRef(ref.argument)
            yield NamingValue(path, ref, value, ref.title)
        elif isinstance(value, str) and (written := written_reference(path, value)):
            yield written


def settings_naming(metadata: Data, debate: Debate) -> Iterator[NamingValue]:
    """Yield what settings name of a debate, in frontmatter or in a file; selectors are not looked into."""
    sections = _by_title(debate)
    for path, text in texts_in(metadata):
        if path[0] in ("expect", "sources") or is_selector(path):
            continue
        if len(path) > 1 and isinstance(path[-1], int):
            yield from _listed(path, text, debate, sections)
        elif written := written_reference(path, text):
            yield written
    for table, kind in ((_BY_STATEMENT, "statement"), (_BY_ARGUMENT, "argument"), (_BY_TAG, "tag")):
        for key in _keys(metadata, table):
            yield _keyed((*table, key), key, kind, debate)
    for table in _BY_SECTION:
        for key in _keys(metadata, table):
            for ref in sections.get(key, ()):
                yield NamingValue((*table, key), ref, key, key, is_key=True)


def _listed(
    path: Path, text: str, debate: Debate, sections: Mapping[str, Iterable[SectionRef]]
) -> Iterator[NamingValue]:
    key = path[-2]
    if key in _STATEMENTS:
        yield _statement(path, text, debate)
    elif key in _ARGUMENTS:
        yield NamingValue(path, ArgumentRef(text), text, text)
    elif key in _TAGS:
        yield NamingValue(path, TagRef(text), text, text)
    elif key == "selectedSections":
        yield from (NamingValue(path, ref, text, text) for ref in sections.get(text, ()))
    elif written := written_reference(path, text):
        yield written


def _statement(path: Path, text: str, debate: Debate) -> NamingValue:
    """Return what a title in a setting names; titles of evidence and questions may lack their sign."""
    if text not in debate.claims and text == ref_of_signed(text).title:
        if text in debate.evidence:
            return NamingValue(path, EvidenceRef(text), text, text)
        if text in debate.questions:
            return NamingValue(path, QuestionRef(text), text, text)
    return signed(path, text)


def _keyed(path: Path, key: str, kind: str, debate: Debate) -> NamingValue:
    match kind:
        case "statement":
            return _statement(path, key, debate)._replace(is_key=True)
        case "argument":
            return NamingValue(path, ArgumentRef(key), key, key, is_key=True)
        case _:
            return NamingValue(path, TagRef(key), key, key, is_key=True)


def _keys(metadata: Data, table: tuple[str, str]) -> tuple[str, ...]:
    outer = metadata.get(table[0])
    inner = outer.get(table[1]) if isinstance(outer, FrozenDict) else None
    return tuple(inner) if isinstance(inner, FrozenDict) else ()


def _by_title(debate: Debate) -> Mapping[str, tuple[SectionRef, ...]]:
    sections: dict[str, tuple[SectionRef, ...]] = {}
    for section in debate.sections:
        # Several sections may have one title; a setting that names it is listed with the first.
        sections.setdefault(section.title, (SectionRef(section.id, section.title),))
    return sections
