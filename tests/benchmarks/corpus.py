"""Many made-up debates as tables, on a cluster of this machine: `python -m tests.benchmarks.corpus`.

It needs the extras argmap[corpus,benchmarks] and DuckDB. What it prints: how long the debates took, how many
a second, how large the tables are, how much memory the driver used at most before and after, and what a query
over all of them gives.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import click
import dask.bag
import duckdb
from dask.distributed import Client, LocalCluster

from argmap import corpus

from .words import WORDS

_QUERY = """
select count(*), count(distinct document), sum(case when kind = 'attack' then 1 else 0 end)
from '{folder}/relations/*.parquet'
"""


@click.command()
@click.option("--documents", default=100_000, show_default=True, help="How many debates.")
@click.option("--workers", default=2, show_default=True, help="How many processes.")
@click.option("--partition", default=1000, show_default=True, help="How many debates are in one part.")
def main(documents: int, workers: int, partition: int) -> None:
    """Map made-up debates on a cluster of this machine, and query the tables."""
    with (
        tempfile.TemporaryDirectory() as folder,
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster),
    ):
        before = _peak()
        starts = range(0, documents, partition)
        bag = dask.bag.from_sequence(starts, npartitions=len(starts)).map(
            _debates, partition=partition, documents=documents
        )
        begin = time.perf_counter()
        written = corpus.write_bag(bag.flatten(), folder)
        took = time.perf_counter() - begin
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.parquet"))
        print(f"{written:,} debates in {took:.1f} s with {workers} processes, {written / took:,.0f} a second")
        print(f"tables: {size / 1e6:.1f} MB in {len(starts)} parts each")
        print(f"memory of the driver: {before:.0f} MB before, {_peak():.0f} MB at most")
        begin = time.perf_counter()
        relations, named, attacks = duckdb.sql(_QUERY.format(folder=folder)).fetchall()[0]
        took = time.perf_counter() - begin
        print(
            f"query: {relations:,} relations in {named:,} debates, {attacks:,} attacks, {took * 1000:.0f} ms"
        )


def _debates(start: int, *, partition: int, documents: int) -> list[tuple[str, str]]:
    return [
        (f"debate {number}", _debate(number)) for number in range(start, min(start + partition, documents))
    ]


def _debate(number: int) -> str:
    """Return a debate, the same for the same number."""
    random = Random(number)
    lines = [f"[Thesis {number}]: {_sentence(random)}"]
    for place in range(random.randint(1, 12)):
        sign = random.choice("+-")
        title = random.choice((f"[Claim {place}]", f"<Argument {place}>", f"[^Evidence {place}]"))
        data = (
            f" {{source: {random.choice(WORDS).title()} {random.randint(1900, 2026)}}}"
            if "^" in title
            else ""
        )
        lines.append(
            f"{'  ' * random.randint(1, min(place + 1, 3))}{sign} {title}: {_sentence(random)}{data}"
        )
    return "\n".join(lines) + "\n"


def _sentence(random: Random) -> str:
    words: Sequence[str] = random.choices(WORDS, k=random.randint(4, 16))
    return " ".join(words).capitalize() + "."


def _peak() -> float:
    """Return the most memory that this process has used, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
