"""How much faster several processes check many files: `python -m tests.benchmarks.many_files`.

It writes made-up documents into a folder, and has `argmap check` read them with one process and with several,
in turns. What it prints are medians of seconds, and how many times faster several are.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import click

from .documents import KB, document


@click.command()
@click.option("--files", default=2000, show_default=True, help="How many files.")
@click.option("--size", default=10, show_default=True, help="How large each is, in kilobytes.")
@click.option("--jobs", default=2, show_default=True, help="How many processes.")
@click.option("--rounds", default=3, show_default=True, help="How often both are measured.")
def main(files: int, size: int, jobs: int, rounds: int) -> None:
    """Measure `argmap check` over many files, with one process and with several."""
    with tempfile.TemporaryDirectory() as folder:
        text = document(size * KB)
        for number in range(files):
            Path(folder, f"{number}.argdown").write_text(f"[Document {number}]\n\n{text}", encoding="utf-8")
        times: dict[int, list[float]] = {1: [], jobs: []}
        for _ in range(rounds):
            for number in times:
                times[number].append(_timed(folder, number))
        alone, together = median(times[1]), median(times[jobs])
        print(f"{files} files of {size} KB: {alone:.2f} s with one process, {together:.2f} s with {jobs}")
        print(f"{alone / together:.2f} times faster")


def _timed(folder: str, jobs: int) -> float:
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "argmap.cli", "check", folder, "--jobs", str(jobs)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
