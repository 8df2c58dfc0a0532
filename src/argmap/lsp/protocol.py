"""The protocol as pygls implements it, except for texts, which are kept by us."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Generator
from typing import Any, NoReturn

from cattrs import BaseValidationError
from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

from argmap.lsp.messages.capabilities import read_start
from argmap.lsp.messages.envelope import Envelope, MessageId, MessageKind, RefusedMessageError, envelope_of
from argmap.lsp.messages.strict_values import reasons
from argmap.lsp.texts.line_columns import Encoding
from argmap.lsp.uris import path_of

_LOG = logging.getLogger(__name__)
# The first that the client knows is used: those that cost nothing to count come first.
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
    """The protocol without the texts of pygls, which end lines where no editor does.

    Each request is answered, whatever is in it; what cannot be read of a notification is logged.
    """

    is_started = False
    # Called when the editor no longer listens.
    gone: Callable[[], object] = staticmethod(sys.exit)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return a part of a message as it is: only the whole is a message."""
        return data

    def handle_message(self, message: Any) -> None:
        """Answer a message of the editor."""
        try:
            envelope = envelope_of(message)
            if envelope.kind is MessageKind.ANSWER:
                self._take_answer(envelope.id, message)
            elif self._is_wanted(envelope):
                super().handle_message(self._read(envelope, message))
        except RefusedMessageError as error:
            if isinstance(message, dict) and "id" not in message and "method" in message:
                _LOG.warning("%s is ignored: %s", message["method"], error)
            else:
                self.refuse(error)

    def refuse(self, error: RefusedMessageError) -> None:
        """Answer that a message is refused."""
        _LOG.warning("a message is refused: %s", error)
        self._send_data(types.ResponseErrorMessage(error.id, types.ResponseError(error.code, str(error))))

    def _is_wanted(self, envelope: Envelope) -> bool:
        """Return whether there is something to do.

        Raises:
            RefusedMessageError: it is a request that cannot be handled.
        """
        if envelope.kind is MessageKind.NOTIFICATION:
            is_running = self.is_started and not self._shutdown
            return envelope.method == types.EXIT or (is_running and self._is_known(envelope.method))
        if self._shutdown:
            raise RefusedMessageError("the server is shutting down", id=envelope.id)
        if self.is_started and envelope.method == types.INITIALIZE:
            raise RefusedMessageError("the server has been initialized before", id=envelope.id)
        if not self.is_started and envelope.method != types.INITIALIZE:
            code = types.ErrorCodes.ServerNotInitialized.value
            raise RefusedMessageError("the server has not been initialized", code, envelope.id)
        if not self._is_known(envelope.method):
            code = types.ErrorCodes.MethodNotFound.value
            raise RefusedMessageError(f"there is no method {envelope.method!r:.80}", code, envelope.id)
        return True

    def _is_known(self, method: str) -> bool:
        known = {types.CANCEL_REQUEST, *self.fm.features, *self.fm.builtin_features}
        return method in known and method in types.METHOD_TO_TYPES

    def _read(self, envelope: Envelope, message: dict[str, Any]) -> Any:
        """Return a message with its parameters.

        Raises:
            RefusedMessageError: these are not what its method takes.
        """
        try:
            if envelope.method == types.INITIALIZE:
                return read_start(self._converter, message)
            return self._converter.structure(message, types.METHOD_TO_TYPES[envelope.method][0])
        except BaseValidationError as error:
            words = f"{envelope.method} cannot be read: {reasons(error)}"
            raise RefusedMessageError(words, types.ErrorCodes.InvalidParams.value, envelope.id) from None

    def _take_answer(self, identifier: MessageId, message: dict[str, Any]) -> None:
        """Take in an answer of the editor; one that cannot be read counts as an error."""
        result_type = None if identifier is None else self._result_types.pop(identifier, None)
        if result_type is None:
            _LOG.warning("%r was asked by nobody", identifier)
            return
        wanted = types.ResponseErrorMessage if "error" in message else result_type
        try:
            answer = self._converter.structure(message, wanted)
        except BaseValidationError as error:
            _LOG.warning("an answer cannot be read: %s", reasons(error))
            code = types.ErrorCodes.InvalidRequest.value
            answer = types.ResponseErrorMessage(identifier, types.ResponseError(code, reasons(error)))
        super().handle_message(answer)

    def _send_data(self, data: Any) -> None:
        """Send a message; leave if nobody listens any more."""
        try:
            super()._send_data(data)
        except BrokenPipeError:
            self.gone()

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """Answer with what the server can do; positions are in our favourite of the client's encodings."""
        self.is_started = True
        if params.root_uri and path_of(params.root_uri) is None:
            params.root_uri = None
        general = params.capabilities.general
        if general is not None and general.position_encodings:
            general.position_encodings = [
                types.PositionEncodingKind(chosen_encoding(params.capabilities).value)
            ]
        result: types.InitializeResult = yield from super().lsp_initialize(params)
        return result

    @lsp_method(types.EXIT)
    def lsp_exit(self, params: object = None) -> NoReturn:
        """Leave; standard output stays open, because whoever runs us closes it."""
        raise SystemExit

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Pass an opened text to our own handler."""
        self.fm.features[types.TEXT_DOCUMENT_DID_OPEN](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Pass a change to our own handler."""
        self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Pass a closed text to our own handler."""
        self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE](params)
