"""The names in documents that edits can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api.documents import Document, check_document

if TYPE_CHECKING:
    from argmap.editing.names.name_index import NameIndex


def editable_names(document: Document) -> NameIndex:
    """Return what a document names, and where.

    Raises:
        TypeError: it is not a document.
        ValueError: it was read from no markup.
    """
    check_document(document)
    names = document._names
    if names is None:
        raise ValueError("the document was read from no markup, which edits could change")
    return names
