"""What a message is, before its parameters are read: a request, a notification or an answer."""

from __future__ import annotations

from enum import Enum
from typing import Any, TypeAlias

from attrs import frozen
from lsprotocol import types

MessageId: TypeAlias = "int | str | None"


class MessageKind(Enum):
    """What the receiver of a message is expected to do."""

    REQUEST = "request"
    NOTIFICATION = "notification"
    ANSWER = "answer"


class RefusedMessageError(ValueError):
    """A message that cannot be accepted; `code` is one of the protocol, and `id` that of the message."""

    def __init__(self, words: str, code: int = types.ErrorCodes.InvalidRequest.value, id: MessageId = None):
        super().__init__(words)
        self.code = code
        self.id = id


@frozen
class Envelope:
    """What a message says about itself; an answer has an empty method, and a notification the id None."""

    kind: MessageKind
    method: str
    id: MessageId


def envelope_of(message: Any) -> Envelope:
    """Return the envelope of a message.

    Raises:
        RefusedMessageError: it is not a message.

    >>> envelope_of({"jsonrpc": "2.0", "id": 7, "method": "shutdown"}).kind
    <MessageKind.REQUEST: 'request'>
    """
    if not isinstance(message, dict):
        raise RefusedMessageError("a message is an object of JSON; several at once are not read")
    identifier = _identifier(message)
    if message.get("jsonrpc") != "2.0":
        raise RefusedMessageError("a message has `jsonrpc` 2.0", id=identifier)
    method = message.get("method", "")
    if not isinstance(method, str):
        raise RefusedMessageError("`method` is the name of what is asked", id=identifier)
    if "method" not in message:
        if "id" not in message:
            raise RefusedMessageError("a message has a method, or an id to which it answers")
        return Envelope(MessageKind.ANSWER, "", identifier)
    kind = MessageKind.REQUEST if "id" in message else MessageKind.NOTIFICATION
    if method in types.METHOD_TO_TYPES and kind is not _kind_of(method):
        raise RefusedMessageError(f"{method} is a {_kind_of(method).value}", id=identifier)
    return Envelope(kind, method, identifier)


def _identifier(message: dict[Any, Any]) -> MessageId:
    identifier = message.get("id")
    # True counts as 1 in Python, and other values cannot be looked up.
    if isinstance(identifier, bool) or not isinstance(identifier, int | str | None):
        raise RefusedMessageError("an id is a whole number or a string")
    return identifier


def _kind_of(method: str) -> MessageKind:
    is_request = types.METHOD_TO_TYPES[method][1] is not None
    return MessageKind.REQUEST if is_request else MessageKind.NOTIFICATION
