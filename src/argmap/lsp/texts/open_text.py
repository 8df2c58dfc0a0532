"""A text that is open in an editor: its newest version, and the newest one that was read."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from time import perf_counter

from attrs import define, field

from argmap.api.documents import Document
from argmap.lsp.texts.buffer import TextBuffer
from argmap.lsp.texts.snapshot import Snapshot

_LOG = logging.getLogger(__name__)
# In seconds: a text that takes less is read at once, any other when nobody has typed for a while.
_AT_ONCE = 0.05
_DELAY = 0.15
# How long reading takes for each character at first.
_PER_CHARACTER = 2e-6


@define(eq=False)
class OpenText:
    """A text that is open in an editor.

    It may be a page in Markdown. `latest` is the last document that was read, perhaps of an older version.
    `read` returns the document of a text, given that of an earlier version; `settled` is called with each
    version that was read. Long texts are read in a thread, when nothing has changed for a moment.
    """

    uri: str
    version: int
    buffer: TextBuffer
    is_page: bool
    read: Callable[[str, Document | None], Document]
    file_text: Callable[[str], str | None]
    settled: Callable[[OpenText, Snapshot], None]
    snapshot: Snapshot | None = None
    is_closed: bool = False
    latest: Document | None = None
    _seconds: float = 0.0
    # How often it had to be read: a later request makes an earlier reading outdated.
    _asked: int = 0
    _timer: asyncio.TimerHandle | None = None
    _reading: asyncio.Task[None] | None = None
    _is_current: asyncio.Event = field(factory=asyncio.Event)

    def change(self, buffer: TextBuffer, version: int) -> None:
        """Take in a newer version of the text."""
        self.buffer, self.version = buffer, version
        self.refresh()

    def refresh(self, *, forgetting: bool = False) -> None:
        """Read the text again, because it or another file has changed; with `forgetting`, all of it."""
        if forgetting:
            self.latest = None
        self._asked += 1
        self._is_current.clear()
        self._cancel_timer()
        is_new = self.latest is None
        seconds = len(self.buffer.text) * _PER_CHARACTER if is_new else self._seconds
        if self._reading is None and seconds < _AT_ONCE:
            self._settle(self._timed(self.buffer, self.latest), self.buffer, self.version)
        elif is_new:
            self._start()
        else:
            self._timer = asyncio.get_running_loop().call_later(_DELAY, self._start)

    def close(self) -> None:
        """Let go of the text; whoever waits for it gets None."""
        self.is_closed = True
        self.snapshot = None
        self._cancel_timer()
        self._is_current.set()

    async def current(self) -> Snapshot | None:
        """Return the newest version once it has been read; None if it is closed or cannot be read."""
        await self._is_current.wait()
        return self.snapshot

    def _start(self) -> None:
        self._timer = None
        if self._reading is None:
            self._reading = asyncio.get_running_loop().create_task(self._read_in_thread())

    async def _read_in_thread(self) -> None:
        buffer, version, asked = self.buffer, self.version, self._asked
        document = await asyncio.to_thread(self._timed, buffer, self.latest)
        self._reading = None
        if self.is_closed:
            return
        if asked == self._asked:
            self._settle(document, buffer, version)
        else:
            self.latest = document or self.latest
            if self._timer is None:
                self._start()

    def _timed(self, buffer: TextBuffer, previous: Document | None) -> Document | None:
        began = perf_counter()
        try:
            return self.read(buffer.text, previous)
        # Whatever goes wrong with one text, the others still have to be served.
        except Exception:
            _LOG.exception("%s cannot be read", self.uri)
            return None
        finally:
            self._seconds = perf_counter() - began

    def _settle(self, document: Document | None, buffer: TextBuffer, version: int) -> None:
        self.latest = document
        self.snapshot = None
        if document is not None:
            self.snapshot = Snapshot(self.uri, version, buffer, document, self.file_text)
        self._is_current.set()
        if self.snapshot is not None:
            self.settled(self, self.snapshot)

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
