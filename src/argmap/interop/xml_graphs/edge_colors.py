"""The meanings of colours that lines in a graph have."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.interop.plain_debates.file_reading import relation_word
from argmap.interop.plain_debates.strict_xml import XmlElement
from argmap.model import RelationKind
from argmap.settings.color_names import read_color


def colors_of(words: str) -> dict[str, RelationKind]:
    """Return the meanings of colours, given as in `red=attack,green=support`.

    >>> colors_of("red=attack")
    {'#ff0000': <RelationKind.ATTACK: 'attack'>}

    Raises:
        ValueError: a colour or a word for a relation is not known.
    """
    meanings: dict[str, RelationKind] = {}
    for pair in filter(None, (pair.strip() for pair in words.split(","))):
        name, _, word = pair.partition("=")
        color, kind = read_color(name.strip()), relation_word(word)
        if color is None or kind is None:
            raise ValueError(
                f"{pair!r} is not a colour and a relation; write, for example, red=attack,green=support"
            )
        meanings[color.casefold()] = kind
    return meanings


def line_color(element: XmlElement) -> str:
    """Return the colour of the line of an edge, empty if it has none."""
    styles: Iterator[XmlElement] = (part for part in element.walk() if part.name == "LineStyle")
    return next((read_color(style.get("color")) or "" for style in styles), "").casefold()
