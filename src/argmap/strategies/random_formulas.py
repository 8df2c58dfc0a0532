"""Strategies for formulas of logic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from argmap.logic import Formula, compose
from argmap.logic.signs import Atom, Binder, Connective, Identity, Quantifier, Sign

_TWO = tuple(connective for connective in Connective if connective is not Connective.NOT)
_VARIABLES = ("x", "y", "z")


@st.composite
def formulas(
    draw: st.DrawFn,
    *,
    sentences: Sequence[str] = ("p", "q"),
    predicates: Mapping[str, int] | None = None,
    names: Sequence[str] = ("a", "b"),
    identity: bool = True,
    most: int = 6,
) -> Formula:
    """Generate closed formulas with at most so many connectives and quantifiers.

    `predicates` says how many places each has; without it, `F` and `G` have one and `R` has two. For
    propositional logic give `predicates={}` and `identity=False`.

    >>> from hypothesis import find
    >>> find(formulas(), lambda formula: True)
    Formula('p')
    """
    places = {"F": 1, "G": 1, "R": 2} if predicates is None else dict(predicates)
    return _made(draw, most, (), _Letters(sentences, places, names, identity))


class _Letters:
    """What may occur in a formula."""

    def __init__(
        self, sentences: Sequence[str], places: Mapping[str, int], names: Sequence[str], identity: bool
    ) -> None:
        self.sentences = sentences
        self.places = places
        self.names = names
        self.identity = identity
        self.has_quantifiers = bool(places) or identity


def _made(draw: st.DrawFn, most: int, bound: tuple[str, ...], letters: _Letters) -> Formula:
    """Return a formula of at most so many signs; recursion is as deep as it says."""
    if not most or draw(st.booleans()):
        return compose(draw(_atoms(bound, letters)))
    signs: list[Sign] = [Connective.NOT, *_TWO]
    if letters.has_quantifiers:
        signs += [Binder(quantifier, name) for quantifier in Quantifier for name in _VARIABLES[:2]]
    sign = draw(st.sampled_from(signs))
    if isinstance(sign, Binder):
        return compose(sign, _made(draw, most - 1, (*bound, sign.variable), letters))
    if sign is Connective.NOT:
        return compose(sign, _made(draw, most - 1, bound, letters))
    left = draw(st.integers(0, most - 1))
    return compose(sign, _made(draw, left, bound, letters), _made(draw, most - 1 - left, bound, letters))


def _atoms(bound: tuple[str, ...], letters: _Letters) -> st.SearchStrategy[Atom | Identity]:
    choices: list[st.SearchStrategy[Atom | Identity]] = []
    if letters.sentences:
        choices.append(st.sampled_from(letters.sentences).map(Atom))
    terms = [*dict.fromkeys(bound), *letters.names]
    if terms and letters.places:
        choices.append(
            st.sampled_from(sorted(letters.places)).flatmap(
                lambda letter: st.lists(
                    st.sampled_from(terms), min_size=letters.places[letter], max_size=letters.places[letter]
                ).map(lambda several: Atom(letter, several))
            )
        )
    if terms and letters.identity:
        choices.append(st.builds(Identity, st.sampled_from(terms), st.sampled_from(terms)))
    if not choices:
        raise ValueError("formulas need a sentence, or a name with a predicate or the identity")
    return st.one_of(choices)
