"""Which statements of a structure an inference uses: those that `uses` or `from` names, or those above."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.data.values import NO_DATA, Value

_LABEL = re.compile(r"([PC])([0-9]{1,9})\Z|(C)\Z", re.ASCII)


class PremiseNames(NamedTuple):
    """What `key` says of the premises, in the data of an inference or of its conclusion.

    `steps` has the place of the step that each of `names` means, None for one that means no step above the
    conclusion. A name that is not in a list counts as the only one.
    """

    key: str
    is_at_conclusion: bool
    is_list: bool
    names: tuple[Value, ...]
    steps: tuple[int | None, ...]


def premise_names(
    data: Mapping[str, Value],
    conclusion: Mapping[str, Value] | None,
    *,
    index: int,
    conclusions: Sequence[int],
) -> PremiseNames | None:
    """Return what the data of an inference, or of its conclusion, say of its premises; None if they do not.

    `index` is that of the inference in its argument, `conclusions` are the places of all conclusions.
    `uses` goes before `from`, and what the inference says before what its conclusion says.
    """
    for key in ("uses", "from"):
        for is_at_conclusion in (False, True):
            said = ((conclusion or NO_DATA) if is_at_conclusion else data).get(key)
            if said is None or said == "":
                continue
            is_list = isinstance(said, tuple)
            names = said if isinstance(said, tuple) else (said,)
            steps = (step_named(name, steps=conclusions[index], conclusions=conclusions) for name in names)
            return PremiseNames(key, is_at_conclusion, is_list, names, tuple(steps))
    return None


def premise_steps(
    data: Mapping[str, Value],
    conclusion: Mapping[str, Value] | None,
    *,
    index: int,
    conclusions: Sequence[int],
) -> list[int]:
    """Return the places of the steps that an inference uses, from 0.

    Those are the ones that its data name, and all above, back to and including the conclusion before, if
    they name none.

    >>> premise_steps({}, None, index=1, conclusions=[2, 4])
    [2, 3]
    """
    names = premise_names(data, conclusion, index=index, conclusions=conclusions)
    if names is None:
        return list(range(conclusions[index - 1] if index else 0, conclusions[index]))
    return [step for step in names.steps if step is not None]


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
