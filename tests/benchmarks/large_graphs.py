"""How long large graphs take: `python -m tests.benchmarks.large_graphs [NODES]`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import argmap
from argmap.interop import read, write


def graph(kinds: list[str], edges: list[tuple[int, int]], *, text: str = "t") -> str:
    """Return AIF with nodes of some kinds, numbered from 0, and edges between them."""
    nodes = [
        {"nodeID": str(number), "text": f"{text} {number}" if kind == "I" else kind, "type": kind}
        for number, kind in enumerate(kinds)
    ]
    rows = [
        {"edgeID": str(number), "fromID": str(source), "toID": str(target)}
        for number, (source, target) in enumerate(edges)
    ]
    return json.dumps({"nodes": nodes, "edges": rows, "locutions": []})


def chain(size: int) -> str:
    """Return a chain of propositions and inferences."""
    return graph(["RA" if n % 2 else "I" for n in range(size + 1)], [(n, n + 1) for n in range(size)])


def ring(size: int) -> str:
    """Return a chain whose end is its beginning."""
    size -= size % 2
    return graph(["RA" if n % 2 else "I" for n in range(size)], [(n, (n + 1) % size) for n in range(size)])


def star(size: int) -> str:
    """Return attacks of very many propositions on one."""
    spokes = size // 2
    edges = [pair for n in range(1, spokes) for pair in ((n, spokes + n - 1), (spokes + n - 1, 0))]
    return graph(["I"] * spokes + ["CA"] * (spokes - 1), edges)


def sketches(size: int) -> str:
    """Return a chain of attacks on attacks, none of which is a plain attack."""
    return graph(["I"] + ["CA"] * size, [(n, n + 1) for n in range(size)])


SHAPES: dict[str, Callable[[int], str]] = {"chain": chain, "ring": ring, "star": star, "attacks": sketches}


def main(size: int) -> None:
    """Print seconds for each shape: reading, writing as it was, and the text."""
    shapes = {name: shape(size) for name, shape in SHAPES.items()}
    shapes["a text of 5 MB"] = graph(["I"], [], text="word " * 1_000_000)
    for name, text in shapes.items():
        begun = time.perf_counter()
        debate = read(text, format="aif").debate
        was_read = time.perf_counter()
        write(debate, format="aif")
        was_written = time.perf_counter()
        argmap.to_text(debate)
        seconds = (was_read - begun, was_written - was_read, time.perf_counter() - was_written)
        print(f"{name:16} read {seconds[0]:6.2f} s  write {seconds[1]:6.2f} s  text {seconds[2]:6.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
