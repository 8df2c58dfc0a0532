"""The beginning and the end of a session."""

from __future__ import annotations

from lsprotocol import types

from argmap.lsp.handler import Handler
from argmap.lsp.protocol import chosen_encoding
from argmap.lsp.session import Session
from argmap.lsp.uris import path_of


def _initialize(session: Session, params: types.InitializeParams) -> None:
    session.client = params.capabilities
    session.encoding = chosen_encoding(params.capabilities)
    folders = [folder.uri for folder in params.workspace_folders or ()]
    if not folders and params.root_uri:
        folders = [params.root_uri]
    session.folders[:] = [path for uri in folders if (path := path_of(uri))]


def _shut_down(session: Session, params: object) -> None:
    session.is_over = True


HANDLERS = (
    Handler(types.INITIALIZE, _initialize),
    Handler(types.SHUTDOWN, _shut_down),
)
