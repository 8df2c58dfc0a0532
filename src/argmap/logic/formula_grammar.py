"""Parses the text of a formula."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from argmap.data.grammars.parsing_by_tables import GrammarToken, Maker, UnreadableTextError
from argmap.logic.formula import Formula
from argmap.logic.formula_problem import FormulaProblem, FormulaProblemKind
from argmap.logic.formula_tables import formula_parser
from argmap.logic.scopes import Named, ReadPart, Scopes
from argmap.logic.signs import RESERVED, Connective, Quantifier
from argmap.text import Span
from argmap.text.given_values import check_words

_SHOWN = 20
_FORALL = re.compile(r"∀|\\forall|(?:for)?all|(?:FOR)?ALL")
_TEX_NAME = re.compile(r"\\[a-z]+\{(.*)\}")
_EXAMPLE = "write it like `p -> q`, `-p & q` or `all x.(F(x) -> G(x))`"
# Words and letters that others read as signs, with what to write for them.
_NO_SIGNS = {
    "if": "write `p -> q` for “if p, then q”",
    "then": "write `p -> q` for “if p, then q”",
    "only": "write `p -> q` for “p only if q”",
    "v": "write `|` or `or` for “or”",
    "either": "write `p | q` for “either p or q”, or both",
    "xor": "write `p <-> -q` for “p or q, and not both”",
    "nor": "write `-p & -q` for “neither p nor q”",
    "neither": "write `-p & -q` for “neither p nor q”",
    "both": "write `p & q` for “both p and q”",
    "but": "write `p & q` for “p, but q”",
    "unless": "write `p | q` for “p unless q”",
    "no": "write `-exists x.F(x)` for “nothing is F”",
    "every": "write `all x.F(x)` for “everything is F”",
    "each": "write `all x.F(x)` for “each thing is F”",
    "for": "write `all x.F(x)` for “F holds for all x”",
    "there": "write `exists x.F(x)` for “there is something that is F”",
    "is": "write `F(a)` for “a is F”, and `a = b` for “a is b”",
}
# The same for signs that are written between two formulas.
_NO_CONNECTIVES = {
    "if and only if": "write `p <-> q` for “p if and only if q”",
    "if": "write `q -> p` for “p if q”",
}
_FIRST_WORD = re.compile(r"\w++")
_LAST_WORD = re.compile(r"(?<!\w)\w++(?=\s*$)")
_CONNECTIVES = {
    "AND": Connective.AND,
    "OR": Connective.OR,
    "IMPLIES": Connective.IMPLIES,
    "IFF": Connective.IFF,
}


@frozen
class FormulaReading:
    """The formula that was read from a text, or None, and what is wrong with it.

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
    """Return the formula in a text, in any notation, with what is wrong with it; no text raises an error.

    >>> parse_formula("∀x (F(x) → G(x))").formula == parse_formula("all x.(F(x) implies G(x))").formula
    True
    >>> parse_formula("p &").problems[0].message
    'the formula ends too early'
    """
    check_words("a formula", text)
    try:
        part = formula_parser().parse(text, _MAKERS)
    except UnreadableTextError as error:
        return FormulaReading(text, None, (_unreadable(text, error),))
    assert isinstance(part, ReadPart), "that is what the first rule makes"
    scopes = Scopes(part)
    problems = tuple(sorted(scopes.problems, key=lambda problem: problem.span))
    has_formula = not any(problem.kind.is_error for problem in problems)
    return FormulaReading(text, Formula(scopes.signs) if has_formula else None, problems)


def _connected(parts: list[ReadPart | GrammarToken]) -> ReadPart:
    left, connective, right = parts
    assert isinstance(left, ReadPart), "it is before the connective"
    assert isinstance(connective, GrammarToken), "it is between two formulas"
    assert isinstance(right, ReadPart), "it is after the connective"
    return ReadPart(_CONNECTIVES[connective.kind], (), (left, right))


def _negation(parts: list[ReadPart]) -> ReadPart:
    return ReadPart(Connective.NOT, (), (parts[-1],))


def _quantified(parts: list[ReadPart]) -> ReadPart:
    binder, scope = parts
    for name in reversed(binder.names):
        scope = ReadPart(binder.sign, (name,), (scope,))
    return scope


def _binder(parts: list[GrammarToken]) -> ReadPart:
    written, *variables = parts
    quantifier = Quantifier.ALL if _FORALL.fullmatch(written.text) else Quantifier.EXISTS
    return ReadPart(quantifier, tuple(map(_named, variables)), ())


def _sentence(parts: list[GrammarToken]) -> ReadPart:
    return ReadPart(None, (_named(parts[0]),), ())


def _name(parts: list[GrammarToken]) -> Named:
    return _named(parts[0])


def _application(parts: list[GrammarToken | Named]) -> ReadPart:
    names = (_named(part) if isinstance(part, GrammarToken) else part for part in parts)
    return ReadPart(None, tuple(names), ())


def _predication(parts: list[ReadPart]) -> ReadPart:
    return parts[0]


def _function(parts: list[ReadPart]) -> Named:
    return parts[0].names[0]._replace(is_function=True)


def _identity(parts: list[Named]) -> ReadPart:
    return ReadPart("=", (parts[0], parts[-1]), ())


def _difference(parts: list[Named]) -> ReadPart:
    return ReadPart(Connective.NOT, (), (_identity(parts),))


# What each rule of the grammar makes from its parts.
_MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "connected": _connected,
        "negation": _negation,
        "quantified": _quantified,
        "binder": _binder,
        "sentence": _sentence,
        "name": _name,
        "application": _application,
        "predication": _predication,
        "function": _function,
        "identity": _identity,
        "difference": _difference,
    }
)


def _named(token: GrammarToken) -> Named:
    match = _TEX_NAME.fullmatch(token.text)
    return Named(match[1].replace(r"\_", "_") if match else token.text, token.span)


def _unreadable(text: str, error: UnreadableTextError) -> FormulaProblem:
    place = error.token.start
    rest = text[place : place + _SHOWN].split("\n")[0].rstrip()
    if not rest:
        # Something missing has no place: the last sign is shown instead.
        end = len(text.rstrip())
        span = Span(end - 1, end) if end else Span(0, len(text))
    else:
        is_word = error.token.text in RESERVED
        span = error.token.span if is_word else Span(place, min(place + 1, len(text)))
    message, hint = _explained(text[:place], rest, error)
    return FormulaProblem(FormulaProblemKind.UNREADABLE, message, span, hint)


def _explained(before: str, rest: str, error: UnreadableTextError) -> tuple[str, str]:
    is_open = sum(map(before.count, "([")) > sum(map(before.count, ")]"))
    wants_operand = "NAME" in error.expected
    if not before.strip() and not rest:
        return "there is no formula", _EXAMPLE
    if not rest:
        if is_open and not wants_operand:
            return "a parenthesis is not closed", "write `)` after what belongs together"
        return "the formula ends too early", _EXAMPLE
    if rest[0] in ")]" and not is_open:
        return f"`{rest[0]}` closes no parenthesis", "delete it, or write `(` before what belongs together"
    if wants_operand and error.token.text in RESERVED:
        return f"`{error.token.text}` is a sign, and here a name or formula is needed", _EXAMPLE
    if not wants_operand and (rest[0].isalpha() or rest[0] in "(["):
        return _without_connective(before, rest)
    return f"a formula cannot go on with `{rest}`", _EXAMPLE


def _without_connective(before: str, rest: str) -> tuple[str, str]:
    for words, advice in _NO_CONNECTIVES.items():
        if rest.lower().startswith(f"{words} "):
            return f"`{rest[: len(words)]}` is not a sign of formulas", advice
    for word in (_LAST_WORD.search(before), _FIRST_WORD.match(rest)):
        if word and word[0] == "v":
            return "`v` is a letter in a formula, and no sign", _NO_SIGNS["v"]
        if word and word[0].lower() in _NO_SIGNS:
            return f"`{word[0]}` is not a sign of formulas", _NO_SIGNS[word[0].lower()]
    return (
        f"there is no connective before `{rest}`",
        "write `&`, `|`, `->` or `<->` between two formulas, and `F(a)` for a predicate with a name",
    )
