"""What answers a request of the protocol."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    # The server answers `initialize` before it loads what knows texts.
    from argmap.lsp.session import Session


class RequestRefusedError(ValueError):
    """A request cannot be carried out; the message is shown to the user."""


@frozen
class Handler:
    """What answers the requests, or handles the notifications, of a method.

    `answer` gets the session and the parameters of the request; it may be a coroutine, except for
    notifications that have to be handled in order. What the server says that it can do is in `handler_table`.

    What `answer` raises is logged, and the answer is null; a RequestRefusedError is an error with its words.
    """

    method: str
    answer: Callable[[Session, Any], Any]


@frozen
class Command:
    """What runs a command of `workspace/executeCommand`; it gets the session and the list of arguments."""

    name: str
    run: Callable[[Session, list[Any]], Any]
