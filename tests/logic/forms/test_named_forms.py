"""What the forms of steps are called."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import strategies
from argmap.logic import (
    Formula,
    Meaning,
    Validity,
    decide,
    form_names,
    form_of,
    has_form,
    is_fallacy,
    known_form,
    parse_formula,
    substitute,
)
from argmap.logic.forms.categorical import EXISTENTIAL_MOODS, MOODS
from argmap.logic.forms.schemata import Schema, schemata

_KINDS = {
    "A": "all x.({0}(x) -> {1}(x))",
    "E": "-exists x.({0}(x) & {1}(x))",
    "I": "exists x.({0}(x) & {1}(x))",
    "O": "exists x.({0}(x) & -{1}(x))",
}
_FIGURES = {1: ("MP", "SM"), 2: ("PM", "SM"), 3: ("MP", "MS"), 4: ("PM", "MS")}
_small = strategies.formulas(predicates={"F": 1}, names="a", identity=False, most=3)
_schemata = st.sampled_from(schemata())


def read(text: str) -> Formula:
    formula = parse_formula(text).formula
    assert formula is not None
    return formula


def step(text: str) -> tuple[list[Formula], Formula]:
    premises, conclusion = text.split(" / ")
    return list(map(read, premises.split("; "))), read(conclusion)


def _syllogism(moods: str, figure: int) -> tuple[list[Formula], Formula]:
    terms = (*_FIGURES[figure], "SP")
    major, minor, conclusion = (
        read(_KINDS[kind].format(*pair)) for kind, pair in zip(moods, terms, strict=True)
    )
    return [major, minor], conclusion


@pytest.mark.parametrize(
    "schema", schemata(), ids=lambda schema: f"{schema.name}: {'; '.join(map(str, schema.premises))}"
)
def test_rules_are_valid_and_fallacies_are_not(schema: Schema) -> None:
    decision = decide(schema.premises, schema.conclusion, timeout=None)
    assert (decision.outcome is Validity.VALID) == schema.is_valid == (not is_fallacy(schema.name))
    assert has_form(schema.name, schema.premises, schema.conclusion)


@pytest.mark.parametrize("figure", _FIGURES)
def test_of_all_moods_those_that_are_valid_have_the_names_of_rules(figure: int) -> None:
    moods = ["".join(kinds) for kinds in product("AEIO", repeat=3)]
    steps = {mood: _syllogism(mood, figure) for mood in moods}
    valid = {mood for mood in moods if decide(*steps[mood], timeout=None).outcome is Validity.VALID}
    forms = {mood: form_of(*steps[mood]) for mood in moods}
    assert {mood for mood, form in forms.items() if form and not is_fallacy(form)} == valid
    assert valid == {mood for mood, number in MOODS if number == figure}


@pytest.mark.parametrize(("mood", "figure"), MOODS)
def test_moods_are_called_by_their_names(mood: str, figure: int) -> None:
    premises, conclusion = _syllogism(mood, figure)
    assert has_form(MOODS[mood, figure], premises[::-1], conclusion)
    assert has_form("Categorical syllogism", premises, conclusion)


@pytest.mark.parametrize(("mood", "figure"), EXISTENTIAL_MOODS)
def test_some_moods_need_something_to_exist(mood: str, figure: int) -> None:
    premises, conclusion = _syllogism(mood, figure)
    assert form_of(premises, conclusion) == "existential fallacy"
    needs = [f"exists x.{term}(x)" for term in "SMP"]
    names = [form_of([read(need), *premises], conclusion) for need in needs]
    # What is not in the mood by name may be so by another: what counts is that one of them makes it valid.
    assert EXISTENTIAL_MOODS[mood, figure] in names
    assert Validity.VALID in [
        decide([read(need), *premises], conclusion, timeout=None).outcome for need in needs
    ]


@settings(max_examples=60)
@given(st.lists(_small, min_size=1, max_size=3), _small)
def test_what_has_the_name_of_a_rule_is_valid(premises: list[Formula], conclusion: Formula) -> None:
    name = form_of(premises, conclusion)
    if name and not is_fallacy(name):
        assert decide(premises, conclusion, timeout=None).outcome is Validity.VALID


@settings(max_examples=50)
@given(_schemata, st.lists(_small, min_size=4, max_size=4), st.data())
def test_an_instance_has_the_form_whatever_its_order_and_double_negations(
    schema: Schema, formulas: list[Formula], data: st.DataObject
) -> None:
    meanings = dict(zip("pqrs", formulas, strict=True)) | {"F": Meaning("y", read("G(y) & p"))}
    premises = [substitute(premise, meanings) for premise in data.draw(st.permutations(schema.premises))]
    premises = [read(f"--({premise})") for premise in premises]
    assert has_form(schema.name, premises, substitute(schema.conclusion, meanings))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("p -> -q; q / -p", "modus tollens"),
        ("p or not q; q / p", "disjunctive syllogism"),
        ("∀x (H(x) → M(x)); H(s) / M(s)", "modus ponens"),
        ("all x.(H(x) -> M(x)); M(s) / H(s)", "affirming the consequent"),
        ("a = b; R(a,a) & all a.F(a) / R(a,b) & all a.F(a)", "Leibniz's law"),
        ("a = b; all a.F(a) / all a.F(b)", None),
        ("a = b; F(a) / G(b)", None),
        ("a = b; F(a) / -F(b)", None),
        ("p; q; r / r & p & q", "conjunction"),
        ("--p / p", "double negation"),
        ("all x.F(x) / all y.F(y)", "repetition"),
        ("all x.(A(x) -> B(x)); all x.(C(x) -> B(x)) / all x.(C(x) -> A(x))", "undistributed middle"),
        ("all x.(A(x) -> B(x)); -exists x.(C(x) & A(x)) / -exists x.(C(x) & B(x))", "illicit major"),
        ("all x.(M(x) -> P(x)); all x.(M(x) -> S(x)) / all x.(S(x) -> P(x))", "illicit minor"),
        ("all x.(M(x) -> -P(x)); all x.(S(x) -> -M(x)) / all x.(S(x) -> P(x))", "exclusive premises"),
        ("all x.(F(x) -> G(x)) / all x.(G(x) -> F(x))", "illicit conversion"),
        ("-exists x.(F(x) & G(x)) / all x.(G(x) -> -F(x))", "conversion"),
        ("all x.(F(x) -> G(x)) / exists x.(F(x) & G(x))", "existential fallacy"),
        ("p / q", None),
        ("p; q; r; s / t", None),
    ],
)
def test_steps_are_called_by_their_forms(text: str, name: str | None) -> None:
    assert form_of(*step(text)) == name


def test_a_form_goes_by_several_names() -> None:
    assert known_form("Modus ponendo ponens") == "modus ponens"
    assert known_form("leibniz’s_law") == "Leibniz's law"
    assert known_form("proof by example") is None
    assert [known_form(name) for name in form_names()] == list(form_names())
    assert not is_fallacy("proof by example")


def test_an_unknown_name_is_an_error_that_says_what_is_near() -> None:
    with pytest.raises(LookupError, match="did you mean 'modus ponens'"):
        has_form("modus ponnens", [read("p")], read("p"))
    with pytest.raises(LookupError, match=r"no form is called 'xyz'$"):
        has_form("xyz", [read("p")], read("p"))


def test_depth_takes_no_stack() -> None:
    deep = read("p -> (" * 1_500 + "p" + ")" * 1_500)
    assert form_of([deep, read("p")], deep.parts[1]) == "modus ponens"


def test_a_rule_that_is_applied_to_a_case_has_two_names() -> None:
    applied = step("all x.(F(x) -> G(x)); F(a) / G(a)")
    assert form_of(*applied) == "modus ponens"
    assert has_form("universal instantiation", *applied)
