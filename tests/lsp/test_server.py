"""The server as a process, byte by byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.lsp.raw_client import RawClient

_URI = "file:///nowhere/debate.argdown"
_TEXT = "[Sun]: It shines.\n  + <Forecast>: See @[Sun].\n\n[^E]: x\n\n(1) a\n---\n(2) b\n"


@pytest.fixture(scope="module")
def client() -> Iterator[RawClient]:
    with RawClient() as client:
        client.start(general={"positionEncodings": ["utf-16", "utf-32"]})
        client.open(_URI, _TEXT)
        yield client


_RANGE = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
# Its part of the text is no number.
_NOWHERE = {
    "item": {
        "name": "x",
        "kind": 1,
        "uri": _URI,
        "range": _RANGE,
        "selectionRange": _RANGE,
        "data": {"text": _URI, "part": "x"},
    }
}


def _document(uri: str = _URI) -> dict[str, object]:
    return {"textDocument": {"uri": uri}}


def test_findings_are_sent_with_pages_that_explain_them(client: RawClient) -> None:
    findings = client.heard("textDocument/publishDiagnostics")["diagnostics"]
    assert [finding["code"] for finding in findings] == ["S107"]
    page = Path(findings[0]["codeDescription"]["href"].removeprefix("file://"))
    assert page.read_text(encoding="utf-8").startswith("# S107: an inference line needs four hyphens")


def test_findings_of_rules_follow(client: RawClient) -> None:
    report = client.ask("textDocument/diagnostic", _document())
    assert "C301" in [finding["code"] for finding in report["items"]]
    again = client.ask("textDocument/diagnostic", {**_document(), "previousResultId": report["resultId"]})
    assert again["kind"] == "unchanged"


def test_a_hover_is_answered(client: RawClient) -> None:
    answer = client.ask("textDocument/hover", client.at(_URI, 1, 20))
    assert "**claim** `[Sun]`" in answer["contents"]["value"]


def test_completions_are_offered_and_resolved(client: RawClient) -> None:
    client.open("untitled:new", "[A]: x #to\n\n[B]: y #today\n")
    items = client.ask("textDocument/completion", client.at("untitled:new", 0, 10))["items"]
    (item,) = [item for item in items if item["label"] == "#today"]
    assert item["textEdit"]["newText"] == "#today"
    assert client.ask("completionItem/resolve", item)["label"] == "#today"


def test_actions_are_offered(client: RawClient) -> None:
    place = {"line": 6, "character": 0}
    params = {**_document(), "range": {"start": place, "end": place}, "context": {"diagnostics": []}}
    actions = client.ask("textDocument/codeAction", params)
    assert actions[0]["title"] == "Write `----`"


def test_a_selector_is_answered(client: RawClient) -> None:
    params = {"command": "argmap.query", "arguments": [_URI, "evidence"]}
    (selected,) = client.ask("workspace/executeCommand", params)
    assert (selected["name"], selected["location"]["range"]["start"]["line"]) == ("[^E]", 3)


def test_a_text_is_exported(client: RawClient) -> None:
    params = {"command": "argmap.export", "arguments": [_URI, "outline"]}
    assert "Forecast" in client.ask("workspace/executeCommand", params)
    refused = client.answer_to(
        client.begin("workspace/executeCommand", {"command": "argmap.export", "arguments": [_URI, "doc"]})
    )
    assert "there is no format 'doc'" in refused["error"]["message"]


def test_a_preview_follows_what_is_not_saved(client: RawClient) -> None:
    uri = "untitled:preview"
    client.open(uri, "[First]: one\n")
    address = client.ask("workspace/executeCommand", {"command": "argmap.preview", "arguments": [uri]})["uri"]
    with urlopen(address, timeout=60) as page:
        assert "First" in page.read().decode()
    change = {"text": "[Second]: two\n"}
    client.send(
        "textDocument/didChange",
        {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [change]},
    )
    client.ask("textDocument/hover", client.at(uri, 0, 2))
    with urlopen(address, timeout=60) as page:
        assert "Second" in page.read().decode()


def test_a_request_can_be_cancelled(client: RawClient) -> None:
    uri = "untitled:large"
    client.open(uri, "".join(f"[Claim {number}]: It is so, and this is long.\n\n" for number in range(2000)))
    number = client.begin("textDocument/hover", client.at(uri, 0, 2))
    client.send("$/cancelRequest", {"id": number})
    assert client.answer_to(number)["error"]["code"] == -32800


def test_a_text_that_is_not_open_is_no_error(client: RawClient) -> None:
    assert client.ask("textDocument/hover", client.at("untitled:none", 0, 0)) is None


def test_what_the_editor_sets_counts() -> None:
    with RawClient() as client:
        client.start()
        client.send("workspace/didChangeConfiguration", {"settings": {"argmap": {"check": False}}})
        client.open(_URI, "[^E]: x\n")
        assert client.ask("textDocument/diagnostic", _document())["items"] == []


def test_files_that_change_are_read_again(tmp_path: Path) -> None:
    main, part = tmp_path / "main.argdown", tmp_path / "part.argdown"
    with RawClient() as client:
        client.start(tmp_path)
        client.open(main.as_uri(), "@include(part.argdown)\n")
        assert client.heard("textDocument/publishDiagnostics")["diagnostics"][0]["code"] == "R224"
        part.write_text("[A]: a\n", encoding="utf-8")
        changes = [{"uri": part.as_uri(), "type": 1}]
        client.send("workspace/didChangeWatchedFiles", {"changes": changes})
        while client.heard("textDocument/publishDiagnostics")["diagnostics"]:
            pass


def test_code_points_are_counted_if_the_client_can() -> None:
    with RawClient() as client:
        capabilities = client.start(general={"positionEncodings": ["utf-16", "utf-8", "utf-32"]})
    assert capabilities["positionEncoding"] == "utf-32"


def test_a_server_that_is_told_to_leave_leaves(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    with RawClient("--log", str(log)) as client:
        client.start()
        assert client.leave() == 0
    assert log.read_text(encoding="utf-8") == ""


def test_a_server_whose_editor_is_gone_leaves() -> None:
    with RawClient() as client:
        client.start()
        assert client.process.stdin is not None
        client.process.stdin.close()
        assert client.process.wait(60) == 1


def test_what_fails_is_logged_and_answered_with_nothing(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    with RawClient("--log", str(log)) as client:
        client.start()
        assert client.ask("callHierarchy/incomingCalls", _NOWHERE) is None
        client.leave()
    assert "callHierarchy/incomingCalls failed" in log.read_text(encoding="utf-8")
