"""The edit that declares a source in the frontmatter."""

from __future__ import annotations

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.editing.names.name_index import NameIndex
from argmap.editing.rereading import by_title, debate_after, sayings
from argmap.editing.stated_lines import newline_of
from argmap.editing.yaml_insertion import key_edit
from argmap.model import Debate
from argmap.text import Edit, Span
from argmap.text.given_values import check_words, value_in_words

_SOURCES = "sources"


def declare_source(names: NameIndex, key: str, source: Value) -> tuple[Edit, ...]:
    """Return the edits that declare a source under `sources` in the frontmatter, which may be new.

    Raises:
        TypeError: the source is neither a text nor a mapping.
        ValueError: there is already a source with that key, or it cannot be written.
    """
    check_words("the key of a source", key)
    if not key.strip():
        raise ValueError("the key of a source needs at least one character other than white space")
    if not isinstance(source, str | FrozenDict):
        raise TypeError(f"a source must be a text or a mapping, not {value_in_words(source)}")
    if key in names.debate.sources:
        raise ValueError(f"there is a source {key!r} already")
    edit = _edit(names, key, source)
    before, after = names.debate, debate_after(names, [edit])
    declared = before.metadata.get(_SOURCES)
    sources = FrozenDict({**(declared if isinstance(declared, FrozenDict) else NO_DATA), key: source})
    expected = FrozenDict({**before.metadata, _SOURCES: sources})
    others = FrozenDict({name: value for name, value in after.sources.items() if name != key})
    is_same = _without_sources(before) == _without_sources(after)
    if after.metadata != expected or others != before.sources or not is_same:
        raise ValueError(f"the source {key!r} cannot be written into this frontmatter")
    return names.outer([edit])


def _edit(names: NameIndex, key: str, source: Value) -> Edit:
    page = names.page
    entry: Data = FrozenDict({key: source})
    if page.tree.frontmatter is None:
        start, newline = int(page.text.startswith("\ufeff")), newline_of(page.text)
        place = Span(start, start, page.path)
        lines = key_edit("", Span(0, 0), {}, (), _SOURCES, entry).replacement.strip()
        return Edit(place, newline.join(("===", lines, "===", "", "")))
    start, end = page.tree.frontmatter[1]
    inner = page.text[start:end]
    left = len(inner) - len(inner.lstrip())
    around = Span(start + left, start + max(left, len(inner.rstrip())), page.path)
    locations = page.frontmatter_locations
    has_sources = isinstance(names.debate.metadata.get(_SOURCES), FrozenDict) or (_SOURCES,) in locations
    if has_sources:
        return key_edit(page.text, around, locations, (_SOURCES,), key, source)
    return key_edit(page.text, around, locations, (), _SOURCES, entry)


def _without_sources(debate: Debate) -> object:
    said = sayings(debate, by_title(debate))
    elements = {
        place: (element[:3], element[4:]) if isinstance(element, tuple) else element
        for place, element in said.elements.items()
    }
    return said.titles, elements, said.relations, said.rest["sections"], said.rest["tags"]
