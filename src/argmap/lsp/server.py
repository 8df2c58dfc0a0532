"""The language server: what editors send is answered by the table of handlers."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

import argmap
from argmap.lsp.handler import RequestRefusedError
from argmap.lsp.handlers.handler_table import COMMANDS, OFFERED, answering, running
from argmap.lsp.messages.envelope import RefusedMessageError
from argmap.lsp.messages.message_stream import MessageStream
from argmap.lsp.messages.strict_values import strict_converter
from argmap.lsp.protocol import TextProtocol

if TYPE_CHECKING:
    # Loaded when a text is opened: `initialize` has to be answered at once.
    from argmap.lsp.session import Session

_LOG = logging.getLogger(__name__)


class TextServer(LanguageServer):
    """A server for one editor, with the session that its handlers get.

    `serve()` serves standard input and output.
    """

    protocol: TextProtocol

    def __init__(self) -> None:
        super().__init__(
            "argmap", argmap.__version__, protocol_cls=TextProtocol, converter_factory=strict_converter
        )
        self.started: types.InitializeParams | None = None
        self.is_over = False
        self.protocol.gone = self._leave_at_once
        for method, handle in ((types.INITIALIZE, self._initialize), (types.SHUTDOWN, self._shut_down)):
            # Bound methods cannot be marked, as pygls does.
            self.protocol.fm.feature(method)(partial(handle))
        for module, methods in OFFERED.items():
            for method, options in methods.items():
                answer = partial(self._answered, method, partial(answering, module, method))
                register = self.protocol.fm.feature(method, options)
                register(_request_handler(answer) if _is_request(method) else _notification_handler(answer))
        for name in COMMANDS:
            self.protocol.fm.command(name)(self._command(name))

    @cached_property
    def session(self) -> Session:
        """The session, which is made when it is first needed."""
        from argmap.lsp.session import Session

        session = Session(self.protocol)
        if self.started is not None:
            session.start(self.started)
        return session

    def serve(self) -> int:
        """Serve standard input and output; return 0 if the editor ended that, 1 if it went away."""
        try:
            self.start_io(cast("BinaryIO", MessageStream(sys.stdin.buffer)))
        finally:
            self._end_session()
        return 0 if self.is_over else 1

    def _end_session(self) -> None:
        if "session" in self.__dict__:
            self.session.end()

    def _leave_at_once(self) -> None:
        """End the process: a thread waits for the next message, and nothing can wake it."""
        self._end_session()
        logging.shutdown()
        os._exit(1)

    def report_server_error(self, error: Exception, source: object) -> None:
        """Answer what is not JSON; all other errors were answered and logged where they happened."""
        if source is JsonRpcException and isinstance(error, ValueError | RecursionError):
            code = types.ErrorCodes.ParseError.value
            self.protocol.refuse(RefusedMessageError(f"a message is not JSON: {error}", code))

    def _initialize(self, params: types.InitializeParams) -> None:
        self.started = params

    def _shut_down(self, params: object = None) -> None:
        self.is_over = True

    def _command(self, name: str) -> Callable[..., Any]:
        async def run(*arguments: Any) -> Any:
            return await _finished(self._answered(name, partial(running, name), list(arguments)), name)

        return run

    def _answered(self, name: str, load: Callable[[], Callable[[Session, Any], Any]], params: Any) -> Any:
        """Return the answer, or an awaitable of it; errors are logged and become null, refusals raise."""
        with _logging_failures(name):
            result = load()(self.session, params)
            return _finished(result, name) if isawaitable(result) else result
        return None


def _is_request(method: str) -> bool:
    """Return whether a method is answered; others are notifications."""
    return types.METHOD_TO_TYPES[method][1] is not None


def _request_handler(answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
    async def handle(params: Any) -> Any:
        result = answer(params)
        return await result if isawaitable(result) else result

    return handle


def _notification_handler(answer: Callable[[Any], Any]) -> Callable[[Any], None]:
    """Return a function that handles a notification at once, in order; longer work goes on by itself."""
    running: set[asyncio.Future[Any]] = set()

    def handle(params: Any) -> None:
        result = answer(params)
        if isawaitable(result):
            task = asyncio.ensure_future(result)
            # A reference has to be kept until it is done.
            running.add(task)
            task.add_done_callback(running.discard)

    return handle


async def _finished(result: Any, name: str) -> Any:
    with _logging_failures(name):
        return await result if isawaitable(result) else result
    return None


@contextmanager
def _logging_failures(name: str) -> Iterator[None]:
    """Log what goes wrong with a message, because the editor has to be answered; refusals are passed on.

    Raises:
        JsonRpcException: the message is refused.
    """
    try:
        yield
    except (JsonRpcException, RequestRefusedError) as error:
        raise _refusal(error) from None
    # Whatever happens here, the next message has to be answered; the log says what happened.
    except Exception:
        _LOG.exception("%s failed", name)


def _refusal(error: Exception) -> JsonRpcException:
    if isinstance(error, JsonRpcException):
        return error
    return JsonRpcException(str(error), code=types.LSPErrorCodes.RequestFailed.value)
