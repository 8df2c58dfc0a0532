"""Exports of Kialo."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.interop import FormatError, kialo, read, recognise

EXPORT = (
    "Discussion Title: Tea\n\n1. Tea is good.\n1.1. Pro: It is [hot](https://x.org).\n1.2. Con: -> See 1.1.\n"
)


def relations(text: str) -> list[str]:
    return [str(relation) for relation in kialo.loads(text).relations]


def test_pros_support_and_cons_attack_what_is_above_them() -> None:
    assert relations(EXPORT) == ["[1.1] supports [1]", "[1.1] attacks [1]"]


def test_links_are_marked_and_can_be_sources() -> None:
    claim = kialo.loads(EXPORT).claims["1.1"]
    assert (claim.text, [mark.target for mark in claim.statements[0].marks]) == (
        "It is hot.",
        ["https://x.org"],
    )
    sources = read(EXPORT, format="kialo", link_sources=True).debate.claims["1.1"].sources
    assert [source.url for source in sources] == ["https://x.org"]


def test_lines_without_a_number_go_on_with_the_claim_before() -> None:
    assert kialo.loads("1. Tea\n  is\r\n\r\ngood.\n").claims["1"].text == "Tea is good."


def test_signs_of_markdown_are_what_they_stand_for() -> None:
    assert (
        kialo.loads(r"1. It costs \[a lot\] \(much\)." + "\n").claims["1"].text == "It costs [a lot] (much)."
    )


def test_a_claim_without_a_stance_is_kept_and_reported() -> None:
    reading = kialo.read("1. Tea?\n1.1. Green tea\n")
    assert [loss.feature for loss in reading.report.losses] == ["child without stance"]
    assert reading.debate.claims["1.1"].data["kialo"] == {"below": "1"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Hello\nworld", "I407", "1:"),
        ("", "I407", "1:"),
        ("1. a\n1.1. Pro: -> See 1.\n1.1.1. Pro: c", "I403", "3:"),
        ("1. a\n1. b", "I404", "2:"),
        ("1. a\n2.1. Pro: b", "I403", "2:"),
    ],
)
def test_what_is_no_export_is_refused_with_its_line(text: str, code: str, line: str) -> None:
    with pytest.raises(FormatError) as caught:
        kialo.loads(text)
    assert str(caught.value).startswith(line)
    assert caught.value.diagnostics[0].code == code


NUMBERS = st.lists(st.integers(1, 3), min_size=1, max_size=4).map(
    lambda parts: "".join(f"{p}." for p in parts)
)
LINES = st.tuples(NUMBERS, st.sampled_from(["", "Pro: ", "Con: "]), st.sampled_from(["a", "-> See 1.", ""]))


@settings(max_examples=60)
@given(st.lists(LINES, max_size=8))
def test_whatever_its_numbers_are_it_is_read_leniently(lines: list[tuple[str, str, str]]) -> None:
    text = "1. top\n" + "".join(f"{number} {stance}{words}\n" for number, stance, words in lines)
    assert "1" in read(text, format="kialo", lenient=True).debate.claims


@pytest.mark.parametrize(
    "text",
    [
        "Diskussionstitel: Tee\n\n1. a\n1.1. Pro: b\n1.2. Kontra: c\n1.2.1. Contra: -> Siehe 1.1.\n",
        "Titre du débat : Tee\n\n1. a\n1.1. Pour : b\n1.2. Contre : c\n1.2.1. Contre : -> Voir 1.1.\n",
        "Título del debate: Tee\n\n1. a\n1.1. A favor: b\n1.2. En contra: c\n1.2.1. En contra: -> Ver 1.1.\n",
    ],
)
def test_discussions_in_other_languages_say_the_same(text: str) -> None:
    english = "Discussion Title: Tee\n\n1. a\n1.1. Pro: b\n1.2. Con: c\n1.2.1. Con: -> See 1.1.\n"
    assert (recognise(text), kialo.loads(text)) == ("kialo", kialo.loads(english))
