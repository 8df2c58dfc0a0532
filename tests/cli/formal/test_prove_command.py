"""`argmap prove`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

VALID = "<A>\n\n(1) a {formula: p}\n(2) b {formula: p -> q}\n----\n(3) [C]: c {formula: q}\n"
INVALID = "<B>\n\n(1) a {formula: p}\n----\n(2) c {formula: q}\n"
EXAMPLES = Path(__file__).parents[3] / "examples"


def _run(folder: Path, text: str, *words: str) -> Result:
    path = folder / "a.argdown"
    path.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["prove", str(path), *words])


@pytest.mark.parametrize(
    ("text", "code"), [(VALID, 0), (INVALID, 1), ("[A]: a", 0), ("[A]: a {formula: p &}", 1)]
)
def test_the_exit_code_says_whether_something_is_invalid(tmp_path: Path, text: str, code: int) -> None:
    assert _run(tmp_path, text).exit_code == code


def test_steps_are_listed_with_their_formulas(tmp_path: Path) -> None:
    result = _run(tmp_path, VALID)
    assert result.stdout == "<A>#1: valid\n  p  “a”\n  p → q  “b”\n  so q  [C]\n"
    assert result.stderr == "1 step: 1 valid, 0 invalid, 0 not decided\n"


def test_json_has_all_of_it(tmp_path: Path) -> None:
    proofs = json.loads(_run(tmp_path, INVALID, "--format", "json").stdout)
    assert (proofs["valid"], proofs["steps"][0]["status"]) == (False, "invalid")
    assert proofs["steps"][0]["counterModel"] == ["`p` is true", "`q` is false"]


def test_a_title_selects_steps(tmp_path: Path) -> None:
    assert _run(tmp_path, f"{VALID}\n{INVALID}", "<A>").exit_code == 0


def test_an_unknown_title_is_wrong_usage(tmp_path: Path) -> None:
    result = _run(tmp_path, VALID, "<Z>")
    assert result.exit_code == 2
    assert "did you mean <A>?" in result.stderr


def test_without_time_nothing_is_decided(tmp_path: Path) -> None:
    text = INVALID.replace("p", "slow")
    assert "not decided" in _run(tmp_path, text, "--timeout", "0").stdout


def test_a_file_that_is_not_there_is_an_error() -> None:
    assert CliRunner().invoke(main, ["prove", "missing.argdown"]).exit_code == 2


@pytest.mark.parametrize("name", ["falling-bodies", "ontological-argument"])
def test_examples_are_valid(name: str) -> None:
    result = CliRunner().invoke(main, ["prove", str(EXAMPLES / f"{name}.argdown")])
    assert result.exit_code == 0
    assert ": valid" in result.stdout
