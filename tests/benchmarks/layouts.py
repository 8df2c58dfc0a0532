"""Measures how long maps take from debate to SVG, and how wide they are for their height.

`python -m tests.benchmarks.layouts` prints a table for maps of 10 to 3,000 nodes; `--timeout` limits
each layout, in seconds, `--nodes 10 100` chooses sizes, and `--layout tree` the layout. Maps above the
limit for whole maps are drawn in one piece all the same.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Iterator

import argmap
from argmap.render import EngineError
from argmap.render.engines.svg import svg_size
from argmap.settings.tables import LAYOUTS

from .documents import document

# How many bytes a document has whose map has so many nodes.
BYTES = {10: 1_700, 100: 20_500, 300: 63_000, 1000: 219_000, 3000: 666_000}
HEAD = "| nodes | edges | groups | engine | seconds to SVG | width : height | points | said |"


def rows(sizes: list[int], timeout: float, layout: str | None) -> Iterator[str]:
    """Yield the lines of the table, one for each size and engine."""
    engines = ["embedded", *(["system"] if shutil.which("dot") else [])]
    for size in sizes:
        debate = argmap.parse(document(BYTES[size])).debate
        for engine in engines:
            yield row(debate, engine, timeout, layout)


def row(debate: argmap.Debate, engine: str, timeout: float, layout: str | None) -> str:
    """Return the line of the table for one drawing."""
    start = time.perf_counter()
    drawing = argmap.draw(debate, engine=engine, timeout=timeout, layout=layout)
    view = drawing.map
    counted = f"| {len(view.nodes)} | {len(view.edges)} | {len(view.groups)} | {engine}"
    try:
        svg = drawing.svg()
    except EngineError as error:
        return f"{counted} | more than {time.perf_counter() - start:.1f} | | | {error} |"
    taken = time.perf_counter() - start
    width, height = svg_size(svg)
    ratio = f"{width / height:.1f} : 1" if width > height else f"1 : {height / width:.1f}"
    said = "; ".join(one.partition(":")[0] for one in drawing.messages_for("svg"))
    return f"{counted} | {taken:.2f} | {ratio} | {width:.0f} × {height:.0f} | {said} |"


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--timeout", type=float, default=60)
    options.add_argument("--nodes", type=int, nargs="*", default=list(BYTES), choices=list(BYTES))
    options.add_argument("--layout", choices=LAYOUTS)
    said = options.parse_args()
    print(HEAD, "| --- " * 8 + "|", sep="\n")
    for line in rows(said.nodes, said.timeout, said.layout):
        print(line, flush=True)


if __name__ == "__main__":
    main()
