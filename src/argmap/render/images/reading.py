"""Reading images: only small ones, and only from the folder of the document."""

from __future__ import annotations

import os
import re
from base64 import b64decode
from binascii import Error as NotBase64
from pathlib import Path

from argmap.data import FrozenDict, Value
from argmap.files import open_file

# In bytes: a drawing contains its images, and browsers must be able to open it.
MOST_BYTES = 2_000_000
MOST_BYTES_TOGETHER = 20_000_000

# Schemes of addresses (RFC 3986, section 3.1), and the drives of Windows.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DATA_URL = re.compile(r"data:image/[a-z0-9.+-]+;base64,([A-Za-z0-9+/=\s]*)")


class RefusedError(Exception):
    """An image is not read; the message says why."""


def read_image(name: str, entry: Value, folder: Path | None, bytes_left: int) -> bytes:
    """Return the content of the image with a name, given its entry in the settings or None.

    Its `dataUrl` is the image itself; otherwise the name is a path that begins in `folder` and must not leave
    it, also after following symbolic links. It may have at most `bytes_left` bytes.

    Raises:
        RefusedError: it cannot or must not be read.
    """
    url = entry.get("dataUrl") if isinstance(entry, FrozenDict) else None
    if isinstance(url, str):
        return _decoded(url, bytes_left)
    if not name.isprintable() or not name.strip():
        raise RefusedError("it is not the name of a file")
    if name.startswith(("/", "\\")) or _SCHEME.match(name):
        raise RefusedError("write a path that begins in the folder of the document; nothing is fetched")
    if folder is None:
        raise RefusedError("the text comes from no file, so there is no folder to look in")
    try:
        base = folder.resolve(strict=True)
        place = base.joinpath(name).resolve(strict=True)
        if not place.is_relative_to(base):
            raise RefusedError("it is not in the folder of the document")
        return _read(place, bytes_left)
    # resolve() raises RuntimeError if links form a loop, and ValueError for some names.
    except (OSError, RuntimeError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        raise RefusedError((why or "it cannot be read").lower()) from None


def _read(place: Path, bytes_left: int) -> bytes:
    if not place.is_file():
        raise RefusedError("it is not a file")
    # Otherwise a link that was put there in the meantime would be followed.
    with open_file(place, follows_links=False) as file:
        _check(os.fstat(file.fileno()).st_size, bytes_left)
        content = file.read(bytes_left + 1)
    _check(len(content), bytes_left)
    return content


def _decoded(url: str, bytes_left: int) -> bytes:
    found = _DATA_URL.fullmatch(url)
    if found is None:
        raise RefusedError("its dataUrl is not `data:image/…;base64,…`")
    # Four characters stand for three bytes.
    _check(len(found[1]) * 3 // 4, bytes_left)
    try:
        return b64decode("".join(found[1].split()))
    except NotBase64:
        raise RefusedError("its dataUrl is not in base64") from None


def _check(size: int, bytes_left: int) -> None:
    if size > MOST_BYTES:
        raise RefusedError(f"it has more than {MOST_BYTES // 1_000_000} MB")
    if size > bytes_left:
        raise RefusedError(f"all images together have more than {MOST_BYTES_TOGETHER // 1_000_000} MB")
