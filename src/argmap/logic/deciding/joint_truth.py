"""Whether formulas can be true together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from argmap.logic.deciding.clauses import Clauses
from argmap.logic.deciding.decision import Consistency
from argmap.logic.deciding.finite_worlds import call, find_world
from argmap.logic.deciding.fragments import SizeBound, size_bound
from argmap.logic.deciding.limit import Limit, LimitReachedError, check_timeout
from argmap.logic.deciding.refuting import Refutation, has_solver, is_within_reach, refute
from argmap.logic.deciding.satisfying import satisfy
from argmap.logic.deciding.truth_table import MOST_LETTERS, true_row
from argmap.logic.formula import Formula, formulas_in
from argmap.logic.signs import Atom, Binder, Identity
from argmap.logic.world import Model, Valuation, World

TIMEOUT = 5.0
# Worlds of so many things are searched before the solver is asked: small counter-models are easy to see.
_FEW = 3
# If no number is known to suffice, larger worlds hardly ever show anything that these do not.
_MANY = 6
# Steps for each of the first sizes: enough for what people write, and over in about a second.
_FIRST_STEPS = 1_000_000
# Limits what is kept in memory.
_MOST_STEPS = 30_000_000


def consistent(premises: Iterable[Formula], *, timeout: float | None = TIMEOUT) -> Consistency:
    """Return whether formulas can be true together, in at most `timeout` seconds; None means no limit.

    >>> from argmap.logic import parse_formula
    >>> formulas = [parse_formula(text).formula for text in ("p | q", "-p", "-q")]
    >>> consistent(formulas).is_consistent, consistent(formulas[:2]).is_consistent
    (False, True)
    """
    check_timeout(timeout)
    known = formulas_in("premises", premises)
    limit = Limit(timeout, steps=_MOST_STEPS)
    try:
        answer = _answer(list(dict.fromkeys(known)), limit)
    except LimitReachedError as error:
        answer = Consistency(is_consistent=None, reason=str(error))
    return evolve(answer, seconds=limit.elapsed)


def _answer(formulas: Sequence[Formula], limit: Limit) -> Consistency:
    limit.check()
    if any(isinstance(sign, Binder | Identity) for formula in formulas for sign in formula.signs):
        return _WorldSearch(formulas, limit).answer()
    return _propositional(formulas, limit)


def _propositional(formulas: Sequence[Formula], limit: Limit) -> Consistency:
    """Decide formulas without quantifiers and identity: predications of names are sentences like others."""
    atoms = list(
        dict.fromkeys(sign for formula in formulas for sign in formula.signs if isinstance(sign, Atom))
    )
    if len(atoms) <= MOST_LETTERS:
        row = true_row(formulas, atoms, limit)
        return _shown(None if row is None else _case(atoms, row), "truth table")
    # Each atom becomes a separate sentence.
    letters = {atom: Atom(f"p{number}") for number, atom in enumerate(atoms)}
    clauses = Clauses(1, limit)
    for formula in formulas:
        signs = (letters[sign] if isinstance(sign, Atom) else sign for sign in formula.signs)
        clauses.add(Formula(signs))
    values = satisfy(clauses.clauses, clauses.variables, limit)
    if values is None:
        return _shown(None, "search")
    variables = {atom: clauses.atoms.get((letter.letter, ())) for atom, letter in letters.items()}
    true = frozenset(atom for atom, variable in variables.items() if variable and values[variable])
    return _shown(_case(atoms, true), "search")


def _shown(model: Model | None, method: str) -> Consistency:
    return Consistency(is_consistent=model is not None, model=model, method=method)


def _case(atoms: Sequence[Atom], true: frozenset[Atom]) -> Model:
    if not any(atom.terms for atom in atoms):
        return Valuation({atom.letter: atom in true for atom in atoms})
    terms = list(dict.fromkeys(term for atom in atoms for term in atom.terms))
    things = dict(zip(terms, call(len(terms), [atom.letter for atom in atoms]), strict=True))
    return World(
        things.values(), ((atom.letter, [things[term] for term in atom.terms]) for atom in true), things
    )


class _WorldSearch:
    """Looks for a world of few things, asks the solver, and looks for a larger world."""

    def __init__(self, formulas: Sequence[Formula], limit: Limit) -> None:
        self._formulas = formulas
        self._limit = limit
        self._bound = size_bound(formulas)
        self._excluded: set[int] = set()
        self._reason = ""

    def answer(self) -> Consistency:
        return self._small() or self._refuted() or self._large() or self._not_decided()

    def _small(self) -> Consistency | None:
        for size in range(1, _FEW + 1):
            if answer := self._of_size(size, self._limit.part(_FIRST_STEPS)):
                return answer
        return None

    def _refuted(self) -> Consistency | None:
        if not has_solver() or not is_within_reach(self._formulas):
            return None
        remaining = self._limit.remaining
        # Half of the time is for larger worlds.
        limit = Limit(None if remaining is None else remaining / 2, steps=_MOST_STEPS)
        try:
            is_refuted = refute(self._formulas, limit) is Refutation.REFUTED
        except LimitReachedError:
            return None
        return _shown(None, "solver") if is_refuted else None

    def _large(self) -> Consistency | None:
        sizes = list(range(_FEW + 1, _MANY + 1))
        if self._bound:
            sizes = [size for size in range(_FEW + 1, self._bound.most) if size <= _MANY]
            sizes += [size for size in self._sizes_of(self._bound) if size not in sizes and size > _FEW]
        sizes += sorted(size for size in range(1, _FEW + 1) if size not in self._excluded)
        for size in sizes:
            if answer := self._of_size(size, self._limit):
                return answer
        return None

    def _of_size(self, size: int, limit: Limit) -> Consistency | None:
        try:
            world = find_world(self._formulas, size, limit)
        except LimitReachedError as error:
            self._limit.check()
            self._reason = str(error)
            return None
        if world is not None:
            return _shown(world, "small worlds")
        self._excluded.add(size)
        bound = self._bound
        if bound and all(size in self._excluded for size in self._sizes_of(bound)):
            return _shown(None, "small worlds")
        return None

    def _sizes_of(self, bound: SizeBound) -> range:
        return range(bound.least, bound.most + 1)

    def _not_decided(self) -> Consistency:
        reason = self._reason
        if not reason:
            most = max(self._excluded, default=0)
            reason = f"no world of at most {most} things decides it, and a larger one may"
        if not has_solver():
            reason += "; with `argmap[logic]` installed it may be decided"
        return Consistency(is_consistent=None, reason=reason)
