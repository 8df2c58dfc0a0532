"""Each request about names, structure and layout, byte by byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.lsp.raw_client import RawClient

_TEXT = """# Weather

[Sun]: It shines, see https://example.org/sun. #crux
  + <Forecast>: They said so.
  - <Clouds>:  Grey \N{CLOUD}.

<Forecast>

(1) They said so.
-- expert opinion --
(2) [Sun]
"""
_PAGE = f"# Notes\n\n```argdown\n{_TEXT}```\n"
_CAPABILITIES: dict[str, object] = {
    "textDocument": {
        "definition": {"linkSupport": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}


class _Asking:
    """A client with a text and a page, and how many lines the text is down in the page."""

    def __init__(self, client: RawClient, capabilities: dict[str, Any], uri: str, down: int) -> None:
        self.client, self.capabilities, self.uri, self.down = client, capabilities, uri, down

    def document(self) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri}}

    def at(self, line: int, character: int) -> dict[str, Any]:
        return self.client.at(self.uri, line + self.down, character)

    def range(self, first: int, last: int) -> dict[str, Any]:
        start, end = ({"line": line + self.down, "character": 0} for line in (first, last))
        return {"range": {"start": start, "end": end}}

    def ask(self, method: str, **params: object) -> Any:
        return self.client.ask(method, {**self.document(), **params})

    def lines(self, ranges: list[dict[str, Any]]) -> list[int]:
        return [each["start"]["line"] - self.down for each in ranges]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RawClient, dict[str, Any], Path]]:
    folder = tmp_path_factory.mktemp("debates")
    (folder / "part.argdown").write_text("[Rain]: It rains.\n", encoding="utf-8")
    (folder / "whole.argdown").write_text("@include(part.argdown)\n\nSee @[Rain].\n", encoding="utf-8")
    with RawClient() as client:
        capabilities = client.start(folder, **_CAPABILITIES)
        client.open((folder / "text.argdown").as_uri(), _TEXT)
        client.open((folder / "page.md").as_uri(), _PAGE, "markdown")
        client.open((folder / "part.argdown").as_uri(), "[Rain]: It rains.\n", version=7)
        yield client, capabilities, folder


@pytest.fixture(params=["text.argdown", "page.md"])
def asking(request: pytest.FixtureRequest, client: tuple[RawClient, dict[str, Any], Path]) -> _Asking:
    down = 3 if request.param == "page.md" else 0
    return _Asking(client[0], client[1], (client[2] / request.param).as_uri(), down)


def test_a_definition_is_linked(asking: _Asking) -> None:
    (link,) = asking.ask("textDocument/definition", **asking.at(10, 6))
    assert asking.lines([link["targetRange"], link["originSelectionRange"]]) == [2, 10]
    assert (link["targetSelectionRange"]["start"]["character"], link["targetUri"]) == (1, asking.uri)


def test_a_declaration_is_located(asking: _Asking) -> None:
    (location,) = asking.ask("textDocument/declaration", **asking.at(10, 6))
    assert asking.lines([location["range"]]) == [2]


def test_references_are_found(asking: _Asking) -> None:
    context = {"context": {"includeDeclaration": True}}
    found = asking.ask("textDocument/references", **asking.at(2, 2), **context)
    assert asking.lines([each["range"] for each in found]) == [2, 10]


def test_names_are_highlighted(asking: _Asking) -> None:
    found = asking.ask("textDocument/documentHighlight", **asking.at(2, 2))
    assert [(asking.lines([each["range"]]), each["kind"]) for each in found] == [([2], 3), ([10], 2)]


def test_links_are_listed(asking: _Asking) -> None:
    (link,) = asking.ask("textDocument/documentLink")
    assert (asking.lines([link["range"]]), link["target"]) == ([2], "https://example.org/sun")


def test_a_name_is_prepared_and_changed(asking: _Asking) -> None:
    name = asking.ask("textDocument/prepareRename", **asking.at(2, 2))
    assert (asking.lines([name["range"]]), name["placeholder"]) == ([2], "Sun")
    edit = asking.ask("textDocument/rename", **asking.at(2, 2), newName="Sunshine")
    (change,) = edit["documentChanges"]
    assert change["textDocument"] == {"uri": asking.uri, "version": 1}
    assert asking.lines([each["range"] for each in change["edits"]]) == [2, 10]


def test_a_name_that_is_taken_is_refused_with_a_reason(asking: _Asking) -> None:
    number = asking.client.begin("textDocument/rename", {**asking.at(3, 6), "newName": "Clouds"})
    error = asking.client.answer_to(number)["error"]
    assert error["code"] == -32803
    assert "is named already" in error["message"]


def test_files_that_include_a_file_are_changed_with_it(
    client: tuple[RawClient, dict[str, Any], Path],
) -> None:
    asked, _, folder = client
    uris = [(folder / name).as_uri() for name in ("part.argdown", "whole.argdown")]
    edit = asked.ask("textDocument/rename", {**asked.at(uris[0], 0, 2), "newName": "Snow"})
    changes = [change["textDocument"] for change in edit["documentChanges"]]
    assert changes == [{"uri": uris[0], "version": 7}, {"uri": uris[1], "version": None}]
    found = asked.ask(
        "textDocument/references", {**asked.at(uris[0], 0, 2), "context": {"includeDeclaration": True}}
    )
    assert [location["uri"] for location in found] == uris


def test_the_outline_is_listed(asking: _Asking) -> None:
    (section,) = asking.ask("textDocument/documentSymbol")
    names = [(child["name"], len(child.get("children") or ())) for child in section["children"]]
    assert (section["name"], names) == (
        "Weather",
        [("[Sun]", 0), ("<Forecast>", 0), ("<Clouds>", 0), ("<Forecast>", 2)],
    )


def test_symbols_of_all_files_are_found(client: tuple[RawClient, dict[str, Any], Path]) -> None:
    asked, _, folder = client
    found = asked.ask("workspace/symbol", {"query": "[Rain]"})
    assert [(each["name"], each["location"]["uri"]) for each in found] == [
        ("[Rain]", (folder / "part.argdown").as_uri())
    ]
    crux = asked.ask("workspace/symbol", {"query": "#crux"})
    assert {each["location"]["uri"] for each in crux} == {
        (folder / name).as_uri() for name in ("text.argdown", "page.md")
    }


def test_folds_are_listed(asking: _Asking) -> None:
    found = asking.ask("textDocument/foldingRange")
    lines = [(each["startLine"] - asking.down, each["endLine"] - asking.down) for each in found]
    assert lines == [(0, 10), (2, 4), (6, 10)]


def test_selections_grow(asking: _Asking) -> None:
    position = asking.at(2, 2)["position"]
    (found,) = asking.ask("textDocument/selectionRange", positions=[position])
    widths = []
    while found:
        widths.append((found["range"]["start"]["line"], found["range"]["end"]["line"]))
        found = found.get("parent")
    assert (len(widths) > 4, widths[0], widths[-1][0]) == (True, (2 + asking.down,) * 2, 0)


def test_tokens_are_coloured_and_their_changes_told(asking: _Asking) -> None:
    legend = asking.capabilities["semanticTokensProvider"]["legend"]
    tokens = asking.ask("textDocument/semanticTokens/full")
    data = tokens["data"]
    assert len(data) % 5 == 0
    assert data[:3] == [asking.down, 0, len("# Weather")]
    assert legend["tokenTypes"][data[3]] == "namespace"
    again = asking.ask("textDocument/semanticTokens/full/delta", previousResultId=tokens["resultId"])
    assert again["edits"] == []
    some = asking.ask("textDocument/semanticTokens/range", **asking.range(8, 8))["data"]
    assert some[:3] == [8 + asking.down, 0, len("(1)")]


def test_a_text_is_laid_out(asking: _Asking) -> None:
    options = {"options": {"tabSize": 2, "insertSpaces": True}}
    (edit,) = asking.ask("textDocument/formatting", **options)
    assert (asking.lines([edit["range"]]), edit["newText"]) == ([4], "")
    assert asking.ask("textDocument/rangeFormatting", **asking.range(4, 4), **options) == [edit]
    assert asking.ask("textDocument/rangeFormatting", **asking.range(8, 8), **options) == []


def test_a_new_line_gets_its_number(client: tuple[RawClient, dict[str, Any], Path]) -> None:
    asked, _, _ = client
    asked.open("untitled:new", "(1) It rains.\n")
    options = {"ch": "\n", "options": {"tabSize": 2, "insertSpaces": True}}
    (edit,) = asked.ask("textDocument/onTypeFormatting", {**asked.at("untitled:new", 1, 0), **options})
    assert edit["newText"] == "(2) "


def test_verdicts_are_shown(asking: _Asking) -> None:
    found = asking.ask("textDocument/inlayHint", **asking.range(0, 20))
    assert [(each["position"]["line"] - asking.down, each["label"]) for each in found] == [
        (2, "undecided"),
        (3, "in"),
        (4, "in"),
    ]


def test_numbers_are_shown_above_definitions_and_lead_to_references(asking: _Asking) -> None:
    lenses = asking.ask("textDocument/codeLens")
    assert lenses[0]["command"]["title"] == "1 support · 1 attack"
    command = lenses[0]["command"]
    found = asking.client.ask(
        "workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]}
    )
    assert asking.lines([each["range"] for each in found]) == [10]


def test_the_hierarchy_is_followed_in_both_directions(asking: _Asking) -> None:
    (item,) = asking.ask("textDocument/prepareCallHierarchy", **asking.at(2, 2))
    incoming = asking.client.ask("callHierarchy/incomingCalls", {"item": item})
    told = {(call["from"]["name"], call["from"]["detail"]) for call in incoming}
    assert told == {("<Forecast>", "supports"), ("<Clouds>", "attacks")}
    clouds = next(call for call in incoming if call["from"]["name"] == "<Clouds>")
    assert asking.lines(clouds["fromRanges"]) == [4]
    (outgoing,) = asking.client.ask("callHierarchy/outgoingCalls", {"item": clouds["from"]})
    assert (outgoing["to"]["name"], outgoing["to"]["detail"]) == ("[Sun]", "attacks")
