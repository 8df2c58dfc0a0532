"""Processes that read documents when asked to, and say how long it took.

A worker takes lines `{"task": …, "file": …}` and answers each with a line: `wall`, `cpu` and `process`
(CPU time of the main thread and of all threads) in ms, `peak` memory in bytes, `errors` and what was
`made`. Tasks are `parse` (a tree), `model` (parse and model), `dot` (all the way from a text to DOT) and,
of argmap only, `again` (model after one edit).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


class Figure(NamedTuple):
    """What one reading took."""

    wall: float
    cpu: float
    process: float
    peak: int
    errors: int
    messages: list[str]
    made: dict[str, int]


class Worker:
    """A process of one implementation, which stays warm between readings."""

    def __init__(self, command: Sequence[str], extra: Mapping[str, str] | None = None) -> None:
        self._command = command
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**environment(), **(extra or {})},
            text=True,
        )

    def ask(self, task: str, file: Path) -> Figure:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps({"task": task, "file": str(file)}), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self._command} ended with {self._process.wait()} at {task} of {file}")
        figure = Figure(**json.loads(answer))
        if figure.errors:
            print(f"{file}: {figure.errors} errors of {self._command[0]}: {figure.messages}", file=sys.stderr)
        return figure

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def environment() -> dict[str, str]:
    """Return the environment of what is measured: modules are compiled once, and not where sources are."""
    found: dict[str, Any] = dict(os.environ)
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    found["PYTHONPYCACHEPREFIX"] = str(cache_folder() / "pycache")
    return found


def cache_folder() -> Path:
    """Return where documents and compiled modules are kept between runs."""
    folder = Path(tempfile.gettempdir()) / "argmap-benchmarks"
    folder.mkdir(exist_ok=True)
    return folder
