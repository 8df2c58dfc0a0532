"""Rules by which steps are called."""

import pytest

import argmap


def step(line: str, *formulas: str) -> argmap.Proofs:
    steps = [f'({number}) Words. {{formula: "{formula}"}}' for number, formula in enumerate(formulas, 1)]
    text = "\n".join(["<A>\n", *steps[:-1], line, steps[-1]])
    return argmap.prove(argmap.parse(text))


@pytest.mark.parametrize(
    ("line", "formulas", "form", "is_met"),
    [
        ("-- modus ponens --", ("p -> q", "p", "q"), "modus ponens", True),
        ("-- MP --", ("p -> q", "p", "q"), "modus ponens", True),
        ("-- {scheme: modus_tollens} --", ("p -> q", "-q", "-p"), "modus tollens", True),
        ("-- modus tollens --", ("p -> q", "p", "q"), "modus ponens", False),
        ("-- modus ponens --", ("p -> q", "q", "p"), "affirming the consequent", False),
        ("----", ("p -> q", "-p", "-q"), "denying the antecedent", None),
        ("-- my own rule --", ("p", "p & q"), None, None),
        ("-- modus ponens --", ("p -> q", "p", "r", "q"), "modus ponens", True),
    ],
)
def test_the_form_of_a_step_is_compared_with_its_rule(
    line: str, formulas: tuple[str, ...], form: str | None, is_met: bool | None
) -> None:
    proof = step(line, *formulas)["<A>"]
    assert (proof.form, proof.is_rule_met) == (form, is_met)


def test_a_reductio_is_no_matter_of_form() -> None:
    assert step("-- reductio --", "p", "-p", "q")["<A>"].is_rule_met is None


def test_a_step_of_many_premises_is_not_compared_with_all_forms() -> None:
    premises = [f"p{number} -> p{number + 1}" for number in range(12)]
    assert step("----", *premises, "p0 -> p12")["<A>"].form is None
