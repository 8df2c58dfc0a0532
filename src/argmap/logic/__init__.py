"""Formulas: what they say, and what follows from them."""

from argmap.logic.deciding.deciding import decide
from argmap.logic.deciding.decision import Consistency, Decision, Validity
from argmap.logic.deciding.joint_truth import consistent
from argmap.logic.deciding.needs import Needs, Reliance, needed, reliance
from argmap.logic.formula import Formula, compose
from argmap.logic.formula_grammar import FormulaReading, parse_formula
from argmap.logic.formula_problem import FormulaProblem, FormulaProblemKind
from argmap.logic.letters import Letter, LetterKind, close, free_variables, is_closed, signature
from argmap.logic.notation import Notation
from argmap.logic.same_formula import place_among
from argmap.logic.substitution import Meaning, rename, substitute
from argmap.logic.truth import is_true
from argmap.logic.world import Model, Valuation, World

__all__ = [
    "Consistency",
    "Decision",
    "Formula",
    "FormulaProblem",
    "FormulaProblemKind",
    "FormulaReading",
    "Letter",
    "LetterKind",
    "Meaning",
    "Model",
    "Needs",
    "Notation",
    "Reliance",
    "Validity",
    "Valuation",
    "World",
    "close",
    "compose",
    "consistent",
    "decide",
    "free_variables",
    "is_closed",
    "is_true",
    "needed",
    "parse_formula",
    "place_among",
    "reliance",
    "rename",
    "signature",
    "substitute",
]
