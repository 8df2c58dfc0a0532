"""The letters of formulas: sentences, predicates and names, and the variables that nothing binds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from attrs import frozen

from argmap.logic.formula import Formula, check_formula, formulas_in
from argmap.logic.signs import Atom, Binder, Identity, Quantifier, Sign, is_free_variable, operands


class LetterKind(Enum):
    """What a letter stands for."""

    SENTENCE = "sentence"
    PREDICATE = "predicate"
    NAME = "name"


@frozen
class Letter:
    """A letter with what it stands for; predicates have one place or more: relations are predicates."""

    name: str
    kind: LetterKind
    places: int = 0


def signature(*formulas: Formula) -> tuple[Letter, ...]:
    """Return the letters of formulas in the order in which they first occur, each once.

    A letter that is used in two ways is listed twice.

    >>> from argmap.logic import parse_formula
    >>> for letter in signature(parse_formula("all x.(F(x) -> R(x,a)) & p").formula):
    ...     print(letter.name, letter.kind.value, letter.places)
    F predicate 1
    R predicate 2
    a name 0
    p sentence 0
    """
    letters: dict[Letter, None] = {}
    for formula in formulas_in("formulas", formulas):
        for place in places_of(formula.signs):
            letters |= dict.fromkeys(_letters(place))
    return tuple(letters)


def free_variables(formula: Formula) -> tuple[str, ...]:
    """Return the variables that no quantifier binds, in the order in which they first occur.

    >>> from argmap.logic import parse_formula
    >>> free_variables(parse_formula("all x.R(x,y) & F(x)").formula)
    ('y', 'x')
    """
    check_formula("formula", formula)
    variables = (
        term for place in places_of(formula.signs) for term in place.unbound if is_free_variable(term)
    )
    return tuple(dict.fromkeys(variables))


def is_closed(formula: Formula) -> bool:
    """Return whether quantifiers bind all variables.

    >>> from argmap.logic import parse_formula
    >>> is_closed(parse_formula("all x.R(x,a)").formula)
    True
    """
    return not free_variables(formula)


def close(formula: Formula) -> Formula:
    """Return a formula with all its free variables bound by `all`.

    >>> from argmap.logic import parse_formula
    >>> close(parse_formula("R(x,y)").formula)
    Formula('all x.all y.R(x,y)')
    """
    binders = (Binder(Quantifier.ALL, variable) for variable in free_variables(formula))
    return Formula((*binders, *formula.signs))


def is_propositional(*formulas: Formula) -> bool:
    """Return whether formulas have sentences and connectives only, no predicates and quantifiers.

    >>> from argmap.logic import parse_formula
    >>> is_propositional(parse_formula("p & q").formula), is_propositional(parse_formula("F(a)").formula)
    (True, False)
    """
    signs = (sign for formula in formulas for sign in formula.signs)
    return not any(isinstance(sign, Identity | Binder) or getattr(sign, "terms", ()) for sign in signs)


@frozen
class SignPlace:
    """A sign of a formula, and the places of the binders of its variables, None where nothing binds one."""

    sign: Sign
    binders: tuple[int | None, ...] = ()

    @property
    def unbound(self) -> Iterator[str]:
        """The terms that nothing binds."""
        if isinstance(self.sign, Atom | Identity):
            pairs = zip(self.sign.terms, self.binders, strict=True)
            yield from (term for term, binder in pairs if binder is None)


def places_of(signs: tuple[Sign, ...]) -> Iterator[SignPlace]:
    """Yield signs in order, each with the places of what binds its terms."""
    ends = ends_of(signs)
    binders: dict[str, list[int]] = {}
    scopes: list[tuple[int, str]] = []
    for place, sign in enumerate(signs):
        while scopes and scopes[-1][0] == place:
            binders[scopes.pop()[1]].pop()
        if isinstance(sign, Binder):
            binders.setdefault(sign.variable, []).append(place)
            scopes.append((ends[place], sign.variable))
            yield SignPlace(sign)
        elif isinstance(sign, Atom | Identity):
            yield SignPlace(sign, tuple((binders.get(term) or (None,))[-1] for term in sign.terms))
        else:
            yield SignPlace(sign)


def ends_of(signs: tuple[Sign, ...]) -> list[int]:
    """Return for each sign the place after the formula that begins with it."""
    ends = [0] * len(signs)
    for place in range(len(signs) - 1, -1, -1):
        end = place + 1
        for _ in range(operands(signs[place])):
            end = ends[end]
        ends[place] = end
    return ends


def bound_terms(
    signs: tuple[Sign, ...], ends: list[int], spend: Callable[[int], None] = lambda _: None
) -> list[tuple[str, ...]]:
    """Return for each part of a formula the variables in it that something outside it may bind.

    Together they may be many more than there are signs: `spend` is called with their number.
    """
    variables = {sign.variable for sign in signs if isinstance(sign, Binder)}
    terms: list[tuple[str, ...]] = [()] * len(signs)
    for place in range(len(signs) - 1, -1, -1):
        sign = signs[place]
        if isinstance(sign, Atom | Identity):
            terms[place] = tuple(dict.fromkeys(term for term in sign.terms if term in variables))
        elif isinstance(sign, Binder):
            terms[place] = tuple(term for term in terms[place + 1] if term != sign.variable)
        elif operands(sign) == 1:
            terms[place] = terms[place + 1]
        else:
            left, right = terms[place + 1], terms[ends[place + 1]]
            terms[place] = left if left == right else tuple(dict.fromkeys(left + right))
        spend(1 + len(terms[place]))
    return terms


def _letters(place: SignPlace) -> Iterator[Letter]:
    sign = place.sign
    if isinstance(sign, Atom):
        yield Letter(
            sign.letter, LetterKind.PREDICATE if sign.terms else LetterKind.SENTENCE, len(sign.terms)
        )
    for term in place.unbound:
        if not is_free_variable(term):
            yield Letter(term, LetterKind.NAME)
