"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from itertools import count
from pathlib import Path


def replace_file(target: Path, content: bytes) -> None:
    """Write a file at once: whoever reads it finds the old content or the new, never a part.

    A file that is there keeps its permissions, and a link stays a link.

    Raises:
        OSError: the file cannot be written; what was there is still there.
    """
    real = Path(os.path.realpath(target))
    # What is no file, such as /dev/stdout, cannot be replaced.
    if real.exists() and not real.is_file():
        real.write_bytes(content)
        return
    new, handle = _new_file(real)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        if real.exists():
            new.chmod(stat.S_IMODE(real.stat().st_mode))
        os.replace(new, real)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _new_file(beside: Path) -> tuple[Path, int]:
    # Not tempfile: loading it takes as long as writing a hundred files, and it makes them private.
    for number in count():
        new = beside.with_name(f".argmap-{os.getpid()}-{number}")
        try:
            return new, os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        except FileExistsError:
            continue
    raise AssertionError("numbers end")
