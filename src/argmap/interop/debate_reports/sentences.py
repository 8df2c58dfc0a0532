"""Words of a debate in the Markdown of a report, one sentence per line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.interop.outlines.item_words import one_line, text_in_words
from argmap.interop.outlines.markdown_words import markdown_words
from argmap.model import Element

_END = re.compile(r"(?<=[.!?…])[\"”’')]*(\s+)(?=[^\W\d_]|[\"“‘(])")


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text as lines in Markdown that are rendered as they are.

    >>> [*sentences("It rains. Here, e.g. now, it is *wet*.")]
    ['It rains.', 'Here, e.g. now, it is \\\\*wet\\\\*.']
    """
    line = one_line(text)
    start = 0
    for match in _END.finditer(line):
        # After an abbreviation, no sentence begins.
        if not line[match.end() :][:1].islower():
            yield markdown_words(line[start : match.start(1)])
            start = match.end()
    if line[start:]:
        yield markdown_words(line[start:])


def name_of(element: Element) -> str:
    """Return the title of an element in bold, empty if it only has a number."""
    if getattr(element, "is_untitled", False) and element.text:
        return ""
    return f"**{markdown_words(one_line(element.title))}**"


def in_a_line(element: Element, citation: str = "") -> str:
    """Return title, text and citation of an element on one line."""
    text = markdown_words(text_in_words(element))
    head = ": ".join(part for part in (name_of(element), text) if part)
    return f"{head} {citation}" if citation else head
