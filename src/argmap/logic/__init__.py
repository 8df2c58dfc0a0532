"""Formulas: what they say, and what follows from them."""

from argmap.logic.formula import Formula, compose
from argmap.logic.formula_grammar import FormulaReading, parse_formula
from argmap.logic.formula_problem import FormulaProblem, FormulaProblemKind
from argmap.logic.letters import Letter, LetterKind, close, free_variables, is_closed, signature
from argmap.logic.notation import Notation
from argmap.logic.substitution import Meaning, rename, substitute

__all__ = [
    "Formula",
    "FormulaProblem",
    "FormulaProblemKind",
    "FormulaReading",
    "Letter",
    "LetterKind",
    "Meaning",
    "Notation",
    "close",
    "compose",
    "free_variables",
    "is_closed",
    "parse_formula",
    "rename",
    "signature",
    "substitute",
]
