"""The layout of texts, which takes a while."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from lsprotocol import types
from tests.lsp.sessions import session_in

from argmap.lsp.handlers.handler_table import OFFERED, answering
from argmap.lsp.session import Session
from argmap.lsp.texts.buffer import TextBuffer

_URI = "untitled:Untitled-1"
_METHOD = types.TEXT_DOCUMENT_FORMATTING
_PARAMS = types.DocumentFormattingParams(types.TextDocumentIdentifier(_URI), types.FormattingOptions(2, True))
_LAYOUT = next(answering(module, _METHOD) for module, methods in OFFERED.items() if _METHOD in methods)


def _opened(session: Session) -> Coroutine[Any, Any, Any]:
    session.open(_URI, 1, "[Sun]:   It shines.\n", "argdown")
    return _LAYOUT(session, _PARAMS)


def test_others_are_answered_while_a_text_is_laid_out() -> None:
    order: list[str] = []

    async def noted(name: str, work: Coroutine[Any, Any, Any]) -> None:
        await work
        order.append(name)

    async def other() -> None:
        return

    async def both() -> None:
        with session_in() as (session, _):
            await asyncio.gather(noted("layout", _opened(session)), noted("other", other()))

    asyncio.run(both())
    assert order == ["other", "layout"]


def test_a_text_that_changes_while_it_is_laid_out_is_left_alone() -> None:
    async def edits() -> tuple[Any, Any]:
        with session_in() as (session, _):
            before = await _opened(session)
            layout = asyncio.create_task(_LAYOUT(session, _PARAMS))
            await asyncio.sleep(0)
            text = session.texts[_URI]
            text.change(TextBuffer("[Moon]:   It shines.\n", text.buffer.encoding), 2)
            return before, await layout

    before, changed = asyncio.run(edits())
    assert before
    assert changed is None
