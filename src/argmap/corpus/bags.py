"""Texts in a bag of Dask as Parquet: any number, on one machine or on many."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from os import PathLike, fspath
from typing import TYPE_CHECKING

from dask.base import compute
from dask.delayed import delayed

from argmap.corpus.file_tables import tables_of_text
from argmap.corpus.parquet import check_folder, write_part
from argmap.settings import Settings
from argmap.text.given_values import check_switches, value_in_words

if TYPE_CHECKING:
    from dask.bag import Bag


def write_bag(
    bag: Bag,
    folder: str | PathLike[str],
    *,
    verdicts: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
) -> int:
    """Write the tables of many texts into a folder, and return how many documents were written.

    Items of the bag are pairs of a name and a text. Each partition becomes one part of each table, as in
    `write_parquet`, written by whoever works on it, so the folder must be the same for all; only counts
    come back.

    >>> import dask.bag, tempfile
    >>> bag = dask.bag.from_sequence([("one", "[A]: One."), ("two", "[B]: Two.")], npartitions=2)
    >>> with tempfile.TemporaryDirectory() as folder, dask.config.set(scheduler="sync"):
    ...     write_bag(bag, folder)
    2

    Raises:
        FileExistsError: there are parts in the folder already.
        OSError: a file cannot be written.
    """
    check_folder(folder)
    if not hasattr(bag, "starmap"):
        raise TypeError(f"a bag of dask.bag is needed, not {value_in_words(bag)}")
    check_switches(verdicts=verdicts)
    Settings.of(settings)
    work = partial(tables_of_text, verdicts=verdicts, settings=settings)
    of_texts = bag.starmap(work)  # type: ignore[no-untyped-call]  # it has no types
    parts = of_texts.to_delayed()
    writing = [delayed(write_part)(part, fspath(folder), number) for number, part in enumerate(parts)]
    return sum(compute(*writing))  # type: ignore[no-untyped-call]  # as above
