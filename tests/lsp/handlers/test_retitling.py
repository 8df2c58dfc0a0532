"""Renaming while somebody types."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types
from tests.lsp.sessions import session_in

from argmap.lsp.handler import RequestRefusedError
from argmap.lsp.handlers.retitling import HANDLERS

_RENAME = HANDLERS[1].answer


def test_edits_of_a_text_that_has_changed_are_refused(tmp_path: Path) -> None:
    uri = (tmp_path / "a.argdown").as_uri()
    params = types.RenameParams(types.TextDocumentIdentifier(uri), types.Position(0, 1), "B")

    async def renamed() -> None:
        with session_in() as (session, _):
            session.open(uri, 1, "[A]: a\n", "argdown")
            renaming = asyncio.create_task(_RENAME(session, params))
            # Now it looks for files that include this one.
            await asyncio.sleep(0)
            session.change(uri, 2, [types.TextDocumentContentChangeWholeDocument("[C]\n\n[A]: a\n")])
            await renaming

    with pytest.raises(RequestRefusedError, match="in the meantime"):
        asyncio.run(renamed())
