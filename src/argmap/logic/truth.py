"""What is true in a case, by the definition of truth (Tarski 1933) alone."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import TypeAlias

from argmap.logic.formula import Formula, check_formula
from argmap.logic.letters import bound_terms, ends_of
from argmap.logic.signs import Atom, Binder, Connective, Identity, Quantifier
from argmap.logic.world import Model, World, check_model

# A part of a formula to be judged, and what its variables stand for.
_Question: TypeAlias = tuple[int, Mapping[str, str]]
_Key: TypeAlias = tuple[int, tuple[str, ...]]
_Judging: TypeAlias = Generator[_Question, bool, bool]


def is_true(formula: Formula, model: Model) -> bool:
    """Return whether a formula is true in a row of a truth table, or in a world.

    It shares no code with the search for models, so that it can check what a search finds.

    >>> from argmap.logic import Valuation, World, parse_formula
    >>> world = World(things=["a", "b"], facts=[("F", ["a"])])
    >>> is_true(parse_formula("exists x.F(x) & -all x.F(x)").formula, world)
    True
    >>> is_true(parse_formula("p -> q").formula, Valuation({"p": True, "q": False}))
    False

    Raises:
        LookupError: the model says nothing about a letter or name.
    """
    check_formula("formula", formula)
    check_model(model)
    return _Judge(formula, model).verdict()


class _Judge:
    """Judges parts of a formula in a model, each at most once for the same things.

    Parts to be judged wait in a list, not on Python's stack: formulas may be deep.
    """

    def __init__(self, formula: Formula, model: Model) -> None:
        self._signs = formula.signs
        self._model = model
        self._ends = ends_of(self._signs)
        self._variables = bound_terms(self._signs, self._ends)
        self._known: dict[_Key, bool] = {}

    def verdict(self) -> bool:
        answer = False
        waiting: list[tuple[_Key, _Judging]] = [((0, ()), self._judge(0, {}))]
        is_new = True
        while waiting:
            key, judging = waiting[-1]
            try:
                place, meaning = next(judging) if is_new else judging.send(answer)
            except StopIteration as stop:
                self._known[key] = answer = stop.value
                waiting.pop()
                is_new = False
                continue
            inner = {name: meaning[name] for name in self._variables[place] if name in meaning}
            key = (place, tuple(inner[name] for name in self._variables[place] if name in inner))
            if key in self._known:
                answer, is_new = self._known[key], False
            else:
                waiting.append((key, self._judge(place, inner)))
                is_new = True
        return answer

    def _judge(self, place: int, meaning: Mapping[str, str]) -> _Judging:
        sign = self._signs[place]
        if isinstance(sign, Atom):
            return self._is_fact(sign, meaning)
        if isinstance(sign, Identity):
            return self._thing(sign.left, meaning) == self._thing(sign.right, meaning)
        if isinstance(sign, Binder):
            return (yield from self._judge_all(sign, place, meaning))
        first = yield place + 1, meaning
        if sign is Connective.NOT:
            return not first
        # If the first part settles it, the second is not needed.
        if sign is Connective.AND and not first:
            return False
        if sign is Connective.OR and first:
            return True
        if sign is Connective.IMPLIES and not first:
            return True
        second = yield self._ends[place + 1], meaning
        return first == second if sign is Connective.IFF else second

    def _judge_all(self, binder: Binder, place: int, meaning: Mapping[str, str]) -> _Judging:
        is_existential = binder.quantifier is Quantifier.EXISTS
        for thing in self._things():
            if (yield place + 1, {**meaning, binder.variable: thing}) == is_existential:
                return is_existential
        return not is_existential

    def _things(self) -> tuple[str, ...]:
        if isinstance(self._model, World):
            return self._model.things
        raise LookupError("a row of a truth table has no things")

    def _thing(self, term: str, meaning: Mapping[str, str]) -> str:
        if term in meaning:
            return meaning[term]
        if isinstance(self._model, World) and term in self._model.names:
            return self._model.names[term]
        raise LookupError(f"the model does not say what {term!r} stands for")

    def _is_fact(self, atom: Atom, meaning: Mapping[str, str]) -> bool:
        if isinstance(self._model, World):
            return (
                atom.letter,
                tuple(self._thing(term, meaning) for term in atom.terms),
            ) in self._model.facts
        if atom.terms or atom.letter not in self._model.values:
            raise LookupError(f"the model does not say whether {atom.letter!r} is true")
        return self._model.values[atom.letter]
