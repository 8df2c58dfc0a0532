"""`textDocument/prepareRename` and `textDocument/rename`."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve
from lsprotocol import types

from argmap.lsp.features.named_places import occurrence_at
from argmap.lsp.features.title_changes import RenamingRefusedError, renamable, title_change, united
from argmap.lsp.handler import Handler, RequestRefusedError
from argmap.lsp.handlers.including_files import documents_including
from argmap.lsp.session import Session
from argmap.lsp.texts.buffer import TextBuffer
from argmap.lsp.texts.workspace_documents import real_path
from argmap.lsp.uris import path_of, uri_of
from argmap.lsp.wire_places import applicable, offset_at, range_of, text_edits
from argmap.text import Edit, Span


async def _prepare(
    session: Session, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    place = await session.place(params.text_document.uri, params.position)
    if place is None:
        return None
    try:
        name = renamable(place.document, place.offset)
    except RenamingRefusedError as error:
        raise RequestRefusedError(str(error)) from None
    if name is None:
        return None
    span = place.region.outside(name.span)
    return types.PrepareRenamePlaceholder(range_of(place.snapshot.buffer, span), name.title)


async def _rename(session: Session, params: types.RenameParams) -> types.WorkspaceEdit | None:
    uri = params.text_document.uri
    place = await session.place(uri, params.position)
    if place is None:
        return None
    offset = offset_at(place.snapshot.buffer, params.position)
    path = path_of(uri)
    own_path = real_path(path) if path else uri
    before = {opened.uri: opened.buffer for opened in session.texts.values()}
    try:
        edits = place.region.outside(title_change(place.document, place.offset, params.new_name))
        changes = [(own_path, _resolved(edits))]
        for home, document, written in await documents_including(session, path) if path else ():
            if occurrence_at(document, offset, written):
                others = title_change(document, offset, params.new_name, written)
                changes.append((home, _resolved(others)))
        by_path = united(changes)
    except RenamingRefusedError as error:
        raise RequestRefusedError(str(error)) from None
    files = (_of_file(session, uri, own_path, file, edits) for file, edits in by_path.items())
    documents = [change for change in files if change is not None]
    uris = {change.text_document.uri for change in documents}
    if any(
        opened.uri in uris and before.get(opened.uri) is not opened.buffer
        for opened in session.texts.values()
    ):
        raise RequestRefusedError("a text has changed in the meantime; try again")
    return applicable(types.WorkspaceEdit(document_changes=list(documents)), session.client)


def _resolved(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits in which each file has one path, whatever links lead to it."""
    return [
        evolve(edit, span=Span(*edit.span[:2], real_path(edit.path))) if edit.path is not None else edit
        for edit in edits
    ]


def _of_file(
    session: Session, uri: str, own_path: str, path: str, edits: Iterable[Edit]
) -> types.TextDocumentEdit | None:
    opened = session.texts.get(uri) if path == own_path else session.open_at(path)
    if opened is not None:
        identifier = types.OptionalVersionedTextDocumentIdentifier(opened.uri, opened.version)
        return types.TextDocumentEdit(identifier, list(text_edits(opened.buffer, edits)))
    text = session.files.text_of(path)
    if text is None:
        return None
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri_of(path), None)
    return types.TextDocumentEdit(identifier, list(text_edits(TextBuffer(text, session.encoding), edits)))


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_PREPARE_RENAME, _prepare),
    Handler(types.TEXT_DOCUMENT_RENAME, _rename),
)
