"""Tables in files of Parquet, for databases and data frames: a folder for each table, parts in it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Any

from argmap.corpus.document_tables import COLUMNS, Tables
from argmap.data.values import check_count
from argmap.files import replace_file
from argmap.text.given_text import given_path
from argmap.text.given_values import check_list, given_mapping

_HOW_TO_GET_IT = 'writing Parquet needs pyarrow: type `pip install "argmap[corpus]"`'


class MissingCorpusPackageError(ImportError):
    """A package is not installed that argmap[corpus] brings; the message says how to get it."""


def write_parquet(several: Iterable[Tables], folder: str | PathLike[str], *, every: int = 1000) -> int:
    """Write the tables of many documents into a folder, and return how many documents were written.

    Each table gets a folder of its own with a file for `every` so many documents, such as
    `claims/part-00000.parquet`; all files of a table have the same columns, with the types of `COLUMNS`.
    Tables are taken one after another, so that memory grows with `every` and not with their number.

    Raises:
        FileExistsError: there are parts in the folder already.
        MissingCorpusPackageError: pyarrow is not installed.
        OSError: a file cannot be written.
    """
    check_folder(folder)
    check_count("every", every, least=1)
    written = 0
    rest = _checked(several)
    for number, chunk in enumerate(iter(lambda: [*islice(rest, every)], [])):
        write_part(chunk, folder, number)
        written += sum(len(tables["documents"]) for tables in chunk)
    if not written:
        # Whoever queries the folder finds tables, and their columns.
        write_part([], folder, 0)
    return written


def _checked(many: Iterable[Tables]) -> Iterator[Tables]:
    """Yield tables of documents, which may be too many to be held."""
    check_list("several", many, "tables of documents")
    for tables in many:
        if "documents" not in given_mapping("each of several", tables):
            raise ValueError("each of several must have the table `documents`, as `tables_of` returns them")
        yield tables


def check_folder(folder: str | PathLike[str]) -> None:
    """Make sure that nothing is in the way before much work is done.

    Raises:
        FileExistsError: there are parts in the folder already.
        MissingCorpusPackageError: pyarrow is not installed.
    """
    given_path(folder)
    _pyarrow()
    for table in COLUMNS:
        if any(Path(folder, table).glob("part-*.parquet")):
            raise FileExistsError(f"{Path(folder, table)} has parts already; name a new folder, or empty it")


def write_part(several: Iterable[Tables], folder: str | PathLike[str], number: int) -> int:
    """Write one part of each table, and return how many documents are in it."""
    known = [*several]
    for table in COLUMNS:
        rows = (row for tables in known for row in tables[table])
        target = Path(folder, table, f"part-{number:05}.parquet")
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, _parquet(table, rows))
    return sum(len(tables["documents"]) for tables in known)


def _parquet(table: str, rows: Iterator[dict[str, Any]]) -> bytes:
    arrow = _pyarrow()
    import pyarrow.parquet  # type: ignore[import-untyped]  # it has no types

    sink = io.BytesIO()
    content = arrow.Table.from_pylist([*rows], schema=_schema(arrow, table))
    pyarrow.parquet.write_table(content, sink, compression="zstd")
    return sink.getvalue()


def _schema(arrow: Any, table: str) -> Any:
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    return arrow.schema([(column, types[kind]) for column, kind in COLUMNS[table].items()])


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise MissingCorpusPackageError(_HOW_TO_GET_IT) from error
    return pyarrow
