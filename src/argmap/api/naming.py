"""Where a document names what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api.documents import Document, check_document
from argmap.model import (
    Debate,
    NotInDebateError,
    SchemeRef,
    SectionRef,
    SourceRef,
    TagRef,
)
from argmap.nearest_keyword import names_nearest
from argmap.text.nearest import nearest

if TYPE_CHECKING:
    from argmap.editing.names.occurrence import NameRef, Occurrence
    from argmap.model import Element, Section


@names_nearest
def occurrences(
    document: Document, thing: Element | Section | NameRef | str | None = None
) -> tuple[Occurrence, ...]:
    r"""Return the places at which a document names something, or at which it names anything at all.

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
        LookupError: nothing has that name; the message names the nearest.
        TypeError: it is none of these.
    """
    from argmap.editing.names.named_things import named_ref

    check_document(document)
    names = document._names
    ref = None if thing is None else named_ref(document.debate, thing)
    places = names.all(ref) if names else ()
    if names and ref and not places and not _is_there(document.debate, ref):
        near = nearest(str(ref), dict.fromkeys(str(place.ref) for place in names.all()))
        raise NotInDebateError(f"nothing is called {ref} in this text", near)
    return places


def _is_there(debate: Debate, ref: NameRef) -> bool:
    """Return whether a debate has something that a reference names, though no place in its text may do so."""
    match ref:
        case SectionRef():
            return any(section.id == ref.id for section in debate.sections)
        case SourceRef():
            return ref.title in debate.sources
        case TagRef():
            return ref.title in debate.tags
        case SchemeRef():
            return False
    return ref in debate
