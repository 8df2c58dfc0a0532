"""Whether a text that is four times as long takes four times the work."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from functools import partial

import argmap

from .counting import calls

_LENGTH = 2400
# Linear work is four times; what is left is for what is paid once, and for logarithms.
_MOST_CALLS = 4.6
_FACTORS = (1, 4, 16, 64)
# Calls do not show what a regular expression does, and clocks show what else the machine does.
_MOST_TIME = 10.0
_SHORTEST_TIME = 0.03
_BEFORE_CLOSING = re.compile(r"(?<=\w)(?=[\]>])")


def grows(text: str) -> str | None:
    """Return how a text, written many times over, takes more than linear work; None if it does not."""
    if not text:
        return None
    count = max(1, _LENGTH // len(text))
    for name, copies in _WAYS.items():
        counts = _too_many(partial(copies, text), count)
        if counts:
            return f"growth, {name}: {' calls become '.join(str(one) for one in counts)}"
        small, large, largest = (copies(text, count * factor) for factor in (1, 4, 16))
        if _is_slow(small, large, 1) and _is_slow(small, large, 5) and _is_slow(large, largest, 2):
            return f"growth, {name}: {_time(small, 3):.3f} s become {_time(large, 3):.3f} s"
    return None


def _calls(text: str) -> int:
    return calls(partial(_read, text))


def _too_many(copies: Callable[[int], str], count: int) -> list[int]:
    """Return how many calls ever longer texts take, nothing if that is linear in the end.

    A limit, such as to how many titles are compared, makes a few sizes seem more than linear.
    """
    counts: list[int] = []
    length = 0
    for factor in _FACTORS:
        text = copies(count * factor)
        counts.append(_calls(text))
        if length and counts[-1] <= _MOST_CALLS * counts[-2] * len(text) / (4 * length) + 1000:
            return []
        length = len(text)
    return counts


def _is_slow(small: str, large: str, times: int) -> bool:
    longest = _time(large, times)
    return longest > _SHORTEST_TIME and longest > _MOST_TIME * _time(small, times)


def _read(text: str) -> None:
    document = argmap.parse(text)
    argmap.check(document)


def _time(text: str, times: int) -> float:
    return min(_timed(text) for _ in range(times))


def _timed(text: str) -> float:
    start = time.process_time()
    _read(text)
    return time.process_time() - start


def _joined(text: str, count: int) -> str:
    return text * count


def _as_blocks(text: str, count: int) -> str:
    return f"{text}\n\n" * count


def _with_titles_of_their_own(text: str, count: int) -> str:
    return "".join(_numbered(text, count))


def _numbered(text: str, count: int) -> Iterator[str]:
    for number in range(10_000, 10_000 + count):
        yield _BEFORE_CLOSING.sub(str(number), text) + "\n\n"


_WAYS: dict[str, Callable[[str, int], str]] = {
    "joined": _joined,
    "as blocks": _as_blocks,
    "with titles of their own": _with_titles_of_their_own,
}
