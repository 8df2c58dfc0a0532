"""How long selectors take: `python -m tests.benchmarks.selectors [ELEMENTS]`.

The questions of the page "Ask your map" are asked of its debate and copies of it, ten thousand elements by
default. Times are in milliseconds: the first time a question is asked, after another one, and the least of
several rounds. Exit code 1: one of them takes longer than 50 ms.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import argmap

_ROOT = Path(__file__).parents[2]
_ROW = re.compile(r"^\| `(?P<selector>[^|]+)` \|", re.MULTILINE)
_NAME = re.compile(r"(\[\^?[A-Z][^\]\n:{}]*|<[A-Z][^>\n:{}]*)(?=[\]>])")
_ROUNDS = 5
_MOST_MILLISECONDS = 50


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1].replace("_", "")) if len(sys.argv) > 1 else 10_000
    document = argmap.parse(_text(count))
    print(f"{len(document.debate)} elements, {len(document.debate.relations)} relations")
    start = time.perf_counter()
    argmap.select(document, "claims:root")
    print(f"the first question of all: {(time.perf_counter() - start) * 1000:.1f} ms\n")
    print("| selector | selected | first | again |\n| --- | --- | --- | --- |")
    slow = 0
    for selector in _questions():
        times = []
        for _ in range(_ROUNDS):
            start = time.perf_counter()
            selected = argmap.select(document, selector)
            times.append((time.perf_counter() - start) * 1000)
        slow += min(times) > _MOST_MILLISECONDS
        print(f"| `{selector}` | {len(selected)} | {times[0]:.1f} | {min(times):.1f} |", flush=True)
    sys.exit(1 if slow else 0)


def _questions() -> list[str]:
    page = (_ROOT / "docs/how-to/ask-your-map.md").read_text("utf-8")
    return _ROW.findall(page.split("## Thirty questions")[1].split("\n## ")[0])


def _text(count: int) -> str:
    """Return the debate of the page with as many copies, in other titles, as make so many elements."""
    text = (_ROOT / "examples/us-russia-policy.argdown").read_text("utf-8")
    body = text.split("\n===\n", 1)[1]
    copies = -(-count // len(argmap.parse(text).debate))
    return text + "".join(_NAME.sub(rf"\1 {copy}", f"\n{body}") for copy in range(2, copies + 1))


if __name__ == "__main__":
    main()
