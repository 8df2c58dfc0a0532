"""Texts that differ a little from documents that were read."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from argmap.api.assembly import document_of, named_path
from argmap.api.documents import Document
from argmap.text.given_values import check_type

if TYPE_CHECKING:
    from argmap.reading import SettingLayers


def check_previous(previous: object) -> None:
    """Raise if an earlier version is no document.

    Raises:
        TypeError: it is something else.
    """
    if previous is not None:
        check_type("previous", previous, Document)


def later_version(
    text: str,
    path: str | PathLike[str] | None,
    strict: bool,
    layers: SettingLayers,
    previous: Document,
) -> Document | None:
    """Return a text as a document, with what did not change since an earlier one; None if nothing is kept."""
    from argmap.reading import SourceFile, read
    from argmap.reading.edited.incremental import EditedPage
    from argmap.syntax.reparsing import parse_again

    made = parse_again(text, previous.text, previous.tree)
    if made is None:
        return None
    tree, change = made
    if len(tree.blocks) < len(tree.parts):
        # It asks for another file now, which has to be read.
        return None
    page = SourceFile(text, tree)
    earlier = previous._reading
    if earlier is None or earlier.gathered.given != layers or previous.path != named_path(path):
        return document_of(page, path, strict, layers)
    edited = EditedPage(page, change, SourceFile(previous.text, previous.tree), earlier)
    again = edited.read() or read(page, layers=layers, path=named_path(path), earlier=edited.known())
    names = previous.__dict__.get("_names")
    earlier_names = names.latest() if names else previous._earlier_names
    return document_of(page, path, strict, layers, again, earlier_names)
