"""Formulas of propositional and predicate logic."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from argmap.logic.notation import Notation, written
from argmap.logic.signs import Sign, operands


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


def compose(sign: Sign, *parts: Formula) -> Formula:
    """Return the formula that a sign makes from others.

    >>> from argmap.logic.signs import Atom, Connective
    >>> compose(Connective.AND, compose(Atom("p")), compose(Atom("q")))
    Formula('p & q')

    Raises:
        ValueError: the sign takes another number of formulas.
    """
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
