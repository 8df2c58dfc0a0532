"""Calls in a process of their own, which is ended if they take too long: no text can stop a server."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock

from attrs import define, field

from argmap.mcp.permissions import Permissions
from argmap.mcp.tool import ToolAnswer
from argmap.mcp.tool_calls import call_tool

# In seconds; what searches gives up by itself long before.
MOST_SECONDS = 45.0
_LESS = "ask about less, or a shorter text"


@define(eq=False)
class CallWorker:
    """Calls tools one after the other in a process, which starts with the first and again after it was ended.

    A call takes at most so many `seconds`. What may write is called here: no file is left half written.
    """

    permissions: Permissions
    seconds: float = MOST_SECONDS
    _writing: Lock = field(factory=Lock, init=False)
    _running: tuple[BaseProcess, Connection] | None = field(default=None, init=False)

    def call(self, name: str, arguments: Mapping[str, object] | None = None) -> ToolAnswer:
        """Return the answer of a tool, or that there is none in time."""
        if self.permissions.may_write and (arguments or {}).get("write"):
            with self._writing:
                return call_tool(name, arguments, self.permissions)
        self._running = self._running or _started(self.permissions)
        connection = self._running[1]
        try:
            connection.send((name, arguments))
            if not connection.poll(self.seconds):
                self.end()
                return ToolAnswer(None, f"it took more than {self.seconds:g} s and was ended; {_LESS}")
            answer = connection.recv()
        except (EOFError, OSError):
            self.end()
            return ToolAnswer(None, f"the process that worked on it ended; {_LESS}")
        assert isinstance(answer, ToolAnswer), "the process sends nothing else"
        return answer

    def wait(self) -> None:
        """Wait until no file is being written, and let none be written any more."""
        self._writing.acquire()

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._running is not None:
            process, connection = self._running
            self._running = None
            process.kill()
            process.join()
            connection.close()


def _started(permissions: Permissions) -> tuple[BaseProcess, Connection]:
    # Anew, because threads do not survive a fork.
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there, permissions), daemon=True)
    process.start()
    # The pipe ends when its other side does.
    there.close()
    return process, here


def _work(connection: Connection, permissions: Permissions) -> None:
    """Answer calls until nobody asks any more."""
    # Ctrl-C is for the server, which ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            name, arguments = connection.recv()
        except EOFError:
            return
        connection.send(call_tool(name, arguments, permissions))
