"""A client that speaks the protocol byte by byte, and waits for nothing longer than it says."""

import json
import queue
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

_SECONDS = 60.0


class RawClient:
    """A server in a process of its own, and what it has sent."""

    def __init__(self, *arguments: str, command: tuple[str, ...] = ()) -> None:
        started = command or (sys.executable, "-m", "argmap.cli", "lsp", "--stdio", *arguments)
        self.process = subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.received: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.waiting: list[dict[str, Any]] = []
        self.number = 0
        self.thread = Thread(target=self._receive, daemon=True)
        self.thread.start()

    def _receive(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self.received.put(json.loads(stream.read(length)))
        self.received.put(None)

    def send(self, method: str, params: object = None, **more: object) -> None:
        """Send a notification, or with an `id` a request."""
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def write(self, content: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(content)
        self.process.stdin.flush()

    def ask(self, method: str, params: object = None) -> Any:
        """Return the result of a request; an error is an AssertionError."""
        answer = self.answer_to(self.begin(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def begin(self, method: str, params: object = None) -> int:
        """Send a request and return its number."""
        self.number += 1
        self.send(method, params, id=self.number)
        return self.number

    def answer_to(self, number: int) -> dict[str, Any]:
        return self.wait_for(lambda message: message.get("id") == number and "method" not in message)

    def heard(self, method: str) -> dict[str, Any]:
        """Return the parameters of the next message of a method."""
        return self.wait_for(lambda message: message.get("method") == method)["params"]

    def wait_for(self, wanted: Any) -> dict[str, Any]:
        """Return the first message that is wanted; requests of the server are answered with null."""
        for message in self.waiting:
            if wanted(message):
                self.waiting.remove(message)
                return message
        while True:
            message = self.received.get(timeout=_SECONDS)
            assert message is not None, "the server has left"
            if "method" in message and "id" in message:
                body = json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": None}).encode()
                self.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            if wanted(message):
                return message
            self.waiting.append(message)

    def start(self, folder: Path | None = None, **capabilities: object) -> Any:
        """Initialize the server and return what it can do."""
        folders = [] if folder is None else [{"uri": folder.as_uri(), "name": folder.name}]
        params = {
            "processId": None,
            "rootUri": None,
            "capabilities": capabilities,
            "workspaceFolders": folders,
        }
        result = self.ask("initialize", params)
        self.send("initialized", {})
        return result["capabilities"]

    def open(self, uri: str, text: str, language: str = "argdown", version: int = 1) -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.send("textDocument/didOpen", {"textDocument": item})

    def at(self, uri: str, line: int, character: int) -> dict[str, Any]:
        """Return the parameters of a request about a place."""
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}

    def leave(self) -> int:
        """End the server and return its exit code."""
        self.ask("shutdown")
        self.send("exit")
        return self.process.wait(_SECONDS)

    def __enter__(self) -> "RawClient":
        return self

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.wait(_SECONDS)
        self.thread.join(_SECONDS)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()
