"""Work as a number that a busy machine does not change: how often a function is called."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from types import FrameType
from typing import TypeAlias

_Profile: TypeAlias = "Callable[[FrameType, str, object], None]"


def calls(work: Callable[[], object]) -> int:
    """Return how many functions, of Python or of C, are called while something is done.

    What a regular expression does inside of one call is not seen.
    """
    count = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    _profiled(work, profile)
    return count


def calls_of(names: Iterable[str], work: Callable[[], object]) -> dict[str, int]:
    """Return by its name how often each of some functions of Python is called while something is done."""
    count = Counter[str]()

    def profile(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            count[frame.f_code.co_name] += 1

    _profiled(work, profile)
    return {name: count[name] for name in names}


def _profiled(work: Callable[[], object], profile: _Profile) -> None:
    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(before)
