"""Files that change while we look."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

_INTERVAL = 0.3


def changes(files: Iterable[str]) -> Iterator[str]:
    """Return an endless iterator over files that have changed since this was called.

    A file that is gone is waited for: editors replace a file by removing it first.
    """
    return _changes({file: _stamp(file) for file in files})


def _changes(known: dict[str, tuple[int, int] | None]) -> Iterator[str]:
    while True:
        time.sleep(_INTERVAL)
        for file, before in known.items():
            now = _stamp(file)
            if now is not None and now != before:
                known[file] = now
                yield file


def _stamp(file: str) -> tuple[int, int] | None:
    try:
        status = Path(file).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
