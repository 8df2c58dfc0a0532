"""What answers a request of the protocol."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from argmap.lsp.session import Session


class RequestRefusedError(ValueError):
    """What was asked cannot be done; the words are shown to whoever asked."""


@frozen
class Handler:
    """What answers a request, or hears a notification, of a method.

    `answer` gets the session and the parameters of the request; it may be a coroutine, but for notifications,
    which have to be heard in their order. `options` are what the server offers for the method.

    What `answer` raises is logged, and the answer is null; a RequestRefusedError is an error with its words.
    """

    method: str
    answer: Callable[[Session, Any], Any]
    options: Any = None


@frozen
class Command:
    """What runs a command of `workspace/executeCommand`; it gets the session and the list of arguments."""

    name: str
    run: Callable[[Session, list[Any]], Any]
