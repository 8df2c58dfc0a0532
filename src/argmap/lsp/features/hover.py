"""What is shown of the thing under the pointer."""

from __future__ import annotations

from attrs import frozen

from argmap.api.documents import Document
from argmap.editing.names.occurrence import Occurrence
from argmap.lsp.features.element_card import element_card
from argmap.model import ElementRef
from argmap.text import Span


@frozen
class HoverCard:
    """What to show, in Markdown, and of what."""

    markdown: str
    span: Span


def hover(document: Document, offset: int) -> HoverCard | None:
    """Return what is known of the thing at an offset, None if nothing is.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\\n  + <Forecast>: See @[Sun].")
    >>> hover(document, 41).span
    Span(start=38, end=44, path=None)
    """
    place = document.at(offset)
    debate = document.debate
    if isinstance(place, Occurrence) and isinstance(place.ref, ElementRef) and place.ref in debate:
        return HoverCard(element_card(debate, debate[place.ref]), place.span)
    return None
