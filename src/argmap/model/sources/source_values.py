"""From values of data to sources: CSL variables, a title or a URL."""

from __future__ import annotations

import datetime
import re

from argmap.data import FrozenDict, Value
from argmap.data.known_keys import SOURCE_AUTHORS, SOURCE_FIELDS
from argmap.model.sources.source import Source
from argmap.text import Span

URL = re.compile(r"(?:https?|mailto|doi):", re.IGNORECASE)


def source_of(said: Value, *, key: str | None = None, span: Span | None = None) -> Source:
    """Return a source from CSL variables, a title or a URL.

    >>> source_of("https://example.org/report").url
    'https://example.org/report'
    """
    if not isinstance(said, FrozenDict):
        text = text_of(said)
        return (
            Source(url=text, key=key, span=span)
            if URL.match(text)
            else Source(title=text, key=key, span=span)
        )
    fields: dict[str, str] = {}
    others: dict[str, Value] = {}
    authors: tuple[str, ...] = ()
    for name, value in said.items():
        word = name.casefold()
        if word in SOURCE_AUTHORS:
            authors = _names(value)
        elif word in SOURCE_FIELDS and SOURCE_FIELDS[word] not in fields and (text := _date(value)):
            fields[SOURCE_FIELDS[word]] = text
        elif not (word == "id" and key):
            others[name] = value
    return Source(**fields, authors=authors, key=key, fields=FrozenDict(others), span=span)


def _names(value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(name for one in value for name in _names(one))
    if isinstance(value, FrozenDict):
        parts = (
            value.get("given"),
            value.get("non-dropping-particle"),
            value.get("family"),
            value.get("literal"),
        )
        return (" ".join(text_of(part) for part in parts if part),)
    return (text_of(value),)


def _date(value: Value) -> str:
    """Return a value as text; a CSL date becomes year-month-day."""
    if isinstance(value, FrozenDict):
        parts = value.get("date-parts")
        if isinstance(parts, tuple) and parts and isinstance(parts[0], tuple):
            return "/".join(
                "-".join(f"{int(str(one)):02}" for one in part if str(one).isdigit())
                for part in parts
                if isinstance(part, tuple)
            )
        return text_of(value.get("raw") or value.get("literal") or "")
    if isinstance(value, tuple):
        return ", ".join(text_of(one) for one in value)
    return text_of(value)


def names_in(value: Value) -> tuple[str, ...]:
    """Return the names in a value of data: a text or a list of texts, each name once.

    >>> names_in("Ann"), names_in(("Ann", "Ben", "Ann", None)), names_in(None)
    (('Ann',), ('Ann', 'Ben'), ())
    """
    values = value if isinstance(value, tuple) else (value,)
    names = (text_of(each) for each in values if not isinstance(each, FrozenDict | tuple))
    return tuple(dict.fromkeys(name for name in names if name))


def text_of(value: Value) -> str:
    """Return a value of data as a text with single spaces; nothing is an empty text."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return " ".join(str(value).split())
