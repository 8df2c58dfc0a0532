"""Previews of texts that are updated as people type."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from attrs import define, field

from argmap.lsp.texts.overlaid_files import OverlaidFiles
from argmap.lsp.uris import path_of
from argmap.preview.preview_server import PreviewServer


@define(eq=False)
class Previews:
    """A server of maps for each text with a preview, by the addresses of the texts."""

    files: OverlaidFiles
    _servers: dict[str, PreviewServer] = field(factory=dict)
    _folders: list[TemporaryDirectory[str]] = field(factory=list)

    def address_of(self, uri: str, text: str) -> str:
        """Return the address of the map of a text; it follows the text, saved or not.

        Raises:
            OSError: there is no port to listen on.
        """
        if uri not in self._servers:
            path = path_of(uri) or self._path_of_unsaved(uri, text)
            server = PreviewServer(Path(path), read=self.files.laid)
            Thread(target=server.serve_forever, daemon=True).start()
            self._servers[uri] = server
        return self._servers[uri].address

    def change(self, uri: str, text: str) -> None:
        """Show a newer version of a text that is in no file."""
        server = self._servers.get(uri)
        if server is not None and path_of(uri) is None:
            self.files.lay(str(server.files.root), text)

    def close(self, uri: str) -> None:
        """End the preview of a text."""
        server = self._servers.pop(uri, None)
        if server is not None:
            server.shutdown()
            server.server_close()

    def close_all(self) -> None:
        """End all previews."""
        for uri in list(self._servers):
            self.close(uri)
        for folder in self._folders:
            folder.cleanup()
        self._folders.clear()

    def _path_of_unsaved(self, uri: str, text: str) -> str:
        """Return a path for a text that is in no file, at which no file is either."""
        folder = TemporaryDirectory(prefix="argmap-", ignore_cleanup_errors=True)
        self._folders.append(folder)
        path = str(Path(folder.name, "unsaved.argdown"))
        self.files.lay(path, text)
        return path
