"""What follows, compared with all cases there are."""

import sys
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.logic.all_cases import valuations, worlds

from argmap import strategies
from argmap.logic import (
    Decision,
    Formula,
    Meaning,
    Notation,
    Validity,
    World,
    compose,
    consistent,
    decide,
    is_true,
    parse_formula,
    rename,
    substitute,
)
from argmap.logic.deciding.limit import Limit
from argmap.logic.deciding.refuting import Refutation, has_solver, refute
from argmap.logic.signs import Connective
from argmap.logic.substitution import apart

_LETTERS = ("p", "q", "r", "s", "t", "u")
_propositional = strategies.formulas(sentences=_LETTERS, predicates={}, identity=False, most=8)
_monadic = strategies.formulas(sentences="p", predicates={"F": 1, "G": 1}, names="a", most=5)
_any = strategies.formulas()
_steps = st.tuples(st.lists(_any, max_size=3), _any)


def read(text: str) -> Formula:
    formula = parse_formula(text).formula
    assert formula is not None
    return formula


def outcome(premises: list[Formula], conclusion: Formula) -> Validity:
    """Return the outcome after any time: what is asked for here takes little."""
    return decide(premises, conclusion, timeout=None).outcome


def assert_refutes(decision: Decision, premises: list[Formula], conclusion: Formula) -> None:
    assert (decision.outcome is Validity.INVALID) == (decision.counter_model is not None)
    if decision.counter_model is not None:
        assert all(is_true(premise, decision.counter_model) for premise in premises)
        assert not is_true(conclusion, decision.counter_model)


@settings(max_examples=50)
@given(st.lists(_propositional, max_size=3), _propositional)
def test_truth_tables_are_decided_as_by_trying_all_rows(premises: list[Formula], conclusion: Formula) -> None:
    decision = decide(premises, conclusion, timeout=None)
    is_refuted = any(
        all(is_true(premise, row) for premise in premises) and not is_true(conclusion, row)
        for row in valuations(_LETTERS)
    )
    assert decision.outcome is (Validity.INVALID if is_refuted else Validity.VALID)


@pytest.mark.parametrize(
    ("predicates", "names"),
    [({"F": 1, "G": 1}, "a"), ({"R": 2}, ""), ({"F": 1, "R": 2}, ""), ({}, "ab")],
)
@settings(max_examples=20)
@given(data=st.data())
def test_worlds_are_decided_as_by_trying_all_of_three_things(
    predicates: dict[str, int], names: str, data: st.DataObject
) -> None:
    formulas = strategies.formulas(sentences=["p"], predicates=predicates, names=names)
    premises, conclusion = data.draw(st.lists(formulas, max_size=2)), data.draw(formulas)
    # The sentence is a predicate of no things.
    cases = (world for size in (1, 2, 3) for world in worlds(size, {**predicates, "p": 0}, names))
    is_refuted = any(
        not is_true(conclusion, world) and all(is_true(premise, world) for premise in premises)
        for world in cases
    )
    decision = decide(premises, conclusion, timeout=None)
    assert_refutes(decision, premises, conclusion)
    assert (_things(decision) <= 3) == is_refuted


def _things(decision: Decision) -> int:
    """Return how many things the counter-model has, more than there can be if there is none."""
    model = decision.counter_model
    return 1_000 if model is None else len(model.things) if isinstance(model, World) else 1


@settings(max_examples=40)
@given(_steps)
def test_a_counter_model_makes_premises_true_and_the_conclusion_false(
    step: tuple[list[Formula], Formula],
) -> None:
    assert_refutes(decide(*step, timeout=None), *step)


@settings(max_examples=25)
@given(_steps, st.permutations(["F", "G", "p", "q", "a", "b"]), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(
    step: tuple[list[Formula], Formula], letters: list[str], random: Random
) -> None:
    premises, conclusion = step
    # Letters change within their kind.
    names = {"R": "S"}
    for kind in ("FG", "pq", "ab"):
        names |= dict(zip(kind, [letter for letter in letters if letter in kind], strict=True))
    others = [apart(rename(premise, names), ["x"]) for premise in premises]
    random.shuffle(others)
    assert outcome(others, rename(conclusion, names)) is outcome(premises, conclusion)


@settings(max_examples=25)
@given(_steps, st.sampled_from(Notation))
def test_notation_does_not_matter(step: tuple[list[Formula], Formula], notation: Notation) -> None:
    premises, conclusion = step
    others = [read(premise.text(notation)) for premise in premises]
    assert outcome(others, read(conclusion.text(notation))) is outcome(premises, conclusion)


@settings(max_examples=25)
@given(_steps, _any)
def test_another_premise_keeps_what_is_valid(step: tuple[list[Formula], Formula], other: Formula) -> None:
    premises, conclusion = step
    if outcome(premises, conclusion) is Validity.VALID:
        assert outcome([other, *premises], conclusion) is Validity.VALID


@settings(max_examples=25)
@given(
    st.tuples(st.lists(_monadic, max_size=3), _monadic),
    _monadic,
    strategies.formulas(sentences="p", predicates={"F": 1, "G": 1}, names=["x", "a"], most=5),
)
def test_substitution_keeps_what_is_valid(
    step: tuple[list[Formula], Formula], sentence: Formula, predicate: Formula
) -> None:
    premises, conclusion = step
    meanings = {"p": sentence, "F": Meaning(["x"], predicate)}
    if outcome(premises, conclusion) is Validity.VALID:
        others = [substitute(premise, meanings) for premise in premises]
        assert outcome(others, substitute(conclusion, meanings)) is Validity.VALID


@settings(max_examples=25)
@given(_steps, _any, strategies.formulas(names=["x", "a"]))
def test_substitution_refutes_nothing_that_is_valid(
    step: tuple[list[Formula], Formula], sentence: Formula, predicate: Formula
) -> None:
    """With relations, what was decided can become what no procedure decides."""
    premises, conclusion = step
    meanings = {"p": sentence, "F": Meaning(["x"], predicate)}
    if outcome(premises, conclusion) is Validity.VALID:
        others = [substitute(premise, meanings) for premise in premises]
        assert outcome(others, substitute(conclusion, meanings)) is not Validity.INVALID


@settings(max_examples=25)
@given(st.lists(_any, min_size=1, max_size=3))
def test_what_is_consistent_does_not_entail_the_opposite_of_a_part(formulas: list[Formula]) -> None:
    *others, last = formulas
    answer = consistent(formulas, timeout=None)
    if answer.model is not None:
        assert all(is_true(formula, answer.model) for formula in formulas)
    expected = {True: Validity.INVALID, False: Validity.VALID, None: Validity.NOT_DECIDED}
    assert outcome(others, compose(Connective.NOT, last)) is expected[answer.is_consistent]


def _chained(number: int, sign: str, part: str) -> str:
    return sign.join(part.format(place, place + 1) for place in range(number))


_ALTERNATING = "".join(f"all x{place}.exists y{place}." for place in range(50))
_HUNDRED = "".join(f"all x{place}." for place in range(101))


@pytest.mark.parametrize(
    ("premise", "conclusion", "outcomes"),
    [
        ("-" * 10_000 + "p", "p", "valid"),
        (_chained(5_000, " & ", "p{0}"), "p77", "valid"),
        (_chained(5_000, " | ", "p{0}"), "p77", "invalid"),
        (_chained(2_000, " & ", "F(a{0})"), "F(a77)", "valid"),
        (_chained(500, " & ", "all x.(F{0}(x) -> F{1}(x))"), "F0(a) -> F500(a)", "valid"),
        (f"{_HUNDRED}({_chained(100, ' & ', 'R(x{0},x{1})')})", "R(a,a)", "valid"),
        (f"{_ALTERNATING}({_chained(50, ' | ', 'R(x{0},y{0})')})", "p", "invalid"),
    ],
    ids=["negations", "letters", "alternatives", "names", "predicates", "quantifiers", "alternating"],
)
def test_hostile_formulas_have_an_answer(premise: str, conclusion: str, outcomes: str) -> None:
    decision = decide([read(premise)], read(conclusion), timeout=None)
    assert decision.outcome.value == outcomes
    assert_refutes(decision, [read(premise)], read(conclusion))


@pytest.mark.parametrize(
    ("premise", "conclusion"),
    [
        (f"{_ALTERNATING}({_chained(50, ' | ', 'R(x{0},y{0})')})", "R(a,a)"),
        (f"R({_chained(200, ',', 'a{0}')}) & a1 = a2", f"exists x.R({','.join(['x'] * 200)})"),
    ],
    ids=["alternating", "many places"],
)
def test_what_takes_too_long_is_not_decided(premise: str, conclusion: str) -> None:
    decision = decide([read(premise)], read(conclusion), timeout=0.2)
    assert decision.outcome is Validity.NOT_DECIDED
    assert decision.reason is not None


def test_without_time_nothing_is_decided_but_what_is_seen_at_once() -> None:
    assert decide([read("p")], read("q"), timeout=0).outcome is Validity.NOT_DECIDED
    assert decide([read("all x.F(x)")], read("∀y F(y)"), timeout=0).outcome is Validity.VALID


def test_infinite_counter_models_are_not_shown_and_nothing_is_called_valid_for_want_of_them() -> None:
    order = ["all x.exists y.R(x,y)", "all x.-R(x,x)", "all x y z.(R(x,y) & R(y,z) -> R(x,z))"]
    decision = decide(list(map(read, order)), read("p"), timeout=2)
    assert decision.outcome is Validity.NOT_DECIDED


@pytest.fixture
def no_solver(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "z3", None)
    has_solver.cache_clear()
    yield
    has_solver.cache_clear()


@pytest.mark.usefixtures("no_solver")
def test_without_a_solver_what_it_would_show_is_not_decided() -> None:
    relation = [
        "all x.exists y.R(x,y)",
        "all x y.(R(x,y) -> R(y,x))",
        "all x y z.(R(x,y) & R(y,z) -> R(x,z))",
    ]
    decision = decide(list(map(read, relation)), read("all x.R(x,x)"), timeout=None)
    assert decision.outcome is Validity.NOT_DECIDED
    assert decision.reason is not None
    assert "argmap[logic]" in decision.reason


@pytest.mark.usefixtures("no_solver")
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_monadic, max_size=3), _monadic)
def test_without_a_solver_all_that_is_said_of_single_things_is_decided(
    premises: list[Formula], conclusion: Formula
) -> None:
    decision = decide(premises, conclusion, timeout=None)
    assert decision.outcome is not Validity.NOT_DECIDED
    assert decision.method != "solver"


@given(st.lists(_monadic, max_size=2), _monadic)
@settings(max_examples=20)
def test_the_solver_never_contradicts_all_worlds_that_can_matter(
    premises: list[Formula], conclusion: Formula
) -> None:
    formulas = [*premises, compose(Connective.NOT, conclusion)]
    is_valid = outcome(premises, conclusion) is Validity.VALID
    assert refute(formulas, Limit(None)) is not (Refutation.SATISFIABLE if is_valid else Refutation.REFUTED)


def test_there_is_something_in_every_case() -> None:
    assert outcome([read("all x.F(x)")], read("exists x.F(x)")) is Validity.VALID
    assert outcome([read("all x.(F(x) -> G(x))")], read("exists x.(F(x) & G(x))")) is Validity.INVALID
