"""Titles as they count."""

from __future__ import annotations

import unicodedata

from argmap.syntax.tokens import MASK


def clean_title(text: str) -> str:
    """Return a title without comments, its white space collapsed, in Unicode's composed form; case is kept.

    >>> clean_title(" The  good ")
    'The good'
    """
    title = " ".join(text.split())
    if title.isascii():
        return title
    if MASK in title:
        title = " ".join(title.replace(MASK, "").split())
    return unicodedata.normalize("NFC", title)
