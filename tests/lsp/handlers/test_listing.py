"""Answers for editors that know less of the protocol."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from lsprotocol import types
from tests.lsp.sessions import session_in

from argmap.lsp.handlers.handler_table import OFFERED, answering
from argmap.lsp.session import Session

_URI = "untitled:Untitled-1"
_TEXT = "# H\n\n[Sun]: It shines.\n\n<B>\n\n(1) [Sun]\n----\n(2) b\n"
_ANSWERS: dict[str, Callable[[Session, Any], Any]] = {
    method: answering(module, method) for module, methods in OFFERED.items() for method in methods
}
_TEXT_IDENTIFIER = types.TextDocumentIdentifier(_URI)


def _answer(method: str, params: object, text: str = _TEXT, language: str = "argdown") -> Any:
    async def answered() -> Any:
        with session_in() as (session, _):
            session.open(_URI, 1, text, language)
            return await _ANSWERS[method](session, params)

    return asyncio.run(answered())


def test_an_outline_is_flat_unless_it_may_be_nested() -> None:
    found = _answer(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams(_TEXT_IDENTIFIER))
    assert [(symbol.name, symbol.container_name) for symbol in found] == [
        ("H", ""),
        ("[Sun]", "H"),
        ("<B>", "H"),
        ("(1) [Sun]", "<B>"),
        ("(2) b", "<B>"),
    ]


def test_definitions_are_places_unless_they_may_be_links() -> None:
    params = types.DefinitionParams(_TEXT_IDENTIFIER, types.Position(6, 6))
    (location,) = _answer(types.TEXT_DOCUMENT_DEFINITION, params)
    assert (location.uri, location.range.start) == (_URI, types.Position(2, 1))


def test_edits_are_by_address_unless_they_may_be_for_versions() -> None:
    params = types.RenameParams(_TEXT_IDENTIFIER, types.Position(2, 2), "Moon")
    edit = _answer(types.TEXT_DOCUMENT_RENAME, params)
    assert [each.new_text for each in edit.changes[_URI]] == ["Moon", "Moon"]


def test_outside_of_fences_there_is_nothing_but_the_page() -> None:
    page = f"# Notes\n\n```argdown\n{_TEXT}```\n"
    place = types.Position(0, 3)
    params = types.DefinitionParams(_TEXT_IDENTIFIER, place)
    assert _answer(types.TEXT_DOCUMENT_DEFINITION, params, page, "markdown") is None
    around = types.SelectionRangeParams(_TEXT_IDENTIFIER, [place])
    (selection,) = _answer(types.TEXT_DOCUMENT_SELECTION_RANGE, around, page, "markdown")
    assert (selection.range.start, selection.parent) == (types.Position(0, 0), None)


def test_an_unknown_name_of_tokens_gets_all_tokens() -> None:
    params = types.SemanticTokensDeltaParams(_TEXT_IDENTIFIER, "unknown")
    answer = _answer(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, params)
    assert isinstance(answer, types.SemanticTokens)


def test_a_fence_that_is_wrong_on_purpose_is_not_laid_out() -> None:
    page = "```argdown error\n[A]:  a\n```\n\n```argdown\n[B]:  b\n```\n"
    everything = types.Range(types.Position(0, 0), types.Position(9, 0))
    options = types.FormattingOptions(2, True)
    params = types.DocumentRangeFormattingParams(_TEXT_IDENTIFIER, everything, options)
    edits = _answer(types.TEXT_DOCUMENT_RANGE_FORMATTING, params, page, "markdown")
    assert [edit.range.start.line for edit in edits] == [5]
    whole = _answer(
        types.TEXT_DOCUMENT_FORMATTING,
        types.DocumentFormattingParams(_TEXT_IDENTIFIER, options),
        page,
        "markdown",
    )
    assert whole == edits


def test_texts_that_are_not_open_have_no_answer() -> None:
    params = types.FoldingRangeParams(types.TextDocumentIdentifier("untitled:other"))
    assert _answer(types.TEXT_DOCUMENT_FOLDING_RANGE, params) is None
