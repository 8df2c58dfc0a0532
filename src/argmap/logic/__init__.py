"""Formulas: what they mean, and what follows from them."""

from argmap.logic.case_words import describe
from argmap.logic.deciding.deciding import decide
from argmap.logic.deciding.decision import Consistency, Decision, Validity
from argmap.logic.deciding.joint_truth import consistent
from argmap.logic.deciding.needs import Needs, Reliance, needed, reliance
from argmap.logic.forms.named_forms import form_names, form_of, has_form, is_fallacy, known_form
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
    "describe",
    "form_names",
    "form_of",
    "free_variables",
    "has_form",
    "is_closed",
    "is_fallacy",
    "is_true",
    "known_form",
    "needed",
    "parse_formula",
    "place_among",
    "reliance",
    "rename",
    "signature",
    "substitute",
]
