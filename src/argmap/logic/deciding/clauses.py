"""Formulas as clauses about a world of a given size."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from itertools import product
from typing import TypeAlias

from argmap.logic.deciding.limit import Limit
from argmap.logic.formula import Formula
from argmap.logic.letters import bound_terms, ends_of
from argmap.logic.signs import Atom, Binder, Connective, Identity, Quantifier

_Part: TypeAlias = tuple[int, Mapping[str, int]]
_Naming: TypeAlias = Generator[_Part, int, int]
_GroundAtom: TypeAlias = tuple[str, tuple[int, ...]]


class Clauses:
    """Clauses that can be true together if and only if formulas can be in a world of so many things.

    Each part of a formula is named by a variable (Tseitin 1968), the same one wherever it says the same about
    the same things. Variables count from 1, and a negative number says that one is false. Parts to be named
    wait in a list, not on Python's stack.
    """

    def __init__(self, size: int, limit: Limit) -> None:
        self.clauses: list[tuple[int, ...]] = []
        self.atoms: dict[_GroundAtom, int] = {}
        self.names: dict[str, list[int]] = {}
        self._limit = limit
        self.things = range(size)
        self._gates: dict[tuple[int, ...], int] = {}
        self._equal: dict[tuple[str, str], int] = {}
        self._applied: dict[tuple[str, tuple[int | str, ...]], int] = {}
        # It is true.
        self.variables = 1
        self.clauses.append((1,))

    def add(self, formula: Formula) -> None:
        """Demand that a formula is true.

        Raises:
            LimitReachedError: it takes too long.
        """
        self.clauses.append((_Grounding(self, formula, self._limit).literal(),))

    def all_of(self, literals: Iterable[int]) -> int:
        """Return a literal that is true if all of these are."""
        several = {literal for literal in literals if literal != 1}
        if -1 in several or any(-literal in several for literal in several):
            return -1
        kept = sorted(several)
        if not kept:
            return 1
        if len(kept) == 1:
            return kept[0]
        key = (0, *kept)
        if key not in self._gates:
            self._limit.spend(len(kept))
            gate = self._gates[key] = self._variable()
            self.clauses += [(-gate, literal) for literal in kept]
            self.clauses.append((gate, *(-literal for literal in kept)))
        return self._gates[key]

    def equivalent(self, left: int, right: int) -> int:
        """Return a literal that is true if both of two are, or neither."""
        if left in (1, -1):
            return right * left
        if right in (1, -1):
            return left * right
        if abs(left) == abs(right):
            return 1 if left == right else -1
        sign = 1 if (left < 0) == (right < 0) else -1
        first, second = sorted((abs(left), abs(right)))
        key = (1, first, second)
        if key not in self._gates:
            gate = self._gates[key] = self._variable()
            self.clauses += [
                (-gate, -first, second),
                (-gate, first, -second),
                (gate, first, second),
                (gate, -first, -second),
            ]
        return sign * self._gates[key]

    def atom(self, atom: Atom, meaning: Mapping[str, int]) -> int:
        """Return the literal which says that a letter is true of these things."""
        terms = tuple(meaning.get(term, term) for term in atom.terms)
        key = (atom.letter, terms)
        if key not in self._applied:
            self._applied[key] = self._apply(atom.letter, terms)
        return self._applied[key]

    def identity(self, left: str, right: str, meaning: Mapping[str, int]) -> int:
        """Return the literal which says that two terms stand for the same thing."""
        first, second = meaning.get(left, left), meaning.get(right, right)
        if isinstance(first, int) and isinstance(second, int):
            return 1 if first == second else -1
        if isinstance(first, int):
            first, second = second, first
        assert isinstance(first, str), "else both are things"
        if isinstance(second, int):
            return self._name(first)[second]
        if first == second:
            return 1
        pair = (min(first, second), max(first, second))
        if pair not in self._equal:
            ours, theirs = self._name(first), self._name(second)
            self._equal[pair] = -self.all_of(
                -self.all_of((ours[thing], theirs[thing])) for thing in self.things
            )
        return self._equal[pair]

    def _apply(self, letter: str, terms: tuple[int | str, ...]) -> int:
        names = list(dict.fromkeys(term for term in terms if isinstance(term, str)))
        if not names:
            return self.atoms.setdefault((letter, terms), 0) or self._new_atom((letter, terms))  # type: ignore[arg-type]  # they are things
        literal = self._variable()
        for things in product(self.things, repeat=len(names)):
            self._limit.spend(len(terms))
            stands_for = dict(zip(names, things, strict=True))
            of_things = tuple(term if isinstance(term, int) else stands_for[term] for term in terms)
            fact = self._apply(letter, of_things)
            others = [-self._name(name)[thing] for name, thing in stands_for.items()]
            self.clauses += [(*others, -literal, fact), (*others, literal, -fact)]
        return literal

    def _new_atom(self, atom: _GroundAtom) -> int:
        self.atoms[atom] = self._variable()
        return self.atoms[atom]

    def _name(self, name: str) -> list[int]:
        """Return literals that say which thing a name stands for: exactly one of them is true.

        Things have no order. Whatever the names stand for, the things can be numbered so that the first name
        stands for the first thing, the second for the first or second, and so on.
        """
        if name not in self.names:
            most = len(self.names) + 1
            literals = [self._variable() if thing < most else -1 for thing in self.things]
            self.names[name] = literals
            open_literals = [literal for literal in literals if literal != -1]
            self.clauses.append(tuple(open_literals))
            for place, literal in enumerate(open_literals):
                self._limit.spend(place + 1)
                self.clauses += [(-literal, -other) for other in open_literals[:place]]
        return self.names[name]

    def _variable(self) -> int:
        self._limit.spend()
        self.variables += 1
        return self.variables


class _Grounding:
    """The literals of the parts of a formula."""

    def __init__(self, clauses: Clauses, formula: Formula, limit: Limit) -> None:
        self._clauses = clauses
        self._limit = limit
        self._signs = formula.signs
        self._ends = ends_of(self._signs)
        self._terms = bound_terms(self._signs, self._ends, limit.spend)
        self._known: dict[tuple[int, tuple[int | None, ...]], int] = {}

    def literal(self) -> int:
        answer: int = 0
        waiting: list[tuple[tuple[int, tuple[int | None, ...]], _Naming]] = [((0, ()), self._named(0, {}))]
        is_new = True
        while waiting:
            key, naming = waiting[-1]
            try:
                place, meaning = next(naming) if is_new else naming.send(answer)
            except StopIteration as stop:
                self._known[key] = answer = stop.value
                waiting.pop()
                is_new = False
                continue
            terms = self._terms[place]
            self._limit.spend(1 + len(terms))
            key = (place, tuple(meaning.get(term) for term in terms))
            is_new = key not in self._known
            if is_new:
                inner = {term: meaning[term] for term in terms if term in meaning}
                waiting.append((key, self._named(place, inner)))
            else:
                answer = self._known[key]
        return answer

    def _named(self, place: int, meaning: Mapping[str, int]) -> _Naming:
        sign = self._signs[place]
        clauses = self._clauses
        if isinstance(sign, Atom):
            return clauses.atom(sign, meaning)
        if isinstance(sign, Identity):
            return clauses.identity(sign.left, sign.right, meaning)
        if isinstance(sign, Binder):
            return (yield from self._quantified(sign, place, meaning))
        first = yield place + 1, meaning
        if sign is Connective.NOT:
            return -first
        second = yield self._ends[place + 1], meaning
        if sign is Connective.AND:
            return clauses.all_of((first, second))
        if sign is Connective.OR:
            return -clauses.all_of((-first, -second))
        if sign is Connective.IMPLIES:
            return -clauses.all_of((first, -second))
        return clauses.equivalent(first, second)

    def _quantified(self, binder: Binder, place: int, meaning: Mapping[str, int]) -> _Naming:
        if binder.variable not in self._terms[place + 1]:
            return (yield place + 1, meaning)
        sign = 1 if binder.quantifier is Quantifier.ALL else -1
        literals = []
        for thing in self._clauses.things:
            literal = sign * (yield place + 1, {**meaning, binder.variable: thing})
            if literal == -1:
                return -sign
            literals.append(literal)
        return sign * self._clauses.all_of(literals)
