"""Worlds of a given size in which formulas are true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count

from argmap.logic.deciding.clauses import Clauses
from argmap.logic.deciding.limit import Limit
from argmap.logic.deciding.satisfying import satisfy
from argmap.logic.formula import Formula
from argmap.logic.letters import free_variables, signature
from argmap.logic.world import World

_THINGS = "abcdefghijklmnopqrst"


def find_world(formulas: Sequence[Formula], size: int, limit: Limit) -> World | None:
    """Return a world of so many things in which formulas are true, None if there is none.

    Raises:
        LimitReachedError: it takes too long.
    """
    clauses = Clauses(size, limit)
    for formula in formulas:
        clauses.add(formula)
    values = satisfy(clauses.clauses, clauses.variables, limit)
    if values is None:
        return None
    stands_for = {
        name: next(thing for thing, literal in enumerate(literals) if literal > 0 and values[literal])
        for name, literals in clauses.names.items()
    }
    # What no clause mentions can stand for anything.
    names = chain(
        (letter.name for letter in signature(*formulas) if letter.kind.value == "name"),
        (name for formula in formulas for name in free_variables(formula)),
    )
    for name in names:
        stands_for.setdefault(name, 0)
    things = call(size, [letter.name for letter in signature(*formulas)])
    return World(
        things,
        (
            (letter, [things[thing] for thing in of_things])
            for (letter, of_things), variable in clauses.atoms.items()
            if values[variable]
        ),
        {name: things[thing] for name, thing in stands_for.items()},
    )


def call(number: int, taken: Iterable[str]) -> list[str]:
    """Return names for so many things: small letters that name nothing else.

    >>> call(3, ["b"])
    ['a', 'c', 'd']
    """
    others = set(taken)
    free = (name for name in _letters() if name not in others)
    return [next(free) for _ in range(number)]


def _letters() -> Iterator[str]:
    yield from _THINGS
    for number in count(1):
        yield from (f"{letter}{number}" for letter in _THINGS)
