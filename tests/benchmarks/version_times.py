"""How long it takes to compare and merge debates: `python -m tests.benchmarks.version_times`."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import argmap

WORDS = [f"{first}{second}{third}" for first in "bdfglmnprs" for second in "aeiou" for third in "knrstl"]
SEED = 0


def texts(number: int, *, share: float) -> tuple[str, str]:
    """Return a debate of so many elements, and one in which a share of them has other words."""
    chance = random.Random(SEED)
    lines: list[str] = []
    changed: list[str] = []
    for place in range(number):
        words = [chance.choice(WORDS) for _ in range(12)]
        other = [*words]
        if chance.random() < share:
            other[chance.randrange(12)] = chance.choice(WORDS)
        marker = "" if place % 5 == 0 else "  + "
        blank = "\n" if place % 5 == 0 else ""
        lines.append(f"{blank}{marker}[C{place}]: {' '.join(words)}")
        changed.append(f"{blank}{marker}[C{place}]: {' '.join(other)}")
    return "\n".join(lines) + "\n", "\n".join(changed) + "\n"


def unlike(number: int) -> tuple[str, str]:
    """Return two debates of so many elements that have nothing in common but words."""
    chance = random.Random(SEED)
    one, other = (
        "\n\n".join(
            f"[{side}{place}]: {' '.join(chance.choice(WORDS) for _ in range(12))}" for place in range(number)
        )
        for side in "AB"
    )
    return one, other


def times() -> Iterator[tuple[str, float]]:
    """Yield what was done, and how many seconds it took, reading left out."""
    cases = {
        "1,000 elements, 1 % changed": texts(1_000, share=0.01),
        "10,000 elements, 1 % changed": texts(10_000, share=0.01),
        "2,000 and 2,000 unlike elements": unlike(2_000),
    }
    for name, pair in cases.items():
        old, new = map(argmap.parse, pair)
        start = time.perf_counter()
        argmap.diff(old, new)
        yield f"diff: {name}", time.perf_counter() - start
    base, ours = texts(1_000, share=0.01)
    theirs = base.replace("[C10]", "[Other]")
    start = time.perf_counter()
    argmap.merge(base, ours, theirs)
    yield "merge: 1,000 elements, with reading", time.perf_counter() - start


if __name__ == "__main__":
    for what, seconds in times():
        print(f"{what}: {seconds:.2f} s")
