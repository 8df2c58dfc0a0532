"""Applying the renames of both versions to all texts, so that lines can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.api.documents import Document
from argmap.api.parsing import parse
from argmap.comparing.pairing.element_pairing import element_pairs
from argmap.editing.rename_edits import rename
from argmap.model import ElementRef
from argmap.text.edited_text import apply

# The number of renames, for each of which the texts are read again.
_MOST_NAMES = 200


def aligned(base: Document, ours: Document, theirs: Document) -> tuple[Document, Document, Document]:
    """Return a text and two versions of it in which nothing has a title that only one of them changed."""
    base, ours = _taken_over(base, ours, theirs)
    base, theirs = _taken_over(base, theirs, ours)
    return base, ours, theirs


def _taken_over(base: Document, version: Document, other: Document) -> tuple[Document, Document]:
    """Return a text and a version of it with the titles that the other version changed."""
    for old, new in list(_renamed(base, other))[:_MOST_NAMES]:
        if old not in version.debate or old not in base.debate:
            continue
        try:
            changed = [_with_title(document, old, new) for document in (base, version)]
        except (ValueError, LookupError):
            # The title is taken there, or cannot be written: the versions are merged as they are.
            continue
        base, version = changed
    return base, version


def _renamed(base: Document, version: Document) -> Iterator[tuple[ElementRef, ElementRef]]:
    for before, after in element_pairs(base.debate, version.debate):
        is_titled = not (base.debate[before].is_untitled or version.debate[after].is_untitled)
        if is_titled and before != after and type(before) is type(after):
            yield before, after


def _with_title(document: Document, old: ElementRef, new: ElementRef) -> Document:
    names = document._names
    if names is None:
        raise ValueError("it was read from no markup")
    return parse(apply(document.text, rename(names, old, new.title)), document.path)
