"""Loading many files: those in folders, those that match a pattern, one after the other or at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from os import PathLike, fspath
from pathlib import Path

from argmap.api.documents import Document
from argmap.api.loading import load
from argmap.batch.paths import files_named
from argmap.batch.pool import Crash, in_order
from argmap.fences.suffixes import is_page, is_text
from argmap.nearest_keyword import names_nearest
from argmap.settings import Settings
from argmap.text.given_text import given_path
from argmap.text.given_values import check_switches, several


@names_nearest
def load_all(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    jobs: int = 1,
    settings: Mapping[str, object] | Settings | None = None,
    overrides: Mapping[str, object] | Settings | None = None,
    markdown: bool | None = None,
    join: bool = False,
) -> Iterator[Document]:
    r"""Yield the documents in files, in the order of their names.

    A folder means the debates in it and in its folders: what ends in `.argdown`, `.argdn`, `.ad` or
    `.adown`, and pages in Markdown with a fence of Argdown. A name with `*`, `?` or `[` means the files that
    match it. The other arguments are as in `load`.

    With `jobs` greater than 1, files are read in that many processes. These start afresh, so a program that
    uses them needs its own work below `if __name__ == "__main__":`. Files are read as documents are taken,
    and only a few are held at a time, however many there are.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in "ab":
    ...         _ = Path(folder, f"{name}.argdown").write_text(f"[{name}]: It is so.", encoding="utf-8")
    ...     [list(document.debate.claims) for document in load_all(folder)]
    [['a'], ['b']]

    Raises:
        LookupError: there is no debate in a folder, or nothing matches a pattern.
        OSError, UnicodeDecodeError, argmap.interop.FormatError: as in `load`, when the document is reached.
        RuntimeError: the process that read a file ended.
        ValueError: `jobs` is less than 1, or one of the `overrides` cannot be used.
    """
    Settings.checked(overrides)
    Settings.of(settings)
    check_switches(markdown=markdown, join=join)
    reading = partial(
        _document_or_error, settings=settings, overrides=overrides, markdown=markdown, join=join
    )
    return _loaded(in_order(reading, files_of(paths), jobs=jobs))


def files_of(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    is_wanted: Callable[[Path], bool] | None = None,
) -> Iterator[str]:
    """Return an iterator over the files that one name or several mean, of folders what is wanted in them.

    These are debates in Argdown, unless something else is wanted.

    Raises:
        LookupError: there is no debate in a folder, or nothing matches a pattern.
    """
    named = (paths,) if isinstance(paths, (str, PathLike)) else several("paths", paths, "paths")
    return files_named((fspath(given_path(path)) for path in named), is_wanted or is_debate)


def is_debate(path: Path) -> bool:
    """Return whether a file is Argdown by its name, or a page in Markdown with a fence of Argdown."""
    return is_text(path) or (is_page(path) and _has_fence(path))


def _has_fence(path: Path) -> bool:
    from argmap.fences.fence import fences_in
    from argmap.files import read_file

    try:
        return bool(fences_in(read_file(path).decode(), path))
    # Whoever reads it later says why it cannot be read; most likely it is no debate.
    except (OSError, ValueError):
        return False


def _loaded(results: Iterator[tuple[str, Document | Exception | Crash]]) -> Iterator[Document]:
    for file, result in results:
        if isinstance(result, Exception):
            raise result
        if isinstance(result, Crash):
            raise RuntimeError(f"{file}: {result.reason}")
        yield result


def _document_or_error(
    path: str,
    *,
    settings: Mapping[str, object] | Settings | None,
    overrides: Mapping[str, object] | Settings | None,
    markdown: bool | None,
    join: bool,
) -> Document | Exception:
    """Return a document, or the error to raise where it is waited for."""
    from argmap.interop import FormatError

    try:
        return load(path, settings=settings, overrides=overrides, markdown=markdown, join=join)
    except (OSError, UnicodeDecodeError, FormatError) as error:
        return error
