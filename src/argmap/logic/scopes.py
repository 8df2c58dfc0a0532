"""What the names in a formula stand for at the places where they are written."""

from __future__ import annotations

import re
from collections import Counter
from typing import TypeAlias

from argmap.logic.formula_problem import FormulaProblem, FormulaProblemKind
from argmap.logic.signs import (
    Atom,
    Binder,
    Connective,
    Identity,
    Quantifier,
    Sign,
    is_free_variable,
    is_variable,
)
from argmap.named_tuples import NamedTuple
from argmap.text import Span


class Named(NamedTuple):
    """A name, and where it is written."""

    name: str
    span: Span
    is_function: bool = False


class ReadPart(NamedTuple):
    """A part of a formula as it was read; if it has no sign, it is a letter with its terms."""

    sign: Connective | Quantifier | str | None
    names: tuple[Named, ...]
    inner: tuple[ReadPart, ...]


class _End(NamedTuple):
    """Marks where a quantifier stops binding."""

    quantifier: Quantifier
    variable: Named
    uses: int


_TOGETHER = re.compile(r"[A-Z](?:[a-eu-z]){1,3}")
_Use: TypeAlias = tuple[str, int]


class Scopes:
    """The signs of a formula in Polish notation, and the problems of its names; made in one walk."""

    def __init__(self, branch: ReadPart) -> None:
        self.signs: list[Sign] = []
        self.problems: list[FormulaProblem] = []
        self._open: Counter[str] = Counter()
        self._closed: dict[str, Quantifier] = {}
        self._uses: Counter[str] = Counter()
        self._letters: dict[str, _Use] = {}
        # By variable, a letter that looks like a predicate followed by it, such as `Rxy`.
        self._together: dict[str, str] = {}
        self._walk(branch)

    def _walk(self, branch: ReadPart) -> None:
        waiting: list[ReadPart | _End] = [branch]
        while waiting:
            part = waiting.pop()
            if isinstance(part, _End):
                self._end(part)
            elif isinstance(part.sign, Quantifier):
                self._begin(part.sign, part.names[0], waiting)
                waiting += part.inner
            elif isinstance(part.sign, Connective):
                self.signs.append(part.sign)
                waiting += reversed(part.inner)
            else:
                self._atom(part)

    def _begin(self, quantifier: Quantifier, variable: Named, waiting: list[ReadPart | _End]) -> None:
        if not is_variable(variable.name):
            self._report(
                FormulaProblemKind.VARIABLE,
                f"`{variable.name}` is a name, and quantifiers bind variables",
                variable,
                "write a small letter, such as `x` or `x1`",
            )
            # The row of terms goes on as long as they can be bound.
            self.signs.append(Binder(quantifier, "x"))
        else:
            self.signs.append(Binder(quantifier, variable.name))
        self._open[variable.name] += 1
        waiting.append(_End(quantifier, variable, self._uses[variable.name]))
        self._uses[variable.name] = 0

    def _end(self, end: _End) -> None:
        name = end.variable.name
        if not self._uses[name] and is_variable(name):
            self._report_idle(end)
        self._uses[name] = end.uses
        self._open[name] -= 1
        self._closed[name] = end.quantifier

    def _report_idle(self, end: _End) -> None:
        name = end.variable.name
        # In `∀x (Fx → Gx)`, `Fx` means F(x).
        together = self._together.get(name)
        if together:
            self._report(
                FormulaProblemKind.JUXTAPOSITION,
                f"`{together}` is read as a letter of its own, not as `{together[0]}` of `{name}`",
                end.variable,
                f"write terms in parentheses: `{together[0]}({','.join(together[1:])})`",
            )
        else:
            self._report(
                FormulaProblemKind.IDLE_QUANTIFIER,
                f"`{name}` is bound here and does not occur",
                end.variable,
                f"leave out `{end.quantifier.value} {name}.`, or say something of `{name}`",
            )

    def _atom(self, part: ReadPart) -> None:
        terms = part.names if part.sign else part.names[1:]
        for term in terms:
            self._term(term)
        names = [term.name for term in terms]
        if part.sign:
            self.signs.append(Identity(*names))
        else:
            letter = part.names[0]
            self._use(letter, ("letter", len(terms)))
            if not terms and _TOGETHER.fullmatch(letter.name):
                for variable in letter.name[1:]:
                    self._together.setdefault(variable, letter.name)
            self.signs.append(Atom(letter.name, names))

    def _term(self, term: Named) -> None:
        if term.is_function:
            self._report(
                FormulaProblemKind.FUNCTION,
                f"`{term.name}(…)` is a function, and formulas have none",
                term,
                f"say it with a relation, such as `exists y.({term.name}(y, a) & F(y))`",
            )
        elif self._open[term.name]:
            self._uses[term.name] += 1
        elif is_free_variable(term.name):
            closed = self._closed.get(term.name)
            self._report(
                FormulaProblemKind.FREE_VARIABLE,
                f"no quantifier binds `{term.name}` here",
                term,
                f"put all that is said of `{term.name}` into parentheses: `{closed.value} {term.name}.(…)`"
                if closed
                else f"write `all {term.name}.(…)`, or name the thing with a letter from a to t or a word",
            )
        else:
            self._use(term, ("name", 0))

    def _use(self, named: Named, use: _Use) -> None:
        before = self._letters.setdefault(named.name, use)
        if before != use:
            self._report(
                FormulaProblemKind.TWO_USES,
                f"`{named.name}` is {_described(use)} here and {_described(before)} before",
                named,
                "use another letter for one of them",
            )

    def _report(self, kind: FormulaProblemKind, message: str, named: Named, hint: str) -> None:
        self.problems.append(FormulaProblem(kind, message, named.span, hint))


def _described(use: _Use) -> str:
    kind, terms = use
    if kind == "name":
        return "a name"
    if not terms:
        return "a sentence"
    return "a predicate" if terms == 1 else f"a relation of {terms}"
