"""Which files a document asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from argmap.api.documents import Document
from argmap.lsp.texts.regions import regions_of
from argmap.reading.reader import pages_of
from argmap.reading.source_files import SourceFile
from argmap.syntax import Include
from argmap.text import Span


def asks_for(document: Document, path: str) -> bool:
    """Return whether a document, or a file that it includes, asks for a file, which need not exist."""
    asked = _real(Path(path))
    return any(_real(target) == asked for target in _targets(document))


def include_leading_to(document: Document, path: str) -> Span | None:
    """Return the line of a text that includes a file, or another file that does; None if none does.

    `path` is as in spans: that of a fence in an included page is also one of that page.
    """
    for region in regions_of(document):
        page = region.document._page
        for start, included in page.includes.items() if page else ():
            if isinstance(included, SourceFile) and path in _paths_in(included):
                return region.outside(_line_at(page, start))
    return None


def _line_at(page: SourceFile | None, start: int) -> Span:
    parts = page.tree.parts if page else ()
    line = next((part for part in parts if isinstance(part, Include) and part.start == start), None)
    return Span(line.start, line.end) if line else Span(start, start)


def _paths_in(page: SourceFile) -> Iterator[str]:
    for path, inner in pages_of(page):
        if path is not None:
            yield path
        if inner.places is not None and inner.places.path is not None:
            yield inner.places.path


def _targets(document: Document) -> Iterator[Path]:
    """Yield the files that the include lines of a document name, also those in the files themselves."""
    for region in regions_of(document):
        if region.document.path is None or region.document._page is None:
            continue
        waiting: list[tuple[SourceFile, Path]] = [(region.document._page, Path(region.document.path))]
        while waiting:
            page, place = waiting.pop()
            for part in page.tree.parts:
                if not isinstance(part, Include):
                    continue
                included = page.includes.get(part.start)
                # The fences of an included page are parts of that file.
                is_fence = isinstance(included, SourceFile) and included.places is not None
                target = place if is_fence else place.parent / part.path
                yield target
                if isinstance(included, SourceFile):
                    waiting.append((included, target))


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path
