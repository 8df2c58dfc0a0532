"""`textDocument/semanticTokens`: of a whole text, what changed in it, and of a stretch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from attrs import define
from lsprotocol import types

from argmap.lsp.features.shape.semantic_tokens import (
    MeaningToken,
    token_edits,
    tokens,
)
from argmap.lsp.handler import Handler
from argmap.lsp.handlers.semantic_legend import MODIFIER_BITS, TYPE_NUMBERS
from argmap.lsp.session import Session
from argmap.lsp.texts.buffer import TextBuffer
from argmap.lsp.texts.snapshot import Snapshot


@define(eq=False)
class TokenMemory:
    """What was last answered about each text, and how often."""

    answers: dict[str, tuple[str, list[int]]]
    number: int = 0

    def keep(self, uri: str, data: list[int]) -> str:
        """Keep an answer and return its name."""
        self.number += 1
        self.answers[uri] = (str(self.number), data)
        return str(self.number)


_memories: WeakKeyDictionary[Session, TokenMemory] = WeakKeyDictionary()


def _memory(session: Session) -> TokenMemory:
    memory = _memories.setdefault(session, TokenMemory({}))
    for uri in [uri for uri in memory.answers if uri not in session.texts]:
        del memory.answers[uri]
    return memory


async def _all(session: Session, params: types.SemanticTokensParams) -> types.SemanticTokens | None:
    snapshot = await session.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    data = _data(snapshot)
    return types.SemanticTokens(data, _memory(session).keep(snapshot.uri, data))


async def _changed(
    session: Session, params: types.SemanticTokensDeltaParams
) -> types.SemanticTokens | types.SemanticTokensDelta | None:
    snapshot = await session.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    memory = _memory(session)
    name, before = memory.answers.get(snapshot.uri, ("", []))
    data = _data(snapshot)
    new_name = memory.keep(snapshot.uri, data)
    if name != params.previous_result_id:
        return types.SemanticTokens(data, new_name)
    edits = [
        types.SemanticTokensEdit(edit.start, edit.removed, list(edit.inserted))
        for edit in token_edits(before, data)
    ]
    return types.SemanticTokensDelta(edits, new_name)


async def _in_range(session: Session, params: types.SemanticTokensRangeParams) -> types.SemanticTokens | None:
    stretch = await session.stretch(params.text_document.uri, params.range)
    if stretch is None:
        return None
    snapshot, span = stretch
    found = [
        token
        for region in snapshot.regions
        if (inner := region.stretch(span))
        for token in region.outside(tokens(region.document, inner))
    ]
    return types.SemanticTokens(list(encoded(snapshot.buffer, found)))


def _data(snapshot: Snapshot) -> list[int]:
    found = (token for region in snapshot.regions for token in region.outside(tokens(region.document)))
    return list(encoded(snapshot.buffer, found))


def encoded(buffer: TextBuffer, found: Iterable[MeaningToken]) -> Iterator[int]:
    """Yield five numbers for each token: lines and columns from the last one, length, type, modifiers."""
    line = column = 0
    for token in found:
        start, end, _ = token.span
        place = buffer.place(start)
        # Whatever columns count, a character of ASCII counts as one.
        is_plain = buffer.text[start:end].isascii()
        length = end - start if is_plain else buffer.place(end).column - place.column
        yield place.line - line
        yield place.column - (column if place.line == line else 0)
        yield length
        yield TYPE_NUMBERS[token.kind]
        yield MODIFIER_BITS[token.modifier] if token.modifier else 0
        line, column = place


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, _all),
    Handler(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, _changed),
    Handler(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, _in_range),
)
