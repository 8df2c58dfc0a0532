"""The way to the editor."""

from __future__ import annotations

from typing import Any, Protocol


class Connection(Protocol):
    """What sends messages to an editor."""

    def notify(self, method: str, params: Any = None) -> None:
        """Send a notification."""

    async def send_request_async(self, method: str, params: Any = None) -> Any:
        """Send a request and return its result.

        Raises:
            JsonRpcException: the editor answers that it cannot.
        """
