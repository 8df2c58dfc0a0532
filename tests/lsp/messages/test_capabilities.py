"""Editors that say more than we know are served."""

from __future__ import annotations

from typing import Any

import pytest
from cattrs import BaseValidationError
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from argmap.lsp.messages.capabilities import read_start
from argmap.lsp.messages.strict_values import strict_converter

_CONVERTER = strict_converter()
_KNOWN = {"general": {"positionEncodings": ["utf-8"]}}
_VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.just([]) | st.just({})


def _read(**params: Any) -> types.InitializeParams:
    message = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}
    return read_start(_CONVERTER, message).params


@pytest.mark.parametrize(
    "more",
    [
        {"textDocument": {"hover": {"contentFormat": ["odd", "markdown", "new"]}}},
        {"textDocument": {"completion": {"completionItemKind": {"valueSet": list(range(400))}}}},
        {"textDocument": {"foldingRange": 3}},
        {"workspace": {"workspaceEdit": {"failureHandling": "magic"}}},
        {"textDocument": {"semanticTokens": {"requests": {}}}},
        {"nobody": {"knows": "this"}},
    ],
)
def test_what_nobody_knows_is_as_if_it_were_not_there(more: dict[str, Any]) -> None:
    capabilities = _read(processId=None, rootUri=None, capabilities={**_KNOWN, **more}).capabilities
    assert capabilities.general == types.GeneralClientCapabilities(position_encodings=("utf-8",))


def test_what_is_known_beside_it_stays() -> None:
    hover = {"contentFormat": ["odd", "markdown", "new"], "dynamicRegistration": True}
    capabilities = _read(processId=None, rootUri=None, capabilities={"textDocument": {"hover": hover}})
    text_document = capabilities.capabilities.text_document
    assert text_document is not None
    assert text_document.hover == types.HoverClientCapabilities(True, (types.MarkupKind.Markdown,))


@given(
    st.dictionaries(
        st.sampled_from(["textDocument", "workspace", "window", "general"]),
        st.dictionaries(
            st.sampled_from(["hover", "completion", "workspaceEdit", "showDocument", "positionEncodings"]),
            _VALUES
            | st.dictionaries(st.sampled_from(["contentFormat", "support", "completionItem"]), _VALUES),
        )
        | _VALUES,
    )
)
def test_every_editor_can_begin(capabilities: dict[str, Any]) -> None:
    assert _read(processId=None, rootUri=None, capabilities=capabilities).process_id is None


def test_what_has_to_be_there_has_to_be_there() -> None:
    with pytest.raises(BaseValidationError):
        _read(processId=None, rootUri=None)
