"""The only file that uses the solver: it shows that formulas cannot be true together."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias

from argmap.logic.deciding.limit import Limit
from argmap.logic.formula import Formula
from argmap.logic.signs import Atom, Binder, Connective, Quantifier, Sign

if TYPE_CHECKING:
    import z3

    _Expression: TypeAlias = z3.BoolRef

# Deeper or larger formulas would overflow the stack of the solver, and nobody writes them.
_DEEPEST = 500
_LARGEST = 50_000
# In the solver's own unit of effort; about five seconds.
_EFFORT = 3_000_000
_MOST_MILLISECONDS = 1 << 30


class Refutation(Enum):
    """What the solver says about formulas."""

    REFUTED = "refuted"
    SATISFIABLE = "satisfiable"
    UNKNOWN = "unknown"


@cache
def has_solver() -> bool:
    """Return whether the extra `argmap[logic]` is installed."""
    return find_spec("z3") is not None


def is_within_reach(formulas: Sequence[Formula]) -> bool:
    """Return whether formulas are neither too deep nor too large for the solver."""
    return sum(len(formula.signs) for formula in formulas) <= _LARGEST and all(
        _depth(formula) <= _DEEPEST for formula in formulas
    )


def refute(formulas: Sequence[Formula], limit: Limit) -> Refutation:
    """Return whether the solver shows that formulas cannot be true together.

    It stops by itself when no time is left, and in any case after a fixed amount of effort.

    Raises:
        LimitReachedError: there is no time left to hand over the formulas.
    """
    # Imported here because most questions are answered without it.
    import z3

    context = z3.Context()
    solver = z3.SolverFor("UF", ctx=context)
    limit.check()
    writer = _SolverWriter(context)
    for formula in formulas:
        solver.add(writer.expression(formula.signs, limit))
    solver.set("rlimit", _EFFORT)
    limit.check()
    if limit.remaining is not None:
        solver.set("timeout", min(max(1, int(limit.remaining * 1000)), _MOST_MILLISECONDS))
    try:
        answer = solver.check()
    except z3.Z3Exception:
        # It ran out of memory, or was interrupted.
        return Refutation.UNKNOWN
    if answer == z3.unsat:
        return Refutation.REFUTED
    return Refutation.SATISFIABLE if answer == z3.sat else Refutation.UNKNOWN


class _SolverWriter:
    """Writes formulas as the solver's own expressions; all letters mean the same in all of them."""

    def __init__(self, context: z3.Context) -> None:
        import z3

        self._z3 = z3
        self._context = context
        self._things = z3.DeclareSort("Thing", ctx=context)
        self._predicates: dict[tuple[str, int], z3.FuncDeclRef] = {}

    def expression(self, signs: tuple[Sign, ...], limit: Limit) -> _Expression:
        waiting: list[_Expression] = []
        for sign in reversed(signs):
            limit.spend(10)
            if isinstance(sign, Atom):
                waiting.append(self._applied(sign))
            elif isinstance(sign, Binder):
                quantify = self._z3.ForAll if sign.quantifier is Quantifier.ALL else self._z3.Exists
                waiting.append(quantify([self._term(sign.variable)], waiting.pop()))
            elif isinstance(sign, Connective):
                left = waiting.pop()
                waiting.append(
                    self._z3.Not(left) if sign is Connective.NOT else self._joined(sign, left, waiting.pop())
                )
            else:
                waiting.append(self._term(sign.left) == self._term(sign.right))
        return waiting.pop()

    def _joined(self, connective: Connective, left: _Expression, right: _Expression) -> _Expression:
        if connective is Connective.AND:
            return self._z3.And(left, right)
        if connective is Connective.OR:
            return self._z3.Or(left, right)
        if connective is Connective.IMPLIES:
            return self._z3.Implies(left, right)
        return left == right

    def _applied(self, atom: Atom) -> _Expression:
        key = (atom.letter, len(atom.terms))
        if key not in self._predicates:
            sorts = [self._things] * len(atom.terms)
            # `p` and `p` of something are different letters.
            name = f"{atom.letter}/{len(atom.terms)}"
            self._predicates[key] = self._z3.Function(name, *sorts, self._z3.BoolSort(self._context))
        return self._predicates[key](*map(self._term, atom.terms))

    def _term(self, name: str) -> z3.ExprRef:
        return self._z3.Const(name, self._things)


def _depth(formula: Formula) -> int:
    deepest: list[int] = []
    for sign in reversed(formula.signs):
        if isinstance(sign, Connective) and sign is not Connective.NOT:
            deepest.append(max(deepest.pop(), deepest.pop()) + 1)
        elif isinstance(sign, Binder | Connective):
            deepest[-1] += 1
        else:
            deepest.append(1)
    return deepest[0]
