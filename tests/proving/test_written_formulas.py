"""Which formula a claim has, and what its letters mean."""

import json
from pathlib import Path

from hypothesis import given, settings

import argmap
from argmap.interop import argdown_json
from argmap.logic import Formula, Notation
from argmap.model import Claim, Debate, FrozenDict
from argmap.proving.glossary import glossary_of
from argmap.proving.written_formulas import (
    has_formulas,
    meanings_of,
    shown_formula,
    written_formula,
    written_formulas,
)
from argmap.strategies import formulas


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


def test_declarations_of_included_files_count(tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text("===\ndeclarations: {p: one}\n===\n\n@include(b.argdown)\n")
    (tmp_path / "b.argdown").write_text("===\ndeclarations: {p: two, q: three}\n===\n\n[A]: a {formula: q}\n")
    document = argmap.load(tmp_path / "a.argdown")
    assert meanings_of(document.debate) == {"p": "one", "q": "three"}
    assert [finding.code for finding in document.diagnostics] == ["R309"]


@settings(max_examples=20)
@given(formulas(most=4), formulas(most=4))
def test_formulas_are_kept_in_text_and_json(first: Formula, second: Formula) -> None:
    text = (
        f"<A>\n\n(1) [P]: p {{formula: {json.dumps(str(first))}}}\n"
        f"----\n(2) [C]: c {{formalization: {json.dumps(second.text(Notation.SYMBOLS))}}}\n"
    )
    debate = argmap.parse(text).debate
    assert argmap.parse(argmap.to_text(debate)).debate == debate
    assert argdown_json.loads(argdown_json.dumps(argmap.parse(text))).claims == debate.claims
    assert shown_formula(debate.claims["P"]) == first.text(Notation.SYMBOLS)
