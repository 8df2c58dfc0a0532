"""Numbers with their nouns and verbs."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.text.counts import agreeing, counted, portion

NUMBERS = st.integers(0, 12)


@given(NUMBERS)
def test_only_one_is_singular(number: int) -> None:
    noun = counted(number, "leaf", "leaves").removeprefix(f"{number} ")
    assert noun == ("leaf" if number == 1 else "leaves")


@given(NUMBERS, NUMBERS)
def test_a_portion_has_the_noun_of_the_whole_and_is_never_none_of_one(part: int, whole: int) -> None:
    words = portion(min(part, whole), whole, "claim")
    assert words.endswith(counted(whole, "claim") if whole else "no claims")
    assert words.startswith("none") == (min(part, whole) == 0 and whole > 1)


@given(NUMBERS)
def test_verbs_agree_with_numbers(number: int) -> None:
    assert agreeing(number, "is", "are") == ("are" if number > 1 else "is")
