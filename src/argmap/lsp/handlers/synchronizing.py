"""What an editor does with texts: opens, changes and closes them."""

from __future__ import annotations

from lsprotocol import types

from argmap.lsp.handler import Handler
from argmap.lsp.session import Session


def _opened(session: Session, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    session.open(item.uri, item.version, item.text, str(item.language_id))


def _changed(session: Session, params: types.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    session.change(document.uri, document.version, params.content_changes)


def _closed(session: Session, params: types.DidCloseTextDocumentParams) -> None:
    session.close(params.text_document.uri)


HANDLERS = (
    Handler(types.TEXT_DOCUMENT_DID_OPEN, _opened),
    Handler(types.TEXT_DOCUMENT_DID_CHANGE, _changed),
    Handler(types.TEXT_DOCUMENT_DID_CLOSE, _closed),
)
