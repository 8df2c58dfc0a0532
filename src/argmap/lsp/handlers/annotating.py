"""`textDocument/inlayHint` and `textDocument/codeLens`."""

from __future__ import annotations

import asyncio

from lsprotocol import types

import argmap
from argmap.lsp.features.code_lenses import Lens, lenses
from argmap.lsp.features.inlay_hints import Hint, HintKind, hints
from argmap.lsp.handler import Handler
from argmap.lsp.handlers.navigating import SHOW_REFERENCES
from argmap.lsp.session import Session
from argmap.lsp.texts.regions import Region
from argmap.lsp.texts.snapshot import Snapshot
from argmap.lsp.wire_places import position_at, range_of
from argmap.reasoning import Evaluation

# In seconds, for verdicts under semantics with several positions.
_LONGEST_EVALUATION = 5.0


async def _hints(session: Session, params: types.InlayHintParams) -> list[types.InlayHint] | None:
    stretch = await session.stretch(params.text_document.uri, params.range)
    if stretch is None:
        return None
    snapshot, span = stretch
    kinds = frozenset(HintKind(name) for name in session.configuration.inlay_hints)
    found: list[types.InlayHint] = []
    for number, region in enumerate(snapshot.regions):
        inner = region.stretch(span)
        if inner is None or not kinds:
            continue
        evaluation = None
        if HintKind.VERDICTS in kinds:
            evaluation = await evaluation_of(snapshot, number, region)
        answers = region.outside(hints(region.document, inner, kinds=kinds, evaluation=evaluation))
        found += (_hint(snapshot, hint) for hint in answers)
    return found


async def evaluation_of(snapshot: Snapshot, number: int, region: Region) -> Evaluation | None:
    """Return the evaluation of a document; None if its settings ask for one that is impossible."""
    known = snapshot.evaluations
    if number not in known:
        try:
            known[number] = await asyncio.to_thread(
                argmap.evaluate, region.document, timeout=_LONGEST_EVALUATION
            )
        except (LookupError, ValueError):
            known[number] = None
    return known[number]


def _hint(snapshot: Snapshot, hint: Hint) -> types.InlayHint:
    return types.InlayHint(
        position_at(snapshot.buffer, hint.span.end),
        hint.words,
        kind=types.InlayHintKind.Type,
        tooltip="\n".join(hint.details) or None,
        padding_left=True,
    )


async def _lenses(session: Session, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    snapshot = await session.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    found = (lens for region in snapshot.regions for lens in region.outside(lenses(region.document)))
    return [_lens(snapshot, lens) for lens in found]


def _lens(snapshot: Snapshot, lens: Lens) -> types.CodeLens:
    range = range_of(snapshot.buffer, lens.span)
    place = {"line": range.start.line, "character": range.start.character}
    return types.CodeLens(range, types.Command(lens.words, SHOW_REFERENCES, arguments=[snapshot.uri, place]))


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_INLAY_HINT, _hints),
    Handler(types.TEXT_DOCUMENT_CODE_LENS, _lenses),
)
