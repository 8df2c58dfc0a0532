"""How long decisions take: `python -m tests.benchmarks.logic`, on one core.

The sixty classical patterns, each at most a second; what is hard on purpose; and random clauses, which our
own search and python-sat decide side by side.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from typing import TypeVar

from tests.logic.patterns import patterns

from argmap.logic import Formula, decide, parse_formula
from argmap.logic.deciding.limit import Limit
from argmap.logic.deciding.refuting import refute
from argmap.logic.deciding.satisfying import satisfy
from argmap.logic.formula import compose
from argmap.logic.signs import Connective

T = TypeVar("T")
_MOST_SECONDS = 1.0
_HUNDRED = "".join(f"all x{place}." for place in range(100))
_ALTERNATING = "".join(f"all x{place}.exists y{place}." for place in range(50))


def main() -> None:
    first, _ = _timed(lambda: parse_formula("p"))
    print(f"the first formula of all: {first * 1000:.0f} ms\n")
    _classical()
    _refuted()
    _hostile()
    _clauses()


def _classical() -> None:
    times = {}
    for pattern in patterns():
        seconds, decision = _timed(lambda: decide(pattern.premises, pattern.conclusion))  # noqa: B023  called at once
        times[pattern.title] = seconds
        outcome = f"{decision.outcome.value:8}  {decision.method!s:14}"
        print(f"{seconds * 1000:8.1f} ms  {outcome}  {pattern.title}")
    slowest = max(times.values())
    print(f"{sum(times.values()):8.2f} s for all {len(times)}; the slowest {slowest:.3f} s\n")
    assert slowest < _MOST_SECONDS, "a pattern takes too long"


def _refuted() -> None:
    print("what only the solver of argmap[logic] shows, by itself:")
    for pattern in patterns():
        if pattern.is_valid and decide(pattern.premises, pattern.conclusion).method == "solver":
            formulas = [*pattern.premises, compose(Connective.NOT, pattern.conclusion)]
            seconds, answer = _timed(lambda: refute(formulas, Limit(5.0)))  # noqa: B023  called at once
            print(f"{seconds * 1000:8.1f} ms  {answer.value:10}  {pattern.title}")
    print()


def _hostile() -> None:
    for title, premise, conclusion in (
        ("10,000 negations", "-" * 10_000 + "p", "p"),
        ("5,000 letters, all of them", " & ".join(f"p{place}" for place in range(5_000)), "p77"),
        ("5,000 letters, any of them", " | ".join(f"p{place}" for place in range(5_000)), "p77"),
        ("5,000 letters, each if the next", " <-> ".join(f"p{place}" for place in range(5_000)), "p77"),
        ("a hundred quantifiers", f"{_HUNDRED}({_joined(' | ')})", "R(a,a)"),
        ("a hundred quantifiers by turns", f"{_ALTERNATING}({_joined(' | ', 50, 'R(x{0},y{0})')})", "R(a,a)"),
    ):
        read, formulas = _timed(lambda: [_formula(premise), _formula(conclusion)])  # noqa: B023  called at once
        seconds, decision = _timed(lambda: decide(formulas[:1], formulas[1], timeout=2.0))  # noqa: B023  called at once
        print(f"{seconds:6.2f} s  {decision.outcome.value:12} {title} ({read:.2f} s to read)")
    print()


def _clauses() -> None:
    print("random clauses of three letters, as many as are hardest:")
    for letters in (50, 100, 150):
        clauses = list(_random_clauses(letters, int(4.26 * letters)))
        ours, values = _timed(lambda: satisfy(clauses, letters, Limit(60.0)))  # noqa: B023  called at once
        line = f"{letters:4} letters: {ours * 1000:8.1f} ms by our own search"
        if find_spec("pysat"):
            theirs, is_satisfied = _timed(lambda: _by_pysat(clauses))  # noqa: B023  called at once
            assert is_satisfied == (values is not None)
            line += f", {theirs * 1000:6.1f} ms by python-sat"
        print(line)


def _by_pysat(clauses: Sequence[tuple[int, ...]]) -> bool:
    from pysat.solvers import Solver

    with Solver(name="cadical195", bootstrap_with=clauses) as solver:
        return bool(solver.solve())


def _random_clauses(letters: int, number: int) -> Iterator[tuple[int, ...]]:
    chance = random.Random(letters)
    for _ in range(number):
        yield tuple(chance.choice((1, -1)) * letter for letter in chance.sample(range(1, letters + 1), 3))


def _joined(sign: str, number: int = 99, part: str = "R(x{0},x{1})") -> str:
    return sign.join(part.format(place, place + 1) for place in range(number))


def _formula(text: str) -> Formula:
    formula = parse_formula(text).formula
    assert formula is not None
    return formula


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main()
