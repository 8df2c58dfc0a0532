"""Bytes from an editor, with headers in the one form that pygls reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from attrs import define

# Names of headers are read in any case, and lines may end without a carriage return.
_LENGTH = re.compile(rb"[ \t]*content-length[ \t]*:[ \t]*([0-9]{1,18})[ \t]*\r?\n?", re.IGNORECASE)
# In bytes: the announced content may never come, so no more space is taken than for what has come.
_PIECE = 1 << 20
# A line of a header is short; one that does not end is read piece by piece.
_LONGEST_LINE = 1 << 16


class ByteSource(Protocol):
    """Where bytes come from, such as standard input."""

    def readline(self, size: int = -1, /) -> bytes:
        """Return a line with its end, at most so many bytes of it; nothing at the end of input."""

    def read(self, size: int = -1, /) -> bytes:
        """Return so many bytes, or fewer at the end of input."""


@define(eq=False)
class MessageStream:
    r"""A stream of messages, whose headers may be written in any way that the protocol allows.

    >>> from io import BytesIO
    >>> stream = MessageStream(BytesIO(b"content-length:  2\n\n{}"))
    >>> stream.readline(), stream.readline(), stream.read(2)
    (b'Content-Length: 2\r\n', b'\r\n', b'{}')
    """

    source: ByteSource

    def readline(self) -> bytes:
        """Return the next line of a header; nothing at the end of input."""
        line = self.source.readline(_LONGEST_LINE)
        length = _LENGTH.fullmatch(line)
        if length is not None:
            return b"Content-Length: %d\r\n" % int(length[1])
        return b"\r\n" if line in (b"\n", b"\r\n") else line

    def read(self, size: int) -> bytes:
        """Return the content of a message, or what there is of it at the end."""
        return b"".join(self._pieces(size))

    def _pieces(self, size: int) -> Iterator[bytes]:
        while size > 0:
            piece = self.source.read(min(size, _PIECE))
            if not piece:
                return
            yield piece
            size -= len(piece)
