"""Named forms of steps as schemata: letters stand for any formula, and `a` for any name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from attrs import frozen

from argmap.logic.formula import Formula
from argmap.logic.formula_grammar import parse_formula


@frozen
class Schema:
    """A form: what it is called, whether it is valid, and premises and conclusion in letters."""

    name: str
    is_valid: bool
    premises: tuple[Formula, ...]
    conclusion: Formula


# The names are those of textbooks such as Copi's Introduction to Logic (1953). The first that fits counts.
_VALID = MappingProxyType(
    {
        "modus ponens": ("p -> q; p / q", "all x.(F(x) -> G(x)); F(a) / G(a)"),
        "modus tollens": ("p -> q; -q / -p", "all x.(F(x) -> G(x)); -G(a) / -F(a)"),
        "disjunctive syllogism": ("p | q; -p / q", "p | q; -q / p"),
        "hypothetical syllogism": ("p -> q; q -> r / p -> r",),
        "constructive dilemma": (
            "p -> q; r -> s; p | r / q | s",
            "p -> q; r -> s; p | r / s | q",
            "p -> q; r -> q; p | r / q",
            "(p -> q) & (r -> s); p | r / q | s",
            "(p -> q) & (r -> q); p | r / q",
        ),
        "destructive dilemma": (
            "p -> q; r -> s; -q | -s / -p | -r",
            "p -> q; r -> s; -q | -s / -r | -p",
            "p -> q; p -> s; -q | -s / -p",
            "(p -> q) & (r -> s); -q | -s / -p | -r",
        ),
        "reductio ad absurdum": (
            "p -> q & -q / -p",
            "p -> -q & q / -p",
            "p -> q; p -> -q / -p",
            "p -> -p / -p",
        ),
        "biconditional introduction": ("p -> q; q -> p / p <-> q",),
        "biconditional elimination": (
            "p <-> q; p / q",
            "p <-> q; q / p",
            "p <-> q; -p / -q",
            "p <-> q; -q / -p",
            "p <-> q / p -> q",
            "p <-> q / q -> p",
        ),
        "De Morgan's law": (
            "-(p & q) / -p | -q",
            "-p | -q / -(p & q)",
            "-(p | q) / -p & -q",
            "-p & -q / -(p | q)",
        ),
        "commutation": ("p & q / q & p", "p | q / q | p"),
        "contraposition": ("p -> q / -q -> -p", "all x.(F(x) -> G(x)) / all x.(-G(x) -> -F(x))"),
        "exportation": ("p & q -> r / p -> (q -> r)", "p -> (q -> r) / p & q -> r"),
        "absorption": ("p -> q / p -> p & q",),
        "material implication": ("p -> q / -p | q", "-p | q / p -> q"),
        "conjunction": ("p; q / p & q", "p; q; r / p & q & r", "p; q; r / p & (q & r)"),
        "simplification": ("p & q / p", "p & q / q"),
        "addition": ("p / p | q", "q / p | q"),
        "ex falso quodlibet": ("p; -p / q", "p & -p / q", "-p & p / q"),
        # Many also use this name for the step that applies a rule to a case.
        "universal instantiation": ("all x.F(x) / F(a)", "all x.(F(x) -> G(x)); F(a) / G(a)"),
        "existential generalisation": ("F(a) / exists x.F(x)",),
        "quantifier negation": (
            "-all x.F(x) / exists x.-F(x)",
            "exists x.-F(x) / -all x.F(x)",
            "-exists x.F(x) / all x.-F(x)",
            "all x.-F(x) / -exists x.F(x)",
        ),
    }
)
_FALLACIES = MappingProxyType(
    {
        "affirming the consequent": ("p -> q; q / p", "all x.(F(x) -> G(x)); G(a) / F(a)"),
        "denying the antecedent": ("p -> q; -p / -q", "all x.(F(x) -> G(x)); -F(a) / -G(a)"),
        "affirming a disjunct": ("p | q; p / -q", "p | q; q / -p"),
        "denying a conjunct": ("-(p & q); -p / q", "-(p & q); -q / p"),
        "undistributed middle": ("p -> q; r -> q / p -> r", "all x.(F(x) -> G(x)); G(a) & H(a) / F(a)"),
        "illicit conversion": ("p -> q / q -> p",),
        "improper transposition": ("p -> q / -p -> -q", "all x.(F(x) -> G(x)) / all x.(-F(x) -> -G(x))"),
        "quantifier shift": ("all x.exists y.R(x,y) / exists y.all x.R(x,y)",),
        "hasty generalisation": ("F(a) / all x.F(x)", "exists x.F(x) / all x.F(x)"),
    }
)


@cache
def schemata() -> tuple[Schema, ...]:
    """Return all forms that are written as schemata, the valid ones first."""
    return (*_made(_VALID, True), *_made(_FALLACIES, False))


def _made(table: MappingProxyType[str, tuple[str, ...]], is_valid: bool) -> Iterator[Schema]:
    for name, texts in table.items():
        for text in texts:
            premises, conclusion = text.split(" / ")
            yield Schema(name, is_valid, tuple(map(_formula, premises.split("; "))), _formula(conclusion))


def _formula(text: str) -> Formula:
    formula = parse_formula(text).formula
    assert formula is not None, text
    return formula
