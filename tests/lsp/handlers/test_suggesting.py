"""Completions, as editors get them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types
from tests.lsp.sessions import session_in

from argmap.lsp.handlers.suggesting import HANDLERS
from argmap.lsp.session import Session

_URI = "untitled:Untitled-1"
_ANSWERS: dict[str, Callable[[Session, Any], Any]] = {handler.method: handler.answer for handler in HANDLERS}
_SNIPPETS = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        completion=types.CompletionClientCapabilities(
            completion_item=types.ClientCompletionItemOptions(snippet_support=True)
        )
    )
)


async def _suggested(session: Session, uri: str, line: int, column: int) -> list[types.CompletionItem]:
    place = types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(line, column))
    answer: types.CompletionList = await _ANSWERS[types.TEXT_DOCUMENT_COMPLETION](session, place)
    return list(answer.items)


def test_an_item_replaces_the_whole_name_and_says_more_when_asked() -> None:
    async def resolved() -> types.CompletionItem:
        with session_in() as (session, _):
            session.open(_URI, 1, "[Sun]: It shines.\n  + [S", "argdown")
            (item,) = await _suggested(session, _URI, 1, 6)
            answer: types.CompletionItem = await _ANSWERS[types.COMPLETION_ITEM_RESOLVE](session, item)
            return answer

    item = asyncio.run(resolved())
    assert isinstance(item.text_edit, types.TextEdit)
    assert (item.text_edit.new_text, item.text_edit.range.start.character) == ("[Sun]", 4)
    assert isinstance(item.documentation, types.MarkupContent)
    assert "**claim** `[Sun]`" in item.documentation.value


def test_snippets_are_sent_only_to_editors_that_have_them() -> None:
    async def written(client: types.ClientCapabilities) -> str:
        with session_in() as (session, _):
            session.client = client
            session.open(_URI, 1, "-- x {use", "argdown")
            (item,) = await _suggested(session, _URI, 0, 9)
            assert isinstance(item.text_edit, types.TextEdit)
            return item.text_edit.new_text

    assert asyncio.run(written(_SNIPPETS)) == "uses: [$0]"
    assert asyncio.run(written(types.ClientCapabilities())) == "uses: "


def test_a_fence_of_a_page_knows_its_own_titles_only() -> None:
    page = "```argdown\n[Sun]\n```\n\n```argdown\n[Rain]: x\n  + [\n```\n"

    async def labels() -> list[str]:
        with session_in() as (session, _):
            session.open(_URI, 1, page, "markdown")
            return [item.label for item in await _suggested(session, _URI, 6, 5)]

    assert asyncio.run(labels()) == ["[Rain]"]


def test_files_outside_of_the_folder_are_not_offered(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    (tmp_path / "secret.argdown").touch()
    (folder / "part.argdown").touch()

    async def labels(text: str) -> list[str]:
        with session_in() as (session, _):
            session.folders.append(str(folder))
            uri = (folder / "main.argdown").as_uri()
            session.open(uri, 1, text, "argdown")
            return [item.label for item in await _suggested(session, uri, 0, len(text))]

    assert asyncio.run(labels("@include(")) == ["part.argdown"]
    assert asyncio.run(labels("@include(../")) == []
