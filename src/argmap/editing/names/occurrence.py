"""Places at which a text names something."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from argmap.model import ElementRef
from argmap.model.reference import SchemeRef, SectionRef, SourceRef, TagRef
from argmap.named_tuples import NamedTuple
from argmap.text import Span

# Whatever a text can name.
NameRef: TypeAlias = ElementRef | SectionRef | SourceRef | SchemeRef | TagRef


class Use(Enum):
    """How something is named: in its definition, by a reference or a mention, in data or in settings.

    A premise may be named by its position in a structure, as in `{uses: [1]}`; what is written there is no
    title.

    >>> [str(use) for use in Use]
    ['definition', 'reference', 'mention', 'data', 'setting', 'position']
    """

    DEFINITION = "definition"
    REFERENCE = "reference"
    MENTION = "mention"
    DATA = "data"
    SETTING = "setting"
    POSITION = "position"

    def __str__(self) -> str:
        return self.value


# A named tuple: after an edit thousands are made at once, in half the time that frozen classes take.
class Occurrence(NamedTuple):
    r"""A place at which a text names something.

    `span` is all of it, such as `[A]`, `@[^E]` or `#(two words)`, and `name_span` the name in it. Spans are
    those of the text, or of a file that it includes. Where data write a name with escapes, its span is
    that of the whole value.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + <Forecast>: See @[Sun].")
    >>> for place in argmap.occurrences(document, "[Sun]"):
    ...     print(place.use, document.text[place.span.start : place.span.end], place.name_span[:2])
    definition [Sun] (1, 4)
    mention @[Sun] (40, 43)
    """

    ref: NameRef
    use: Use
    span: Span
    name_span: Span


class Name(NamedTuple):
    """An occurrence with offsets into the block or text in which it is."""

    ref: NameRef
    use: Use
    start: int
    end: int
    name_start: int
    name_end: int

    def occurrence(self, shift: int, path: str | None, ref: NameRef | None = None) -> Occurrence:
        """Return it as an occurrence in a file where the block begins at an offset."""
        its_ref, use, start, end, name_start, name_end = self
        span, name_span = (
            Span(start + shift, end + shift, path),
            Span(name_start + shift, name_end + shift, path),
        )
        return Occurrence(ref or its_ref, use, span, name_span)
