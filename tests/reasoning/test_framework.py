"""Frameworks as values."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.reasoning import Framework

numbers = st.integers(0, 8)
pairs = st.lists(st.tuples(numbers, numbers), max_size=20)


@given(pairs)
def test_doubled_attacks_count_once(attacks: list[tuple[int, int]]) -> None:
    assert Framework.of(range(9), attacks) == Framework.of([*range(9), *range(9)], attacks * 2)


@given(pairs)
def test_frameworks_survive_pickling(attacks: list[tuple[int, int]]) -> None:
    framework = Framework.of(range(9), attacks)
    copy = pickle.loads(pickle.dumps(framework))
    assert copy == framework
    assert hash(copy) == hash(framework)
    assert copy.extension("grounded") == framework.extension("grounded")


def test_an_attack_by_a_stranger_names_the_nearest_argument() -> None:
    with pytest.raises(ValueError, match=r"'weathr' → 'sun'.*did you mean 'weather'"):
        Framework.of(["sun", "weather"], [("weathr", "sun")])


def test_an_attack_has_two_ends() -> None:
    with pytest.raises(ValueError, match="a pair of attacker and target"):
        Framework.of("ab", [("a", "b", "a")])  # type: ignore[list-item]  # that is what is wrong


@given(pairs)
def test_numbers_and_other_names_make_the_same_graph(attacks: list[tuple[int, int]]) -> None:
    named = Framework.of(
        "abcdefghi", [("abcdefghi"[source], "abcdefghi"[target]) for source, target in attacks]
    )
    assert Framework.of(range(9), attacks).graph == named.graph


def test_what_is_equal_to_a_number_is_that_argument() -> None:
    assert Framework.of(range(2), [(True, 0.0)]).graph == Framework.of(range(2), [(1, 0)]).graph  # type: ignore[list-item]  # so it is


@pytest.mark.parametrize("stranger", [-1, 2])
def test_a_number_that_is_no_argument_is_named(stranger: int) -> None:
    with pytest.raises(ValueError, match=rf"0 → {stranger}"):
        Framework.of(range(2), [(0, stranger)])
