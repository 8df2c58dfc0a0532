"""Reads documents with argmap: JSON lines in, JSON lines out; see workers.py."""

from __future__ import annotations

import json
import sys
import time
from functools import cache
from pathlib import Path

import argmap
from argmap.syntax.document import parse_tree


@cache
def _text(file: str) -> str:
    return Path(file).read_text(encoding="utf-8")


@cache
def _before_edit(file: str) -> tuple[argmap.Document, str]:
    """Return a document, and its text with one word changed in the middle."""
    text = _text(file)
    place = text.index(" the ", len(text) // 2)
    return argmap.parse(text), f"{text[:place]} some{text[place + 4 :]}"


def read_again(document: argmap.Document, text: str) -> argmap.Document:
    """Return the document that a text is which differs in one word from one that was read before."""
    return argmap.parse(text, previous=document)


def _run(task: str, file: str) -> object:
    match task:
        case "parse":
            return parse_tree(_text(file))
        case "model":
            return argmap.parse(_text(file))
        case "dot":
            return argmap.draw(argmap.parse(_text(file)))
        case "again":
            return read_again(*_before_edit(file))
    raise ValueError(task)


def _made(result: object) -> dict[str, int]:
    """Return how much was made, to see that all did the same work."""
    if isinstance(result, argmap.Document):
        debate = result.debate
        return {
            "claims": len(debate.claims),
            "arguments": len(debate.arguments),
            "relations": len(debate.relations),
        }
    dot = getattr(result, "dot", "")
    if not dot:
        return {}
    shown = result.map  # type: ignore[attr-defined]  # what has DOT is a drawing
    return {"nodes": len(shown.nodes), "edges": len(shown.edges), "dot": len(dot)}


def _errors(result: object) -> list[argmap.Diagnostic]:
    found = result.diagnostics if isinstance(result, argmap.Document) else ()
    return [one for one in found if one.severity is argmap.Severity.ERROR]


def peak() -> int:
    """Return the highest resident memory in bytes; not that of RUSAGE, which begins with the parent's."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        import resource

        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return size if sys.platform == "darwin" else size * 1024
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def _measured(task: str, file: str) -> dict[str, object]:
    _text(file)
    if task == "again":
        _before_edit(file)
    wall, cpu = time.perf_counter(), time.process_time()
    result = _run(task, file)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    errors = _errors(result)
    return {
        "wall": wall * 1e3,
        "cpu": cpu * 1e3,
        "process": cpu * 1e3,
        "peak": peak(),
        "errors": len(errors),
        "messages": [str(one) for one in errors[:3]],
        "made": _made(result),
    }


if __name__ == "__main__":
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(_measured(asked["task"], asked["file"])), flush=True)
