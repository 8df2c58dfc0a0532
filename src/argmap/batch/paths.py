"""Which files are meant by the name of a file, a folder or a pattern."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from glob import glob
from pathlib import Path

_PATTERN = frozenset("*?[")
# Folders of other programs: nobody keeps debates in them.
_FOREIGN = ("node_modules", "__pycache__")


def files_named(names: Iterable[str], is_wanted: Callable[[Path], bool]) -> Iterator[str]:
    """Yield the files that names mean, each once, in the order of the names.

    A folder means all files in it that are wanted, with those in the folders in it, by their names; what
    begins with a dot is passed over, and so are pipes and devices, which may never end; links to folders are
    not followed. A folder that cannot be looked into is among the files: whoever reads them says why. A
    pattern with `*`, `?` or `[` means what matches it, and `**` any folders, unless a file has that very
    name. Any other name means itself, whether there is such a file or not.

    Raises:
        LookupError: there is nothing in a folder that is wanted, or nothing matches a pattern.
    """
    yield from dict.fromkeys(file for name in names for file in _files_of(name, is_wanted))


def _files_of(name: str, is_wanted: Callable[[Path], bool]) -> Iterable[str]:
    if os.path.isdir(name):
        files = [*_files_in(name, is_wanted)]
        if not files:
            raise LookupError(f"{name}: nothing in this folder is a debate")
        return files
    if os.path.lexists(name) or _PATTERN.isdisjoint(name):
        return (name,)
    matches = sorted(glob(name, recursive=True))
    files = [
        file
        for match in matches
        for file in (_files_in(match, is_wanted) if os.path.isdir(match) else (match,))
        if has_end(file)
    ]
    if not files:
        raise LookupError(f"{name}: no file matches this pattern")
    return files


def _files_in(folder: str, is_wanted: Callable[[Path], bool]) -> Iterator[str]:
    locked: list[str] = []
    for above, folders, files in os.walk(folder, onerror=lambda error: locked.append(error.filename)):
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in _FOREIGN)
        paths = (os.path.normpath(os.path.join(above, name)) for name in sorted(files) if name[0] != ".")
        yield from (path for path in paths if has_end(path) and is_wanted(Path(path)))
    yield from map(os.path.normpath, locked)


def has_end(path: str | os.PathLike[str]) -> bool:
    """Return whether a path is none of a pipe, a socket or a device, which may never end.

    What is not there, such as behind a link that leads nowhere, has an end: whoever reads it says why not.
    """
    return os.path.isfile(path) or os.path.isdir(path) or not os.path.exists(path)
