"""Wrong types are wrong, and said where."""

from __future__ import annotations

from typing import Any

import pytest
from cattrs import BaseValidationError
from lsprotocol import types

from argmap.lsp.messages.strict_values import reasons, strict_converter

_DID_OPEN = {"uri": "a", "languageId": "argdown", "version": 1, "text": ""}


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ({"text": None}, "textDocument.text"),
        ({"uri": 3}, "textDocument.uri"),
        ({"version": True}, "textDocument.version"),
        ({"version": 1.5}, "textDocument.version"),
        ({"version": float("inf")}, "textDocument.version"),
        ({"languageId": []}, "textDocument.languageId"),
    ],
)
def test_a_wrong_type_is_not_made_a_right_one(item: dict[str, Any], place: str) -> None:
    with pytest.raises(BaseValidationError) as raised:
        strict_converter().structure({"textDocument": {**_DID_OPEN, **item}}, types.DidOpenTextDocumentParams)
    assert reasons(raised.value).endswith(f"@ {place}")


def test_whole_numbers_may_have_a_point() -> None:
    position = strict_converter().structure({"line": 1.0, "character": 2}, types.Position)
    assert position == types.Position(1, 2)


def test_names_of_kinds_are_read_as_kinds() -> None:
    content = strict_converter().structure({"kind": "markdown", "value": "x"}, types.MarkupContent)
    assert content.kind is types.MarkupKind.Markdown
