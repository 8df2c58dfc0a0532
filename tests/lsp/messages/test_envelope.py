"""Every message is a request, a notification or an answer, or is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.lsp.messages.envelope import Envelope, MessageKind, RefusedMessageError, envelope_of

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_MESSAGES = st.fixed_dictionaries(
    {},
    optional={
        "jsonrpc": st.just("2.0") | _VALUES,
        "id": _VALUES,
        "method": st.sampled_from(["initialize", "exit", "textDocument/hover", "foo"]) | _VALUES,
        "params": _VALUES,
    },
)


@given(_MESSAGES | _VALUES)
def test_every_message_is_something_or_refused(message: object) -> None:
    assert message is not None or _kind(message) is None
    assert _kind(message) in {None, *MessageKind}


@pytest.mark.parametrize(
    ("message", "envelope"),
    [
        ({"id": 1, "method": "foo"}, Envelope(MessageKind.REQUEST, "foo", 1)),
        ({"method": "exit"}, Envelope(MessageKind.NOTIFICATION, "exit", None)),
        ({"id": "a", "result": None}, Envelope(MessageKind.ANSWER, "", "a")),
    ],
)
def test_what_a_message_has_says_what_it_is(message: dict[str, Any], envelope: Envelope) -> None:
    assert envelope_of({"jsonrpc": "2.0", **message}) == envelope


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ([], "several at once"),
        ({"id": 1, "method": "foo"}, "`jsonrpc` 2.0"),
        ({"jsonrpc": "2.0", "id": {}, "method": "foo"}, "an id is"),
        ({"jsonrpc": "2.0", "id": True, "method": "foo"}, "an id is"),
        ({"jsonrpc": "2.0", "method": "textDocument/hover"}, "textDocument/hover is a request"),
        ({"jsonrpc": "2.0", "id": 1, "method": "exit"}, "exit is a notification"),
        ({"jsonrpc": "2.0"}, "a method, or an id"),
    ],
)
def test_what_is_no_message_is_refused_with_a_reason(message: object, words: str) -> None:
    with pytest.raises(RefusedMessageError, match=words):
        envelope_of(message)


def _kind(message: object) -> MessageKind | None:
    try:
        return envelope_of(message).kind
    except RefusedMessageError:
        return None
