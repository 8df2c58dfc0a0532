"""Parts of Argdown's JSON export that occur in many places: data, sections, and what only argmap writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.data import NO_DATA, Data, FrozenDict, freeze
from argmap.interop.json_forms.argdown_ranges import marks_of
from argmap.interop.json_forms.exact_json import arguments, decode
from argmap.interop.json_forms.fitting import is_data
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.model import Debate, Inference, Section
from argmap.settings.readers import argdown_name
from argmap.text import Span

# Fields that Argdown's own keys express; all others are under `argmap`.
OF_ELEMENTS = frozenset(
    ("title", "statements", "descriptions", "steps", "step_refs", "inferences", "tags", "data", "section")
)
OF_INFERENCES = frozenset(
    ("argument", "index", "premises", "conclusion", "conclusion_index", "rules", "data")
)
OF_SECTIONS = frozenset(("id", "title", "level", "parent", "tags", "data", "marks"))
OF_DEBATES = frozenset(("claims", "evidence", "questions", "arguments", "relations", "sections", "tags"))
# Fields that are there all the same, because Argdown's key is not exact or groups things differently.
_ALSO = frozenset(("data", "section", "sections"))
_FIELDS_SAID = {Debate: OF_DEBATES, Inference: OF_INFERENCES, Section: OF_SECTIONS}
# Deeper than in any text: headings are written with as many signs.
_DEEPEST_HEADING = 10_000


def data_of(shape: JsonValue) -> Data | None:
    """Return the data of a part of an export, None if it has none."""
    if "data" in shape["argmap"]:
        value = decoded(shape["argmap"]["data"])
    else:
        value = freeze(shape["data"].mapping()) if "data" in shape else None
    if value is not None and not (isinstance(value, FrozenDict) and is_data(value)):
        raise shape["data"].wrong("must be a mapping")
    return value


def own_fields(shape: JsonValue, kind: type, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the fields of a class for which Argdown has no word."""
    fields: Mapping[str, object] = shape["argmap"].mapping()
    elsewhere = _FIELDS_SAID.get(kind, OF_ELEMENTS) - _ALSO - set(without)
    for name in fields:
        if name in {argdown_name(field) for field in elsewhere}:
            raise shape["argmap"][name].wrong("does not belong here")
    try:
        return arguments(kind, {name: one for name, one in fields.items() if name not in without})
    except ValueError as error:
        raise shape["argmap"].wrong(str(error)) from None


def decoded(shape: JsonValue) -> Any:
    """Return what a value encodes.

    Raises:
        FormatError: it does not encode anything.
    """
    try:
        return decode(shape.value)
    except ValueError as error:
        raise shape.wrong(str(error)) from None


def place(shape: JsonValue) -> Span | None:
    """Return where a part of an export was written, None if it does not say."""
    own = shape["argmap"]["span"]
    found = decoded(own)
    if found is not None and not isinstance(found, Span):
        raise own.wrong("must be a place")
    return found


def places(shape: JsonValue) -> tuple[Span, ...]:
    """Return all places where a part of an export was written."""
    own = shape["argmap"]["spans"]
    found = decoded(own) or ()
    if not isinstance(found, tuple) or not all(isinstance(one, Span) for one in found):
        raise own.wrong("must be places")
    return found


def read_sections(whole: JsonValue) -> Iterator[Section]:
    """Yield the sections of an export, each before those in it."""
    is_ours = "argmap" in whole
    waiting: list[tuple[JsonValue, str | None]] = [
        (one, None) for one in reversed(tuple(whole["sections"].each()))
    ]
    while waiting:
        said, parent = waiting.pop()
        title = said["title"].name()
        guessed = {} if is_ours else _boxes(said)
        section = Section(
            id=said["id"].name(),
            title=title,
            level=_level(said["level"]),
            parent=parent,
            tags=said["tags"].names(),
            marks=marks_of(title, said["ranges"]),
            **{"data": data_of(said) or NO_DATA} | guessed | own_fields(said, Section),
        )
        yield section
        waiting += [(one, section.id) for one in reversed(tuple(said["children"].each()))]


def check_sections(sections: tuple[Section, ...], whole: JsonValue) -> None:
    """Raise an error unless each section comes after the one that it is in, and all have different names.

    Raises:
        FormatError: some section does not.
    """
    known: set[str] = set()
    for section in sections:
        if section.id in known:
            raise whole.wrong(f"has two sections called {section.id!r}")
        if section.parent is not None and section.parent not in known:
            raise whole.wrong(f"has no section {section.parent!r} for {section.id!r} to be in", code="I403")
        if not 0 < section.level <= _DEEPEST_HEADING:
            raise whole.wrong(f"has a section with level {str(section.level)[:50]}")
        if any(mark.end > len(section.title) for mark in section.marks):
            raise whole.wrong(f"has a mark beyond the end of {section.title[:50]!r}")
        known.add(section.id)


def _level(shape: JsonValue) -> int:
    level = shape.number()
    if not 0 < level <= _DEEPEST_HEADING:
        raise shape.wrong(f"must be a number from 1 to {_DEEPEST_HEADING}")
    return level


def _boxes(shape: JsonValue) -> dict[str, Any]:
    data = data_of(shape) or NO_DATA
    flags = {"is_group": data.get("isGroup"), "is_closed": data.get("isClosed")}
    return {name: bool(value) for name, value in flags.items() if value is not None}
