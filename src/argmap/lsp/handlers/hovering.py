"""`textDocument/hover`."""

from __future__ import annotations

from lsprotocol import types

from argmap.lsp.features.hover import hover
from argmap.lsp.handler import Handler
from argmap.lsp.session import Session
from argmap.lsp.wire_places import range_of


async def _hover(session: Session, params: types.HoverParams) -> types.Hover | None:
    place = await session.place(params.text_document.uri, params.position)
    card = place and hover(place.document, place.offset)
    if place is None or card is None:
        return None
    span = place.region.outside(card).span
    contents = types.MarkupContent(types.MarkupKind.Markdown, card.markdown)
    return types.Hover(contents, range_of(place.snapshot.buffer, span))


HANDLERS = (Handler(types.TEXT_DOCUMENT_HOVER, _hover),)
