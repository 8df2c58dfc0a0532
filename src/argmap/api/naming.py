"""Where a document names what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api.documents import Document
from argmap.model import debate_of

if TYPE_CHECKING:
    from argmap.editing.names.occurrence import NameRef, Occurrence
    from argmap.model import Element, Section


def occurrences(
    document: Document, thing: Element | Section | NameRef | str | None = None
) -> tuple[Occurrence, ...]:
    r"""Return the places at which a document names something, or all at which it names anything.

    `thing` is an element or a section, a reference, a title as in the markup (`[A]`, `[^E]`, `[?Q]`, `<B>`)
    or a tag (`#crux`). Places in frontmatter come first, then those in the texts, in reading order, also of
    included files. They are found when a document is first asked for them, and what did not change since its
    `previous` version is taken from there.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines. #today\n  + <Forecast>: See @[Sun].")
    >>> [(str(place.ref), str(place.use)) for place in argmap.occurrences(document)][:3]
    [('[Sun]', 'definition'), ('#today', 'reference'), ('<Forecast>', 'definition')]
    >>> [place.span.start for place in argmap.occurrences(document, "[Sun]")]
    [0, 45]

    Raises:
        LookupError: a title names nothing in the debate; the message has the nearest.
        TypeError: it is none of these.
    """
    from argmap.editing.names.named_things import named_ref

    debate_of(document)
    names = document._names
    ref = None if thing is None else named_ref(document.debate, thing)
    return names.all(ref) if names else ()
