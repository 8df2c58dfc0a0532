"""Headers are read in every way in which they may be written."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.lsp.messages.message_stream import MessageStream


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Length: 12\r\n\r\n",
        b"content-length:12\r\n\r\n",
        b"CONTENT-LENGTH :  12 \n\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 12\r\n\r\n",
    ],
)
def test_a_length_is_read_however_it_is_written(header: bytes) -> None:
    stream = MessageStream(BytesIO(header + b'{"a": "b"}  rest'))
    lines = list(iter(stream.readline, b"\r\n"))
    assert lines[-1] == b"Content-Length: 12\r\n"
    assert stream.read(12) == b'{"a": "b"}  '


@given(st.binary(), st.integers(0, 10**17))
def test_what_never_comes_takes_no_space(content: bytes, size: int) -> None:
    assert MessageStream(BytesIO(content)).read(size) == content[:size]


@given(st.binary())
def test_every_header_ends(content: bytes) -> None:
    stream = MessageStream(BytesIO(content))
    assert len(list(iter(stream.readline, b""))) <= len(content)
