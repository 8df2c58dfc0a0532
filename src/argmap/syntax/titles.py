"""Titles as they count."""

from __future__ import annotations

import unicodedata


def clean_title(text: str) -> str:
    """Return a title with its white space collapsed, in Unicode's composed form; case is kept.

    >>> clean_title(" The  good ")
    'The good'
    """
    title = " ".join(text.split())
    return title if title.isascii() else unicodedata.normalize("NFC", title)
