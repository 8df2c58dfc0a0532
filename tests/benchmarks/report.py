"""What was measured, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.benchmarks.documents import KB, MB
from tests.benchmarks.measures import TASKS, growth
from tests.benchmarks.peers import OURS, PYARGDOWN, REFERENCE

_STEPS = {"parse": "parse", "model": "parse and model", "dot": "text to DOT"}


def markdown(found: Mapping[str, Any]) -> str:
    """Return the tables of a run."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['machine']}\n"
    for note in found["notes"]:
        yield f"- {note}"
    readings = found["readings"]
    yield f"\n## Warm readings, ms; ratio = {REFERENCE} / argmap\n"
    yield f"| document | step | argmap wall | CPU | {REFERENCE} wall | CPU | ratio wall | ratio CPU |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for size, tasks in readings.items():
        for task in TASKS:
            ours, theirs = tasks[task].get(OURS), tasks[task].get(REFERENCE)
            yield _row(
                size_name(size),
                _STEPS[task],
                _ms(ours),
                _ms(ours, "cpu"),
                _ms(theirs),
                _ms(theirs, "cpu"),
                _times(_ratio(theirs, ours)),
                _times(_ratio(theirs, ours, "cpu")),
            )
    yield (
        "\nWall times are medians, CPU times means; of node that is the main thread. `parse` is not quite "
        "the same work: the reference reads inline markup with the tree, argmap with the model."
    )
    yield "\n## Growth, exponents from the smallest to the largest document\n"
    yield f"| step | argmap wall | CPU | {REFERENCE} wall | CPU |"
    yield "|---|--:|--:|--:|--:|"
    for task in TASKS:
        exponents = [
            growth(readings, task, name, clock) for name in (OURS, REFERENCE) for clock in ("wall", "cpu")
        ]
        yield _row(_STEPS[task], *("-" if one is None else f"{one:.3f}" for one in exponents))
    yield "\n## Peak memory of a fresh process that goes from text to DOT, MB\n"
    yield f"| document | argmap | {REFERENCE} | ratio | argmap, 4 times | {REFERENCE}, 4 times | ratio |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for size, times in found["memory"].items():
        cells: list[str] = []
        for peaks in times.values():
            ours, theirs = peaks.get(OURS), peaks.get(REFERENCE)
            cells += [_mb(ours), _mb(theirs), _share(_ratio(ours, theirs, "peak"))]
        yield _row(size_name(size), *cells)
    yield f"\n## Plain documents, parse and model, ms; ratio = {PYARGDOWN} / argmap\n"
    yield f"| document | argmap wall | CPU | {PYARGDOWN} wall | CPU | ratio wall | ratio CPU |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for size, tasks in found["plain"].items():
        ours, theirs = tasks["model"].get(OURS), tasks["model"].get(PYARGDOWN)
        yield _row(
            size_name(size),
            _ms(ours),
            _ms(ours, "cpu"),
            _ms(theirs),
            _ms(theirs, "cpu"),
            _times(_ratio(theirs, ours)),
            _times(_ratio(theirs, ours, "cpu")),
        )
    yield "\n## Start, wall ms of whole processes\n"
    yield "| program | median | least |"
    yield "|---|--:|--:|"
    for name, taken in found["starts"].items():
        yield _row(f"`{name}`", _ms(taken), _ms(taken, "least"))
    yield "\n`-X importtime`, modules that `import argmap` adds: " + (
        ", ".join(f"{name} {cost} µs" for cost, name in found["imports"][:8]) or "none"
    )
    yield "\n## File to SVG, whole commands, wall ms; ratio = `argdown map -f svg` / `argmap render`\n"
    yield "| document | argmap | argmap `--engine system` | argdown | ratio | ratio, system |"
    yield "|---|--:|--:|--:|--:|--:|"
    for size, taken in found["commands"].items():
        ours, system, theirs = (taken.get(one) for one in (OURS, f"{OURS} --engine system", REFERENCE))
        yield _row(
            size_name(size),
            _ms(ours),
            _ms(system),
            _ms(theirs),
            _times(_ratio(theirs, ours)),
            _times(_ratio(theirs, system)),
        )
    yield "\n## One edit in a document that was read before, wall ms\n"
    yield "| document | read | read again | share |"
    yield "|---|--:|--:|--:|"
    for size, tasks in found["again"].items():
        whole, again = tasks["model"][OURS], tasks["again"][OURS]
        yield _row(size_name(size), _ms(whole), _ms(again), _share(_ratio(again, whole)))
    yield "\n## Targets\n"
    yield "| target | asked | measured | met |"
    yield "|---|--:|--:|---|"
    for name, asked, measured, is_met in _targets(found):
        yield _row(name, asked, measured, "not measured" if is_met is None else "yes" if is_met else "**no**")


def _targets(found: Mapping[str, Any]) -> Iterator[tuple[str, str, str, bool | None]]:
    readings = found["readings"]
    for task, least in (("model", 2.0), ("dot", 3.0)):
        pair = readings.get(MB, {}).get(task, {})
        ratio = _ratio(pair.get(REFERENCE), pair.get(OURS))
        yield f"{_STEPS[task]}, 1 MB, wall", f"≥ {least:.0f}x", _times(ratio), _at_least(ratio, least)
    pair = found["plain"].get(10 * KB, {}).get("model", {})
    ratio = _ratio(pair.get(PYARGDOWN), pair.get(OURS))
    yield "parse and model against pyargdown, 10 KB", "≥ 100x", _times(ratio), _at_least(ratio, 100)
    for task in TASKS:
        exponent = growth(readings, task, OURS, "cpu")
        span = f"{size_name(min(readings))} to {size_name(max(readings))}" if readings else ""
        shown = "-" if exponent is None else f"{exponent:.3f}"
        yield (
            f"growth, {_STEPS[task]}, CPU, {span}",
            "≤ 1.08",
            shown,
            None if exponent is None else exponent <= 1.08,
        )
    for size, times in found["memory"].items():
        peaks = times["1"]
        ratio = _ratio(peaks.get(OURS), peaks.get(REFERENCE), "peak")
        yield (
            f"peak memory, {size_name(size)}",
            "< 0.33",
            _share(ratio),
            None if ratio is None else ratio < 1 / 3,
        )
    taken = found["starts"]
    if "import argmap" in taken:
        added = taken["import argmap"]["wall"] - taken["python -c pass"]["wall"]
        yield "`import argmap` adds", "≤ 10 ms", f"{added:.1f} ms", added <= 10
    for size, taken in found["commands"].items():
        ratio = _ratio(taken.get(REFERENCE), taken.get(OURS))
        yield f"file to SVG, {size_name(size)}", "≥ 4x", _times(ratio), _at_least(ratio, 4)
    for size, tasks in found["again"].items():
        ratio = _ratio(tasks["again"][OURS], tasks["model"][OURS])
        yield (
            f"read again after one edit, {size_name(size)}",
            "≤ 0.20",
            _share(ratio),
            ratio is not None and ratio <= 0.2,
        )


def size_name(size: int) -> str:
    """Return a size as people say it."""
    return f"{size // MB} MB" if size >= MB else f"{size // KB} KB"


def _ratio(
    one: Mapping[str, float] | None, other: Mapping[str, float] | None, clock: str = "wall"
) -> float | None:
    return one[clock] / other[clock] if one and other else None


def _at_least(ratio: float | None, least: float) -> bool | None:
    return None if ratio is None else ratio >= least


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _ms(taken: Mapping[str, float] | None, clock: str = "wall") -> str:
    if not taken:
        return "-"
    return f"{taken[clock]:.1f}" if taken[clock] < 100 else f"{taken[clock]:,.0f}"


def _mb(taken: Mapping[str, float] | None) -> str:
    return f"{taken['peak'] / 2**20:,.0f}" if taken else "-"


def _times(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.2f}x"


def _share(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.2f}"
