"""The state of a server while an editor is connected."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from pathlib import Path

from attrs import define, field
from lsprotocol import types

from argmap import api
from argmap.api.documents import Document
from argmap.fences.suffixes import is_page
from argmap.lsp.client_settings import Configuration
from argmap.lsp.connection import Connection
from argmap.lsp.explanation_pages import ExplanationPages
from argmap.lsp.previews import Previews
from argmap.lsp.protocol import chosen_encoding
from argmap.lsp.texts.buffer import TextBuffer
from argmap.lsp.texts.findings_of_texts import FindingsOfTexts, VersionFindings
from argmap.lsp.texts.inclusion import asks_for
from argmap.lsp.texts.line_columns import Encoding
from argmap.lsp.texts.open_text import OpenText
from argmap.lsp.texts.overlaid_files import OverlaidFiles
from argmap.lsp.texts.regions import Region
from argmap.lsp.texts.snapshot import Snapshot
from argmap.lsp.texts.workspace_documents import WorkspaceDocuments, real_path
from argmap.lsp.uris import path_of
from argmap.lsp.wire_diagnostics import wire_diagnostics
from argmap.lsp.wire_places import applicable, offset_at, span_of, workspace_edit
from argmap.named_tuples import NamedTuple
from argmap.text import Edit, Span

_LOG = logging.getLogger(__name__)


class DocumentPlace(NamedTuple):
    """A place in a text that was read: the document there, and the offset in its own text."""

    snapshot: Snapshot
    region: Region
    offset: int

    @property
    def document(self) -> Document:
        """The document, which is never a page."""
        return self.region.document


@define(eq=False)
class Session:
    """The texts that are open in an editor, its capabilities and its settings."""

    connection: Connection
    client: types.ClientCapabilities = field(factory=types.ClientCapabilities)
    encoding: Encoding = Encoding.UTF_16
    configuration: Configuration = field(factory=Configuration)
    # Folders that are open, by their paths.
    folders: list[str] = field(factory=list)
    texts: dict[str, OpenText] = field(factory=dict)
    files: OverlaidFiles = field(factory=OverlaidFiles)
    pages: ExplanationPages = field(factory=ExplanationPages)
    _refreshing: set[asyncio.Future[object]] = field(factory=set, init=False)
    findings: FindingsOfTexts = field(init=False)
    previews: Previews = field(init=False)
    workspace: WorkspaceDocuments = field(init=False)

    @workspace.default
    def _documents_of_folders(self) -> WorkspaceDocuments:
        return WorkspaceDocuments(self.files.text_of, self._read_file)

    @findings.default
    def _findings_of_texts(self) -> FindingsOfTexts:
        return FindingsOfTexts(self._show, lambda: self.configuration.check)

    @previews.default
    def _previews_of_texts(self) -> Previews:
        return Previews(self.files)

    def start(self, params: types.InitializeParams) -> None:
        """Take in what an editor says about itself."""
        self.client = params.capabilities
        self.encoding = chosen_encoding(params.capabilities)
        folders = [folder.uri for folder in params.workspace_folders or ()]
        if not folders and params.root_uri:
            folders = [params.root_uri]
        self.folders[:] = [path for uri in folders if (path := path_of(uri))]
        # How editors named their folder before version 3 of the protocol.
        if not folders and params.root_path and Path(params.root_path).is_absolute():
            self.folders[:] = [params.root_path]

    def open(self, uri: str, version: int, text: str, language: str) -> None:
        """Take in a text that was opened."""
        path = path_of(uri)
        if path is not None:
            self.files.lay(path, text)

        def read(text: str, previous: Document | None) -> Document:
            return self._read(text, path, previous, is_markdown=_is_markdown(path, language))

        buffer = TextBuffer(text, self.encoding)
        is_page = _is_markdown(path, language)
        opened = OpenText(uri, version, buffer, is_page, read, self.files.text_of, self.findings.read)
        self.texts[uri] = opened
        opened.refresh()
        self._refresh_including(path)

    def change(self, uri: str, version: int, changes: Iterable[types.TextDocumentContentChangeEvent]) -> None:
        """Apply changes to a text, one after the other."""
        opened = self.texts.get(uri)
        if opened is None:
            return
        buffer = opened.buffer
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = (offset_at(buffer, place) for place in (change.range.start, change.range.end))
                buffer = buffer.spliced(min(start, end), max(start, end), change.text)
            else:
                buffer = TextBuffer(change.text, self.encoding)
        path = path_of(uri)
        if path is not None:
            self.files.lay(path, buffer.text)
        self.previews.change(uri, buffer.text)
        opened.change(buffer, version)
        self._refresh_including(path)

    def close(self, uri: str) -> None:
        """Let go of a text; its file counts again."""
        opened = self.texts.pop(uri, None)
        if opened is None:
            return
        opened.close()
        self.findings.close(uri)
        self.previews.close(uri)
        empty = types.PublishDiagnosticsParams(uri, [])
        self.connection.notify(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, empty)
        path = path_of(uri)
        if path is not None:
            self.files.lift(path)
            self._refresh_including(path)

    def configure(self, configuration: Configuration) -> None:
        """Take in the settings of the editor."""
        if configuration != self.configuration:
            self.configuration = configuration
            self.read_all_again()

    def read_all_again(self) -> None:
        """Read all texts again, because what is around them has changed."""
        for opened in self.texts.values():
            self._read_anew(opened)

    def read_again(self, paths: Iterable[str]) -> None:
        """Read texts again that may ask for files which have changed, in their folder or in folders below."""
        changed = [Path(path) for path in paths if self.files.laid(path) is None]
        for opened in self.texts.values():
            path = path_of(opened.uri)
            is_near = path is not None and any(file.is_relative_to(Path(path).parent) for file in changed)
            snapshot = opened.snapshot
            is_asked_for = snapshot is not None and any(
                asks_for(snapshot.document, str(file)) for file in changed
            )
            if is_near or is_asked_for:
                self._read_anew(opened)

    def end(self) -> None:
        """Let go of everything."""
        for opened in self.texts.values():
            opened.close()
            self.findings.close(opened.uri)
        self.texts.clear()
        self.pages.close()
        self.previews.close_all()

    async def snapshot(self, uri: str) -> Snapshot | None:
        """Return the newest version of a text once it has been read, None if it is not open."""
        opened = self.texts.get(uri)
        return None if opened is None else await opened.current()

    async def place(self, uri: str, position: types.Position) -> DocumentPlace | None:
        """Return a place in a text once that has been read; None if nothing that is read is there.

        None, too, if the text has changed in the meantime: the position was one in an earlier version.
        """
        snapshot = await self._unchanged(uri)
        if snapshot is None:
            return None
        inside = snapshot.region_at(offset_at(snapshot.buffer, position))
        return None if inside is None else DocumentPlace(snapshot, *inside)

    async def stretch(self, uri: str, range: types.Range) -> tuple[Snapshot, Span] | None:
        """Return a stretch of a text once that has been read; None if the text has changed meanwhile."""
        snapshot = await self._unchanged(uri)
        return None if snapshot is None else (snapshot, span_of(snapshot.buffer, range))

    async def _unchanged(self, uri: str) -> Snapshot | None:
        """Return a text as it is now, once that has been read; None if it is closed or changes meanwhile."""
        opened = self.texts.get(uri)
        if opened is None:
            return None
        buffer = opened.buffer
        snapshot = await opened.current()
        return snapshot if snapshot is not None and snapshot.buffer is buffer else None

    def workspace_edit(self, snapshot: Snapshot, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """Return edits of texts as the editor can apply them: for their version only, if it can do that."""
        return applicable(workspace_edit(snapshot, edits), self.client)

    def _read(self, text: str, path: str | None, previous: Document | None, is_markdown: bool) -> Document:
        mode = self.configuration.mode
        settings: dict[str, object] | None = {"model": {"mode": mode}} if mode else None
        if len(text.encode("utf-8", "surrogatepass")) > self.configuration.max_file_size:
            # A text that is too large stays open, but nothing is known about it.
            text = ""
        if path is None:
            return api.parse(text, settings=settings, previous=previous, markdown=is_markdown)

        def reader(asked: str) -> str | None:
            return text if asked == path else self.files.laid(asked)

        return api.load(
            path,
            settings=settings,
            markdown=is_markdown,
            format="argdown",
            root=self.root_of(path),
            read=reader,
            previous=previous,
        )

    def open_at(self, path: str) -> OpenText | None:
        """Return the text that is open for a file, None if none is; links in the path are resolved."""
        # Threads ask, too, while texts are opened and closed.
        texts = [(path_of(opened.uri), opened) for opened in list(self.texts.values())]
        return next((opened for its_path, opened in texts if its_path and real_path(its_path) == path), None)

    def _read_file(self, path: str) -> Document | None:
        """Return the document of a file, None if it cannot be read."""
        text = self.files.text_of(path)
        try:
            return None if text is None else self._read(text, path, None, is_markdown=is_page(path))
        except (OSError, ValueError):
            return None

    def root_of(self, path: str) -> str | None:
        """Return the folder in which includes have to lie: the innermost that is open around a file."""
        around = [folder for folder in self.folders if Path(path).is_relative_to(folder)]
        return max(around, key=len, default=None)

    def _refresh_including(self, path: str | None) -> None:
        """Read texts again that include a file which has changed."""
        if path is None:
            return
        for opened in self.texts.values():
            snapshot = opened.snapshot
            if snapshot is not None and asks_for(snapshot.document, path):
                self._read_anew(opened)

    def _read_anew(self, opened: OpenText) -> None:
        """Read a text again that has not changed; an editor that asks for findings has to ask again."""
        opened.refresh(forgetting=True)
        diagnostics = self.client.workspace.diagnostics if self.client.workspace else None
        if diagnostics is not None and diagnostics.refresh_support and not self._refreshing:
            asked = self.connection.send_request_async(types.WORKSPACE_DIAGNOSTIC_REFRESH)
            task = asyncio.ensure_future(asked)
            self._refreshing.add(task)
            task.add_done_callback(self._refreshed)

    def _refreshed(self, task: asyncio.Future[object]) -> None:
        self._refreshing.discard(task)
        if not task.cancelled() and task.exception() is not None:
            _LOG.warning("the editor does not ask for findings again: %s", task.exception())

    def _show(self, version: VersionFindings) -> None:
        """Send findings to an editor that does not ask for them."""
        if self.client.text_document is not None and self.client.text_document.diagnostic is not None:
            return
        snapshot = version.snapshot
        items = wire_diagnostics(snapshot, version.findings, self.pages)
        params = types.PublishDiagnosticsParams(snapshot.uri, items, version=snapshot.version)
        self.connection.notify(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)


def _is_markdown(path: str | None, language: str) -> bool:
    return language in _PAGE_LANGUAGES or (is_page(path) and language != "argdown")


_PAGE_LANGUAGES = frozenset({"markdown", "quarto", "rmd", "mdx"})
