"""What only other programs say about things in a graph: attributes, data and parts unknown to argmap."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.data import Data, FrozenDict, Value
from argmap.interop.xml_graphs.xml_words import named_attributes, xml_attribute, xml_parts, xml_text

# Written by argmap elsewhere, or in another way.
_SAID = ("id", "kind", "title", "text", "tags", "scheme", "data", "relation", "argmap", "drawn", "label")
# The name under which data called `label` are kept: the label of a drawing is something else.
DATA_LABEL = "data label"
_ELSEWHERE = frozenset((*_SAID, "node", "source", "target", "parts", "steps"))


def listed(value: Value) -> tuple[Data, ...]:
    """Return the mappings in a list; none if it is not a list."""
    return tuple(each for each in value if isinstance(each, FrozenDict)) if isinstance(value, tuple) else ()


def own_words(own: Data) -> dict[str, str]:
    """Return the data of other programs, by name.

    >>> own_words(FrozenDict({"id": "7", "url": "x", "@port": "p"}))
    {'url': 'x'}
    """
    return {
        "label" if name == DATA_LABEL else name: value
        for name, value in own.items()
        if isinstance(value, str) and name not in _ELSEWHERE and name[:1] not in ("@", "") and value.strip()
    }


def own_key(name: str) -> str:
    """Return the id of the key for such data, in quotes."""
    return xml_attribute(f"own-{name}")


def own_lines(own: Data) -> Iterator[str]:
    """Yield such data, and parts, as they are written in an element."""
    for name, words in own_words(own).items():
        yield f"<data key={own_key(name)}>{xml_text(words)}</data>"
    yield from parts_of(own)


def parts_of(own: Data) -> Iterator[str]:
    """Yield the parts of an element that are kept as XML."""
    yield from xml_parts(own.get("parts"))


def own_attributes(own: Data) -> str:
    """Return the attributes that other programs gave an element, with a space before each.

    >>> own_attributes(FrozenDict({"@port": "p", "@1": "not a name"}))
    ' port="p"'
    """
    names = {name[1:]: value for name, value in own.items() if name[:1] == "@"}
    return named_attributes(names, _ELSEWHERE)
