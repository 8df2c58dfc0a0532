"""Where the command reads from and writes to."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.decoding import decoded, why_not_utf8
from argmap.files import replace_file
from argmap.text.visible import Visible, visible_line, visible_lines

if TYPE_CHECKING:
    from argmap.api import Document

STANDARD_STREAM = "-"
# What shells say of a program that SIGPIPE ended, as it does most programs whose reader is gone.
READER_GONE = 128 + 13


class StreamError(Exception):
    """A file cannot be read or written; says which and why to the person at the terminal."""


def shown(file: str) -> str:
    """Return the name that a file has in messages."""
    return "<stdin>" if file == STANDARD_STREAM else file or "''"


def read(
    file: str,
    *,
    overrides: Mapping[str, object] | None = None,
    markdown: bool = False,
    join: bool = False,
    reading: Mapping[str, Any] | None = None,
) -> Document:
    """Return the document in a file or standard input; `overrides` are settings of the command line.

    With `markdown` it is a page, whatever its name; `join` reads the fences of pages as one document.
    `reading` says how files in other formats are read, in the words of `argmap.load`.

    Raises:
        StreamError: there is no such file, it is not text in UTF-8, or in no format that can be read.
    """
    from argmap import api
    from argmap.interop import FormatError

    with explained(shown(file)):
        try:
            if file == STANDARD_STREAM:
                return _given_document(overrides, markdown, join, reading or {})
            return api.load(
                file, overrides=overrides, markdown=markdown or None, join=join, **(reading or {})
            )
        except FormatError as error:
            raise StreamError(f"{shown(file)}:{error}") from error


def read_aloud(file: str, **how: Any) -> Document:
    """Return the document in a file, as `read` does, and say what is wrong with it.

    Raises:
        StreamError: it cannot be read.
    """
    from argmap.reports.text import complaints

    document = read(file, **how)
    for complaint in complaints(document, path=shown(file)):
        say(complaint)
    return document


def _given_document(
    overrides: Mapping[str, object] | None, markdown: bool, join: bool, reading: Mapping[str, Any]
) -> Document:
    from argmap import api
    from argmap.api.foreign_files import FileReading, foreign_document, format_in
    from argmap.reading import SettingLayers

    data = sys.stdin.buffer.read()
    form = reading.get("format") or (None if markdown else format_in(data, None))
    if form in (None, "argdown"):
        return api.parse(decoded(data), overrides=overrides, markdown=markdown, join=join)
    words = {word: value for word, value in reading.items() if word not in ("format", "lenient")}
    how = FileReading(form, is_lenient=bool(reading.get("lenient")), **words)
    return foreign_document(data, None, how, SettingLayers(overrides=overrides))


def given() -> str:
    """Return the text on standard input.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is not text in UTF-8.
    """
    # Bytes, because reading as text would change line ends.
    return decoded(sys.stdin.buffer.read())


def encoded(text: str, *, file: str) -> bytes:
    """Return the bytes of a text that is to be written to a file.

    Raises:
        StreamError: it has halves of characters, which no file in UTF-8 can hold.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        name = "<stdout>" if file == STANDARD_STREAM else file
        half = f"U+{ord(text[error.start]):04X}"
        line = text.count("\n", 0, error.start) + 1
        raise StreamError(
            f"{name}: line {line} has {half}, half of a character, which UTF-8 cannot hold"
        ) from None


def write(content: bytes, *, file: str) -> None:
    """Write a result to standard output, or to a file: all of it or nothing.

    The folder of the file is made if it is missing. A terminal gets only what it can show.

    Raises:
        StreamError: the file cannot be written.
        BrokenPipeError: nobody reads standard output any more.
    """
    if file == STANDARD_STREAM:
        if sys.stdout is not None and sys.stdout.isatty():
            show(content.decode(errors="replace"))
            return
        with explained("<stdout>"):
            click.echo(content, nl=False)
    else:
        with explained(file):
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, content)


def spare(files: Iterable[str], *, out: str) -> None:
    """Raise if a result would be written over what is read.

    Raises:
        StreamError: a file to read is the file to write to.
    """
    if out != STANDARD_STREAM and os.path.realpath(out) in {os.path.realpath(file) for file in files}:
        raise StreamError(f"{out}: this is the file to read, which would be lost; write to another")


def show(text: str) -> None:
    """Write to standard output what people read; colours are left out where it is no terminal.

    Raises:
        StreamError: it cannot be written.
        BrokenPipeError: nobody reads standard output any more.
    """
    with explained("<stdout>"):
        click.echo(text if isinstance(text, Visible) else visible_lines(text), nl=False)


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
        raise StreamError(f"{name}: {why_not_utf8(error)}") from error
    except OSError as error:
        raise StreamError(f"{name}: {reason(error)}") from error


def reason(error: OSError) -> str:
    """Return why the operating system did not do something.

    >>> reason(OSError(28, "No space left on device"))
    'no space left on device'
    """
    return "it is closed" if error.errno == errno.EBADF else (error.strerror or str(error)).lower()


def say(message: str) -> None:
    """Write a message to standard error; colours are left out where it is no terminal.

    It is one line, unless it is text that was made visible before. If it cannot be written, the command
    goes on, and fails in the end.
    """
    said = message if isinstance(message, Visible) else visible_line(message)
    try:
        click.echo(said, err=True)
    except BrokenPipeError:
        # Whoever read our messages has seen enough.
        pass
    except OSError:
        context = click.get_current_context(silent=True)
        if context is not None:
            context.find_root().meta[_UNHEARD] = True


_UNHEARD = "argmap.unheard"


def say_as_written(text: str) -> None:
    """Write a line to standard error that is safe as it is, such as JSON in ASCII."""
    say(Visible(text))


def was_unheard(context: click.Context) -> bool:
    """Return whether a message could not be written."""
    return bool(context.find_root().meta.get(_UNHEARD))


def complain(error: Exception) -> None:
    """Write to standard error what could not be done."""
    message = error.format_message() if isinstance(error, click.ClickException) else str(error)
    say(f"argmap: {message}")


def say_usage(error: click.UsageError) -> None:
    """Write to standard error how a command is used and what was wrong."""
    if error.ctx is not None:
        say(visible_lines(error.ctx.get_usage()))
        name = error.ctx.command_path
        say(f"Try '{name} {error.ctx.help_option_names[0]}' for help.\n".rstrip())
        say("")
    say(f"Error: {error.format_message()}")
