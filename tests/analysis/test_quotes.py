"""Quotations, looked up in the texts they come from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.analysis.quotes import Quoted, alike

SPEECH = """\
Ladies and gentlemen,

we shall go on to the end – we shall
fight “with growing confidence” and grow-
ing strength in the air; we shall defend our island … whatever the cost may be.
"""


@pytest.mark.parametrize(
    "quote",
    [
        "we shall go on to the end",
        "we  shall fight",
        "the end - we shall fight",
        "the end — we shall fight",
        'fight "with growing confidence"',
        "‘we shall defend our island’",
        "our island... whatever",
        "we shall go on […] whatever the cost may be",
        "we shall go on ... the cost",
        "“we shall go on to the end…”",
        "growing strength",
    ],
)
def test_a_quotation_is_found_whatever_a_typesetter_made_of_it(quote: str) -> None:
    assert Quoted(SPEECH).has(quote)


@pytest.mark.parametrize(
    "quote", ["We shall go on", "whatever […] we shall go on", "shall not fight", "fight on"]
)
def test_case_order_and_words_count(quote: str) -> None:
    assert not Quoted(SPEECH).has(quote)


def test_the_nearest_passage_is_shown_with_what_differs() -> None:
    passage = Quoted(SPEECH).nearest("we will defend this island whatever the cost may be")
    assert passage is not None
    assert passage.text == "we shall defend our island … whatever the cost may be"
    assert passage.line == 5
    assert passage.differences == ("“shall” in place of “will”", "“our” in place of “this”")


def test_words_left_out_and_put_in_are_told() -> None:
    passage = Quoted("One two three four five six seven eight.").nearest(
        "One two four five six really seven eight"
    )
    assert passage is not None
    assert passage.differences == ("“three” as well", "no “really”")


def test_much_that_differs_is_not_told_at_length() -> None:
    passage = Quoted("a1 b c1 d e1 f g1 h i j k l").nearest("a2 b c2 d e2 f g2 h i j k l")
    assert passage is not None
    assert passage.differences[-1] == "and more"


@pytest.mark.parametrize("quote", ["Nothing like that here", "", "…"])
def test_nothing_is_near_to_what_is_not_there(quote: str) -> None:
    assert Quoted(SPEECH).nearest(quote) is None


@given(st.text(max_size=200), st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = text[start:end]
    # Dots are read as something left out, and what is around as whole words.
    if "." not in alike(part) and "-" not in alike(part):
        assert Quoted(text).has(part) or alike(part).strip('" ') not in alike(text)


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_text_and_quotation_can_be_compared(text: str, quote: str) -> None:
    quoted = Quoted(text)
    passage = quoted.nearest(quote)
    assert isinstance(quoted.has(quote), bool)
    assert passage is None or 1 <= passage.line <= text.count("\n") + 1


def test_a_long_text_is_searched_once() -> None:
    text = Quoted(" ".join(f"word{number} the of" for number in range(100_000)))
    passage = text.nearest("word500 the of word501 the or word502 the of")
    assert passage is not None
    assert passage.differences == ("“of” in place of “or”",)


def found(folder: Path, text: str) -> list[tuple[str, str | None]]:
    file = folder / "debate.argdown"
    file.write_text(text, encoding="utf-8")
    return [(one.code, one.hint) for one in argmap.check(argmap.load(file))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "debate"
    (inside / "notes").mkdir(parents=True)
    (inside / "notes" / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("we shall go on to the end", encoding="utf-8")
    return inside


QUOTE = '[^E]: x {quote: "%s", source: {file: %s}}'


def test_a_quotation_that_stands_in_its_file_is_right(folder: Path) -> None:
    assert found(folder, QUOTE % ("we shall go on", "notes/speech.txt")) == []


def test_a_misquotation_is_told_with_the_nearest_passage(folder: Path) -> None:
    ((code, hint),) = found(folder, QUOTE % ("we shall go on to an end", "notes/speech.txt"))
    assert code == "C305"
    assert hint == "nearest, in line 3: “we shall go on to the end”, with “the” in place of “an”"


def test_a_quotation_that_differs_in_case_is_told_as_such(folder: Path) -> None:
    ((code, hint),) = found(folder, QUOTE % ("We shall go on", "notes/speech.txt"))
    assert (code, hint) == (
        "C305",
        "nearest, in line 3: “we shall go on”, which differs in case or punctuation",
    )


def test_a_quotation_from_nowhere_has_no_passage(folder: Path) -> None:
    assert found(folder, QUOTE % ("Quite another matter", "notes/speech.txt")) == [
        ("C305", "nothing there is like it: check the file and the words")
    ]


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/hostname", "none.txt", "notes", "link.txt", "latin.txt"]
)
def test_a_file_that_cannot_or_must_not_be_read_is_told(folder: Path, name: str) -> None:
    (folder / "link.txt").symlink_to("../secret.txt")
    (folder / "latin.txt").write_bytes(b"Se\xf1or")
    assert [code for code, _ in found(folder, QUOTE % ("we shall", name))] == ["C306"]


def test_a_text_without_a_folder_has_no_files() -> None:
    assert argmap.check(argmap.parse(QUOTE % ("we shall", "notes/speech.txt"))) == ()


def test_a_declared_source_may_have_the_file(folder: Path) -> None:
    text = "===\nsources: {s: {title: A speech, date: 1940, file: notes/speech.txt}}\n===\n\n"
    assert found(folder, text + '[^E]: x {quote: "go on", source: s}') == []
