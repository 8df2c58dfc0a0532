"""What can be folded and selected in a text, and its layout."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from lsprotocol import types

from argmap.lsp.features.shape.folding_ranges import Fold, FoldKind, folds
from argmap.lsp.features.shape.layout_changes import (
    layout_of_blocks,
    layout_of_document,
    layout_of_new_line,
)
from argmap.lsp.features.shape.selection_ranges import selections
from argmap.lsp.handler import Handler
from argmap.lsp.session import Session
from argmap.lsp.texts.buffer import TextBuffer
from argmap.lsp.texts.snapshot import Snapshot
from argmap.lsp.wire_places import offset_at, range_of, text_edits
from argmap.text import Edit, Span

# In the protocol each stretch contains the next larger one: programs that read it recurse as deep.
_MOST_AROUND = 50
_KINDS = {FoldKind.COMMENT: types.FoldingRangeKind.Comment, FoldKind.SECTION: types.FoldingRangeKind.Region}


async def _folds(session: Session, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    snapshot = await session.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    found = [fold for region in snapshot.regions for fold in region.outside(folds(region.document))]
    return [_fold(snapshot.buffer, each) for each in found]


def _fold(buffer: TextBuffer, fold: Fold) -> types.FoldingRange:
    first, last = buffer.place(fold.span.start), buffer.place(max(fold.span.start, fold.span.end - 1))
    return types.FoldingRange(first.line, last.line, kind=_KINDS.get(fold.kind))


async def _selections(
    session: Session, params: types.SelectionRangeParams
) -> list[types.SelectionRange] | None:
    opened = session.texts.get(params.text_document.uri)
    buffer = opened.buffer if opened else None
    snapshot = await session.snapshot(params.text_document.uri)
    if snapshot is None or snapshot.buffer is not buffer:
        return None
    return [_around(snapshot, offset_at(snapshot.buffer, position)) for position in params.positions]


def _around(snapshot: Snapshot, offset: int) -> types.SelectionRange:
    inside = snapshot.region_at(offset)
    whole = Span(0, len(snapshot.buffer.text))
    spans: list[Span] = []
    if inside is not None:
        region, place = inside
        spans = list(region.outside(selections(region.document, place)))[:_MOST_AROUND]
    if not spans or spans[-1] != whole:
        spans.append(whole)
    wire: types.SelectionRange | None = None
    for span in reversed(spans):
        wire = types.SelectionRange(range_of(snapshot.buffer, span), wire)
    assert wire is not None, "the whole text is there"
    return wire


async def _layout(session: Session, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
    snapshot = await session.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    # It takes as long as reading all of a text, and other requests should not have to wait.
    edits = await asyncio.to_thread(lambda: _edits(snapshot, layout_of_document(snapshot.document)))
    opened = session.texts.get(params.text_document.uri)
    # Edits of a text that has changed in the meantime would damage it.
    return edits if opened is not None and opened.buffer is snapshot.buffer else None


async def _layout_of_range(
    session: Session, params: types.DocumentRangeFormattingParams
) -> list[types.TextEdit] | None:
    stretch = await session.stretch(params.text_document.uri, params.range)
    if stretch is None:
        return None
    snapshot, span = stretch
    edits: list[Edit] = []
    for part, region in zip(snapshot.document.documents, snapshot.regions, strict=True):
        inner = region.stretch(span)
        if inner is not None and not (part.fence and part.fence.is_wrong_on_purpose):
            edits += region.outside(layout_of_blocks(region.document, inner))
    return _edits(snapshot, edits)


async def _layout_of_line(
    session: Session, params: types.DocumentOnTypeFormattingParams
) -> list[types.TextEdit] | None:
    place = await session.place(params.text_document.uri, params.position)
    if place is None or params.ch != "\n":
        return None
    edits = layout_of_new_line(place.document, place.offset)
    return _edits(place.snapshot, place.region.outside(edits))


def _edits(snapshot: Snapshot, edits: Iterable[Edit]) -> list[types.TextEdit]:
    return text_edits(snapshot.buffer, edits)


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_FOLDING_RANGE, _folds),
    Handler(types.TEXT_DOCUMENT_SELECTION_RANGE, _selections),
    Handler(types.TEXT_DOCUMENT_FORMATTING, _layout),
    Handler(types.TEXT_DOCUMENT_RANGE_FORMATTING, _layout_of_range),
    Handler(types.TEXT_DOCUMENT_ON_TYPE_FORMATTING, _layout_of_line),
)
