"""From the text of a formula to what it says: what Lark is for here."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen

from argmap.logic.formula import Formula
from argmap.logic.formula_problem import FormulaProblem, FormulaProblemKind
from argmap.logic.scopes import Named, ReadPart, Scopes
from argmap.logic.signs import Connective, Quantifier
from argmap.text import Span

if TYPE_CHECKING:
    from lark import Lark, Token
    from lark.exceptions import UnexpectedInput

_SHOWN = 20
_FORALL = re.compile(r"∀|\\forall|(?:for)?all|(?:FOR)?ALL")
_TEX_NAME = re.compile(r"\\[a-z]+\{(.*)\}")
_EXAMPLE = "write it like `p -> q`, `-p & q` or `all x.(F(x) -> G(x))`"
_CONNECTIVES = {
    "AND": Connective.AND,
    "OR": Connective.OR,
    "IMPLIES": Connective.IMPLIES,
    "IFF": Connective.IFF,
}


@frozen
class FormulaReading:
    """What was read from a text: the formula, or None, and what is wrong with it.

    >>> reading = parse_formula("all x.F(x) -> G(x)")
    >>> reading.formula
    Formula('all x.F(x) -> G(x)')
    >>> print(reading.problems[0].message, reading.problems[0].span, sep="; ")
    no quantifier binds `x` here; Span(start=16, end=17, path=None)
    >>> print(reading.problems[0].hint)
    put all that is said of `x` into parentheses: `all x.(…)`
    """

    text: str
    formula: Formula | None
    problems: tuple[FormulaProblem, ...] = ()


def parse_formula(text: str) -> FormulaReading:
    """Return the formula that a text says, in any notation, with what is wrong with it; any text is read.

    >>> parse_formula("∀x (F(x) → G(x))").formula == parse_formula("all x.(F(x) implies G(x))").formula
    True
    >>> parse_formula("p &").problems[0].message
    'the formula ends too early'
    """
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken

    try:
        branch: ReadPart = _parser().parse(text)  # type: ignore[assignment]  # made by _Branches
    except UnexpectedCharacters as error:
        return FormulaReading(text, None, (_unreadable(text, error.pos_in_stream or 0, error),))
    except UnexpectedToken as error:
        is_end = error.token.type == "$END"
        place = len(text) if is_end else error.token.start_pos or 0
        return FormulaReading(text, None, (_unreadable(text, place, error),))
    scopes = Scopes(branch)
    problems = tuple(sorted(scopes.problems, key=lambda problem: problem.span))
    has_formula = not any(problem.kind.is_error for problem in problems)
    return FormulaReading(text, Formula(scopes.signs) if has_formula else None, problems)


@cache
def _parser() -> Lark:
    from lark import Lark

    return Lark(
        files(__package__).joinpath("formulas.lark").read_text("utf-8"),
        parser="lalr",
        start="formula",
        transformer=_Branches(),
    )


class _Branches:
    """What each rule of the grammar makes of its parts; the names are those of the rules."""

    def connected(self, parts: list[ReadPart | Token]) -> ReadPart:
        left, connective, right = parts
        assert isinstance(left, ReadPart), "it stands before the connective"
        assert isinstance(connective, str), "it stands between two formulas"
        assert isinstance(right, ReadPart), "it stands after the connective"
        return ReadPart(_CONNECTIVES[connective.type], (), (left, right))

    def negation(self, parts: list[ReadPart]) -> ReadPart:
        return ReadPart(Connective.NOT, (), (parts[-1],))

    def quantified(self, parts: list[ReadPart]) -> ReadPart:
        binder, scope = parts
        for name in reversed(binder.names):
            scope = ReadPart(binder.sign, (name,), (scope,))
        return scope

    def binder(self, parts: list[Token]) -> ReadPart:
        quantifier, *variables = parts
        is_universal = _FORALL.fullmatch(quantifier)
        return ReadPart(
            Quantifier.ALL if is_universal else Quantifier.EXISTS, tuple(map(_named, variables)), ()
        )

    def sentence(self, parts: list[Token]) -> ReadPart:
        return ReadPart(None, (_named(parts[0]),), ())

    def name(self, parts: list[Token]) -> Named:
        return _named(parts[0])

    def application(self, parts: list[Token | Named]) -> ReadPart:
        letter, *terms = parts
        assert not isinstance(letter, Named), "the grammar has a letter before terms"
        return ReadPart(None, (_named(letter), *terms), ())  # type: ignore[arg-type]  # terms are names

    def predication(self, parts: list[ReadPart]) -> ReadPart:
        return parts[0]

    def function(self, parts: list[ReadPart]) -> Named:
        return parts[0].names[0]._replace(is_function=True)

    def identity(self, parts: list[Named | Token]) -> ReadPart:
        left, _, right = parts
        return ReadPart("=", (left, right), ())  # type: ignore[arg-type]  # terms are names

    def difference(self, parts: list[Named | Token]) -> ReadPart:
        return ReadPart(Connective.NOT, (), (self.identity(parts),))


def _named(token: Token) -> Named:
    match = _TEX_NAME.fullmatch(token)
    name = match[1].replace(r"\_", "_") if match else str(token)
    start = token.start_pos or 0
    return Named(name, Span(start, start + len(token)))


def _unreadable(text: str, place: int, error: UnexpectedInput) -> FormulaProblem:
    rest = text[place : place + _SHOWN].split("\n")[0].rstrip()
    span = Span(place, min(place + 1, len(text)))
    message, hint = _explained(text, place, rest, error)
    return FormulaProblem(FormulaProblemKind.UNREADABLE, message, span, hint)


def _explained(text: str, place: int, rest: str, error: UnexpectedInput) -> tuple[str, str]:
    before = text[:place]
    is_open = sum(map(before.count, "([")) > sum(map(before.count, ")]"))
    wants_operand = "NAME" in (getattr(error, "accepts", None) or getattr(error, "allowed", None) or ())
    if not text.strip():
        return "there is no formula", _EXAMPLE
    if not rest:
        if is_open and not wants_operand:
            return "a parenthesis is not closed", "write `)` after what belongs together"
        return "the formula ends too early", _EXAMPLE
    if rest[0] in ")]" and not is_open:
        return f"`{rest[0]}` closes no parenthesis", "delete it, or write `(` before what belongs together"
    if not wants_operand and (rest[0].isalpha() or rest[0] in "(["):
        return (
            f"there is no connective before `{rest}`",
            "write `&`, `|`, `->` or `<->` between two formulas, and `F(a)` for a predicate with a name",
        )
    return f"a formula cannot go on with `{rest}`", _EXAMPLE
