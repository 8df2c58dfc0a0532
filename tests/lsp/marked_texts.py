"""Texts with a mark where the cursor is: `[A|]: …`."""

import argmap
from argmap import Document


def marked(text: str) -> tuple[Document, int]:
    """Return the document of a text without its mark, and where that was."""
    offset = text.index("|")
    return argmap.parse(text[:offset] + text[offset + 1 :]), offset
