"""How long it takes to find what a text names: `python -m tests.benchmarks.naming [BYTES]`.

Times are the least of several rounds, in milliseconds of the processor, in a document that is read already:
all places in a document that was never asked; then, after an edit in its middle, what is at an offset, the
places of one claim, and all places.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial

import argmap

from .documents import MB, document

_ROUNDS = 7


def main() -> None:
    """Print the figures."""
    size = int(sys.argv[1].replace("_", "")) if len(sys.argv) > 1 else MB
    text = document(size)
    middle = text.index(" ", len(text) // 2)
    edited = text[:middle] + " more" + text[middle:]
    figures: dict[str, list[float]] = {}
    for _ in range(_ROUNDS):
        first = argmap.parse(text)
        title = next(iter(first.debate.claims))
        figures.setdefault("all places, never asked before", []).append(
            _measured(partial(argmap.occurrences, first))
        )
        again = argmap.parse(edited, previous=first)
        for name, work in (
            ("after an edit: what is at an offset", partial(again.at, middle)),
            ("after that: the places of one claim", partial(argmap.occurrences, again, f"[{title}]")),
            ("after that: all places", partial(argmap.occurrences, again)),
        ):
            figures.setdefault(name, []).append(_measured(work))
    print(f"{len(text)} characters, {len(argmap.occurrences(first))} places")
    for name, times in figures.items():
        print(f"{name:40}{min(times):8.1f} ms")


def _measured(work: Callable[[], object]) -> float:
    start = time.process_time_ns()
    work()
    return (time.process_time_ns() - start) / 1e6


if __name__ == "__main__":
    main()
