"""Schemes that inferences name."""

from __future__ import annotations

import pytest

import argmap
from argmap.model import Scheme
from argmap.model.schemes.scheme_names import scheme_called


def scheme_of(line: str) -> Scheme | None:
    document = argmap.parse(f"<A>\n\n(1) p\n{line}\n(2) c")
    return document.debate.arguments["A"].inferences[0].scheme


def test_an_inference_names_its_scheme_in_its_data() -> None:
    assert scheme_of("-- {scheme: sign} --") == Scheme("sign", is_known=True)


def test_a_rule_that_names_a_scheme_is_one() -> None:
    assert scheme_of("-- some rule, Modus ponens --") == Scheme("modus_ponens", is_known=True)


def test_a_rule_that_names_no_scheme_is_only_a_rule() -> None:
    assert scheme_of("-- our own rule --") is None


def test_data_count_more_than_rules() -> None:
    assert scheme_of("-- modus ponens {scheme: analogy} --") == Scheme("analogy", is_known=True)


def test_a_scheme_of_the_authors_own_keeps_its_name() -> None:
    assert scheme_of("-- {scheme: Trust  in rivers} --") == Scheme("Trust in rivers")


@pytest.mark.parametrize(
    "name",
    [
        "expert opinion",
        "Argument from expert opinion",
        "appeal to authority",
        "expert-opinion",
        "EXPERT_OPINION",
    ],
)
def test_a_scheme_goes_by_many_names(name: str) -> None:
    assert scheme_called(name).name == "expert_opinion"
