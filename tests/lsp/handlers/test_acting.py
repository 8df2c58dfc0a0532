"""Actions, as editors get them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from lsprotocol import types
from tests.lsp.sessions import session_in

from argmap.lsp.handler import RequestRefusedError
from argmap.lsp.handlers.acting import HANDLERS
from argmap.lsp.session import Session

_URI = "untitled:Untitled-1"
_ANSWERS: dict[str, Callable[[Session, Any], Any]] = {handler.method: handler.answer for handler in HANDLERS}
_LAZY = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        code_action=types.CodeActionClientCapabilities(
            data_support=True, resolve_support=types.ClientCodeActionResolveOptions(["edit"])
        )
    ),
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
    ),
)


async def _asked(
    session: Session, line: int, only: list[str] | None = None, column: int = 0
) -> list[types.CodeAction]:
    place = types.Position(line, column)
    context = types.CodeActionContext([], only=only)
    document = types.TextDocumentIdentifier(_URI)
    params = types.CodeActionParams(document, types.Range(place, place), context)
    actions: list[types.CodeAction] = await _ANSWERS[types.TEXT_DOCUMENT_CODE_ACTION](session, params)
    return actions


def test_a_quick_fix_comes_with_its_finding_and_its_edit() -> None:
    async def first() -> types.CodeAction:
        with session_in() as (session, _):
            session.open(_URI, 1, "(1) a\n---\n(2) b", "argdown")
            return (await _asked(session, 1))[0]

    action = asyncio.run(first())
    assert (action.kind, action.is_preferred) == ("quickfix", True)
    assert [finding.code for finding in action.diagnostics or ()] == ["S107"]
    assert action.edit is not None
    assert [edit.new_text for edit in (action.edit.changes or {})[_URI]] == ["----"]


def test_a_line_is_repaired_from_anywhere_on_it() -> None:
    async def first(column: int) -> str:
        with session_in() as (session, _):
            session.open(_URI, 1, "[A]: a\n+ <B>: b\n\n[C]: c", "argdown")
            return (await _asked(session, 1, column=column))[0].title

    assert {asyncio.run(first(column)) for column in (0, 4, 8)} == {"Lay out these lines"}


def test_only_what_is_wanted_is_offered() -> None:
    async def kinds() -> set[str]:
        with session_in() as (session, _):
            session.open(_URI, 1, "(1) a\n---\n(2) b", "argdown")
            return {str(action.kind) for action in await _asked(session, 1, ["source"])}

    assert asyncio.run(kinds()) == {"source.fixAll"}


def test_what_takes_long_is_made_when_it_is_chosen() -> None:
    async def made() -> tuple[types.CodeAction, types.CodeAction]:
        with session_in() as (session, _):
            session.client = _LAZY
            session.open(_URI, 1, "(1) a\n---\n(2) b", "argdown")
            (action,) = await _asked(session, 1, ["source"])
            assert action.edit is None
            return action, await _ANSWERS[types.CODE_ACTION_RESOLVE](session, action)

    _, resolved = asyncio.run(made())
    assert resolved.edit is not None
    (change,) = resolved.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == 1


def test_an_action_that_has_its_edit_is_resolved_as_it_is() -> None:
    async def resolved() -> tuple[types.CodeAction, types.CodeAction]:
        with session_in() as (session, _):
            session.client = _LAZY
            session.open(_URI, 1, "(1) a\n---\n(2) b", "argdown")
            action = (await _asked(session, 1))[0]
            return action, await _ANSWERS[types.CODE_ACTION_RESOLVE](session, action)

    action, again = asyncio.run(resolved())
    assert action.edit is not None
    assert again == action


@pytest.mark.parametrize("data", [{}, {"uri": _URI}, {"uri": 3, "version": 1, "kind": "", "span": [1, 2]}])
def test_an_action_of_somebody_else_is_refused(data: dict[str, object]) -> None:
    with session_in() as (session, _), pytest.raises(RequestRefusedError, match="not offered here"):
        asyncio.run(_ANSWERS[types.CODE_ACTION_RESOLVE](session, types.CodeAction("x", data=data)))


def test_what_was_offered_for_an_earlier_version_is_refused() -> None:
    async def refused() -> None:
        with session_in() as (session, _):
            session.client = _LAZY
            session.open(_URI, 1, "(1) a\n---\n(2) b", "argdown")
            (action,) = await _asked(session, 1, ["source"])
            session.change(_URI, 2, [types.TextDocumentContentChangeWholeDocument("[A]")])
            await _ANSWERS[types.CODE_ACTION_RESOLVE](session, action)

    with pytest.raises(RequestRefusedError, match="has changed"):
        asyncio.run(refused())


def test_edits_of_a_fence_are_edits_of_its_page() -> None:
    page = "# Notes\n\n- x\n\n  ```argdown\n  [^E]: x\n  ```\n"

    async def edited() -> list[types.CodeAction]:
        with session_in() as (session, _):
            session.open(_URI, 1, page, "markdown")
            await session.findings.checked(_URI)
            return await _asked(session, 5, column=2)

    edits = [
        (edit.range.start, edit.new_text)
        for action in asyncio.run(edited())
        if action.title == "Allow C301 here" and action.edit
        for edit in (action.edit.changes or {})[_URI]
    ]
    assert edits == [(types.Position(5, 9), " {allow: [C301]}")]
