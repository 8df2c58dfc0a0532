"""Cases in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import strategies
from argmap.logic import Formula, Valuation, World, decide, describe, parse_formula


def read(*texts: str) -> list[Formula]:
    formulas = [parse_formula(text).formula for text in texts]
    return [formula for formula in formulas if formula is not None]


@settings(max_examples=50)
@given(st.lists(strategies.formulas(), max_size=2), strategies.formulas())
def test_every_counter_model_has_words_for_all_letters(premises: list[Formula], conclusion: Formula) -> None:
    decision = decide(premises, conclusion, timeout=None)
    meanings = {"F": "is human", "R": "… loves …", "p": "It rains.", "a": "Ann"}
    if decision.counter_model is not None:
        sentences = describe(decision.counter_model, meanings, [*premises, conclusion])
        assert all(sentence and "\n" not in sentence for sentence in sentences)
        assert len(set(sentences)) == len(sentences)


def test_a_row_of_a_truth_table_is_what_is_true_and_then_what_is_false() -> None:
    row = Valuation({"p": False, "q": True, "r": True})
    assert describe(row, {"p": "It rains.", "q": "The street\nis wet"}) == (
        "“The street is wet” is true",
        "`r` is true",
        "“It rains” is false",
    )


@pytest.mark.parametrize(
    ("world", "meanings", "sentences"),
    [
        (
            World(["a"], [("F", "a")]),
            {"F": "is human", "G": "is mortal"},
            ("there is somebody, call them a, who is human and not mortal", "there is nothing else"),
        ),
        (
            World(["a", "b"], [("F", "a"), ("G", "b")]),
            {"F": "is a stone", "G": "x can fly"},
            (
                "there is something, call it a, that is a stone and cannot fly",
                "there is something else, call it b, that can fly and is not a stone",
                "there is nothing else",
            ),
        ),
        (
            World(["a", "b"], [("F", "a")], {"s": "a", "t": "a"}),
            {"F": "runs", "s": "Cicero", "t": "Tully"},
            (
                "Tully is Cicero",
                "Cicero runs and is not G",
                "there is something else, call it b, that is not G",
                "it is not true that b runs",
                "there is nothing else",
            ),
        ),
        (
            World(["a"], [("F", "a")]),
            {"F": "nobody likes …"},
            (
                "there is something, call it a, that is not G",
                "nobody likes a",
                "there is nothing else",
            ),
        ),
    ],
)
def test_a_world_is_its_things_with_what_is_true_of_them(
    world: World, meanings: dict[str, str], sentences: tuple[str, ...]
) -> None:
    assert describe(world, meanings, read("F(s) & G(s)")) == sentences


def test_relations_are_said_of_pairs_and_the_rest_is_summed_up() -> None:
    pair = World(["a", "b"], [("R", "ab"), ("R", "ba")])
    assert describe(pair, {"R": "y is loved by x"}, read("R(a,b)"))[2:-1] == (
        "b is loved by a",
        "a is loved by b",
        "it is not true that a is loved by a",
        "it is not true that b is loved by b",
    )
    three = World(["a", "b", "c"], [("R", "ab")])
    assert describe(three, {"R": "loves"})[3:-1] == ("a loves b", "of no others is it true that x loves y")
    assert "it is never true that S is true of x and y" in describe(three, {}, read("S(a,b)"))
    four = World(["a", "b"], [("R", "aabb")])
    assert "R is true of a, a, b and b" in describe(four)
    assert describe(four, {"R": "x is between y and z, says x"})[2] == "a is between a and b, says b"


def test_sentences_of_a_world_without_anything_to_say_of_things_are_a_row() -> None:
    assert describe(World(["a"], [("p", ())]), {}, read("p & q")) == ("`p` is true", "`q` is false")
