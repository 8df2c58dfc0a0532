"""Slips: which words may be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.data.known_keys import KEYS, DataOf
from argmap.reading.mistakes.misspelling import slips_of

SOURCE = KEYS[DataOf.SOURCE]


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("knd", "kind"),
        ("kinnd", "kind"),
        ("kimd", "kind"),
        ("iknd", "kind"),
        ("Kind", "kind"),
        ("is_in_map", "isInMap"),
        ("ource", "source"),
        ("relaiblity", "reliability"),
        ("s\u043eurce", "source"),
    ],
)
def test_a_slip_leads_to_the_word_that_is_meant(word: str, known: str) -> None:
    assert slips_of(word, [*KEYS[DataOf.ELEMENT], "kin"])[0] == known


@pytest.mark.parametrize("word", ["mind", "length", "kind2", "ki", "", "--", "ki\nd", "date", "k" * 100])
def test_other_words_are_no_slips(word: str) -> None:
    assert slips_of(word, ["kind", "strength"]) == []


@pytest.mark.parametrize(("word", "known"), [("ulr", ["URL"]), ("url", ["URL"]), ("uri", []), ("urls", [])])
def test_in_short_words_only_neighbours_are_exchanged(word: str, known: list[str]) -> None:
    assert slips_of(word, ["URL"]) == known


@given(st.sampled_from(SOURCE).filter(lambda key: len(key) > 4), st.data())
def test_two_letters_that_are_exchanged_are_a_slip(key: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(key) - 2))
    assert key in slips_of(key[:place] + key[place + 1] + key[place] + key[place + 2 :], SOURCE)


@given(st.sampled_from(SOURCE).filter(lambda key: len(key) > 4), st.data())
def test_a_letter_left_out_is_a_slip(key: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(key) - 1))
    assert key in slips_of(key[:place] + key[place + 1 :], SOURCE)


@given(st.text(max_size=60))
def test_what_may_be_meant_is_known(word: str) -> None:
    assert set(slips_of(word, SOURCE)) <= set(SOURCE)
