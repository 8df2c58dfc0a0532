"""`textDocument/documentSymbol` and `workspace/symbol`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from lsprotocol import types

from argmap.api.documents import Document
from argmap.lsp.features.shape.document_symbols import OutlineSymbol, SymbolKind, outline_symbols
from argmap.lsp.features.workspace_symbols import SymbolMatch, matching_symbols
from argmap.lsp.handler import Handler
from argmap.lsp.session import Session
from argmap.lsp.texts.buffer import TextBuffer
from argmap.lsp.texts.workspace_documents import real_path
from argmap.lsp.uris import path_of, uri_of
from argmap.lsp.wire_places import range_of

_MOST = 1000
_KINDS = {
    SymbolKind.SECTION: types.SymbolKind.Namespace,
    SymbolKind.CLAIM: types.SymbolKind.Class,
    SymbolKind.EVIDENCE: types.SymbolKind.Struct,
    SymbolKind.QUESTION: types.SymbolKind.Interface,
    SymbolKind.ARGUMENT: types.SymbolKind.Function,
    SymbolKind.STEP: types.SymbolKind.Field,
}


async def _symbols(
    session: Session, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    snapshot = await session.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    found = [
        symbol for region in snapshot.regions for symbol in region.outside(outline_symbols(region.document))
    ]
    document = session.client.text_document
    if (
        document
        and document.document_symbol
        and document.document_symbol.hierarchical_document_symbol_support
    ):
        return [_nested(snapshot.buffer, symbol) for symbol in found]
    return list(_flat(snapshot.uri, snapshot.buffer, found))


def _nested(buffer: TextBuffer, symbol: OutlineSymbol) -> types.DocumentSymbol:
    # The outline is no deeper than what such programs can read.
    return types.DocumentSymbol(
        symbol.name,
        _KINDS[symbol.kind],
        range_of(buffer, symbol.span),
        range_of(buffer, symbol.name_span),
        detail=symbol.detail or None,
        children=[_nested(buffer, child) for child in symbol.children] or None,
    )


def _flat(uri: str, buffer: TextBuffer, symbols: list[OutlineSymbol]) -> Iterator[types.SymbolInformation]:
    waiting = [(symbol, "") for symbol in reversed(symbols)]
    while waiting:
        symbol, container = waiting.pop()
        location = types.Location(uri, range_of(buffer, symbol.span))
        yield types.SymbolInformation(location, symbol.name, _KINDS[symbol.kind], container_name=container)
        waiting += [(child, symbol.name) for child in reversed(symbol.children)]


async def _matches(session: Session, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    open_paths = [path for uri in session.texts if (path := path_of(uri))]
    documents: dict[str, Document] = {}
    for uri in list(session.texts):
        snapshot = await session.snapshot(uri)
        if snapshot is not None:
            documents[snapshot.uri] = snapshot.document
    return await asyncio.to_thread(_matching_symbols, session, params.query, documents, open_paths)


def _matching_symbols(
    session: Session, query: str, documents: dict[str, Document], open_paths: list[str]
) -> list[types.WorkspaceSymbol]:
    are_open = {real_path(path) for path in open_paths}
    for path, document in session.workspace.all(session.folders).items():
        if path not in are_open:
            documents[uri_of(path)] = document
    matches = [
        (match, uri)
        for uri, document in documents.items()
        for part in document.documents
        for match in matching_symbols(part, query)
    ]
    matches.sort(key=_rank)
    found = {
        (str(symbol.location), symbol.name): symbol
        for match, uri in matches[:_MOST]
        if (symbol := _wire(session, match, uri))
    }
    return list(found.values())


def _rank(match: tuple[SymbolMatch, str]) -> int:
    return match[0].rank


def _wire(session: Session, match: SymbolMatch, uri: str) -> types.WorkspaceSymbol | None:
    path = match.span.path or path_of(uri)
    opened = (
        session.texts.get(uri) if match.span.path is None else session.open_at(real_path(match.span.path))
    )
    if opened is None:
        text = session.files.text_of(path) if path else None
        if text is None or path is None:
            return None
        buffer, uri = TextBuffer(text, session.encoding), uri_of(real_path(path))
    else:
        buffer, uri = opened.buffer, opened.uri
    location = types.Location(uri, range_of(buffer, match.span))
    return types.WorkspaceSymbol(
        location, match.name, _KINDS[match.kind], container_name=match.container or None
    )


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _symbols),
    Handler(types.WORKSPACE_SYMBOL, _matches),
)
