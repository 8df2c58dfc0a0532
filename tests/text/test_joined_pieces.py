"""Texts that are made piece by piece."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.text.joined_pieces import joined


@given(st.lists(st.text(max_size=5), max_size=400))
def test_a_text_is_all_its_pieces_in_order(pieces: list[str]) -> None:
    assert joined(iter(pieces)) == "".join(pieces)
