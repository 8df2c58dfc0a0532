"""Fields of things: their attributes and data, and how values compare."""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from argmap.data import FrozenDict
from argmap.data.values import Value as DataValue
from argmap.model import Argument, Element, Evidence, Inference, Section, Source
from argmap.model.sources.source_values import text_of
from argmap.selectors.expression import Condition, Value
from argmap.selectors.things import Thing

_DATE = re.compile(r"-?[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?=\Z|T|/)")
_ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_OF_EVIDENCE = frozenset({"kind", "quote", "locator", "reliability"})
# CSL variables that a source has under other names.
_CSL_NAMES = {
    "author": "authors",
    "date": "issued",
    "container-title": "container_title",
    "URL": "url",
    "DOI": "doi",
}
_OF_SOURCES = frozenset(
    {"title", "authors", "container_title", "publisher", "issued", "page", "url", "doi", "accessed", "key"}
)


def holds(condition: Condition, values: Iterable[DataValue]) -> bool:
    """Return whether a condition holds of one of the values of a field.

    >>> from argmap.selectors.expression import Condition
    >>> holds(Condition(("year",), "<", 2000), [1998]), holds(Condition(("year",)), [])
    (True, False)
    """
    sign, value = condition.operator, condition.value
    if sign is None or value is None:
        return any(True for _ in values)
    return any(_compares(single, sign, value) for single in values)


def _compares(mine: DataValue, sign: str, other: Value) -> bool:
    if sign == ":":
        return _words(mine) == str(other)
    if sign == "~":
        return folded(str(other)) in folded(_words(mine))
    if sign in ("=", "!="):
        return _is_equal(mine, other) == (sign == "=")
    return _is_ordered(mine, _ORDERS[sign], other)


def _is_equal(mine: DataValue, other: Value) -> bool:
    if isinstance(mine, bool) or isinstance(other, str):
        return _words(mine) == str(other)
    return isinstance(mine, int | float) and mine == other


def _is_ordered(mine: DataValue, order: Callable[[Any, Any], bool], other: Value) -> bool:
    if isinstance(mine, int | float) and not isinstance(mine, bool) and isinstance(other, int | float):
        return order(mine, other)
    # A year may be written as a number on either side.
    first, second = _date(mine), _date(other)
    if first is None or second is None:
        return False
    length = min(len(first), len(second))
    return order(first[:length], second[:length])


def _date(value: object) -> str | None:
    text = str(value) if not isinstance(value, bool) else ""
    found = _DATE.match(text)
    return found[0] if found else None


def _words(value: DataValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return text_of(value)


def folded(text: str) -> str:
    """Return a text without case and marks, for looking something up in it.

    >>> folded("Ärger in ŁÓDŹ")
    'arger in łodz'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@frozen
class FieldReader:
    """Reads the fields of things: attributes, what lines and sections are called, and data.

    `sections` are the titles of sections by their id, `line` the line of an offset if a text is known.
    """

    sections: Mapping[str, str]
    line: Callable[[int], int] | None = None

    def values(self, thing: Thing, path: tuple[str, ...]) -> Iterator[DataValue]:
        """Yield the values of a field; those of a list one by one."""
        return _members(self._field(thing, path[0]), path[1:])

    def _field(self, thing: Thing, name: str) -> Iterator[object]:
        if name == "line":
            yield from self._line(thing)
        elif isinstance(thing, Source):
            yield from _of_source(thing, name)
        elif isinstance(thing, Section):
            yield from _of_section(thing, name)
        elif name == "section":
            yield from self._section(thing)
        elif isinstance(thing, Inference):
            yield from _of_inference(thing, name)
        else:
            yield from _of_element(thing, name)

    def _line(self, thing: Thing) -> Iterator[int]:
        if self.line is not None and thing.span is not None and thing.span.path is None:
            yield self.line(thing.span.start)

    def _section(self, thing: Element | Inference) -> Iterator[str]:
        if not isinstance(thing, Inference) and thing.section is not None:
            yield self.sections.get(thing.section, thing.section)


def _members(values: Iterable[object], path: tuple[str, ...]) -> Iterator[DataValue]:
    for value in values:
        if isinstance(value, tuple):
            yield from _members(value, path)
        elif not path:
            if value is not None and not isinstance(value, Source):
                yield value  # type: ignore[misc]  # what is no source comes from data
        elif isinstance(value, Source):
            yield from _members(_of_source(value, path[0]), path[1:])
        elif isinstance(value, FrozenDict) and path[0] in value:
            yield from _members((value[path[0]],), path[1:])


def _of_element(element: Element, name: str) -> Iterator[object]:
    data = element.data.get(name)
    inferences = element.inferences if isinstance(element, Argument) else ()
    if name == "source":
        yield data
        for source in element.sources:
            # The source itself leads on along a dotted path.
            yield from (source, source.key, source.title, source.reference)
    elif name in ("scheme", "strength", "qualifier", "warrant"):
        yield data
        for inference in inferences:
            yield from _of_inference(inference, name)
    elif name in ("title", "text", "tags") or (isinstance(element, Evidence) and name in _OF_EVIDENCE):
        yield getattr(element, name)
    else:
        yield data


def _of_inference(inference: Inference, name: str) -> Iterator[object]:
    if name == "scheme":
        if inference.scheme is not None:
            yield from (inference.scheme.name, inference.scheme.title)
        yield inference.data.get("scheme")
    elif name in ("rules", "strength", "qualifier", "warrant"):
        yield getattr(inference, name)
    elif name == "title":
        yield inference.argument
    else:
        yield inference.data.get(name)


def _of_section(section: Section, name: str) -> Iterator[object]:
    if name in ("id", "title", "level", "tags"):
        yield getattr(section, name)
    else:
        yield section.data.get(name)


def _of_source(source: Source, name: str) -> Iterator[object]:
    attribute = _CSL_NAMES.get(name, name)
    if attribute in _OF_SOURCES:
        yield getattr(source, attribute)
    elif name == "text":
        yield source.reference
    else:
        yield source.fields.get(name)
