"""What an editor and a server say to each other, read from copies of both sides."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

_END_OF_HEADERS = b"\r\n\r\n"


@frozen
class Wire:
    """The copies of what was sent: by the editor, and by the server."""

    asked: Path
    answered: Path

    def questions(self, method: str) -> list[dict[str, Any]]:
        """Return the requests and notifications of the editor of this method, in order."""
        return [message for message in _messages(self.asked) if message.get("method") == method]

    def answers(self, method: str) -> Iterator[tuple[dict[str, Any], Any]]:
        """Yield the parameters of each request that was answered with a result, and the result."""
        results = {
            message["id"]: message["result"]
            for message in _messages(self.answered)
            if message.get("result") is not None
        }
        for question in self.questions(method):
            if question.get("id") in results:
                yield question["params"], results[question["id"]]

    def notices(self, method: str) -> list[dict[str, Any]]:
        """Return the parameters of the notifications of the server of this method, in order."""
        return [message["params"] for message in _messages(self.answered) if message.get("method") == method]


def copying(server: Sequence[str], wire: Wire) -> str:
    """Return a shell script that serves as a server does, and copies both sides."""
    asked, answered = shlex.quote(str(wire.asked)), shlex.quote(str(wire.answered))
    return f"#!/bin/sh\ntee {asked} | {shlex.join(server)} | tee {answered}\n"


def token_type(tokens: Sequence[int], legend: Sequence[str], line: int, column: int) -> str:
    """Return the type of the semantic token at a place, counted from 0; "" where there is none."""
    row = start = 0
    for place in range(0, len(tokens), 5):
        rows, columns, length, kind, _ = tokens[place : place + 5]
        start = columns if rows else start + columns
        row += rows
        if row == line and start <= column < start + length:
            return legend[kind]
    return ""


def _messages(path: Path) -> Iterator[dict[str, Any]]:
    rest = path.read_bytes() if path.exists() else b""
    while _END_OF_HEADERS in rest:
        headers, _, rest = rest.partition(_END_OF_HEADERS)
        lines = dict(line.split(b":", 1) for line in headers.lower().split(b"\r\n"))
        length = int(lines[b"content-length"])
        if len(rest) < length:
            return  # The message is still being written.
        yield json.loads(rest[:length])
        rest = rest[length:]
