"""How long it takes to decide frameworks and debates: `python -m tests.benchmarks.argumentation`.

All solvers take turns, each round in the same process; times are the medians of all rounds, in seconds of
the processor, so that what else the machine does counts little. pygarg, formal-argumentation and clingo are
measured if they are installed; they are tools of development only, and each is asked what it can answer in
a few seconds. A second table compares with the goals; what is to be decided without the extra `argmap[sat]`
is decided as if it were not installed.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import islice
from math import log

from tests.benchmarks.documents import document

import argmap
from argmap.reasoning import Framework
from argmap.reasoning.sat import has_solver

Attacks = list[tuple[int, int]]
Task = Callable[[], object]
_ROUNDS = 3
_ACCEPTABLE = """
{in(X)} :- arg(X).
defeated(X) :- in(Y), att(Y, X).
:- in(X), defeated(X).
:- in(X), att(Y, X), not defeated(Y).
#heuristic in(X) : arg(X). [1, true]
#show in/1.
"""


def random_attacks(count: int, number: int) -> Attacks:
    """Return attacks between arguments that are drawn at random."""
    draw = random.Random(count + number)
    return [(draw.randrange(count), draw.randrange(count)) for _ in range(number)]


def layered_attacks(count: int, number: int) -> Attacks:
    """Return attacks in which arguments attack later ones only: everything is decided by grounded."""
    draw = random.Random(count)
    pairs = ((draw.randrange(count - 1), draw.randrange(1, 40)) for _ in range(number))
    return [(source, min(source + step, count - 1)) for source, step in pairs]


def sparse_attacks(count: int) -> Attacks:
    """Return attacks of a debate in which many answer each other: there are very many positions."""
    draw = random.Random(count)
    attacks: Attacks = []
    for each in range(1, count):
        other = draw.randrange(max(0, each - 30), each)
        attacks += [(each, other), (other, each)] if draw.random() < 0.4 else [(each, other)]
    return attacks


def debate_text(count: int, *, window: int = 60) -> str:
    """Return a debate of so many claims with supports and attacks between near ones."""
    draw = random.Random(count)
    lines: list[str] = []
    for each in range(count):
        lines.append(f"[C{each}]: This is claim {each}.")
        for _ in range(draw.choice((0, 0, 1, 2))):
            other = draw.randrange(max(0, each - window), min(count, each + window))
            lines.append(f"  {draw.choice('+-')} [C{other}]")
        lines.append("")
    return "\n".join(lines)


def framework_tasks() -> Mapping[str, Mapping[str, Task]]:
    """Return what is measured of frameworks, by task and by solver."""
    large = layered_attacks(200_000, 1_000_000)
    tenth = layered_attacks(20_000, 100_000)
    small = layered_attacks(60, 200)
    sparse = sparse_attacks(1000)
    hundred = sparse_attacks(100)
    twenty = sparse_attacks(20)

    def first(attacks: Attacks, count: int) -> list[tuple[int, ...]]:
        return list(islice(Framework.of(range(count), attacks).extensions("preferred"), 100))

    tasks: dict[str, dict[str, Task]] = {
        "grounded, 1,000,000 attacks": {
            "argmap": lambda: Framework.of(range(200_000), large).extension("grounded")
        },
        "grounded, 100,000 attacks": {
            "argmap": lambda: Framework.of(range(20_000), tenth).extension("grounded")
        },
        "grounded, 200 attacks": {"argmap": lambda: Framework.of(range(60), small).extension("grounded")},
        "100 preferred, 1,000 arguments": {"argmap": lambda: first(sparse, 1000)},
        "100 preferred, 100 arguments": {"argmap": lambda: first(hundred, 100)},
        "ideal, 1,000 arguments": {"argmap": lambda: Framework.of(range(1000), sparse).extension("ideal")},
        "ideal, 20 arguments": {"argmap": lambda: Framework.of(range(20), twenty).extension("ideal")},
    }
    if find_spec("pygarg"):
        _add_pygarg(tasks, small, twenty)
    if find_spec("argumentation"):
        _add_formal_argumentation(tasks, tenth, small)
    if find_spec("clingo"):
        tasks["100 preferred, 1,000 arguments"]["clingo"] = lambda: _clingo(1000, sparse)
        tasks["100 preferred, 100 arguments"]["clingo"] = lambda: _clingo(100, hundred)
    return tasks


def _add_pygarg(tasks: dict[str, dict[str, Task]], small: Attacks, twenty: Attacks) -> None:
    from pygarg.dung import solver

    def named(count: int, attacks: Attacks) -> tuple[list[str], list[list[str]]]:
        return list(map(str, range(count))), [[str(source), str(target)] for source, target in attacks]

    tasks["grounded, 200 attacks"]["pygarg"] = lambda: solver.compute_grounded_extension(*named(60, small))
    tasks["ideal, 20 arguments"]["pygarg"] = lambda: solver.compute_ideal_extension(*named(20, twenty))


def _add_formal_argumentation(tasks: dict[str, dict[str, Task]], tenth: Attacks, small: Attacks) -> None:
    from argumentation.core import dung

    def named(count: int, attacks: Attacks) -> dung.ArgumentationFramework:
        pairs = frozenset((str(source), str(target)) for source, target in attacks)
        return dung.ArgumentationFramework(frozenset(map(str, range(count))), pairs)

    name = "formal-argumentation"
    tasks["grounded, 200 attacks"][name] = lambda: dung.grounded_extension(named(60, small))
    tasks["grounded, 100,000 attacks"][name] = lambda: dung.grounded_extension(named(20_000, tenth))


def _clingo(count: int, attacks: Attacks) -> int:
    """Return how many of the first 100 preferred extensions clingo lists, by its domain heuristic."""
    from clingo import Control

    control = Control(["100", "--heuristic=Domain", "--enum-mode=domRec"])
    facts = "".join(f"att({source},{target})." for source, target in attacks)
    control.add("base", [], f"arg(0..{count - 1}).{facts}{_ACCEPTABLE}")
    control.ground([("base", [])])
    with control.solve(yield_=True) as handle:
        return sum(1 for _ in handle)


def debate_tasks(megabytes: int) -> Mapping[str, Mapping[str, Task]]:
    """Return what is measured of debates; the large text has so many MB."""
    tasks: dict[str, Task] = {}
    for size in dict.fromkeys((1, megabytes)):
        text = document(size * 1_000_000)
        read = argmap.parse(text)
        tasks[f"parse, {size} MB"] = lambda text=text: argmap.parse(text)
        tasks[f"evaluate, {size} MB"] = lambda read=read: argmap.evaluate(read)
    thousand, five_thousand = argmap.parse(debate_text(1000)), argmap.parse(debate_text(5000))

    def all_preferred() -> object:
        with _without_solver():
            return argmap.evaluate(five_thousand, "preferred", timeout=60)

    tasks |= {
        "evaluate, 5,000 claims, preferred": all_preferred,
        "why, 1,000 claims": lambda: argmap.why(thousand, "[C500]"),
        "flips, 1,000 claims": lambda: argmap.flips(thousand, "[C500]", to="undecided", limit=10),
        "import argmap": lambda: subprocess.run([sys.executable, "-c", "import argmap"], check=True),
    }
    return {name: {"argmap": task} for name, task in tasks.items()}


@contextmanager
def _without_solver() -> Iterator[None]:
    """Let the extra seem not to be installed."""
    modules = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "pysat"}
    for name in modules:
        del sys.modules[name]
    sys.modules["pysat"] = None  # type: ignore[assignment]  # it cannot be imported then
    has_solver.cache_clear()
    try:
        yield
    finally:
        del sys.modules["pysat"]
        sys.modules.update(modules)
        has_solver.cache_clear()


def is_reasoning_imported() -> bool:
    """Return whether `import argmap` loads what evaluates debates."""
    program = "import sys, argmap; sys.exit(any(name.startswith('argmap.reasoning') for name in sys.modules))"
    return subprocess.run([sys.executable, "-c", program], check=False).returncode != 0


def goals(results: Mapping[str, Mapping[str, float]], megabytes: int) -> Iterator[tuple[str, float, float]]:
    """Yield each goal with what was measured and the most that it may be."""
    ours = {name: row["argmap"] for name, row in results.items()}
    large, tenth = ours["grounded, 1,000,000 attacks"], ours["grounded, 100,000 attacks"]
    yield "grounded, 1,000,000 attacks: seconds", large, 2
    yield "grounded, 100,000 to 1,000,000 attacks: exponent of growth", log(large / tenth, 10), 1.05
    for size in dict.fromkeys((1, megabytes)):
        ratio = ours[f"evaluate, {size} MB"] / ours[f"parse, {size} MB"]
        yield f"evaluate, times the time of parse, {size} MB", ratio, 1.5
    yield "first 100 preferred of 1,000 arguments: seconds", ours["100 preferred, 1,000 arguments"], 1
    yield "ideal, 1,000 arguments: seconds", ours["ideal, 1,000 arguments"], 1
    preferred = ours["evaluate, 5,000 claims, preferred"]
    yield "all verdicts under preferred, 5,000 claims, without the extra: seconds", preferred, 1
    yield "why, 1,000 claims: seconds", ours["why, 1,000 claims"], 0.1
    yield "flips, 10 sets, 1,000 claims: seconds", ours["flips, 1,000 claims"], 1
    yield "rooms of reasoning that import argmap loads", float(is_reasoning_imported()), 0


def measured(tasks: Mapping[str, Mapping[str, Task]], rounds: int) -> dict[str, dict[str, float]]:
    """Return the median time of each task; solvers take turns in every round."""
    times: dict[str, dict[str, list[float]]] = {
        name: {solver: [] for solver in solvers} for name, solvers in tasks.items()
    }
    for _ in range(rounds):
        for name, solvers in tasks.items():
            for solver, task in solvers.items():
                start = _spent()
                task()
                times[name][solver].append(_spent() - start)
    return {
        name: {solver: statistics.median(every) for solver, every in solvers.items()}
        for name, solvers in times.items()
    }


def _spent() -> float:
    """Return the seconds of the processor that this process and those that it ran took."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main() -> None:
    """Print two tables in Markdown: what was measured, and what of it meets the goals."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--megabytes", type=int, default=1, help="the size of the large text")
    options = parser.parse_args()
    tasks = {**framework_tasks(), **debate_tasks(options.megabytes)}
    results = measured(tasks, options.rounds)
    solvers = list(dict.fromkeys(solver for row in results.values() for solver in row))
    print(f"| seconds | {' | '.join(solvers)} |\n| --- |{' --- |' * len(solvers)}")
    for name, row in results.items():
        cells = (f"{row[solver]:.4f}" if solver in row else "" for solver in solvers)
        print(f"| {name} | {' | '.join(cells)} |")
    print("\n| goal | measured | at most | |\n| --- | --- | --- | --- |")
    for name, value, most in goals(results, options.megabytes):
        print(f"| {name} | {value:.3f} | {most:g} | {'met' if value <= most else 'missed'} |")


if __name__ == "__main__":
    main()
