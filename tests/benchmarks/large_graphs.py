"""How long large graphs take: `python -m tests.benchmarks.large_graphs [NODES]`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import argmap
from argmap.interop import WRITERS, read, write


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


def kialo_outline(size: int) -> str:
    """Return a discussion in which each claim is about the one above it, as deep as it is long."""
    # Numbers of claims name all that are above, so that such a text grows with the square of its depth.
    depth = min(size, 3000)
    lines = (f"{'1.' * level} {'Pro: ' if level > 1 else ''}t {level}\n" for level in range(1, depth + 1))
    return "Discussion Title: D\n\n" + "".join(lines)


def opml_outline(size: int) -> str:
    """Return an outline in which each item is about the one above it."""
    items = "".join(f'<outline text="t {level}" relation="support">' for level in range(size))
    return f'<opml version="2.0"><head/><body>{items}{"</outline>" * size}</body></opml>'


def mind_map(size: int) -> str:
    """Return a mind map in which each node is about the one above it."""
    nodes = "".join(
        f'<node TEXT="t {level}"><attribute NAME="relation" VALUE="attack"/>' for level in range(size)
    )
    return f'<map version="1.0.1">{nodes}{"</node>" * size}</map>'


def ltac_outline(size: int) -> str:
    """Return an assurance case in which each claim is about the one above it."""
    depth = min(size, 3000)
    return "".join(f"{'  ' * level}- Claim C{level}: t {level}\n" for level in range(depth))


def attack_table(size: int) -> str:
    """Return three times as many attacks as arguments."""
    lines = (f"{n % size + 1} {(n * 7919) % size + 1}\n" for n in range(3 * size))
    return f"p af {size}\n" + "".join(lines)


def csv_rows(size: int) -> str:
    """Return a table in which each row is about one some rows above it."""
    rows = (f"{n},t {n},{n // 2},{'pro' if n % 2 else 'con'}\n" for n in range(1, size))
    return "id,text,parent,relation\n0,t,,\n" + "".join(rows)


FILES: dict[str, tuple[str, Callable[[int], str]]] = {
    "kialo outline": ("kialo", kialo_outline),
    "OPML outline": ("opml", opml_outline),
    "Freeplane map": ("freeplane", mind_map),
    "LTAC outline": ("ltac", ltac_outline),
    "attacks": ("iccma-af", attack_table),
    "CSV rows": ("csv", csv_rows),
}
SHAPES: dict[str, Callable[[int], str]] = {"chain": chain, "ring": ring, "star": star, "attacks": sketches}


def main(size: int) -> None:
    """Print seconds for each shape: reading, writing as it was, and the text."""
    files = {name: ("aif", shape(size)) for name, shape in SHAPES.items()}
    files["a text of 5 MB"] = ("aif", graph(["I"], [], text="word " * 1_000_000))
    files |= {name: (form, shape(size)) for name, (form, shape) in FILES.items()}
    for name, (form, text) in files.items():
        begun = time.perf_counter()
        debate = read(text, format=form).debate
        was_read = time.perf_counter()
        if form in WRITERS:
            write(debate, format=form)
        was_written = time.perf_counter()
        argmap.to_text(debate)
        seconds = (was_read - begun, was_written - was_read, time.perf_counter() - was_written)
        print(
            f"{name:16} read {seconds[0]:6.2f} s  write {seconds[1]:6.2f} s  text {seconds[2]:6.2f} s",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
