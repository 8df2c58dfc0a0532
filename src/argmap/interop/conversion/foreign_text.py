"""Texts of other programs: decoding their bytes, and fitting their words into a debate."""

from __future__ import annotations

import codecs
import re

from argmap.interop.conversion.format_error import FormatError
from argmap.text import Span, diagnose
from argmap.text.given_values import check_words, value_in_words

_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Halves of characters, characters that no text may contain, and the sign that argmap reserves for itself.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufdd0\ufffe\uffff]")


def decoded(data: bytes | str, *, encoding: str | None = None) -> str:
    """Return the text of a file, without its byte order mark.

    Its encoding is UTF-8, UTF-16 with a mark, what an XML declaration says, or the given one.

    >>> decoded(b"\\xef\\xbb\\xbf{}")
    '{}'

    Raises:
        FormatError: it is not in its encoding.
        LookupError: there is no such encoding.
    """
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    if not isinstance(data, bytes | bytearray):
        raise TypeError(f"a text or bytes are needed, not {value_in_words(data)}")
    for mark, name in _MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
    encoding = _declared(data) if encoding is None else encoding
    check_words("encoding", encoding)
    try:
        return data.decode(encoding)
    except LookupError:
        raise LookupError(f"there is no encoding {encoding!r}") from None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        text = before + data[error.start :].decode("latin-1")
        number = data[: error.start].count(b"\n") + 1
        place = Span(len(before), len(before) + 1)
        raise FormatError(
            text, diagnose("I410", place, str(error.start + 1), str(number), encoding.upper())
        ) from None


def _declared(data: bytes) -> str:
    declared = _DECLARED.match(data[:200])
    if declared is None:
        return "utf-8"
    name = declared[1].decode("ascii")
    try:
        is_text = codecs.lookup(name)._is_text_encoding
    except LookupError:
        return "utf-8"
    return name if is_text else "utf-8"


def collapsed(text: str) -> str:
    """Return a text on one line with single spaces, with a sign in place of what no text can contain.

    >>> collapsed("  two\\nlines ")
    'two lines'
    """
    return " ".join(_UNFIT.sub("\ufffd", text).split())
