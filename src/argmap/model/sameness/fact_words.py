"""Values in words that are equal if the values say the same."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import Data, Value
from argmap.model.sources.source import Source
from argmap.model.statement import Statement


def in_words(value: Value) -> str:
    """Return a value in words that are equal if it is, in whatever order mappings have their keys."""
    words: list[str] = []
    # What is written already is marked by True.
    waiting: list[tuple[bool, Value]] = [(False, value)]
    while waiting:
        is_word, part = waiting.pop()
        if is_word:
            words.append(str(part))
        elif isinstance(part, FrozenDict):
            waiting.append((True, "}"))
            for key in sorted(part, reverse=True):
                waiting += [(False, part[key]), (True, f"{key!r}:")]
            words.append("{")
        elif isinstance(part, tuple):
            waiting.append((True, "]"))
            waiting += [(False, item) for item in reversed(part)]
            words.append("[")
        else:
            words.append(f"{part!r},")
    return "".join(words)


def source_words(source: Source) -> str:
    """Return a source in words."""
    return repr(
        (
            source.title,
            source.authors,
            source.container_title,
            source.publisher,
            source.issued,
            source.page,
            source.url,
            source.doi,
            source.accessed,
            source.key,
            in_words(source.fields),
        )
    )


def without_fields(data: Data, fields: Mapping[str, object]) -> Data:
    """Return data without what fields say."""
    if not any(fields.get(key) is not None for key in data):
        return data
    return FrozenDict({key: value for key, value in data.items() if fields.get(key) is None})


def wording_of(statement: Statement) -> tuple[object, ...]:
    """Return the text of a statement with its marks, without the spaces around it."""
    text = statement.text or ""
    before = len(text) - len(text.lstrip(" "))
    marks = sorted(
        (mark.kind.value, mark.start - before, mark.end - before, mark.target) for mark in statement.marks
    )
    return text.strip(" ") or None, statement.is_reference, marks


def digest(*parts: object) -> str:
    """Return a short text that is the same for the same things only."""
    # It brings OpenSSL along, which takes longer to load than all of this package's words for formats.
    from hashlib import blake2b

    return blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
