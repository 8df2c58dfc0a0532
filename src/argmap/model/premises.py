"""Which statement of a structure a `uses` or `from` names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.model.values import Value

_LABEL = re.compile(r"([PC])([0-9]{1,9})\Z|(C)\Z", re.ASCII)


def step_named(name: Value, *, steps: int, conclusions: Sequence[int]) -> int | None:
    """Return the place, from 0, of the statement that a name means among so many; None if it means none.

    A name is a position from 1, which may be in quotes, or a label: `P2` is the second premise, `C1` the
    first conclusion. `conclusions` are the places of all conclusions, in order.

    >>> [step_named(name, steps=3, conclusions=[2]) for name in (1, "2", "P2", "C1", 4, True)]
    [0, 1, 1, 2, None, None]
    """
    place: int | None = None
    if isinstance(name, int) and not isinstance(name, bool):
        place = name - 1
    elif isinstance(name, str) and name.isdecimal() and len(name) < 10:
        place = int(name) - 1
    elif isinstance(name, str) and (label := _LABEL.match(name)):
        kind, number = label[1] or label[3], int(label[2] or 1)
        place = _conclusion(number, conclusions) if kind == "C" else _premise(number, conclusions)
    return place if place is not None and 0 <= place < steps else None


def _conclusion(number: int, conclusions: Sequence[int]) -> int | None:
    return conclusions[number - 1] if 1 <= number <= len(conclusions) else None


def _premise(number: int, conclusions: Sequence[int]) -> int | None:
    # Before the conclusion with index i there are so many premises as its place has more than i.
    low, high = 0, len(conclusions)
    while low < high:
        middle = (low + high) // 2
        if conclusions[middle] - middle < number:
            low = middle + 1
        else:
            high = middle
    return number - 1 + low if number else None
