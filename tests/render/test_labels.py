"""What is said of nodes and groups outside of their boxes."""

from argmap.render import load_theme
from argmap.render.labels import heading, tooltip


def test_headings_are_in_the_letters_of_the_theme() -> None:
    assert "<B>A &amp; B</B>" in heading("A & B", load_theme("default"))


def test_an_empty_heading_has_no_label() -> None:
    assert heading("\x00", load_theme("default")) == ""


def test_a_tooltip_has_title_and_text() -> None:
    assert tooltip("Title", " Text\n ") == "Title\nText"


def test_a_tooltip_has_no_empty_lines() -> None:
    assert tooltip("\x00", None) == ""
