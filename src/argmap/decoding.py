"""Bytes as text in UTF-8, and in which other encoding they are if they are no such text."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# How many bytes are looked at. In UTF-16, each space and each sign of the markup has a zero.
_LOOKED_AT = 4096
_FEWEST_ZEROS = 4
_LOWEST_SHARE = 40


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, with its own line ends.

    Raises:
        UnicodeDecodeError: it is not UTF-8; also for UTF-16 that could be read as UTF-8, letter by letter
            with a zero between.
    """
    text = data.decode("utf-8")
    # In almost all files there is no zero, and the search for one takes no time.
    if b"\0" in data and (encoding := encoding_of(data)) is not None:
        place = data.index(b"\0")
        raise UnicodeDecodeError("utf-8", data, place, place + 1, f"this is {encoding}")
    return text


def encoding_of(data: bytes) -> str | None:
    """Return in which encoding of Unicode other than UTF-8 a text is, as its mark or its zeros show.

    >>> encoding_of("[Sun]: It shines.".encode("utf-16-le")), encoding_of(b"[Sun]: It shines.")
    ('UTF-16', None)
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    start = data[:_LOOKED_AT]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if even + odd < max(_FEWEST_ZEROS, len(start) / _LOWEST_SHARE) or len(data) % 2:
        return None
    if not (even and odd):
        return "UTF-16"
    # Three of four bytes are zeros, where letters of alphabets are written in four.
    return "UTF-32" if len(data) % 4 == 0 and even + odd >= len(start) * 0.7 else None


def why_not_utf8(error: UnicodeDecodeError) -> str:
    """Return why bytes are no text in UTF-8, as what follows "it is".

    >>> try:
    ...     decoded("[Über]: So.".encode("latin-1"))
    ... except UnicodeDecodeError as error:
    ...     why_not_utf8(error)
    'not text in UTF-8, see byte 2, in line 1: save it as UTF-8'
    """
    data: bytes = error.object
    if (encoding := encoding_of(data)) is not None:
        return f"text in {encoding}, not in UTF-8: save it as UTF-8"
    line = data.count(b"\n", 0, error.start) + 1
    # What has zeros is a picture, an archive or the like, which nobody can save as text.
    remedy = "" if b"\0" in data[:_LOOKED_AT] else ": save it as UTF-8"
    return f"not text in UTF-8, see byte {error.start + 1}, in line {line}{remedy}"
