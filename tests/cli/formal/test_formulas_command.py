"""`argmap formulas`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

TEXT = "[A]: a {formula: F(a) & p, declarations: {F: is wise, q: unused}}\n"


def _run(folder: Path, *words: str) -> Result:
    path = folder / "a.argdown"
    path.write_text(TEXT, encoding="utf-8")
    return CliRunner().invoke(main, ["formulas", str(path), *words])


def test_letters_are_listed_with_their_meanings(tmp_path: Path) -> None:
    assert _run(tmp_path).stdout.splitlines() == [
        "F (a predicate): is wise",
        "  used in [A]",
        "a (a name): no meaning declared",
        "  used in [A]",
        "p (a sentence): no meaning declared",
        "  used in [A]",
        "q: unused",
        "  no formula uses it",
    ]


def test_json_has_the_same(tmp_path: Path) -> None:
    letters = json.loads(_run(tmp_path, "--format", "json").stdout)["letters"]
    assert letters[0] == {
        "letter": "F",
        "kind": "predicate",
        "places": 1,
        "meaning": "is wise",
        "usedIn": ["[A]"],
    }


def test_a_text_with_errors_is_listed_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "b.argdown"
    path.write_text("[A]: a {formula: p &}\n\n[B]: b {formula: q}\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["formulas", str(path)])
    assert (result.exit_code, result.stdout) == (1, "q (a sentence): no meaning declared\n  used in [B]\n")


def test_a_file_that_is_not_there_is_an_error() -> None:
    assert CliRunner().invoke(main, ["formulas", "missing.argdown"]).exit_code == 2


@pytest.mark.parametrize("text", ["", "[A]: a"])
def test_a_text_without_formulas_has_no_letters(tmp_path: Path, text: str) -> None:
    path = tmp_path / "c.argdown"
    path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["formulas", str(path)])
    assert (result.exit_code, result.stdout) == (0, "")
