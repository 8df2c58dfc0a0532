"""Which formulas are instances of schemata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import TypeAlias

from attrs import frozen

from argmap.logic.forms.schemata import Schema
from argmap.logic.formula import Formula, end_of
from argmap.logic.letters import places_of
from argmap.logic.same_formula import shape_of
from argmap.logic.signs import Atom, Binder, Connective, Sign
from argmap.logic.substitution import rename

Signs: TypeAlias = tuple[Sign, ...]


@frozen
class Filling:
    """What stands for a letter of a schema: a formula about variables."""

    variables: tuple[str, ...]
    signs: Signs

    def of(self, terms: Sequence[str]) -> Signs:
        """Return the formula about other terms."""
        if not self.variables:
            return self.signs
        named = rename(Formula(self.signs), dict(zip(self.variables, terms, strict=True)))
        return named.signs


# What stands for the letters, and which terms for its names and variables.
_Fillings: TypeAlias = Mapping[str, "Filling | str"]


def is_instance(schema: Schema, premises: Sequence[Signs], conclusion: Signs) -> bool:
    """Return whether a step has a form, with its premises in any order; it contains no double negation."""
    if len(premises) != len(schema.premises):
        return False
    return any(
        _fits([*zip(schema.premises, ordered, strict=True), (schema.conclusion, conclusion)])
        for ordered in permutations(premises)
    )


def without_double_negation(signs: Signs) -> Signs:
    """Return a formula without double negations.

    >>> not_p = (Connective.NOT, Atom("p"))
    >>> without_double_negation((Connective.NOT, Connective.NOT, *not_p)) == not_p
    True
    """
    kept: list[Sign] = []
    for sign in signs:
        if sign is Connective.NOT and kept and kept[-1] is Connective.NOT:
            kept.pop()
        else:
            kept.append(sign)
    return tuple(kept)


def denied(signs: Signs) -> Signs:
    """Return the opposite of a formula, without double negation."""
    return signs[1:] if signs[0] is Connective.NOT else (Connective.NOT, *signs)


def is_same(first: Signs, second: Signs) -> bool:
    """Return whether formulas differ only in what their bound variables are called."""
    return len(first) == len(second) and shape_of(Formula(first)) == shape_of(Formula(second))


def _fits(pairs: list[tuple[Formula, Signs]]) -> bool:
    # Quantifiers show what is said about their variables; what is said about a name does not.
    pairs.sort(key=lambda pair: not any(isinstance(sign, Binder) for sign in pair[0].signs))
    several: list[_Fillings] = [{}]
    for schema, signs in pairs:
        several = [after for before in several for after in _matches(schema.signs, signs, before)]
    return bool(several)


def _matches(schema: Signs, signs: Signs, known: _Fillings) -> Iterator[_Fillings]:
    """Yield what must stand for the letters for a formula to be an instance; schemata are not deep."""
    main = schema[0]
    if isinstance(main, Atom):
        yield from _filled(main, signs, known)
    elif main is Connective.NOT:
        yield from _matches(schema[1:], denied(signs), known)
    elif isinstance(main, Binder):
        first = signs[0]
        if isinstance(first, Binder) and first.quantifier is main.quantifier:
            yield from _matches(schema[1:], signs[1:], {**known, main.variable: first.variable})
    elif signs[0] is main:
        middle, ours = end_of(signs, 1), end_of(schema, 1)
        for after in _matches(schema[1:ours], signs[1:middle], known):
            yield from _matches(schema[ours:], signs[middle:], after)


def _filled(atom: Atom, signs: Signs, known: _Fillings) -> Iterator[_Fillings]:
    filling = known.get(atom.letter)
    terms = [known.get(term) for term in atom.terms]
    if isinstance(filling, Filling):
        yield from _compared(filling, atom, signs, known)
    elif None not in terms:
        yield {**known, atom.letter: Filling(tuple(map(str, terms)), signs)}


def _compared(filling: Filling, atom: Atom, signs: Signs, known: _Fillings) -> Iterator[_Fillings]:
    terms = [known.get(term) for term in atom.terms]
    if None not in terms:
        if is_same(without_double_negation(filling.of(list(map(str, terms)))), signs):
            yield known
        return
    # A schema has at most one name.
    (name,) = atom.terms
    for term in _free_terms(signs):
        if is_same(without_double_negation(filling.of([term])), signs):
            yield {**known, name: term}


def _free_terms(signs: Signs) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for place in places_of(signs) for term in place.unbound))
