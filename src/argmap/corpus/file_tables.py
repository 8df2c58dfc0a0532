"""The tables of texts, files and folders; what cannot be read is a row that says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from os import PathLike, fspath

from argmap import api
from argmap.api.many import files_of
from argmap.batch.pool import Crash, in_order
from argmap.corpus.debate_files import is_debate_of_any_format
from argmap.corpus.document_tables import Tables, tables_of, tables_without
from argmap.decoding import why_not_utf8
from argmap.interop import FormatError
from argmap.settings import Settings
from argmap.text.given_text import given_path
from argmap.text.given_values import check_switches, check_words


def tables_of_text(
    name: str,
    text: str,
    *,
    verdicts: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
    markdown: bool | None = None,
) -> Tables:
    """Return the tables of a text; it is a page with `markdown`, or if its name ends in `.md`.

    >>> tables_of_text("one", "[Sun]: It shines.")["documents"][0]["claims"]
    1
    """
    check_words("the name of a document", name)
    document = api.parse(text, path=name, settings=settings, markdown=markdown)
    return tables_of(document, name, verdicts=verdicts)


def tables_of_file(
    path: str | PathLike[str],
    *,
    verdicts: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
) -> Tables:
    """Return the tables of a file, named by its path; if it cannot be read, its row in `documents` says why.

    >>> tables_of_file("no/such.argdown")["documents"][0]["problem"]
    'no such file or directory'
    """
    name = fspath(given_path(path))
    check_switches(verdicts=verdicts)
    try:
        document = api.load(path, settings=settings)
    except OSError as error:
        return tables_without(name, (error.strerror or str(error)).lower())
    except UnicodeDecodeError as error:
        return tables_without(name, why_not_utf8(error))
    except FormatError as error:
        return tables_without(name, str(error))
    return tables_of(document, name, verdicts=verdicts)


def read(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    jobs: int = 1,
    verdicts: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
) -> Iterator[Tables]:
    """Yield the tables of each file, in the order of their names; folders and patterns as in `load_all`.

    In folders, debates are found in every format that `argmap.load` reads, by their content.
    Files are read one after another, by as many processes as there are `jobs`, so that memory does not grow
    with their number. A file that cannot be read, or that ends the process which reads it, has one row, in
    `documents`, which says why.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "sun.argdown").write_text("[Sun]: It shines.", encoding="utf-8")
    ...     [tables["claims"][0]["title"] for tables in read(folder)]
    ['Sun']

    Raises:
        LookupError: there is no debate in a folder, or nothing matches a pattern.
        ValueError: `jobs` is less than 1.
    """
    check_switches(verdicts=verdicts)
    Settings.of(settings)
    work = partial(tables_of_file, verdicts=verdicts, settings=settings)
    results = in_order(work, files_of(paths, is_wanted=is_debate_of_any_format), jobs=jobs)
    return (
        tables_without(file, result.reason) if isinstance(result, Crash) else result
        for file, result in results
    )
