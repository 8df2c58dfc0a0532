"""How long it takes to read a text again after an edit: `python -m tests.benchmarks.edits [BYTES]`.

What is edited is one word, or a block is added, at the start, in the middle and at the end of a document.
Times are of the processor, in ms, and the least of all rounds; a share is that of the time it takes to read
the text without the earlier document. All edits are edits of the same document. The last rows have the time
until the debate is there as well, of which the parts are made when they are first asked for.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain

import argmap

from .documents import MB, document

_ROUNDS = 9
_PLACES = {"start": 0.02, "middle": 0.5, "end": 0.98}
_BLOCK = "[Something new]: It is so, too.\n  + <Something else>: It was said.\n\n"


def edits(text: str) -> Iterator[tuple[str, str]]:
    """Yield edits by what they do: the text before which something is different."""
    for name, share in _PLACES.items():
        # Within words of lower case, where nothing is markup.
        at = text.index(" the ", round(share * len(text)))
        yield f"a word, {name}", f"{text[:at]} some{text[at + 4 :]}"
        yield f"a longer word, {name}", f"{text[:at]} another{text[at + 4 :]}"
    for name, share in _PLACES.items():
        at = text.index("\n\n", round(share * len(text))) + 2
        yield f"a block, {name}", text[:at] + _BLOCK + text[at:]


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1].replace("_", "")) if len(sys.argv) > 1 else MB
    text = document(size)
    earlier = argmap.parse(text)
    tasks: dict[str, Callable[[], argmap.Document]] = {"the whole text": lambda: argmap.parse(text)}
    for name, edited in edits(text):
        tasks[name] = lambda edited=edited: argmap.parse(edited, previous=earlier)
    for name in ("a word, start", "a word, middle"):
        tasks[f"{name}, and all of the debate"] = lambda read=tasks[name]: _ask_for_all(read())
    least = dict.fromkeys(tasks, float("inf"))
    for _ in chain([0], range(_ROUNDS)):
        for name, task in tasks.items():
            least[name] = min(least[name], _measured(task))
    whole = least["the whole text"]
    print("| | ms | share |", "|---|--:|--:|", sep="\n")
    for name, milliseconds in least.items():
        print(f"| {name} | {milliseconds:.1f} | {milliseconds / whole:.3f} |")


def _ask_for_all(document: argmap.Document) -> None:
    """Ask for all parts of a debate."""
    debate = document.debate
    list(debate)
    len(debate.relations)
    len(debate.sections)


def _measured(task: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time_ns()
    task()
    return (time.process_time_ns() - start) / 1e6


if __name__ == "__main__":
    main()
