"""The catalogue of schemes, and an author's own."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.model import Attacks, Scheme, SchemeEntry, read_schemes, scheme_catalogue
from argmap.model.schemes.scheme_files import scheme_synonyms
from argmap.model.schemes.scheme_names import scheme_called

SCHEMES = scheme_catalogue()
PRESUMPTIVE = [one for one in SCHEMES.values() if not one.is_deductive]


def test_there_are_at_least_25_presumptive_schemes() -> None:
    assert len(PRESUMPTIVE) >= 25


def test_every_scheme_has_other_names() -> None:
    assert set(scheme_synonyms()) == set(SCHEMES)


@pytest.mark.parametrize("entry", SCHEMES.values(), ids=lambda one: one.name)
def test_a_scheme_is_described(entry: SchemeEntry) -> None:
    assert entry.title
    assert entry.premises
    assert entry.conclusion.endswith(".")
    assert entry.literature


@pytest.mark.parametrize("entry", PRESUMPTIVE, ids=lambda one: one.name)
def test_a_presumptive_scheme_has_questions(entry: SchemeEntry) -> None:
    assert len(entry.questions) >= 2
    assert all(one.text.endswith("?") for one in entry.questions)
    assert len({one.name for one in entry.questions}) == len(entry.questions)


@pytest.mark.parametrize("entry", SCHEMES.values(), ids=lambda one: one.name)
def test_a_question_attacks_something_of_its_scheme(entry: SchemeEntry) -> None:
    roles = {one.name for one in entry.premises}
    for one in entry.questions:
        assert (one.premise in roles) == (one.attacks is Attacks.PREMISE)


@pytest.mark.parametrize("entry", SCHEMES.values(), ids=lambda one: one.name)
def test_a_scheme_goes_by_its_title_and_all_its_names(entry: SchemeEntry) -> None:
    assert {scheme_called(one).name for one in (entry.name, *entry.synonyms)} == {entry.name}


def test_no_name_stands_for_two_schemes() -> None:
    names = [name for entry in SCHEMES.values() for name in entry.synonyms]
    assert len(names) == len(set(names))


def test_an_unknown_scheme_has_no_questions() -> None:
    scheme = Scheme("a hunch")
    assert (scheme.title, scheme.critical_questions, scheme.premises, scheme.is_deductive) == (
        "a hunch",
        (),
        (),
        False,
    )


def test_reading_a_text_does_not_load_the_catalogue() -> None:
    program = (
        "import argmap; argmap.parse('(1) p\\n-- modus ponens --\\n(2) q');"
        "from argmap.model import scheme_catalogue; print(scheme_catalogue.cache_info().currsize)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout == "0\n"


OWN = """
[literature]
book = "A book"

[dream]
title = "Argument from a dream"
synonyms = ["vision"]
premises.dream = "Somebody dreamt it."
conclusion = "It is so."
questions.sleep = {attacks = "dream", text = "Was it a dream?"}
questions.digestion = {text = "What was for supper?"}
questions.truth = {attacks = "conclusion", text = "Is it so?"}
literature = ["book", "Another book"]
"""


def load(folder: Path, schemes: str, line: str) -> argmap.Document:
    (folder / "own.toml").write_text(schemes, encoding="utf-8")
    file = folder / "debate.argdown"
    file.write_text(f"===\nschemes: own.toml\n===\n\n<A>\n\n(1) p\n{line}\n(2) q", encoding="utf-8")
    return argmap.load(file)


@pytest.mark.parametrize(
    "line", ["-- {scheme: dream} --", "-- argument from a dream --", "-- {scheme: Vision} --"]
)
def test_an_author_describes_schemes_of_ones_own(tmp_path: Path, line: str) -> None:
    document = load(tmp_path, OWN, line)
    scheme = document.debate.arguments["A"].inferences[0].scheme
    assert document.diagnostics == ()
    assert scheme is not None
    assert (scheme.name, scheme.is_known, scheme.title) == ("dream", False, "Argument from a dream")
    assert [(one.name, one.attacks) for one in scheme.critical_questions] == [
        ("sleep", Attacks.PREMISE),
        ("digestion", Attacks.INFERENCE),
        ("truth", Attacks.CONCLUSION),
    ]
    assert scheme.entry is not None
    assert scheme.entry.literature == ("A book", "Another book")
    assert [one.code for one in argmap.check(document)] == ["C315"]


def test_an_own_scheme_takes_the_place_of_a_known_one(tmp_path: Path) -> None:
    document = load(tmp_path, OWN.replace("[dream]", "[sign]"), "-- argument from sign --")
    scheme = document.debate.arguments["A"].inferences[0].scheme
    assert scheme is not None
    assert scheme.title == "Argument from a dream"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[", "it is not TOML"),
        ("dream = 1", "`dream` is not a table"),
        ("[dream]\nquestion = 1", "`dream` cannot have `question`; write `questions`"),
        ("[dream]\nxyz = 1", "`dream` cannot have `xyz`"),
        ("[dream]\ntitle = 1", "`dream.title` is not a text"),
        ("[dream]\npremises = 1", "`dream.premises` is not a table"),
        ("[dream]\nliterature = 1", "`dream.literature` is not a list of texts"),
        ("[dream]\nquestions = 1", "`dream.questions` is not a table"),
        ("[dream]\nquestions.q = 1", "`dream.questions.q` must be"),
        ("[dream]\nquestions.q = {attacks = 'dream', text = 'x'}", "cannot attack `dream`"),
        ("literature = 1", "`literature` is not a table"),
    ],
)
def test_what_is_no_scheme_is_told(tmp_path: Path, text: str, words: str) -> None:
    found = [one for one in load(tmp_path, text, "----").diagnostics if one.code == "R250"]
    assert len(found) == 1
    assert words in found[0].message


@given(st.text(max_size=80))
def test_any_text_is_schemes_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(read_schemes(text), dict)
