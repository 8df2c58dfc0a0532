"""Addresses of files as editors give them."""

from __future__ import annotations

from pathlib import Path

from pygls.uris import to_fs_path


def path_of(uri: str) -> str | None:
    """Return the path of a file; None for a text that is in no file, such as a new one.

    >>> path_of("untitled:Untitled-1") is None
    True
    """
    if not uri.startswith("file:"):
        return None
    try:
        path: str | None = to_fs_path(uri)
    except ValueError:
        return None
    # No file has such a name, and asking for it raises an exception.
    return None if path is None or "\0" in path else path or None


def uri_of(path: str) -> str:
    """Return the address of a file."""
    return Path(path).absolute().as_uri()
