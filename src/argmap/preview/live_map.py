"""The page of a file, made anew when the file has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock

from attrs import define, field

from argmap import api
from argmap.decoding import why_not_utf8
from argmap.interop import FormatError
from argmap.preview.plain_page import plain_page
from argmap.render import DrawOptions, EngineError
from argmap.render.page.page_options import PageNotice, PageOptions
from argmap.reports.text import findings
from argmap.syntax import Include
from argmap.text import Severity

# What a file has when it is changed that it had not before; None if there is no such file.
_Stamp = tuple[int, int] | None


@define(eq=False)
class LiveMap:
    """A file and its pages: of the document in it, or of those in its fences, by their names.

    `read` is asked first for the text of each file, by its path; where it returns None, the file is read.
    `version` counts how often the file, or one that it includes, has been seen to change.
    """

    path: Path
    options: DrawOptions
    settings: Mapping[str, object]
    read: Callable[[str], str | None] | None = None
    version: int = 0
    _document: api.Document | None = None
    _problem: str | None = None
    _stamps: Mapping[Path, _Stamp] = field(factory=dict)
    _pages: dict[tuple[int, str], str] = field(factory=dict)
    _lock: Lock = field(factory=Lock)

    def look(self) -> None:
        """Look whether the file is another than when it was last looked at, and then read it."""
        with self._lock:
            self._look()

    def page(self, part: str = "") -> str:
        """Return the page of a document in the file; of several, if none is named, a list."""
        with self._lock:
            self._look()
            key = self.version, part
            if key not in self._pages:
                # Nobody asks for an earlier one.
                self._pages = {other: page for other, page in self._pages.items() if other[0] == self.version}
                self._pages[key] = self._made(part)
            return self._pages[key]

    def _look(self) -> None:
        stamps = self._stamps_of(self._watched())
        if stamps == self._stamps:
            return
        # Editors replace a file by removing it first: what is gone for a moment is not missed.
        if stamps[self.path] is None and self._document is not None:
            return
        self.version += 1
        self._read()
        # What is changed while it is read is another the next time: stamps are older than what is read.
        while unknown := [path for path in self._watched() if path not in stamps]:
            stamps |= self._stamps_of(unknown)
            self._read()
        self._stamps = {path: stamps[path] for path in self._watched()}

    def _stamps_of(self, paths: Iterable[Path]) -> dict[Path, _Stamp]:
        return {path: self._stamp_of(path) for path in paths}

    def _stamp_of(self, path: Path) -> _Stamp:
        text = self.read(str(path)) if self.read else None
        return _stamp_of(path) if text is None else (hash(text), len(text))

    def _watched(self) -> Iterator[Path]:
        yield self.path
        if self._document is not None:
            for document in self._document.documents:
                for part in getattr(document.tree, "parts", ()):
                    if isinstance(part, Include):
                        yield self.path.parent / part.path

    def _read(self) -> None:
        """Read the file; what cannot be read leaves what was read before, and a problem."""
        try:
            self._document = api.load(self.path, overrides=self.settings, read=self.read)
            self._problem = None
        except UnicodeDecodeError as error:
            self._problem = f"the file cannot be read: it is {why_not_utf8(error)}"
        except (OSError, FormatError) as error:
            self._problem = f"the file cannot be read: {error}"

    def _made(self, part: str) -> str:
        name, script = self.path.name, script_for(self.version)
        if self._document is None:
            notice = PageNotice(severity="error", words=self._problem or "there is nothing to read")
            return plain_page(name, {}, (notice,), script)
        documents = {each.fence.name if each.fence else "": each for each in self._document.documents}
        problems = tuple(self._problems())
        if len(documents) != 1 and part not in documents:
            links = {fence or name: f"?part={fence}" for fence in documents}
            return plain_page(name, links, problems, script)
        document = documents.get(part, next(iter(documents.values())))
        notices = (*problems, *notices_of(document, str(self.path)))
        page = PageOptions(notices=notices, script=script, connect="'self'")
        try:
            return api.draw_as(document, self.options).html(options=page)
        except (EngineError, LookupError, ValueError) as error:
            return plain_page(name, {}, (*notices, PageNotice(severity="error", words=str(error))), script)

    def _problems(self) -> Iterator[PageNotice]:
        if self._problem:
            yield PageNotice(severity="error", words=f"{self._problem}; the map is as before")


def notices_of(document: api.Document, path: str) -> Iterator[PageNotice]:
    """Yield what is wrong in a document, with the lines, in its order."""
    grave = [finding for finding in document.diagnostics if finding.severity is not Severity.INFO]
    for finding in findings(document, grave, path=path):
        diagnostic = finding.diagnostic
        hint = f"; {diagnostic.hint}" if diagnostic.hint else ""
        where = f"{finding.path}: " if diagnostic.span.path else ""
        yield PageNotice(
            severity=str(diagnostic.severity),
            words=f"{where}{diagnostic.code} {diagnostic.message}{hint}",
            line=finding.location.line if finding.location else None,
        )


def script_for(version: int) -> str:
    """Return the script that loads a page again when there is a newer version."""
    return _script().replace("VERSION", str(version))


@cache
def _script() -> str:
    text = files("argmap.preview").joinpath("live.js").read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _stamp_of(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
