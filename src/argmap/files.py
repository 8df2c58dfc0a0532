"""Files: read only if they are files and have an end, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Mapping
from importlib import import_module
from importlib.machinery import SourceFileLoader
from itertools import count
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from argmap.decoding import decoded, why_not_utf8

MOST_BYTES = 64_000_000
_OUTSIDE = "it is not a path below the folder of the page"
# What cannot be said on every system: there is no such flag, or no such thing.
_FLAGS = {name: getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY", "O_CLOEXEC")}


def open_file(path: str | os.PathLike[str], *, follows_links: bool = True) -> BinaryIO:
    """Return a regular file, opened for reading bytes; nothing is waited for.

    Raises:
        OSError: it cannot be opened; without `follows_links` a symbolic link cannot.
        ValueError: it is a pipe or a device, which may never end.
    """
    flags = os.O_RDONLY | _FLAGS["O_NONBLOCK"] | _FLAGS["O_BINARY"] | _FLAGS["O_CLOEXEC"]
    if not follows_links:
        flags |= _FLAGS["O_NOFOLLOW"]
    handle = os.open(path, flags)
    kind = os.fstat(handle).st_mode
    if stat.S_ISREG(kind):
        return os.fdopen(handle, "rb")
    os.close(handle)
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    raise ValueError("it is not a regular file")


def read_file(
    path: str | os.PathLike[str], *, most: int = MOST_BYTES, already: int = 0, follows_links: bool = True
) -> bytes:
    """Return what is in a file that a document names.

    `most` is how many bytes it may have together with what is read `already`.

    Raises:
        OSError: it cannot be read.
        ValueError: it is a pipe or a device, which may never end, or is too large.
    """
    with open_file(path, follows_links=follows_links) as file:
        content = file.read(most - already + 1)
    if already + len(content) > most:
        raise ValueError(f"it makes more than {most // 1_000_000} MB")
    return content


def packaged(package: str, name: str) -> bytes:
    """Return a file of a package, by its path from there.

    >>> packaged("argmap.syntax", "argdown.lark")[:2]
    b'//'
    """
    module = import_module(package)
    # Loading `importlib.resources`, with all that it needs for archives, takes longer than to read most
    # documents; what loads code in another way, such as to count what is run, may know no other.
    if isinstance(module.__loader__, SourceFileLoader) and module.__file__ is not None:
        return Path(module.__file__).parent.joinpath(name).read_bytes()
    from importlib.resources import files

    return files(package).joinpath(name).read_bytes()


def path_below(name: str, folder: Path) -> Path:
    """Return where a file is that a page names: a relative path below a folder, and nothing else.

    Raises:
        ValueError: the name leaves the folder, with symbolic links resolved, or is no relative path.
    """
    parts = (*PurePosixPath(name).parts, *PureWindowsPath(name).parts)
    is_anchored = PurePosixPath(name).anchor or PureWindowsPath(name).anchor or ":" in name
    if is_anchored or ".." in parts or "~" in parts[:1] or not name.isprintable():
        raise ValueError(_OUTSIDE)
    try:
        base = folder.resolve()
        path = (base / name).resolve()
    # resolve() raises RuntimeError where links lead in a circle.
    except (OSError, RuntimeError):
        raise ValueError("it cannot be found") from None
    if not path.is_relative_to(base):
        raise ValueError(_OUTSIDE)
    return path


def text_in(name: str, folder: PurePath | None) -> str:
    """Return the text of a file that a document names, by a path from the document's folder.

    Raises:
        ValueError: it is not inside the folder, with symbolic links resolved, or cannot be read; the
            message says why.
    """
    try:
        base = Path(folder).resolve() if folder is not None else None
        path = (base / name).resolve() if base is not None else None
        if base is None or path is None or not path.is_relative_to(base):
            raise ValueError("it is not inside the folder of the document")
        return decoded(read_file(path, follows_links=False)).removeprefix("\ufeff")
    except OSError as error:
        raise ValueError((error.strerror or str(error)).lower()) from None
    except UnicodeDecodeError as error:
        raise ValueError(f"it is {why_not_utf8(error)}") from None
    except RuntimeError as error:
        raise ValueError(str(error)) from None


def replace_file(target: str | os.PathLike[str], content: bytes) -> None:
    """Write a file at once: whoever reads it finds the old content or the new, never a part.

    A file that is there keeps its permissions and, as far as the system lets us, its owner and group; a
    symbolic link stays one, and the file that it leads to is replaced. Other hard links keep the old
    content.

    Raises:
        OSError: the file cannot be written, or may not be; what was there is still there.
    """
    real = Path(os.path.realpath(target))
    # What is no file, such as /dev/stdout, cannot be replaced.
    if real.exists() and not real.is_file():
        real.write_bytes(content)
        return
    if real.exists() and not _may_be_written(real):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(target))
    new, handle = _new_file(real)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        if real.exists():
            _take_after(new, real)
        new.replace(real)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def replace_files(contents: Mapping[str, bytes]) -> None:
    """Write several files as `replace_file` does, all of them or none.

    Raises:
        OSError: one cannot be written, or is no regular file; what was in the files is still there.
    """
    before = {target: _content(target) for target in contents}
    # What can be restored is restored, even if something else cannot.
    with contextlib.ExitStack() as restoring:
        for target, content in contents.items():
            replace_file(target, content)
            restoring.callback(replace_file, target, before[target])
        restoring.pop_all()


def _content(target: str) -> bytes:
    try:
        with open_file(target) as stream:
            return stream.read()
    except ValueError as error:
        raise OSError(errno.EINVAL, str(error), target) from None


def _may_be_written(real: Path) -> bool:
    # POSIX lets us replace any file in a folder of ours, even one that is protected from being changed.
    return os.access(real, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _new_file(beside: Path) -> tuple[Path, int]:
    # Not tempfile: loading it takes as long as writing a hundred files, and it makes them private.
    for number in count():
        new = beside.with_name(f".argmap-{os.getpid()}-{number}")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS["O_BINARY"] | _FLAGS["O_CLOEXEC"]
        try:
            return new, os.open(new, flags, 0o666)
        except FileExistsError:
            continue
        except OSError as error:
            # People know the file that they asked for, not the one that is to become it.
            raise type(error)(error.errno, error.strerror, str(beside)) from None
    raise AssertionError("numbers end")


def _take_after(new: Path, old: Path) -> None:
    """Give a file the permissions of another, and its owner if we may."""
    known = old.stat()
    if hasattr(os, "chown"):
        # Only root may give files away; a group that we are not in cannot be kept either.
        with contextlib.suppress(OSError):
            os.chown(new, known.st_uid, known.st_gid)
    # After the owner: changing that takes away the bits that lend rights.
    new.chmod(stat.S_IMODE(known.st_mode))
