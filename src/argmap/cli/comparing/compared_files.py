"""Which documents `argmap diff` compares: two files, the files of two folders, or of two revisions."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from argmap.cli import streams
from argmap.cli.comparing.git_revisions import Repository, Revisions, texts_below

if TYPE_CHECKING:
    from argmap.api import Document


@frozen
class Compared:
    """Two files that are one after the other; None is where there is none, and `name` is what is shown."""

    old: str | None
    new: str | None
    name: str

    def documents(self, *, markdown: bool) -> tuple[Document, Document]:
        """Return the documents in the two files; where there is no file, an empty one.

        Raises:
            StreamError: a file cannot be read.
        """
        return _document(self.old, markdown=markdown), _document(self.new, markdown=markdown)


def _document(file: str | None, *, markdown: bool) -> Document:
    from argmap import api

    return api.parse("") if file is None else streams.read(file, markdown=markdown, join=True)


def two_files(paths: Sequence[str]) -> list[Compared]:
    """Return what is to be compared of two files or two folders.

    Raises:
        UsageError: there are not two, or one is a folder and the other a file.
    """
    if len(paths) != 2:
        raise click.UsageError("name OLD and NEW, or use --git")
    old, new = paths
    if old == new == streams.STANDARD_STREAM:
        raise click.UsageError("standard input can be one of the two only")
    are_folders = [path != streams.STANDARD_STREAM and os.path.isdir(path) for path in paths]
    if any(are_folders) and not all(are_folders):
        raise click.UsageError("a folder can be compared with a folder only")
    if not all(are_folders):
        return [Compared(old, new, "")]
    return _folders(Path(old), Path(new), ())


@contextmanager
def of_revisions(words: Sequence[str], files: Sequence[str] | None) -> Iterator[list[Compared]]:
    """Yield what is to be compared of two revisions, or of one and the files as they are now.

    `words` are those before `--`, `files` those behind it, None if there is no `--`.

    Raises:
        StreamError: there is no repository, or no such revision.
    """
    revisions, paths = _revisions_and_paths(words, files)
    start = next(
        (os.path.dirname(os.path.abspath(path)) for path in paths if os.path.exists(path)), os.curdir
    )
    repository = Repository.around(start)
    inner = [repository.inner(path) for path in paths]
    with Revisions(repository) as folders:
        old = folders.folder(revisions[0] if revisions else "HEAD")
        new = folders.folder(revisions[1]) if len(revisions) > 1 else Path(repository.top)
        yield _folders(old, new, inner)


def _revisions_and_paths(
    words: Sequence[str], files: Sequence[str] | None
) -> tuple[Sequence[str], Sequence[str]]:
    """Return revisions and paths; without `--`, the first word that is a file begins the paths."""
    if files is not None:
        revisions = words[: len(words) - len(files)]
    else:
        number = next((place for place, word in enumerate(words) if os.path.exists(word)), len(words))
        revisions, files = words[:number], words[number:]
    if len(revisions) > 2:
        raise click.UsageError("--git takes two revisions at most, and files after `--`")
    return revisions, files


def _folders(old: Path, new: Path, paths: Sequence[str]) -> list[Compared]:
    before, after = texts_below(old, paths), texts_below(new, paths)
    known = {*before}, {*after}
    return [
        Compared(
            str(old / name) if name in known[0] else None, str(new / name) if name in known[1] else None, name
        )
        for name in sorted(known[0] | known[1])
    ]
