"""The language server: what editors send is answered by the table of handlers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from inspect import iscoroutinefunction
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

import argmap
from argmap.lsp.handler import Command, Handler, RequestRefusedError
from argmap.lsp.handlers.handler_table import COMMANDS, HANDLERS
from argmap.lsp.protocol import TextProtocol
from argmap.lsp.session import Session

_LOG = logging.getLogger(__name__)


class TextServer(LanguageServer):
    """A server for one editor, with the session that its handlers get.

    `start_io()` serves standard input and output.
    """

    def __init__(
        self, handlers: Iterable[Handler] = HANDLERS, commands: Iterable[Command] = COMMANDS
    ) -> None:
        super().__init__("argmap", argmap.__version__, protocol_cls=TextProtocol)
        self.session = Session(self.protocol)
        for handler in handlers:
            answer = _answering(handler.method, handler.answer, self.session)
            self.protocol.fm.feature(handler.method, handler.options)(answer)
        for command in commands:
            self.protocol.fm.command(command.name)(_running(command, self.session))

    def serve(self) -> int:
        """Serve standard input and output; return 0 if the editor ended that, 1 if it went away."""
        try:
            self.start_io()
        finally:
            self.session.end()
        return 0 if self.session.is_over else 1


def _answering(name: str, answer: Callable[[Session, Any], Any], session: Session) -> Callable[[Any], Any]:
    """Return a handler for pygls: what it raises is logged and answered by null, unless it is a refusal."""
    if iscoroutinefunction(answer):

        async def answered(params: Any) -> Any:
            try:
                return await answer(session, params)
            except (JsonRpcException, RequestRefusedError) as error:
                raise _refusal(error) from None
            # The editor has to be answered whatever happens; the log says what did.
            except Exception:
                _LOG.exception("%s failed", name)
                return None

        return answered

    def heard(params: Any) -> Any:
        try:
            return answer(session, params)
        except (JsonRpcException, RequestRefusedError) as error:
            raise _refusal(error) from None
        # As above.
        except Exception:
            _LOG.exception("%s failed", name)
            return None

    return heard


def _running(command: Command, session: Session) -> Callable[..., Any]:
    async def run(*arguments: Any) -> Any:
        return await answer(list(arguments))

    async def running(session: Session, arguments: list[Any]) -> Any:
        result = command.run(session, arguments)
        return await result if hasattr(result, "__await__") else result

    answer = _answering(command.name, running, session)
    return run


def _refusal(error: Exception) -> JsonRpcException:
    if isinstance(error, JsonRpcException):
        return error
    return JsonRpcException(str(error), code=types.LSPErrorCodes.RequestFailed.value)
