"""`textDocument/hover`."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types

from argmap.lsp.features.hover import hover
from argmap.lsp.handler import Handler
from argmap.lsp.handlers.annotating import evaluation_of
from argmap.lsp.session import Session
from argmap.lsp.wire_places import range_of
from argmap.model import Ref
from argmap.reasoning import Evaluation

# In characters: verdicts on a longer text are shown only if they have already been worked out.
_SHORT = 100_000


async def _hover(session: Session, params: types.HoverParams) -> types.Hover | None:
    place = await session.place(params.text_document.uri, params.position)
    if place is None:
        return None
    snapshot, region = place.snapshot, place.region
    number = snapshot.regions.index(region)
    evaluation = snapshot.evaluations.get(number)
    if number not in snapshot.evaluations and len(snapshot.buffer.text) <= _SHORT:
        evaluation = await evaluation_of(snapshot, number, region)
    card = hover(place.document, place.offset, None if evaluation is None else _verdicts(evaluation))
    if card is None:
        return None
    page = session.pages.uri_of(card.code) if card.code else None
    words = card.markdown + (f"\n\n[more]({page})" if page else "")
    contents = types.MarkupContent(types.MarkupKind.Markdown, words)
    return types.Hover(contents, range_of(snapshot.buffer, region.outside(card).span))


def _verdicts(evaluation: Evaluation) -> Callable[[Ref], str | None]:
    """Return a function that puts the verdict on a thing in words."""

    def words(ref: Ref) -> str | None:
        verdict = evaluation[ref]
        if verdict.label is None:
            return None if verdict.strength is None else f"{verdict.strength:.2f}"
        return f"{verdict.label.value}: {verdict.basis.words}" if verdict.basis else verdict.label.value

    return words


HANDLERS = (Handler(types.TEXT_DOCUMENT_HOVER, _hover),)
