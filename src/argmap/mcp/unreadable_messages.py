"""Messages that the protocol cannot read: what is half a character is mended, all else is answered."""

from __future__ import annotations

import re
from typing import Any

from anyio.streams.memory import MemoryObjectSendStream
from mcp import types
from mcp.shared.message import SessionMessage
from pydantic import ValidationError

# An escape in JSON: two halves of a character, one alone, or anything else.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_NO_JSON, _NO_MESSAGE = -32700, -32600


async def relay(
    reading: Any, readable: MemoryObjectSendStream[SessionMessage | Exception], writing: Any
) -> None:
    """Hand on messages from the wire until it ends; answer those that cannot be read."""
    async with readable:
        async for message in reading:
            if not isinstance(message, ValidationError):
                await readable.send(message)
            elif mended := _mended(message):
                await readable.send(mended)
            elif _written(message).strip():
                await writing.send(SessionMessage(_refusal(message)))


def _mended(error: ValidationError) -> SessionMessage | None:
    """Return a message with U+FFFD for halves of characters, None if it cannot be read even so."""
    line = _written(error)
    mended = _ESCAPE.sub(lambda escape: r"\ufffd" if escape["half"] else escape[0], line)
    if mended == line:
        return None
    try:
        return SessionMessage(types.jsonrpc_message_adapter.validate_json(mended, by_name=False))
    except ValidationError:
        return None


def _written(error: ValidationError) -> str:
    """Return the line that is no JSON; what is JSON and no message is given as `JSON`."""
    first = error.errors(include_url=False, include_context=False)[0]
    return str(first["input"]) if first["type"] == "json_invalid" else "JSON"


def _refusal(error: ValidationError) -> types.JSONRPCError:
    problems = error.errors(include_url=False, include_context=False)
    if problems[0]["type"] == "json_invalid":
        return _error(_NO_JSON, f"this line is not JSON: {problems[0]['msg']}", None)
    ids = [each["input"].get("id") for each in problems if isinstance(each["input"], dict)]
    known = next((id for id in ids if isinstance(id, int | str) and not isinstance(id, bool)), None)
    return _error(_NO_MESSAGE, "this is not a message of JSON-RPC 2.0", known)


def _error(code: int, message: str, id: int | str | None) -> types.JSONRPCError:
    return types.JSONRPCError(jsonrpc="2.0", id=id, error=types.ErrorData(code=code, message=message))
