"""Where the command reads from and writes to."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from argmap.api import Document

STANDARD_STREAM = "-"


class StreamError(Exception):
    """A file cannot be read or written; says which and why to the person at the terminal."""


def shown(file: str) -> str:
    """Return the name under which a file stands in messages."""
    return "<stdin>" if file == STANDARD_STREAM else file


def read(
    file: str,
    *,
    overrides: Mapping[str, object] | None = None,
    markdown: bool = False,
    join: bool = False,
) -> Document:
    """Return the document in a file or standard input; `overrides` are settings of the command line.

    With `markdown` it is a page, whatever its name; `join` reads the fences of pages as one document.

    Raises:
        StreamError: there is no such file, it is not text in UTF-8, or no debate in JSON.
    """
    from argmap import api
    from argmap.interop import FormatError

    with explained(shown(file)):
        try:
            if file == STANDARD_STREAM:
                text = sys.stdin.buffer.read().decode()
                return api.parse(text, overrides=overrides, markdown=markdown, join=join)
            return api.load(file, overrides=overrides, markdown=markdown or None, join=join)
        except FormatError as error:
            raise StreamError(f"{shown(file)}:{error}") from error


def write(content: bytes, *, file: str) -> None:
    """Write to a file, whose folder is made if it is missing, or to standard output.

    Raises:
        StreamError: the file cannot be written.
        BrokenPipeError: nobody reads standard output any more.
    """
    if file == STANDARD_STREAM:
        with explained("<stdout>"):
            click.echo(content, nl=False)
    else:
        with explained(file):
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_bytes(content)


def rewrite(content: bytes, *, file: str) -> None:
    """Replace a file in one step, so that nobody ever reads a half of it; who may use it stays the same.

    Raises:
        StreamError: the file cannot be written.
    """
    with explained(file):
        target = Path(file).resolve()
        mode = target.stat().st_mode
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(name).chmod(stat.S_IMODE(mode))
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn errors of the operating system, met while working on a file, into words for a person.

    Raises:
        StreamError: something could not be read, decoded or written.
    """
    try:
        yield
    except BrokenPipeError:
        # No failure: whoever read our output has seen enough.
        raise
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise StreamError(f"{name}: not text in UTF-8, see byte {error.start + 1}, in line {line}") from error
    except OSError as error:
        raise StreamError(f"{name}: {(error.strerror or str(error)).lower()}") from error


def say(message: str) -> None:
    """Write a message to standard error; colours are left out where it is no terminal."""
    click.echo(message, err=True)


def complain(error: Exception) -> None:
    """Write to standard error what could not be done."""
    say(f"argmap: {error}")
