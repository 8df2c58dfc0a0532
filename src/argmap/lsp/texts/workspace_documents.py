"""The documents in the folders that are open in an editor, whether their texts are open or not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrs import define, field

from argmap.api.documents import Document
from argmap.fences.suffixes import is_page, is_text
from argmap.lsp.texts.inclusion import asks_for

# Folders can be anything, and everything in them would be read.
_MOST_FILES = 2000
_MOST_FOLDERS = 20_000
_LEFT_OUT = frozenset({"node_modules", "__pycache__", "site-packages"})
_INCLUDE = "@include("


@define(eq=False)
class WorkspaceDocuments:
    """Documents by their paths, each read again when its text has changed.

    `text_of` returns the text of a file as the editor has it, and `read` the document of a file; both return
    None for what cannot be read.
    """

    text_of: Callable[[str], str | None]
    read: Callable[[str], Document | None]
    _known: dict[str, tuple[str, Document]] = field(factory=dict)

    def all(self, folders: Iterable[str], others: Iterable[str] = ()) -> dict[str, Document]:
        """Return the documents of the texts and pages in some folders, and of other files, by their paths."""
        return self._documents(folders, others, lambda text: True)

    def including(self, path: str, folders: Iterable[str], others: Iterable[str] = ()) -> dict[str, Document]:
        """Return those that include a file, directly or through others."""
        documents = self._documents(folders, others, lambda text: _INCLUDE in text)
        return {place: document for place, document in documents.items() if asks_for(document, path)}

    def _documents(
        self, folders: Iterable[str], others: Iterable[str], is_wanted: Callable[[str], bool]
    ) -> dict[str, Document]:
        paths = dict.fromkeys(real_path(path) for path in (*others, *_files_in(folders)))
        found: dict[str, Document] = {}
        for path in paths:
            text = self.text_of(path)
            document = self._document(path, text) if text is not None and is_wanted(text) else None
            if document is not None:
                found[path] = document
        return found

    def _document(self, path: str, text: str) -> Document | None:
        text_before, known = self._known.get(path, (None, None))
        # A file that a document includes may have changed although its own text has not.
        if known is not None and text_before == text and _INCLUDE not in text:
            return known
        document = self.read(path)
        if document is not None:
            self._known[path] = (text, document)
        return document


def real_path(path: str) -> str:
    """Return a path with symbolic links resolved, or as it is if that cannot be done."""
    try:
        return str(Path(path).resolve())
    except (OSError, RuntimeError, ValueError):
        return path


def _files_in(folders: Iterable[str]) -> Iterator[str]:
    """Yield the texts and pages in folders, up to a limit; hidden folders are left out."""
    files = seen = 0
    for folder in folders:
        for place, below, names in os.walk(folder):
            seen += 1
            if seen > _MOST_FOLDERS:
                return
            below[:] = sorted(name for name in below if name not in _LEFT_OUT and not name.startswith("."))
            for name in sorted(names):
                if is_text(name) or is_page(name):
                    files += 1
                    if files > _MOST_FILES:
                        return
                    yield os.path.join(place, name)
