"""Loading files, with what they include and the settings of their folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.api.assembly import document_of
from argmap.api.documents import Document
from argmap.api.later_versions import check_previous, later_version
from argmap.api.markdown_pages import is_markdown, page_document
from argmap.data.garbage import paused_collector
from argmap.nearest_keyword import names_nearest
from argmap.settings import Settings
from argmap.text.given_text import given_path
from argmap.text.given_values import check_callable, check_switches, check_words

if TYPE_CHECKING:
    from argmap.interop.conversion.conversions import Titles
    from argmap.reading import SourceFile


@names_nearest
def load(
    path: str | PathLike[str],
    strict: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
    root: str | PathLike[str] | None = None,
    *,
    overrides: Mapping[str, object] | Settings | None = None,
    markdown: bool | None = None,
    join: bool = False,
    format: str | None = None,
    titles: Titles = "words",
    lenient: bool = False,
    encoding: str | None = None,
    choices: Mapping[str, object] | None = None,
    read: Callable[[str], str | None] | None = None,
    previous: Document | None = None,
) -> Document:
    r"""Read a file, with all files that it includes, and return it as a Document.

    Files are UTF-8; includes must be inside `root`, by default the folder of the file. Settings in an
    `argmap.toml`, or else an `argdown.config.json`, in the folder of the file apply where `settings` say
    nothing; `overrides` override the frontmatter. `markdown` and `join` are as in `parse`.

    A file in another format is recognised by its content, unless `format` names its format; its document
    has a `report`, and its text is written from its debate. That of Argdown JSON has no tree and no places.
    `titles`, `lenient`, `encoding` and `choices` are as in `argmap.interop.read`.

    `read` is asked first for the text of each file, by its path; where it returns None, the file is read.
    `previous` is the document of an earlier version, as in `parse`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "debate.argdown"
    ...     _ = path.write_text("[Sun]: It shines.", encoding="utf-8")
    ...     load(path).debate.claims["Sun"].text
    'It shines.'

    Raises:
        OSError: the file cannot be read.
        TypeError: it is not a path; the message says how to get one.
        UnicodeDecodeError: the file is not UTF-8; its `start` is the byte, from 0.
        argmap.interop.FormatError: a file in another format cannot be read.
        MarkupError: `strict` is true and there are errors; it holds all diagnostics.
        ValueError: one of the `overrides` cannot be used; the message names the nearest that can.
    """
    from argmap.api.foreign_files import FileReading, foreign_document, format_of
    from argmap.reading import SettingLayers, load_source_file, text_of
    from argmap.settings.project_folder import load_project

    path = given_path(path)
    if path == "":
        # To `Path` it is the folder where we are.
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    check_previous(previous)
    check_switches(strict=strict, markdown=markdown, join=join, lenient=lenient)
    within = None if root is None else fspath(given_path(root))
    ask = None if read is None else _asking(read)
    form = format_of(fspath(path)) if format is None else format
    reading = FileReading(form, titles, lenient, encoding, {} if choices is None else choices)
    reading.check()
    if form not in (None, "argdown"):
        layers = SettingLayers(load_project(fspath(path)), settings, Settings.checked(overrides))
        return foreign_document(Path(path).read_bytes(), fspath(path), reading, layers, strict=strict)
    above = Settings.checked(overrides)
    with paused_collector():
        given = ask(fspath(path)) if ask else None
        text = text_of(fspath(path)) if given is None else given
        layers = SettingLayers(load_project(fspath(path)), settings, above)

        def page_of(part: str) -> SourceFile:
            return load_source_file(fspath(path), root=within, text=part, read=ask)

        if is_markdown(path, markdown):
            return page_document(text, path, strict, layers, page_of, join=join, previous=previous)
        again = later_version(text, path, strict, layers, previous) if previous else None
        return again or document_of(page_of(text), path, strict, layers)


def _asking(read: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """Return what gives the texts of files, where a caller has them."""
    check_callable("read", read)

    def ask(path: str) -> str | None:
        text = read(path)
        if text is not None:
            check_words("what `read` returns", text)
        return text

    return ask
