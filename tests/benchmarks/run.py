"""Measures argmap and its peers side by side: `python -m tests.benchmarks.run --help`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks import measures, peers, report
from tests.benchmarks.documents import KB, MB, SIZES

_COMMAND_SIZES = (10 * KB, 100 * KB)
_PLAIN_SIZES = (5 * KB, 10 * KB)


def main() -> None:
    asked = _arguments()
    sizes = [_size(one) for one in asked.sizes]
    others = [peers.ours(), peers.reference()]
    plain = [peers.ours(), peers.pyargdown()]
    found: dict[str, Any] = {"machine": _machine(), "notes": [], "memory": {}, "readings": {}, "plain": {}}
    for peer in (*others, plain[1]):
        if peer.command is None:
            found["notes"].append(f"{peer.name} is not measured: {peer.note}")
    if peers.reference_program() is None:
        found["notes"].append("the `argdown` command is not measured: it is not installed")
    for size in sizes:
        _say(f"reading {report.size_name(size)}")
        found["readings"][size] = measures.readings(
            others, size, measures.TASKS, quick=asked.quick, plain=False
        )
        found["memory"][size] = {str(times): measures.memory(others, size, times=times) for times in (1, 4)}
    for size in _PLAIN_SIZES:
        _say(f"reading plain {report.size_name(size)}")
        found["plain"][size] = measures.readings(plain, size, ("model",), quick=asked.quick, plain=True)
    _say("starting")
    found["starts"] = measures.starts(quick=asked.quick)
    found["imports"] = measures.import_times()
    _say("whole commands")
    found["commands"] = {size: measures.commands(size, quick=asked.quick) for size in _COMMAND_SIZES}
    _say("reading again")
    edited = min(max(sizes), MB)
    found["again"] = {
        edited: measures.readings([peers.ours()], edited, ("model", "again"), quick=asked.quick, plain=False)
    }
    found["machine"] += f"; load after it {_load()}"
    print(report.markdown(found))
    if asked.json:
        Path(asked.json).write_text(json.dumps(found, indent=1), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a first idea, no result")
    parser.add_argument(
        "--sizes",
        nargs="+",
        default=["10KB", "100KB", "1MB"],
        metavar="SIZE",
        help="like 10KB or 1MB; default: 10KB 100KB 1MB",
    )
    parser.add_argument("--json", metavar="FILE", help="where to write all figures")
    return parser.parse_args()


def _size(text: str) -> int:
    named = {name.replace(" ", ""): size for name, size in SIZES.items()}
    return named[text.upper()] if text.upper() in named else int(text)


def _machine() -> str:
    node = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    return (
        f"{time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores, {platform.machine()}, "
        f"Python {platform.python_version()}, node {node or 'missing'}; load before {_load()}"
    )


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"


def _say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
