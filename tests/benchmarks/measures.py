"""What is measured, each in rounds in which all implementations take turns."""

from __future__ import annotations

import math
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean, median

from tests.benchmarks.documents import document
from tests.benchmarks.peers import OURS, REFERENCE, Peer, reference_program
from tests.benchmarks.workers import ROOT, Figure, Worker, cache_folder, environment

TASKS = ("parse", "model", "dot")
_MB = 1_000_000
# Medians of what was measured, by whose it is.
Medians = dict[str, dict[str, float]]


def written(size: int, *, plain: bool = False) -> Path:
    """Return a file with a document of a size."""
    file = cache_folder() / f"{'plain' if plain else 'document'}-{size}.argdown"
    text = document(size, plain=plain)
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
    return file


def readings(
    peers: Sequence[Peer], size: int, tasks: Sequence[str], *, quick: bool, plain: bool
) -> dict[str, Medians]:
    """Return for each task and implementation what reading a document takes, warm."""
    file = written(size, plain=plain)
    found: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    workers = {peer.name: Worker(peer.command, peer.environment) for peer in peers if peer.command}
    # Small documents are read often: compilers have to see them, and one reading is soon disturbed.
    warm_up = max(1, min(60, 3 * _MB // size))
    burst = max(1, min(10, 300_000 // size))
    rounds = 3 if quick or size > 3 * _MB else 7
    try:
        for name, worker in workers.items():
            for task in tasks:
                for _ in range(2 if name == "pyargdown" else warm_up if not quick else max(1, warm_up // 3)):
                    worker.ask(task, file)
        for _ in range(rounds):
            for task in tasks:
                for name, worker in workers.items():
                    found[task, name] += [
                        worker.ask(task, file) for _ in range(1 if name == "pyargdown" else burst)
                    ]
    finally:
        for worker in workers.values():
            worker.__exit__(None, None, None)
    return {
        task: {
            name: {
                "wall": median(one.wall for one in found[task, name]),
                "cpu": fmean(one.cpu for one in found[task, name]),
                "process": fmean(one.process for one in found[task, name]),
                "least": min(one.wall for one in found[task, name]),
                "errors": found[task, name][-1].errors,
                **found[task, name][-1].made,
            }
            for name in workers
        }
        for task in tasks
    }


def memory(peers: Sequence[Peer], size: int, *, times: int) -> Medians:
    """Return the highest memory of fresh processes that read a document and draw it, once or more often."""
    file = written(size)
    found: Medians = {}
    for peer in peers:
        if peer.command:
            with Worker(peer.command, peer.environment) as worker:
                found[peer.name] = {"peak": max(worker.ask("dot", file).peak for _ in range(times))}
    return found


def growth(found: Mapping[int, Mapping[str, Medians]], task: str, name: str, clock: str) -> float | None:
    """Return the exponent with which the time of a task grows from the smallest document to the largest."""
    sizes = sorted(size for size in found if task in found[size] and name in found[size][task])
    if len(sizes) < 2:
        return None
    first, last = (found[size][task][name][clock] for size in (sizes[0], sizes[-1]))
    return math.log(last / first) / math.log(sizes[-1] / sizes[0])


def starts(*, quick: bool) -> Medians:
    """Return what it takes to start Python, to import argmap and to read a first text."""
    programs = {
        "python -c pass": "pass",
        "import argmap": "import argmap",
        "import argmap, parse": "import argmap; argmap.parse('[A]: b')",
        "import argmap, parse, draw": "import argmap; argmap.draw(argmap.parse('[A]: b')).dot",
    }
    commands = {name: _timed([sys.executable, "-c", program]) for name, program in programs.items()}
    return _in_turns(commands, rounds=7 if quick else 25)


def import_times() -> list[tuple[int, str]]:
    """Return the modules that `import argmap` adds to those of Python itself, with µs of their own."""

    def told(program: str) -> dict[str, int]:
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-c", program],
            env=environment(),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        lines = [line.removeprefix("import time:").split("|") for line in done.stderr.splitlines()[1:]]
        return {line[2].strip(): int(line[0]) for line in lines if len(line) == 3}

    before, after = told("pass"), told("import argmap")
    return sorted(((cost, name) for name, cost in after.items() if name not in before), reverse=True)


def commands(size: int, *, quick: bool) -> Medians:
    """Return what whole commands take that turn a file into SVG."""
    file = written(size)
    out = cache_folder() / "out"
    out.mkdir(exist_ok=True)
    render = [sys.executable, "-m", "argmap.cli", "render", str(file), "-o", str(out / "ours.svg")]
    found = {OURS: _timed(render), f"{OURS} --engine system": _timed([*render, "--engine", "system"])}
    program = reference_program()
    if program:
        found[REFERENCE] = _timed([str(program), "map", "-f", "svg", "--silent", str(file), str(out)])
    return _in_turns(found, rounds=3 if quick else 7)


def _timed(command: Sequence[str]) -> Callable[[], float | None]:
    def run() -> float | None:
        before = time.perf_counter()
        done = subprocess.run(
            command, env=environment(), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        taken = (time.perf_counter() - before) * 1e3
        return None if done.returncode else taken

    return run


def _in_turns(runs: Mapping[str, Callable[[], float | None]], *, rounds: int) -> Medians:
    # The first time compiles modules and fills the caches of the system.
    working = {name: run for name, run in runs.items() if run() is not None}
    found: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, run in working.items():
            found[name].append(run() or math.nan)
    return {name: {"wall": median(taken), "least": min(taken)} for name, taken in found.items()}
