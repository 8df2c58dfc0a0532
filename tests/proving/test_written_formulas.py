"""Which formula a claim has, and what its letters mean."""

import argmap
from argmap.model import Claim, Debate, FrozenDict
from argmap.proving.glossary import glossary_of
from argmap.proving.written_formulas import has_formulas, meanings_of, written_formula, written_formulas


def test_the_last_definition_counts() -> None:
    debate = argmap.parse("[A]: a {formula: p}\n\n[A]: b {formula: q}\n\n[A] {formula: r}").debate
    formula = written_formula(debate.claims["A"])
    assert formula is not None
    assert formula.text == "q"


def test_a_reference_in_a_structure_may_carry_the_formula() -> None:
    debate = argmap.parse("[A]: a\n\n<B>\n\n(1) [A] {formalization: p}\n----\n(2) [C]").debate
    formula = written_formula(debate.claims["A"])
    assert formula is not None
    assert (formula.text, formula.key) == ("p", "formalization")


def test_a_claim_that_is_made_without_statements_has_the_formula_of_its_data() -> None:
    claim = Claim("A", data=FrozenDict(formula="p"))
    assert [formula.text for formula in written_formulas(claim)] == ["p"]
    assert has_formulas(Debate(claims=FrozenDict(A=claim)))


def test_declarations_count_for_the_whole_document() -> None:
    text = "===\ndeclarations: {p: it  rains}\n===\n\n<A>: a {declarations: {q: it is wet}}\n\n[B]: b"
    assert meanings_of(argmap.parse(text).debate) == {"p": "it rains", "q": "it is wet"}


def test_the_first_of_two_meanings_counts() -> None:
    text = "[A]: a {declarations: {p: one}}\n\n[A]: a {declarations: {p: two}}"
    assert meanings_of(argmap.parse(text).debate) == {"p": "one"}


def test_a_glossary_says_where_letters_are_used() -> None:
    text = "[A]: a {formula: p & q}\n\n[B]: b {formula: q}"
    entries = glossary_of(argmap.parse(text).debate)
    assert [(entry.name, [str(ref) for ref in entry.used_in]) for entry in entries] == [
        ("p", ["[A]"]),
        ("q", ["[A]", "[B]"]),
    ]


def test_formulas_are_kept_when_a_debate_is_written() -> None:
    text = (
        "[A]: a {formalization: 'all x.(F(x) -> G(x))', declarations: {F: is human}}\n\n[^E]: e {formula: ¬p}"
    )
    debate = argmap.parse(text).debate
    assert argmap.parse(argmap.to_text(debate)).debate == debate
