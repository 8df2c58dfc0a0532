"""Clients that send what they should not are answered, and the next message is, too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from tests.lsp.raw_client import RawClient

_URI = "file:///nowhere/odd.argdown"


@pytest.fixture(scope="module")
def client() -> Iterator[RawClient]:
    with RawClient() as client:
        client.start()
        client.open(_URI, "[Sun]: It shines.\n")
        yield client


def _refused(client: RawClient, **message: object) -> dict[str, Any]:
    """Return the error that answers a message, after which a hover is answered as ever."""
    _write(client, json.dumps(message).encode())
    error = client.wait_for(lambda answer: answer.get("id") == message.get("id") and "error" in answer)
    assert "[Sun]" in client.ask("textDocument/hover", client.at(_URI, 0, 2))["contents"]["value"]
    return dict(error["error"])


def _write(client: RawClient, body: bytes, header: bytes = b"Content-Length: %d\r\n\r\n") -> None:
    client.write(header % len(body) + body)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        (None, "@ params"),
        ({}, "@ params.textDocument"),
        ({"textDocument": 3, "position": "x"}, "@ params.position"),
        (
            {"textDocument": {"uri": None}, "position": {"line": -1, "character": 0}},
            "params.textDocument.uri",
        ),
    ],
)
def test_parameters_that_cannot_be_read_are_an_error(client: RawClient, params: object, words: str) -> None:
    error = _refused(client, jsonrpc="2.0", id="odd", method="textDocument/hover", params=params)
    assert (error["code"], words in error["message"]) == (-32602, True)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"jsonrpc": "2.0", "id": "odd", "method": "no/such"}, -32601),
        ({"jsonrpc": "2.0", "id": "odd", "method": "initialize", "params": {}}, -32600),
        ({"jsonrpc": "2.0", "id": "odd", "method": "exit"}, -32600),
        ({"jsonrpc": "1.0", "id": "odd", "method": "shutdown"}, -32600),
    ],
)
def test_what_is_no_request_is_an_error(client: RawClient, message: dict[str, object], code: int) -> None:
    assert _refused(client, **message)["code"] == code


@pytest.mark.parametrize(
    "body", [b"{nope", b"[]", b"3", b'"\xff"', b'{"a":' + b"[" * 100_000, b'{"jsonrpc":"2.0","id":{}}']
)
def test_what_is_no_message_is_an_error(client: RawClient, body: bytes) -> None:
    _write(client, body)
    answer = client.wait_for(lambda message: "error" in message and message.get("id") is None)
    assert answer["error"]["code"] in (-32700, -32600)


def test_headers_may_be_written_otherwise(client: RawClient) -> None:
    request = {"jsonrpc": "2.0", "id": "low", "method": "textDocument/hover", "params": client.at(_URI, 0, 2)}
    _write(client, json.dumps(request).encode(), b"content-type: json\ncontent-length:  %d\n\n")
    assert client.wait_for(lambda message: message.get("id") == "low")["result"]


def test_what_is_inside_of_parameters_is_no_message(client: RawClient) -> None:
    inner = {"jsonrpc": "2.0", "id": 1, "method": "shutdown"}
    item = {"label": "x", "data": inner}
    assert client.ask("completionItem/resolve", item)["data"] == inner


@pytest.mark.parametrize("changes", [None, [{"text": None}], [{"range": {}, "text": ""}], [3]])
def test_changes_that_cannot_be_read_change_nothing(client: RawClient, changes: object) -> None:
    document = {"uri": _URI, "version": 2}
    client.send("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
    assert "[Sun]" in client.ask("textDocument/hover", client.at(_URI, 0, 2))["contents"]["value"]


@pytest.mark.parametrize("arguments", [[], [{}, {}], [_URI, 3], [_URI, {"line": "x"}], ["file:///no", {}]])
def test_places_that_are_none_are_refused(client: RawClient, arguments: list[object]) -> None:
    params = {"command": "argmap.showReferences", "arguments": arguments}
    answer = client.answer_to(client.begin("workspace/executeCommand", params))
    assert "must be" in answer["error"]["message"] or "a position has" in answer["error"]["message"]


@pytest.mark.parametrize("uri", ["", "file://[x", "file:///a%00b.argdown", "\0", "http://x/y.argdown"])
def test_a_text_may_have_any_address(client: RawClient, uri: str) -> None:
    client.open(uri, "@include(x)\n\n[Moon]: It is up.\n")
    assert "[Moon]" in client.ask("textDocument/hover", client.at(uri, 2, 2))["contents"]["value"]


def test_nothing_is_answered_before_it_has_begun_and_after_it_has_ended() -> None:
    with RawClient() as client:
        client.open(_URI, "[Sun]: It shines.\n")
        early = client.answer_to(client.begin("textDocument/hover", client.at(_URI, 0, 2)))
        client.start()
        client.ask("shutdown")
        late = client.answer_to(client.begin("textDocument/hover", client.at(_URI, 0, 2)))
        client.send("exit")
        assert client.process.wait(60) == 0
    assert (early["error"]["code"], late["error"]["code"]) == (-32002, -32600)


def test_a_server_that_nobody_hears_leaves() -> None:
    command = [sys.executable, "-m", "argmap.cli", "lsp"]
    reading, writing = os.pipe()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=writing) as process:
        os.close(writing)
        os.close(reading)
        assert process.stdin is not None
        process.stdin.write(b'Content-Length: 46\r\n\r\n{"jsonrpc":"2.0","id":1,"method":"initialize"}')
        process.stdin.flush()
        assert process.wait(60) == 1
