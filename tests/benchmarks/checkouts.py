"""Measures this checkout beside another one: `python -m tests.benchmarks.checkouts FOLDER`.

FOLDER is the other checkout, such as one of an older commit. Both take turns, reading by reading, so that
what else the machine does hits both. Times are of the processor, in ms, and the least of all rounds, for
other work only ever adds to them; a ratio is this checkout's through the other's, so less than 1 means that
this one is faster. `--rounds` says how often, `--only start` chooses rows by what they begin with, and
`--sizes 10_000` the documents beside the longest examples.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from tests.benchmarks.measures import written
from tests.benchmarks.workers import ROOT, cache_folder, environment

_SIZES = [10_000, 165_000, 1_000_000]
_COMMAND_SIZES = (10_000, 100_000)
_TASKS = ("parse", "text to DOT, layered", "text to DOT, by itself")
_PROGRAM = """
import gc, sys, time
sys.path.insert(0, sys.argv[1])
import argmap

def draw(text, **options):
    return argmap.draw(argmap.parse(text), **options).dot

try:
    draw("[A]: b", layout="layered")
    layered = {"layout": "layered"}
except TypeError:  # older ones know no other layout
    layered = {}
tasks = {
    "parse": argmap.parse,
    "text to DOT, layered": lambda text: draw(text, **layered),
    "text to DOT, by itself": draw,
}
for line in sys.stdin:
    task, file = line.rstrip("\\n").split("\\t")
    text = open(file, encoding="utf-8").read()
    gc.collect()
    start = time.process_time_ns()
    tasks[task](text)
    print((time.process_time_ns() - start) / 1e6, flush=True)
"""

# What takes a turn, and gives milliseconds.
Turn = Callable[[], float]


def rows(sources: list[Path], sizes: list[int], stack: ExitStack) -> Iterator[tuple[str, list[Turn], int]]:
    """Yield the name of each row, what each checkout does for it, and how often to do so each round."""
    asking = [_reader(source, stack) for source in sources]
    examples = sorted((ROOT / "examples").glob("*.argdown"), key=lambda file: -file.stat().st_size)
    files = [*((f"{size // 1000:,} KB", written(size)) for size in sizes)]
    files += [(file.stem, file) for file in examples[:2]]
    for task in _TASKS:
        for name, file in files:
            often = max(1, min(20, 200_000 // file.stat().st_size))
            yield f"{task}, {name}", [_asked(ask, task, file) for ask in asking], often
    for name, program in _programs():
        yield name, [_process(source, program) for source in sources], 4


def _programs() -> Iterator[tuple[str, list[str]]]:
    yield "start, python -c pass", ["-c", "pass"]
    yield "start, import argmap", ["-c", "import argmap"]
    yield "start, argmap --version", ["-m", "argmap.cli", "--version"]
    out = cache_folder() / "out.svg"
    for size in _COMMAND_SIZES:
        file = written(size)
        yield (
            f"command, {size // 1000} KB to SVG",
            ["-m", "argmap.cli", "render", str(file), "-o", str(out)],
        )


def _reader(source: Path, stack: ExitStack) -> Callable[[str, Path], float]:
    """Return what asks a process that stays warm how long a task takes for a file."""
    command = [sys.executable, "-c", _PROGRAM, str(source)]
    pipe = subprocess.PIPE
    process = stack.enter_context(
        subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment(), text=True)
    )
    to, back = process.stdin, process.stdout
    assert to is not None
    assert back is not None

    def ask(task: str, file: Path) -> float:
        print(task, file, sep="\t", file=to, flush=True)
        return float(back.readline())

    return ask


def _asked(ask: Callable[[str, Path], float], task: str, file: Path) -> Turn:
    return lambda: ask(task, file)


def _process(source: Path, arguments: list[str]) -> Turn:
    """Return what runs a fresh Python with a checkout's package, and gives the time of its processor."""

    def turn() -> float:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env={**environment(), "PYTHONPATH": str(source)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{arguments} ended with {process.returncode}")
        return (usage.ru_utime + usage.ru_stime) * 1000

    return turn


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("other", type=Path, metavar="FOLDER", help="the other checkout")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--sizes", type=int, nargs="*", default=_SIZES, metavar="BYTES")
    parser.add_argument("--only", default="", metavar="START", help="rows whose name begins so")
    asked = parser.parse_args()
    sources = [folder.resolve() / "src" for folder in (asked.other, ROOT)]
    print("| | other | this | ratio |", "|---|--:|--:|--:|", sep="\n")
    with ExitStack() as stack:
        for name, turns, often in rows(sources, asked.sizes, stack):
            if name.startswith(asked.only):
                # The first turn of each compiles modules and fills caches.
                rounds = [[turn() for turn in turns] for _ in chain([0], range(asked.rounds * often))][1:]
                other, this = (min(times) for times in zip(*rounds, strict=True))
                print(f"| {name} | {other:.1f} | {this:.1f} | {this / other:.3f} |", flush=True)


if __name__ == "__main__":
    main()
