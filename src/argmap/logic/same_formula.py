"""Formulas that say the same, whatever their variables are called."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from argmap.logic.formula import Formula, check_formula, formulas_in
from argmap.logic.letters import places_of
from argmap.logic.signs import Atom, Binder, Identity


def place_among(formulas: Iterable[Formula], formula: Formula) -> int | None:
    """Return the place of the first formula that differs only in bound variables, None if there is none.

    >>> from argmap.logic import parse_formula
    >>> formulas = [parse_formula(text).formula for text in ("p", "all y.F(y)")]
    >>> place_among(formulas, parse_formula("∀x F(x)").formula)
    1
    """
    check_formula("formula", formula)
    wanted, known = shape_of(formula), formulas_in("formulas", formulas)
    return next((place for place, other in enumerate(known) if shape_of(other) == wanted), None)


def shape_of(formula: Formula) -> tuple[Hashable, ...]:
    """Return a value that is equal for formulas which differ only in the names of bound variables.

    Each bound variable is replaced by the place of what binds it (de Bruijn 1972).
    """
    return tuple(_shapes(formula))


def _shapes(formula: Formula) -> Iterator[Hashable]:
    for place in places_of(formula.signs):
        sign = place.sign
        if isinstance(sign, Binder):
            yield sign.quantifier
        elif isinstance(sign, Atom | Identity):
            letter = sign.letter if isinstance(sign, Atom) else None
            pairs = zip(sign.terms, place.binders, strict=True)
            yield letter, tuple(term if binder is None else binder for term, binder in pairs)
        else:
            yield sign
