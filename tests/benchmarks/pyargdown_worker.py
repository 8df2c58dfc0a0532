"""Reads plain documents with pyargdown: JSON lines in, JSON lines out; see workers.py.

It runs in an environment of its own, which has nothing of argmap.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path

from pyargdown.parser.main import parse_argdown


class _Dropped(logging.Handler):
    """Counts what pyargdown could not take in: it logs an error, and goes on without the block."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _measured(text: str, dropped: _Dropped) -> dict[str, object]:
    dropped.messages.clear()
    wall, cpu = time.perf_counter(), time.process_time()
    graph = parse_argdown(text)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    status = Path("/proc/self/status")
    peak = int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024 if status.exists() else 0
    return {
        "wall": wall * 1e3,
        "cpu": cpu * 1e3,
        "process": cpu * 1e3,
        "peak": peak,
        "errors": len(dropped.messages),
        "messages": dropped.messages[:3],
        "made": {"claims": len(graph.propositions), "arguments": len(graph.arguments)},
    }


if __name__ == "__main__":
    handler = _Dropped()
    logging.getLogger().addHandler(handler)
    for line in sys.stdin:
        text = Path(json.loads(line)["file"]).read_text(encoding="utf-8")
        print(json.dumps(_measured(text, handler)), flush=True)
