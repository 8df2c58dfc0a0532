"""What it takes to write a debate as text, counted: `python -m tests.benchmarks.paths` measures the package
that Python imports, so `PYTHONPATH=FOLDER python tests/benchmarks/paths.py` measures another one."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import argmap

_SHORT = "[A]: One.\n  + <B>: Two.\n"
_FLAGSHIP = Path(__file__).parents[2] / "examples" / "us-russia-policy.argdown"
_REPETITIONS = 25


def figures() -> Iterator[tuple[str, object]]:
    """Yield what is measured and its value."""
    debate = argmap.parse(_SHORT).debate
    argmap.to_text(debate)
    files, functions, changes = _path(lambda: argmap.to_text(debate))
    yield "parses in to_text", functions["parse_tree"]
    yield "whole texts laid out in to_text", functions["formatted"]
    yield "files on the way of to_text", len(files)
    yield "changes of file on the way of to_text", changes
    flagship = argmap.parse(_FLAGSHIP.read_text(encoding="utf-8")).debate
    yield "to_text of the flagship", f"{_milliseconds(lambda: argmap.to_text(flagship)):.1f} ms"
    names = [name for name in argmap.__all__ if name[:1] != "_"]
    shown = sum(">>>" in (getattr(argmap, name).__doc__ or "") for name in names)
    yield "public names with an example", f"{shown} of {len(names)}"


def _path(work: Callable[[], object]) -> tuple[set[str], Counter[str], int]:
    """Return the files that work goes through, calls by name, and how often the file changes."""
    root = str(Path(argmap.__file__).parent)
    files: set[str] = set()
    functions = Counter[str]()
    way: list[str] = []

    def notice(frame: FrameType, event: str, argument: object) -> None:
        name = frame.f_code.co_filename
        if event == "call" and name.startswith(root):
            files.add(name)
            functions[frame.f_code.co_name] += 1
            if way[-1:] != [name]:
                way.append(name)

    sys.setprofile(notice)
    try:
        work()
    finally:
        sys.setprofile(None)
    return files, functions, len(way) - 1


def _milliseconds(work: Callable[[], object]) -> float:
    """Return the shortest of some times."""
    times = []
    for _ in range(_REPETITIONS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


if __name__ == "__main__":
    for measure, value in figures():
        print(f"{measure:45} {value}")
