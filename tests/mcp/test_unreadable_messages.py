"""A process answers whatever it is sent, and ends when nobody hears it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any

PROGRAM = [sys.executable, "-m", "argmap.cli", "mcp"]
# In seconds: a server that never answers must fail a test, not keep it waiting.
PATIENCE = 60
LAST = "check"
INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 0,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}
INITIALIZED = {"jsonrpc": "2.0", "method": "notifications/initialized"}


def check(text: str) -> dict[str, object]:
    arguments = {"name": "check", "arguments": {"text": text}}
    return {"jsonrpc": "2.0", "id": LAST, "method": "tools/call", "params": arguments}


def answers(*lines: str) -> list[dict[str, Any]]:
    """Return what a server says when it is sent lines, after it was started."""
    said = [json.dumps(INITIALIZE), json.dumps(INITIALIZED), *lines, json.dumps(check("[A]: a"))]
    written = "".join(f"{line}\n" for line in said).encode("utf-8", "surrogatepass")
    with started() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(written)
        process.stdin.flush()
        heard: list[dict[str, Any]] = []
        # Whatever comes before, the last call is answered.
        while not heard or heard[-1]["id"] != LAST:
            line = process.stdout.readline()
            assert line, "it ended before"
            heard.append(json.loads(line))
        return [answer for answer in heard if answer["id"] not in (LAST, INITIALIZE["id"])]


@contextmanager
def started() -> Iterator[subprocess.Popen[bytes]]:
    """Start a server, which is ended if it takes too long."""
    with subprocess.Popen(PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        end = Timer(PATIENCE, process.kill)
        end.start()
        try:
            yield process
        finally:
            end.cancel()
            process.kill()


def test_halves_of_characters_are_read_as_such() -> None:
    halves = json.dumps({**check("[A\ud800]: \udc00 \ud83d\ude00 \\ud800"), "id": 1})
    (answer,) = answers(halves)
    assert answer["result"]["structuredContent"]["ok"]


def test_what_is_no_message_is_refused() -> None:
    lines: dict[str, tuple[object, int]] = {
        "nonsense": (None, -32700),
        '{"jsonrpc": "2.0", "id": 1,': (None, -32700),
        "[" * 5000: (None, -32700),
        "\ud800": (None, -32700),
        "[]": (None, -32600),
        '{"jsonrpc": "1.0", "id": 7, "method": "tools/list"}': (7, -32600),
        '{"jsonrpc": "2.0", "id": "x", "method": 5}': ("x", -32600),
    }
    refusals = [(answer["id"], answer["error"]["code"]) for answer in answers("", *lines)]
    assert refusals == list(lines.values())


def test_who_hears_nothing_is_left() -> None:
    with started() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.close()
        process.stdin.write(f"{json.dumps(INITIALIZE)}\n".encode())
        process.stdin.flush()
        assert process.wait(PATIENCE) == 1
