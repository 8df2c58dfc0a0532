"""Other letters and formulas in place of those that a formula has."""

import pytest
from hypothesis import given, settings

from argmap import strategies
from argmap.logic import (
    Formula,
    Meaning,
    close,
    free_variables,
    is_closed,
    parse_formula,
    rename,
    signature,
    substitute,
)
from argmap.logic.substitution import apart


def read(text: str) -> Formula:
    formula = parse_formula(text).formula
    assert formula is not None
    return formula


@settings(max_examples=40)
@given(strategies.formulas())
def test_renaming_there_and_back_leaves_the_letters(formula: Formula) -> None:
    there = {"p": "s", "F": "H", "R": "S", "a": "c"}
    back = {new: old for old, new in there.items()}
    assert rename(rename(formula, there), back) == formula


@settings(max_examples=40)
@given(strategies.formulas())
def test_substituting_letters_for_themselves_changes_nothing(formula: Formula) -> None:
    meanings = {"p": read("p"), "F": Meaning(["z"], read("F(z)")), "R": Meaning(["w", "z"], read("R(w,z)"))}
    assert substitute(formula, meanings) == formula


@settings(max_examples=40)
@given(strategies.formulas())
def test_binding_other_variables_leaves_the_letters(formula: Formula) -> None:
    other = apart(formula, ["x", "y"])
    assert signature(other) == signature(formula)
    assert free_variables(other) == free_variables(formula)


@settings(max_examples=40)
@given(strategies.formulas())
def test_a_closed_formula_has_no_free_variables(formula: Formula) -> None:
    assert is_closed(formula)
    assert close(formula) == formula
    assert is_closed(close(rename(formula, {"a": "x", "b": "y"})))


def test_what_is_put_in_is_not_bound_by_what_is_around_it() -> None:
    assert substitute(read("all x.(F(x) -> p)"), {"p": read("G(x)")}) == read("all x1.(F(x1) -> G(x))")
    taller = Meaning(["x"], read("exists y.R(x,y)"))
    assert substitute(read("all y.F(y)"), {"F": taller}) == read("all y1.exists y.R(y1,y)")


def test_a_predicate_stays_one_of_as_many_places() -> None:
    with pytest.raises(ValueError, match="has 1 places here, not 0"):
        substitute(read("F(a)"), {"F": read("p")})
