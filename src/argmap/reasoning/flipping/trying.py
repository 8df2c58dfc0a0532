"""Minimal sets that answer a question, found by trying all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from argmap.reasoning.deadline import Deadline

# A set of numbers, in order.
Chosen = tuple[int, ...]


def tried_sets(
    count: int, is_answer: Callable[[Chosen], bool], *, most: int, deadline: Deadline
) -> Iterator[list[Chosen]]:
    """Yield, for each size from 0 to `most`, the sets of numbers below `count` that are answers.

    What contains a smaller answer is left out. If the empty set is one, there are no others.

    >>> from argmap.reasoning.deadline import NEVER
    >>> list(tried_sets(4, lambda chosen: 2 in chosen or {0, 1} <= {*chosen}, most=2, deadline=NEVER))
    [[], [(2,)], [(0, 1)]]

    Raises:
        NotDecidedError: the deadline has passed; all answers of smaller sizes have been yielded.
    """
    smaller: list[frozenset[int]] = []
    for size in range(min(most, count) + 1):
        answers = []
        for chosen in combinations(range(count), size):
            deadline.check()
            if not any(answer.issubset(chosen) for answer in smaller) and is_answer(chosen):
                answers.append(chosen)
        yield answers
        smaller += map(frozenset, answers)
        if () in answers:
            return
