"""Positions on questions: which of them exclude each other, and the proof standard for judging them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

from attrs import frozen

from argmap.model import MOST_RIVALS, Debate, ElementRef
from argmap.reasoning.theories.weighing import strictest
from argmap.settings.tables import STANDARDS


@frozen
class RivalPositions:
    """Pairs of statements that exclude each other, and the standards of statements and of such pairs."""

    conflicts: tuple[tuple[int, int], ...]
    standards: Mapping[int, str]
    rival_standards: Mapping[frozenset[int], str]


def rival_positions(debate: Debate, statement_of: Callable[[ElementRef], int | None]) -> RivalPositions:
    """Return how the questions of a debate set the statements that answer them against each other.

    Positions are rivals unless their question can have several answers. A standard that a question names
    judges its positions, and decides between each two of them; with several questions, the strictest standard
    does.
    """
    conflicts: dict[frozenset[int], tuple[int, int]] = {}
    standards: dict[int, str] = {}
    rival_standards: dict[frozenset[int], str] = {}
    for question in debate.questions.values():
        found = map(statement_of, debate.positions(question))
        numbers = list(dict.fromkeys(number for number in found if number is not None))
        standard = question.standard if question.standard in STANDARDS else None
        if standard:
            for number in numbers:
                standards[number] = strictest((standard, standards.get(number, standard)))
        if question.has_several_answers:
            continue
        for pair in combinations(numbers[:MOST_RIVALS], 2):
            rivals = frozenset(pair)
            conflicts.setdefault(rivals, pair)
            if standard:
                rival_standards[rivals] = strictest((standard, rival_standards.get(rivals, standard)))
    return RivalPositions(tuple(conflicts.values()), standards, rival_standards)
