"""How many things a world needs at most to make formulas true, where that is known."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from argmap.logic.formula import Formula
from argmap.logic.letters import LetterKind, ends_of, signature
from argmap.logic.signs import Atom, Binder, Connective, Identity, Quantifier

# Worlds of more things are of no use to anyone.
MOST_THINGS = 1 << 12


@frozen
class SizeBound:
    """If formulas can be true together, they are in a world of one of these sizes."""

    least: int
    most: int


def size_bound(formulas: Sequence[Formula]) -> SizeBound | None:
    """Return which sizes of worlds have to be searched, None if no size is known to suffice.

    Two kinds of formulas have such a bound: those in which nothing that exists depends on all things, so that
    existing and named things suffice (Bernays and Schönfinkel 1928), and those with predicates of one place
    only, where no more things of which the same is true are needed than there are quantifiers (Löwenheim
    1915). Without identity, a world can be made larger by things that are like one of its own, so that the
    largest size suffices.

    >>> from argmap.logic import parse_formula
    >>> size_bound([parse_formula("exists x.F(x) & all x.exists y.(F(x) -> -F(y))").formula])
    SizeBound(least=2, most=2)
    >>> size_bound([parse_formula("all x.exists y.R(x,y)").formula]) is None
    True
    """
    names = sum(letter.kind is LetterKind.NAME for letter in signature(*formulas))
    bounds = [_existing(formulas, names), _monadic(formulas, names)]
    most = min((bound for bound in bounds if bound is not None), default=MOST_THINGS + 1)
    if most > MOST_THINGS:
        return None
    has_identity = any(isinstance(sign, Identity) for formula in formulas for sign in formula.signs)
    return SizeBound(1 if has_identity else most, most)


def _existing(formulas: Sequence[Formula], names: int) -> int | None:
    """Return how many things there are by name or by a quantifier, None if some depend on others."""
    existing = names
    for formula in formulas:
        number = _existentials(formula)
        if number is None:
            return None
        existing += number
    return max(existing, 1)


@frozen
class _Side:
    """How many things a part needs when affirmed, or denied, and whether they then depend on all things."""

    times: int = 0
    depends: bool = False

    def __or__(self, other: _Side) -> _Side:
        # There is no need to go on counting: it is too many.
        times = min(self.times + other.times, MOST_THINGS + 1)
        return _Side(times, self.depends or other.depends)


def _existentials(formula: Formula) -> int | None:
    signs, number = formula.signs, 0
    ends = ends_of(signs)
    sides: dict[int, tuple[_Side, _Side]] = {0: (_Side(1), _Side())}
    for place, sign in enumerate(signs):
        affirmed, denied = sides.pop(place)
        inner = place + 1
        if isinstance(sign, Binder):
            if sign.quantifier is Quantifier.ALL:
                exists, every = denied, affirmed
            else:
                exists, every = affirmed, denied
            if exists.times and exists.depends:
                return None
            number += exists.times
            every = _Side(every.times, every.times > 0)
            sides[inner] = (every, exists) if sign.quantifier is Quantifier.ALL else (exists, every)
        elif sign is Connective.NOT:
            sides[inner] = denied, affirmed
        elif isinstance(sign, Connective):
            both = affirmed | denied
            sides[inner] = sides[ends[inner]] = affirmed, denied
            if sign is Connective.IMPLIES:
                sides[inner] = denied, affirmed
            elif sign is Connective.IFF:
                sides[inner] = sides[ends[inner]] = both, both
    return number


def _monadic(formulas: Sequence[Formula], names: int) -> int | None:
    """Return how many things suffice if no predicate has several places, None if one does."""
    predicates: set[str] = set()
    quantifiers, has_identity = 0, False
    for formula in formulas:
        for sign in formula.signs:
            if isinstance(sign, Atom) and sign.terms:
                if len(sign.terms) > 1:
                    return None
                predicates.add(sign.letter)
            has_identity = has_identity or isinstance(sign, Identity)
        quantifiers = max(quantifiers, _depth(formula))
    if len(predicates) > MOST_THINGS.bit_length():
        return None
    kinds = 1 << len(predicates)
    return kinds * max(quantifiers, 1) + names if has_identity else kinds


def _depth(formula: Formula) -> int:
    """Return how many quantifiers are in each other at most."""
    ends = ends_of(formula.signs)
    deepest, open_scopes = 0, list[int]()
    for place, sign in enumerate(formula.signs):
        while open_scopes and open_scopes[-1] <= place:
            open_scopes.pop()
        if isinstance(sign, Binder):
            open_scopes.append(ends[place])
            deepest = max(deepest, len(open_scopes))
    return deepest
