"""The protocol as pygls has it, but for the texts, which are ours."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, NoReturn

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

from argmap.lsp.line_columns import Encoding

# The first that the client has is used: what costs nothing to count comes first.
_PREFERRED = (Encoding.UTF_32, Encoding.UTF_8, Encoding.UTF_16)


def chosen_encoding(client: types.ClientCapabilities) -> Encoding:
    """Return the encoding in which places are counted; UTF-16 if the client does not say.

    >>> chosen_encoding(types.ClientCapabilities())
    <Encoding.UTF_16: 'utf-16'>
    """
    offered = client.general.position_encodings if client.general else None
    names = {getattr(name, "value", name) for name in offered or ()}
    return next((encoding for encoding in _PREFERRED if encoding.value in names), Encoding.UTF_16)


class TextProtocol(LanguageServerProtocol):
    """The protocol without the texts of pygls, whose lines end where those of no editor do."""

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """Answer with what the server can do; positions are in our favourite of the client's encodings."""
        general = params.capabilities.general
        if general is not None and general.position_encodings:
            general.position_encodings = [
                types.PositionEncodingKind(chosen_encoding(params.capabilities).value)
            ]
        result: types.InitializeResult = yield from super().lsp_initialize(params)
        return result

    @lsp_method(types.EXIT)
    def lsp_exit(self, params: object = None) -> NoReturn:
        """Leave; standard output stays open, for whoever runs us closes it."""
        raise SystemExit

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Let our own handler have an opened text."""
        self.fm.features[types.TEXT_DOCUMENT_DID_OPEN](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Let our own handler have a change."""
        self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Let our own handler have a text that has been closed."""
        self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE](params)
