"""Formulas as they are written and read."""

import copy
import pickle
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import strategies
from argmap.data.grammars.grammar_tables import tables_as_json
from argmap.logic import Formula, FormulaProblemKind, Notation, parse_formula
from argmap.logic.formula_tables import build_formula_tables, formula_tables

_SIGNS = "pqxyFRa-~!¬∧∨→↔∀∃=≠()[].,:&|<>^\\$ \n"
_WORDS = ("not ", " and ", "implies", " iff ", "all x.", "exists y.", "some ", "\\forall ", "\\land ", "F(x)")


def read(text: str) -> Formula:
    reading = parse_formula(text)
    assert reading.formula is not None, reading.problems
    return reading.formula


@given(strategies.formulas(), st.sampled_from(Notation))
def test_a_formula_that_is_written_in_any_notation_is_read_as_it_was(
    formula: Formula, notation: Notation
) -> None:
    reading = parse_formula(formula.text(notation))
    assert reading.formula == formula
    assert {problem.kind for problem in reading.problems} <= {FormulaProblemKind.IDLE_QUANTIFIER}


@given(strategies.formulas(sentences=["Rain", "p_1", "Größe"], names=["Ann_Lee", "b2"]))
def test_names_of_several_letters_survive_tex(formula: Formula) -> None:
    assert parse_formula(formula.text(Notation.TEX)).formula == formula


@given(st.lists(st.sampled_from(_SIGNS) | st.sampled_from(_WORDS), max_size=25).map("".join) | st.text())
def test_any_text_is_a_formula_or_says_where_it_is_none(text: str) -> None:
    reading = parse_formula(text)
    errors = [problem for problem in reading.problems if problem.kind.is_error]
    assert (reading.formula is None) == bool(errors)
    assert all(0 <= problem.span.start <= problem.span.end <= len(text) for problem in reading.problems)
    assert all(problem.message and problem.hint for problem in reading.problems)


@given(strategies.formulas())
def test_formulas_are_pickled_copied_and_composed_of_their_parts(formula: Formula) -> None:
    assert pickle.loads(pickle.dumps(formula)) == copy.deepcopy(formula) == formula
    assert Formula((formula.main, *(sign for part in formula.parts for sign in part.signs))) == formula


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("not p and q or r", "((-p) & q) | r"),
        ("p -> q -> r", "(p -> q) -> r"),
        ("p <-> q -> r", "p <-> (q -> r)"),
        ("p | q -> r & s", "(p | q) -> (r & s)"),
        ("-a = b", "-(a = b)"),
        ("a != b", "-(a = b)"),
        ("all x.F(x) & p", "(all x.F(x)) & p"),
        ("all x y.R(x,y)", "all x.all y.R(x,y)"),
        ("all x, y: R(x, y)", "all x.all y.R(x,y)"),
        ("(∀x)(F(x) ⊃ ∃y R(x,y))", "all x.(F(x) -> exists y.R(x,y))"),
        (r"$\forall x\, \left(F(x) \to \lnot G(x)\right)$", "all x.(F(x) -> -G(x))"),
        ("forall x some y [R(x,y)]", "all x.exists y.R(x,y)"),
        ("p ∧ q implies r || !s", "(p & q) -> (r | -s)"),
        ("∀x x = a", "all x.(x = a)"),
    ],
)
def test_notations_say_the_same(text: str, same: str) -> None:
    assert read(text) == read(same)


@pytest.mark.parametrize(
    ("text", "kind", "place", "words"),
    [
        ("", "unreadable", "", "no formula"),
        ("p & ", "unreadable", "&", "ends too early"),
        ("(p & q", "unreadable", "q", "not closed"),
        ("p & q)", "unreadable", ")", "closes no parenthesis"),
        ("p q", "unreadable", "q", "no connective"),
        ("if p then q", "unreadable", "p", "`if` is not a sign"),
        ("p v q", "unreadable", "v", "`v` is a letter"),
        ("For all x F(x)", "unreadable", "all", "`For` is not a sign"),
        ("p if and only if q", "unreadable", "i", "`if and only if` is not a sign"),
        ("p ∈ q", "unreadable", "∈", "cannot go on"),
        ("p & and", "unreadable", "and", "is a sign"),
        ("F(f(a))", "function", "f", "is a function"),
        ("all Ann.F(Ann)", "variable", "Ann", "is a name"),
        ("∀x (Fx → Gx)", "juxtaposition", "x", "read as a letter of its own"),
        ("F(a) & F(a,b)", "two uses", "F", "a relation of 2 here and a predicate before"),
        ("p & F(p)", "two uses", "p", "a name here and a sentence before"),
        ("all x.F(x) -> G(x)", "free variable", "x", "no quantifier binds `x` here"),
        ("all x.Fog", "idle quantifier", "x", "does not occur"),
    ],
)
def test_problems_say_what_is_wrong_and_where(text: str, kind: str, place: str, words: str) -> None:
    problem = parse_formula(text).problems[0]
    assert problem.kind.value == kind
    assert text[problem.span.start : problem.span.end] == place
    assert words in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "-" * 10_000 + "p",
        "(" * 10_000 + "p" + ")" * 10_000,
        " & ".join(f"p{number}" for number in range(5_000)),
        "p -> (" * 5_000 + "p" + ")" * 5_000,
        "all x." * 5_000 + "F(x)",
        "all x." * 5_000 + "(" + " & ".join(f"A{number}" for number in range(5_000)) + ")",
    ],
    ids=["negations", "parentheses", "letters", "implications", "quantifiers", "idle quantifiers"],
)
def test_no_depth_is_too_much(text: str) -> None:
    formula = read(text)
    assert pickle.loads(pickle.dumps(formula)) == copy.deepcopy(formula)
    assert read(repr(formula)[len("Formula('") : -len("')")]) == formula
    assert {hash(formula)} == {hash(read(text))}


@settings(max_examples=20)
@given(st.sampled_from(["∀x ", "all ", "all x ", "\\forall", "(", "[", "-", "p,", "∀x x", "F(", "=", "&"]))
def test_long_texts_without_sense_are_no_formulas(part: str) -> None:
    assert parse_formula(part * 3_000).formula is None


def test_the_tables_are_those_of_the_grammar_which_has_no_conflicts() -> None:
    made = build_formula_tables()
    assert formula_tables().states == made.states
    assert files("argmap.logic").joinpath("formulas.json").read_text("utf-8") == tables_as_json(
        made._asdict()
    )
