"""Replacing letters and parts of a formula by others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from attrs import field, frozen

from argmap.logic.formula import Formula, check_formula
from argmap.logic.letters import places_of
from argmap.logic.signs import Atom, Binder, Identity, Sign
from argmap.text.given_values import check_words, given_mapping


def _variables(variables: Iterable[str]) -> tuple[str, ...]:
    return tuple(variables)


@frozen
class Meaning:
    """A formula about variables, to replace a predicate with as many places.

    >>> from argmap.logic import parse_formula
    >>> Meaning(["x"], parse_formula("F(x) & p").formula)
    Meaning(variables=('x',), formula=Formula('F(x) & p'))
    """

    variables: tuple[str, ...] = field(converter=_variables)
    formula: Formula

    def __attrs_post_init__(self) -> None:
        check_formula("a meaning", self.formula)


def rename(formula: Formula, names: Mapping[str, str]) -> Formula:
    """Return a formula with other letters, names and free variables; what is bound stays bound.

    >>> from argmap.logic import parse_formula
    >>> rename(parse_formula("all x.R(x,y)").formula, {"R": "S", "y": "x"})
    Formula('all x1.S(x1,x)')
    """
    check_formula("formula", formula)
    for letter, other in given_mapping("names", names).items():
        check_words(f"the name for {letter!r}", other)
    return Formula(_renamed(apart(formula, names.values()).signs, names))


def substitute(formula: Formula, meanings: Mapping[str, Formula | Meaning]) -> Formula:
    """Return a formula with others in place of sentences and predicates.

    What is valid stays valid: no variable in a replacement becomes bound by what is around it.

    >>> from argmap.logic import parse_formula
    >>> some_is = Meaning(["y"], parse_formula("exists x.R(x,y)").formula)
    >>> substitute(parse_formula("all x.F(x)").formula, {"F": some_is})
    Formula('all x1.exists x.R(x,x1)')

    Raises:
        ValueError: a letter has more or fewer places than its replacement has variables.
    """
    check_formula("formula", formula)
    whole = {
        letter: meaning if isinstance(meaning, Meaning) else Meaning((), meaning)
        for letter, meaning in given_mapping("meanings", meanings).items()
    }
    taken = {name for meaning in whole.values() for name in _names(meaning.formula)}
    signs: list[Sign] = []
    for sign in apart(formula, taken).signs:
        if isinstance(sign, Atom) and sign.letter in whole:
            signs += _applied(whole[sign.letter], sign).signs
        else:
            signs.append(sign)
    return Formula(signs)


def apart(formula: Formula, names: Iterable[str]) -> Formula:
    """Return a formula that says the same and binds none of these names.

    >>> from argmap.logic import parse_formula
    >>> apart(parse_formula("all x.R(x,y)").formula, ["x"])
    Formula('all x1.R(x1,y)')
    """
    avoided = set(names)
    if not any(isinstance(sign, Binder) and sign.variable in avoided for sign in formula.signs):
        return formula
    taken = avoided | set(_names(formula))
    fresh: dict[str, str] = {}
    for sign in formula.signs:
        if isinstance(sign, Binder) and sign.variable in avoided and sign.variable not in fresh:
            fresh[sign.variable] = next(
                name for name in (f"{sign.variable[0]}{number}" for number in count(1)) if name not in taken
            )
            taken.add(fresh[sign.variable])
    return Formula(_with_binders(formula, fresh))


def _with_binders(formula: Formula, fresh: Mapping[str, str]) -> Iterator[Sign]:
    for place in places_of(formula.signs):
        sign = place.sign
        if isinstance(sign, Binder):
            yield Binder(sign.quantifier, fresh.get(sign.variable, sign.variable))
        elif isinstance(sign, Atom | Identity) and sign.terms:
            yield with_terms(
                sign,
                [
                    term if binder is None else fresh.get(term, term)
                    for term, binder in zip(sign.terms, place.binders, strict=True)
                ],
            )
        else:
            yield sign


def with_terms(sign: Atom | Identity, terms: Iterable[str]) -> Atom | Identity:
    """Return a sign with other terms."""
    return Atom(sign.letter, terms) if isinstance(sign, Atom) else Identity(*terms)


def _renamed(signs: tuple[Sign, ...], names: Mapping[str, str]) -> Iterator[Sign]:
    for place in places_of(signs):
        sign = place.sign
        if isinstance(sign, Atom | Identity):
            terms = [
                names.get(term, term) if binder is None else term
                for term, binder in zip(sign.terms, place.binders, strict=True)
            ]
            renamed = with_terms(sign, terms)
            yield Atom(names.get(sign.letter, sign.letter), terms) if isinstance(sign, Atom) else renamed
        else:
            yield sign


def _applied(meaning: Meaning, atom: Atom) -> Formula:
    if len(meaning.variables) != len(atom.terms):
        raise ValueError(f"`{atom.letter}` has {len(atom.terms)} places here, not {len(meaning.variables)}")
    if not atom.terms:
        return meaning.formula
    return rename(meaning.formula, dict(zip(meaning.variables, atom.terms, strict=True)))


def _names(formula: Formula) -> Iterator[str]:
    for sign in formula.signs:
        if isinstance(sign, Binder):
            yield sign.variable
        elif isinstance(sign, Atom | Identity):
            yield from sign.terms
