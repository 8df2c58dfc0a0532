"""The server of a preview: for this machine alone, for whoever has its address, and only to look."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Event, Thread
from urllib.parse import parse_qs, quote, unquote, urlsplit

from argmap.preview.live_map import LiveMap, script_for
from argmap.preview.plain_page import plain_page
from argmap.preview.previewed_files import PreviewedFiles
from argmap.render import DrawOptions

_HOST = "127.0.0.1"
# In seconds: how often files are looked at, and how often a stream shows that it is still there.
_INTERVAL = 0.1
_HEARTBEAT = 10.0
# A folder is looked at less often than a file.
_LIST_ROUNDS = 10
_MAPS = "map/"


class PreviewServer(ThreadingHTTPServer):
    """A server that shows the map of a file, or a list of those in a folder, and tells pages of changes.

    It listens on 127.0.0.1 only, on a free port if `port` is 0. Nobody gets anything without the token in
    its `address`, or under another name than that of this machine. It writes no file. `read` is as in
    `argmap.load`: an editor has texts that are not saved yet.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(
        self,
        path: Path,
        *,
        options: DrawOptions | None = None,
        settings: Mapping[str, object] | None = None,
        port: int = 0,
        read: Callable[[str], str | None] | None = None,
    ) -> None:
        self.files = PreviewedFiles(path)
        self.token = secrets.token_urlsafe(16)
        self.changed = Condition()
        self._options = options or DrawOptions()
        self._settings = settings or {}
        self._read = read
        self._maps: dict[str, LiveMap] = {}
        self._names = self.files.names()
        self._list_version = 1
        self._is_over = Event()
        super().__init__((_HOST, port), _PageHandler)
        Thread(target=self._watch, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the map, or the list, is to be seen."""
        return f"http://{_HOST}:{self.server_port}/{self.token}/"

    def server_close(self) -> None:
        """Stop listening and watching."""
        self._is_over.set()
        super().server_close()

    def page(self, name: str | None, part: str) -> str | None:
        """Return the page of a name, or with None the first; None if there is no such page."""
        if name is None and self.files.is_folder:
            links = {name: f"{_MAPS}{quote(name)}" for name in self._names}
            return plain_page(self.files.root.resolve().name, links, (), script_for(self._list_version))
        live = self._map(name or "")
        return None if live is None else live.page(part)

    def version(self, name: str | None) -> int:
        """Return how often a page has changed, 0 if there is none."""
        if name is None and self.files.is_folder:
            return self._list_version
        live = self._map(name or "")
        return 0 if live is None else live.version

    def _map(self, name: str) -> LiveMap | None:
        if name not in self._maps:
            path = self.files.path(name)
            if path is None:
                return None
            self._maps.setdefault(name, LiveMap(path, self._options, self._settings, self._read))
        return self._maps[name]

    def _watch(self) -> None:
        rounds = 0
        known: list[int] = []
        while not self._is_over.wait(_INTERVAL):
            rounds += 1
            live = list(self._maps.values())
            for each in live:
                each.look()
            if self.files.is_folder and rounds % _LIST_ROUNDS == 0:
                self._list()
            # Whoever asks for a page looks at its file, too.
            versions = [self._list_version, *(each.version for each in live)]
            if versions != known:
                known = versions
                with self.changed:
                    self.changed.notify_all()

    def _list(self) -> None:
        names = self.files.names()
        if names != self._names:
            self._names = names
            self._list_version += 1

    def wait(self, name: str | None, version: int) -> bool:
        """Wait for a version of a page that is another, and return whether it has come; not for long."""
        with self.changed:
            return self.changed.wait_for(
                lambda: self.version(name) != version or self._is_over.is_set(), _HEARTBEAT
            )


class _PageHandler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "argmap"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a page, with news of it, or with nothing that says why not."""
        if self.headers.get("Host", "") not in self._hosts():
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        place = urlsplit(self.path)
        _, token, *rest = place.path.split("/", 2)
        if not rest or not secrets.compare_digest(token.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        asked = parse_qs(place.query)
        name = None if rest == [""] else unquote(rest[0].removeprefix(_MAPS), errors="replace")
        if name is not None and not rest[0].startswith(_MAPS):
            self._refuse(HTTPStatus.NOT_FOUND)
        elif "since" in asked:
            self._tell_changes(name, asked["since"][-1])
        else:
            self._show(name, asked.get("part", [""])[-1])

    do_HEAD = do_GET

    def _hosts(self) -> tuple[str, str]:
        return f"{_HOST}:{self.server.server_port}", f"localhost:{self.server.server_port}"

    def _show(self, name: str | None, part: str) -> None:
        page = self.server.page(name, part)
        if page is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        self._send(HTTPStatus.OK, "text/html; charset=utf-8", page.encode(errors="replace"))

    def _tell_changes(self, name: str | None, since: str) -> None:
        """Tell of the next change of a page, as server-sent events, and of nothing in the meantime."""
        self.close_connection = True
        self._begin(HTTPStatus.OK, "text/event-stream", {"Connection": "close"})
        version = int(since) if since.isascii() and since.isdecimal() and len(since) < 10 else 0
        try:
            while not self.server.wait(name, version):
                self.wfile.write(b":\n\n")
                self.wfile.flush()
            self.wfile.write(b"event: change\ndata: 1\n\n")
            self.wfile.flush()
        except OSError:
            # The page has been closed.
            return

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(status, "text/plain; charset=utf-8", f"{status.value} {status.phrase}\n".encode())

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        try:
            self._begin(status, kind, {"Content-Length": str(len(content))})
            if self.command != "HEAD":
                self.wfile.write(content)
        except OSError:
            self.close_connection = True

    def _begin(self, status: HTTPStatus, kind: str, more: Mapping[str, str]) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
            **more,
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the terminal is for the person who reads it."""
