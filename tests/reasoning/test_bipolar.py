"""Supports that are read as attacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.reasoning import reduced

numbers = st.integers(0, 5)
pairs = st.lists(st.tuples(numbers, numbers), max_size=8)
Pairs = list[tuple[int, int]]


def reaches(supports: Pairs) -> set[tuple[int, int]]:
    """Return all ends of paths of supports."""
    closure = set(supports)
    for middle in range(6):
        closure |= {(a, d) for a, b in closure for c, d in closure if b == middle == c}
    return closure


@given(pairs, pairs)
def test_readings_add_the_attacks_of_their_definitions(attacks: Pairs, supports: Pairs) -> None:
    implied = reaches(supports)
    supported = {(a, c) for a, b in implied for d, c in attacks if b == d}
    mediated = {(c, a) for a, b in implied for c, d in attacks if b == d}
    passed_on = {(c, b) for a, b in implied for c, d in attacks if a == d}
    taken_over = {(b, c) for a, b in implied for d, c in attacks if a == d}

    def added(reading: str) -> set[tuple[int, int]]:
        return set(reduced(range(6), attacks, supports, reading).attacks)

    assert added("attacks") == set(attacks)
    assert added("deductive") == {*attacks, *supported, *mediated}
    assert added("necessary") == {*attacks, *passed_on, *taken_over}
    assert added("defeats") == {*attacks, *supported, *passed_on}


def test_long_chains_of_supports_need_no_recursion() -> None:
    chain = [(each, each + 1) for each in range(20_000)]
    assert len(reduced(range(20_001), [(20_000, 20_000)], chain, "deductive").attacks) == 40_001


def test_an_unknown_reading_names_the_nearest() -> None:
    with pytest.raises(ValueError, match="reading cannot be 'deductiv'; did you mean 'deductive'"):
        reduced("ab", [], [], reading="deductiv")


def test_a_support_has_ends_that_are_arguments() -> None:
    with pytest.raises(ValueError, match="the pair 'a' → 'c' has an end that is not an argument"):
        reduced("ab", [], [("a", "c")])
