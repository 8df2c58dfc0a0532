"""What is true in a case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.logic.all_cases import holds

from argmap import strategies
from argmap.logic import Formula, Valuation, World, is_true, parse_formula

_THINGS = ("one", "two", "three")


def read(text: str) -> Formula:
    formula = parse_formula(text).formula
    assert formula is not None
    return formula


@st.composite
def some_worlds(draw: st.DrawFn) -> World:
    things = st.sampled_from(_THINGS)
    facts = (
        st.tuples(st.sampled_from("FG"), st.tuples(things))
        | st.tuples(st.just("R"), st.tuples(things, things))
        | st.tuples(st.sampled_from("pq"), st.just(()))
    )
    names = st.fixed_dictionaries({"a": things, "b": things})
    return World(_THINGS, draw(st.lists(facts)), draw(names))


@given(strategies.formulas(most=8), some_worlds())
def test_truth_is_what_books_define(formula: Formula, world: World) -> None:
    assert is_true(formula, world) == holds(formula, world)


@given(strategies.formulas(predicates={}, identity=False), st.booleans(), st.booleans())
def test_a_row_of_a_truth_table_is_a_world_of_anything(formula: Formula, p: bool, q: bool) -> None:
    facts = [(letter, ()) for letter, value in (("p", p), ("q", q)) if value]
    assert is_true(formula, Valuation({"p": p, "q": q})) == is_true(formula, World(["a"], facts))


@pytest.mark.parametrize("text", ["p", "F(a)", "a = b", "all x.F(x)"])
def test_what_a_row_says_nothing_of_is_an_error(text: str) -> None:
    with pytest.raises(LookupError):
        is_true(read(text), Valuation({"q": True}))


def test_a_world_has_things_and_facts_are_of_them() -> None:
    with pytest.raises(ValueError, match="at least one thing"):
        World([])
    with pytest.raises(ValueError, match="no thing 'b'"):
        World(["a"], [("F", ["b"])])
    with pytest.raises(ValueError, match="no thing 'b'"):
        World(["a"], names={"Ann": "b"})
    with pytest.raises(LookupError, match="'Ann'"):
        is_true(read("F(Ann)"), World(["a"]))


def test_depth_takes_no_stack() -> None:
    assert is_true(read("-" * 9_999 + "p"), Valuation({"p": False}))
    assert is_true(read("all x." * 3_000 + "F(x)"), World(["a", "b"], [("F", "a"), ("F", "b")]))
