"""Texts that are too long for where they are shown."""

from __future__ import annotations


def shortened(text: str, most: int) -> str:
    """Return a text of at most `most` characters; one that was longer ends in an ellipsis.

    >>> shortened("a long story", 7)
    'a long…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def line_of(text: str, most: int) -> str:
    r"""Return a text in one line, with single spaces, of at most `most` characters.

    >>> line_of("one two\n  three", 8)
    'one two…'
    """
    return shortened(" ".join(text.split()), most)
