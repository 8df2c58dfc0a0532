"""The documents of the workspace that include a file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping

from argmap.api.documents import Document
from argmap.lsp.features.named_places import included_paths
from argmap.lsp.session import Session
from argmap.lsp.texts.workspace_documents import real_path
from argmap.lsp.uris import path_of
from argmap.named_tuples import NamedTuple


class Including(NamedTuple):
    """A document that includes a file: where it is itself, and the path that its spans in that file have."""

    home: str
    document: Document
    own_path: str


async def documents_including(session: Session, path: str) -> list[Including]:
    """Return the documents that include a file: those in folders and texts that are open."""
    open_paths = [opened for uri in session.texts if (opened := path_of(uri))]
    # In a thread, because it waits for files.
    documents = await asyncio.to_thread(session.workspace.including, path, session.folders, open_paths)
    return list(_including(documents, real_path(path)))


def _including(documents: Mapping[str, Document], path: str) -> Iterator[Including]:
    for home, whole in documents.items():
        for document in whole.documents if home != path else ():
            for written in included_paths(document):
                if real_path(written) == path:
                    yield Including(home, document, written)
