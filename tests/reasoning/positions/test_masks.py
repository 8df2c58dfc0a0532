from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.reasoning.positions.masks import mask_of, members

_NUMBERS = st.lists(st.integers(0, 40) | st.integers(0, 5_000), max_size=60)


@given(_NUMBERS)
def test_a_mask_has_the_bits_of_its_numbers(numbers: list[int]) -> None:
    assert mask_of(numbers) == sum(1 << number for number in set(numbers))


@given(_NUMBERS)
def test_members_of_a_mask_are_its_numbers_in_order(numbers: list[int]) -> None:
    assert list(members(mask_of(numbers))) == sorted(set(numbers))
