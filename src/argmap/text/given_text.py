"""What callers give as a text, and words for what they gave if it is none."""

from __future__ import annotations

from os import PathLike

from argmap.text.given_values import value_in_words


def given_text(text: object) -> str:
    """Return what was given, if it is a text.

    >>> given_text(b"[A]: a")
    Traceback (most recent call last):
    TypeError: a text is needed, not bytes; `data.decode("utf-8")` makes one of UTF-8

    Raises:
        TypeError: it is none; the message says how to get one.
    """
    if isinstance(text, str):
        return text
    if isinstance(text, bytes | bytearray | memoryview):
        raise TypeError('a text is needed, not bytes; `data.decode("utf-8")` makes one of UTF-8')
    if isinstance(text, PathLike):
        raise TypeError("a text is needed, not a path; `argmap.load(path)` reads a file")
    if hasattr(text, "readable"):
        raise TypeError("a text is needed, not an open file; `file.read()` returns its text")
    if isinstance(getattr(text, "text", None), str):
        raise TypeError(f"a text is needed, not a {type(text).__name__}; it has its own as `text`")
    raise TypeError(f"a text is needed, not {value_in_words(text)}")


def given_path(path: object) -> str | PathLike[str]:
    """Return what was given, if it is a path as text or as a path object.

    Raises:
        TypeError: it is none; the message says how to get one.
    """
    if isinstance(path, str | PathLike):
        return path
    if isinstance(path, bytes):
        raise TypeError("a path is needed, not bytes; `os.fsdecode(path)` makes one")
    if hasattr(path, "read"):
        raise TypeError("a path is needed, not an open file; `argmap.parse(file.read())` reads its text")
    raise TypeError(f"a path is needed, not {value_in_words(path)}")
