"""Tables of many documents come out the same, one by one, in several processes, as Parquet and from a bag."""

from collections.abc import Iterator
from pathlib import Path

import dask
import dask.bag
import pyarrow.parquet
import pytest

from argmap import corpus

TEXTS = {
    "a.argdown": "[A]: One. {strength: 1}\n  + [^E]: Measured. {source: Mill 1859, reliability: 1}\n",
    "b.argdown": "[B]: Two.\n  - [C]\n",
    "c.argdown": "[C]: {color: [}\n",
}


@pytest.fixture
def debates(tmp_path: Path) -> Path:
    folder = tmp_path / "debates"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "d.argdown").write_bytes(b"\xff")
    return folder


def merged(several: Iterator[corpus.Tables]) -> corpus.Tables:
    tables: corpus.Tables = {table: [] for table in corpus.COLUMNS}
    for one in several:
        for table, rows in one.items():
            tables[table] += rows
    return tables


def in_folder(folder: Path) -> corpus.Tables:
    return {table: pyarrow.parquet.read_table(folder / table).to_pylist() for table in corpus.COLUMNS}


def test_several_processes_give_what_one_gives(debates: Path) -> None:
    alone = [*corpus.read(debates, verdicts=True)]
    assert len(alone) == 4
    assert [*corpus.read(debates, verdicts=True, jobs=2)] == alone


@pytest.mark.parametrize("every", [1, 3, 1000])
def test_parquet_has_what_was_read(debates: Path, tmp_path: Path, every: int) -> None:
    out = tmp_path / "out"
    assert corpus.write_parquet(corpus.read(debates, verdicts=True), out, every=every) == 4
    assert in_folder(out) == merged(corpus.read(debates, verdicts=True))
    assert len([*(out / "claims").iterdir()]) == -(-4 // every)


def test_a_bag_gives_the_same(tmp_path: Path) -> None:
    out = tmp_path / "out"
    bag = dask.bag.from_sequence(TEXTS.items(), npartitions=2)
    with dask.config.set(scheduler="sync"):
        assert corpus.write_bag(bag, out, verdicts=True) == 3
    assert in_folder(out) == merged(
        corpus.tables_of_text(name, text, verdicts=True) for name, text in TEXTS.items()
    )


def test_tables_are_taken_as_they_are_written(tmp_path: Path) -> None:
    parts: list[int] = []

    def several() -> Iterator[corpus.Tables]:
        for number in range(6):
            parts.append(len([*tmp_path.glob("claims/*")]))
            yield corpus.tables_of_text(f"{number}", "[A]: One.")

    corpus.write_parquet(several(), tmp_path, every=2)
    assert parts == [0, 0, 1, 1, 2, 2]


def test_nothing_to_write_gives_empty_tables(tmp_path: Path) -> None:
    assert corpus.write_parquet([], tmp_path) == 0
    assert all(rows == [] for rows in in_folder(tmp_path).values())


def test_what_was_written_before_is_kept(tmp_path: Path) -> None:
    corpus.write_parquet([corpus.tables_of_text("a", "[A]: One.")], tmp_path)
    with pytest.raises(FileExistsError, match="has parts already"):
        corpus.write_parquet([], tmp_path)
    with pytest.raises(FileExistsError, match="has parts already"):
        corpus.write_bag(dask.bag.from_sequence([("a", "")]), tmp_path)
    assert len(in_folder(tmp_path)["claims"]) == 1
