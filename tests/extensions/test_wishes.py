"""Words become what drawings are asked for."""

from __future__ import annotations

import pytest

from argmap.extensions.wishes import drawn_as


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ({}, {}),
        ({"theme": "dark", "alt": "A map"}, {}),
        ({"focus": "[A b]", "direction": "supporting"}, {"focus": "[A b]", "direction": "supporting"}),
        ({"radius": "12"}, {"radius": 12}),
        ({"legend": ""}, {"legend": True}),
        ({"legend": "legend", "questions": "No"}, {"legend": True, "questions": False}),
        ({"detail": "title"}, {"detail": "title"}),
    ],
)
def test_words_are_understood(words: dict[str, str], asked: dict[str, object]) -> None:
    assert drawn_as(words) == asked


@pytest.mark.parametrize(
    "words", [{"radius": "two"}, {"radius": "-1"}, {"radius": ""}, {"legend": "perhaps"}], ids=str
)
def test_what_makes_no_sense_is_refused(words: dict[str, str]) -> None:
    (word,) = words.values()
    with pytest.raises(ValueError, match=f"not '{word}'"):
        drawn_as(words)
