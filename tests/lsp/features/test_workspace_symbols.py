"""Looking for something by its name or by a selector."""

import pytest

import argmap
from argmap.lsp.features.workspace_symbols import matching_symbols

_TEXT = """# Weather

[Sun]: It shines. #crux
  + <Forecast>: They said so.

# Other things

Sunny words without a title.
"""


def _names(query: str) -> list[str]:
    return [match.name for match in matching_symbols(argmap.parse(_TEXT), query)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("sun", ["[Sun]", "Sunny words without a title."]),
        ("FCST", ["<Forecast>"]),
        ("weather", ["# Weather"]),
        ("nothing like it", []),
        ("#crux", ["[Sun]"]),
        ("[Sun] <+", ["<Forecast>"]),
        (":root", ["[Sun]", "Sunny words without a title."]),
        ('"said"', ["<Forecast>"]),
        ("[Su", []),
        ("[Moon]", []),
    ],
)
def test_a_sign_begins_a_selector_and_letters_a_name(query: str, names: list[str]) -> None:
    assert _names(query) == names


def test_an_empty_query_matches_all() -> None:
    assert len(_names("")) == 5


def test_a_match_says_in_which_section_it_is() -> None:
    (match,) = matching_symbols(argmap.parse(_TEXT), "forecast")
    assert match.container == "Weather"


def test_sections_and_inferences_are_selected_too() -> None:
    assert _names("(section)") == ["# Weather", "# Other things"]
    document = argmap.parse("<B>\n\n(1) a\n----\n(2) b")
    assert [match.name for match in matching_symbols(document, "<B>.inferences")] == ["<B>#1"]
