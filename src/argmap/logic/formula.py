"""Formulas of propositional and predicate logic."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from argmap.logic.notation import Notation, written
from argmap.logic.signs import Sign, operands
from argmap.text.given_values import several, value_in_words


def _signs(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    return tuple(signs)


@frozen(repr=False)
class Formula:
    """A formula: its signs in Polish notation, each before what it governs.

    It is a row and not a tree, because comparing, hashing, copying and pickling a tree needs a stack as deep
    as the formula, and ten thousand negations are a formula, too.

    >>> from argmap.logic import parse_formula
    >>> formula = parse_formula("not p or q").formula
    >>> formula, formula.main, formula.parts
    (Formula('-p | q'), <Connective.OR: 'or'>, (Formula('-p'), Formula('q')))

    Raises:
        ValueError: the signs do not make a formula, or make more than one.
    """

    signs: tuple[Sign, ...] = field(converter=_signs)

    def __attrs_post_init__(self) -> None:
        missing = 1
        for place, sign in enumerate(self.signs):
            if not missing:
                raise ValueError(f"the formula ends before its sign {place + 1}: {sign!r}")
            missing += operands(sign) - 1
        if missing:
            raise ValueError(f"the formula ends too early: {self.signs[-3:]!r}")

    @property
    def main(self) -> Sign:
        """The sign that governs all others."""
        return self.signs[0]

    @property
    def parts(self) -> tuple[Formula, ...]:
        """What the main sign governs: none, one or two formulas."""
        if operands(self.main) < 2:
            return (Formula(self.signs[1:]),) if operands(self.main) else ()
        middle = end_of(self.signs, 1)
        return Formula(self.signs[1:middle]), Formula(self.signs[middle:])

    def text(self, notation: Notation = Notation.ASCII) -> str:
        """Return the formula as it is written in a notation."""
        return written(self.signs, notation)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"Formula({self.text()!r})"


def check_formula(name: str, value: object) -> None:
    """Raise if a value is no formula.

    >>> check_formula("conclusion", "p & q")
    Traceback (most recent call last):
    TypeError: conclusion must be a Formula, not a value of type str; `parse_formula(text).formula` makes one

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, Formula):
        right = "`parse_formula(text).formula` makes one"
        raise TypeError(f"{name} must be a Formula, not {value_in_words(value)}; {right}")


def formulas_in(name: str, formulas: Iterable[Formula]) -> tuple[Formula, ...]:
    """Return the formulas in a list.

    Raises:
        TypeError: it is no list, or has something else in it.
    """
    given = several(name, formulas, "formulas")
    for formula in given:
        check_formula(f"each of the {name}", formula)
    return given


def compose(sign: Sign, *parts: Formula) -> Formula:
    """Return the formula that a sign makes from others.

    >>> from argmap.logic.signs import Atom, Connective
    >>> compose(Connective.AND, compose(Atom("p")), compose(Atom("q")))
    Formula('p & q')

    Raises:
        TypeError: a part is no formula.
        ValueError: the sign takes another number of formulas.
    """
    formulas_in("parts", parts)
    if len(parts) != operands(sign):
        raise ValueError(f"{sign!r} takes {operands(sign)} formulas, not {len(parts)}")
    return Formula((sign, *(inner for part in parts for inner in part.signs)))


def end_of(signs: tuple[Sign, ...], start: int) -> int:
    """Return the place after the formula that begins at a place among signs."""
    missing, place = 1, start
    while missing:
        missing += operands(signs[place]) - 1
        place += 1
    return place
