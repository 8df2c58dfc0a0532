"""Sessions without a process: what the server sends is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from argmap.lsp.session import Session
from argmap.lsp.texts.line_columns import Encoding


class SentMessages:
    """A connection that leads nowhere and knows what was sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Any]] = []

    def notify(self, method: str, params: Any = None) -> None:
        self.sent.append((method, params))

    async def send_request_async(self, method: str, params: Any = None) -> Any:
        self.sent.append((method, params))
        return None

    def codes(self) -> list[list[str]]:
        """Return the codes of each message with findings."""
        return [
            [item.code for item in params.diagnostics]
            for method, params in self.sent
            if method == "textDocument/publishDiagnostics"
        ]


@contextmanager
def session_in(encoding: Encoding = Encoding.UTF_16) -> Iterator[tuple[Session, SentMessages]]:
    """Give a session, and what it has sent."""
    sent = SentMessages()
    session = Session(sent, encoding=encoding)
    try:
        yield session, sent
    finally:
        session.end()
