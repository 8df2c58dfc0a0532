"""Measures how long trees take to be laid out, beside the layout of an engine.

`python -m tests.benchmarks.tree_layouts` prints a table of trees in three shapes: the seconds of the
processor until all places are known, with and without the boxes that have to be measured for it, and those
that an engine takes to lay out the same map in layers. `--nodes 1000 10000` chooses sizes; engines lay out
trees of up to 1,000 nodes.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator, Mapping

import argmap
from argmap.maps import ArgumentMap
from argmap.render import EngineError, draw_map, load_theme
from argmap.render.boxes.box import Boxes
from argmap.render.captions import NO_CAPTIONS
from argmap.render.engines.engine import find_engines, render_dot
from argmap.render.tree_labels import TreeLabels
from argmap.render.tree_sizes import SizedBoxes, sized_layout
from argmap.settings import Settings

HEAD = (
    "| tree | nodes | with boxes | places | engine | seconds | engine's through ours |",
    "| --- |" + " ---: |" * 3 + " --- | ---: | ---: |",
)
_ROUNDS = 5
_MOST_OF_ENGINES = 1_000
_TIMEOUT = 300
# For each shape the level below which a reason is, by its number.
SHAPES: Mapping[str, Callable[[int], int]] = {
    "two reasons each": lambda number: (number - 1) // 2,
    "five reasons each": lambda number: (number - 1) // 5,
    "chains of ten": lambda number: number - 1 if number % 10 else 0,
}


def tree(nodes: int, parent: Callable[[int], int]) -> ArgumentMap:
    """Return a map of so many nodes, in which each is below the node that `parent` says."""
    lines = ["[C0]: A claim with some words in it."]
    for number in range(1, nodes):
        sign = "+-"[number % 3 == 0]
        lines.append(
            f"<C{number}>: Reason {number} in words, more or less.\n  {sign}> {_name(parent(number))}"
        )
    return argmap.build_map(argmap.parse("\n\n".join(lines)).debate)


def _name(number: int) -> str:
    return f"<C{number}>" if number else "[C0]"


def rows(sizes: list[int]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield from HEAD
    for nodes in sizes:
        for shape, parent in SHAPES.items():
            yield from _rows(shape, tree(nodes, parent))


def _rows(shape: str, view: ArgumentMap) -> Iterator[str]:
    theme, settings = load_theme("default"), Settings()
    whole, places = [], []
    for _ in range(_ROUNDS):
        start = time.process_time()
        boxes, labels = SizedBoxes(view, Boxes(theme, settings)), TreeLabels(view, theme)
        sized_layout(view, theme, settings, boxes, labels, NO_CAPTIONS)
        measured = time.process_time()
        sized_layout(view, theme, settings, boxes, labels, NO_CAPTIONS)
        places.append(time.process_time() - measured)
        whole.append(measured - start)
    ours = f"| {shape} | {len(view.nodes)} | {min(whole):.3f} | {min(places):.3f}"
    if len(view.nodes) > _MOST_OF_ENGINES:
        yield f"{ours} | | | |"
        return
    dot = draw_map(view, layout="layered").dot
    for name in ("embedded", "system"):
        if any(True for _ in find_engines(name)):
            taken = _seconds(dot, name)
            yield f"{ours} | {name} | {taken:.3f} | {taken / min(whole):.0f} |"


def _seconds(dot: str, engine: str) -> float:
    """Return how many seconds of the processor an engine takes to lay out a DOT, if it can."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        render_dot(dot, output="json0", engine=engine, timeout=_TIMEOUT)
    except EngineError:
        return float("nan")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--nodes", type=int, nargs="*", default=[1_000, 10_000])
    for line in rows(options.parse_args().nodes):
        print(line, flush=True)


if __name__ == "__main__":
    main()
