"""All cases there are: what decisions are compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from argmap.logic import Formula, Valuation, World
from argmap.logic.signs import Atom, Binder, Connective, Identity, Quantifier


def valuations(letters: Sequence[str]) -> Iterator[Valuation]:
    for values in product([False, True], repeat=len(letters)):
        yield Valuation(dict(zip(letters, values, strict=True)))


def worlds(size: int, predicates: Mapping[str, int], names: Sequence[str]) -> Iterator[World]:
    things = [f"t{number}" for number in range(size)]
    possible = [
        (letter, several)
        for letter, places in predicates.items()
        for several in product(things, repeat=places)
    ]
    for chosen in product([False, True], repeat=len(possible)):
        facts = [fact for fact, is_chosen in zip(possible, chosen, strict=True) if is_chosen]
        for named in product(things, repeat=len(names)):
            yield World(things, facts, dict(zip(names, named, strict=True)))


def holds(formula: Formula, world: World, meaning: Mapping[str, str] | None = None) -> bool:
    """Return whether a formula is true, by the definition as books have it, recursion and all."""
    stands_for = world.names if meaning is None else meaning
    match formula.main:
        case Atom(letter, terms):
            return (letter, tuple(stands_for[term] for term in terms)) in world.facts
        case Identity(left, right):
            return stands_for[left] == stands_for[right]
        case Binder(quantifier, variable):
            several = (
                holds(formula.parts[0], world, {**stands_for, variable: thing}) for thing in world.things
            )
            return all(several) if quantifier is Quantifier.ALL else any(several)
        case Connective.NOT:
            return not holds(formula.parts[0], world, stands_for)
    first, second = (holds(part, world, stands_for) for part in formula.parts)
    return {
        Connective.AND: first and second,
        Connective.OR: first or second,
        Connective.IMPLIES: not first or second,
        Connective.IFF: first == second,
    }[formula.main]
