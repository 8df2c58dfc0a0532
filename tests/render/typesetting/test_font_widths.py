"""How wide text is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.typesetting.font_widths import believed_width, misjudged_widths, text_width


@pytest.mark.parametrize(
    ("text", "is_bold", "ems"),
    [
        ("A", False, 0.667),
        ("A", True, 0.722),
        ("Щ", False, 0.944),
        ("é", False, 0.581),
        ("中", False, 1.0),
        ("한", False, 1.0),
        ("\U0001f600", False, 1.3),
        ("☃", False, 1.3),
        ("ع", False, 0.7),
        ("ع", True, 0.76),
        ("\u0301", False, 0.0),
        ("\u200d", False, 0.0),
    ],
)
def test_characters_are_as_wide_as_in_arial_or_a_little_wider(text: str, is_bold: bool, ems: float) -> None:
    assert text_width(text, size=10, is_bold=is_bold) == pytest.approx(ems * 10)


def test_engines_know_the_width_of_ascii() -> None:
    assert believed_width("Plain (text)", size=10) == text_width("Plain (text)", size=10)


@given(st.characters(), st.booleans())
def test_what_engines_misjudge_is_what_they_believe_beyond_the_truth(character: str, is_bold: bool) -> None:
    believed = believed_width(character, size=1000, is_bold=is_bold)
    real = text_width(character, size=1000, is_bold=is_bold)
    assert misjudged_widths(is_bold)[character] == believed - real


def test_engines_take_capitals_in_cyrillic_for_narrow() -> None:
    assert believed_width("НАТО", size=10) < text_width("НАТО", size=10)
