"""`argmap evaluate` and `argmap test`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Argmap = Callable[..., Result]

RAIN = """\
<Rain>

(1) [Low]: The barometer is low.
-- rule of thumb --
  <_ [Season]: Fronts in June bring no rain.
(2) [Wet]: It will rain.

Nobody asked.
"""


@pytest.fixture
def rain(folder: Path) -> str:
    (folder / "rain.argdown").write_text(RAIN, encoding="utf-8")
    return "rain.argdown"


def test_verdicts_are_listed_with_what_is_behind_them(argmap: Argmap, rain: str) -> None:
    result = argmap("evaluate", rain)
    assert result.exit_code == 0
    assert result.stdout == (
        "in   [Low]     presumed\n"
        "in   [Season]  presumed\n"
        "out  [Wet]     unsupported  <Rain>#1 is undercut by [Season]\n"
        "out  <Rain>    fails\n"
        "out  <Rain>#1  undercut     by [Season]\n"
    )
    assert result.stderr == "1 of 3 claims is out, none is undecided\n"


def test_what_stands_alone_without_a_title_is_listed_if_asked_for(argmap: Argmap, rain: str) -> None:
    result = argmap("evaluate", rain, "--all")
    assert "“Nobody asked.”" in result.stdout
    assert result.stderr == "1 of 4 claims is out, none is undecided\n"


def test_columns_are_as_wide_as_what_is_in_them(argmap: Argmap, folder: Path) -> None:
    (folder / "wide.argdown").write_text("[雨]: a\n  - [B]: b", encoding="utf-8")
    assert argmap("evaluate", "wide.argdown").stdout == "out  [雨]  refuted   by [B]\nin   [B]   presumed\n"


def test_json_has_all_keys(argmap: Argmap, rain: str) -> None:
    written = json.loads(argmap("evaluate", rain, "--format", "json", "--only", "out").stdout)
    assert list(written) == ["version", "semantics", "options", "complete", "verdicts", "positions"]
    assert [entry["name"] for entry in written["verdicts"]] == ["[Wet]", "<Rain>", "<Rain>#1"]
    keys = ["name", "kind", "title", "label", "basis", "strength", "possible", "line"]
    assert all(list(entry) == keys for entry in written["verdicts"])


def test_tables_are_read_by_other_programs(argmap: Argmap, rain: str) -> None:
    argmap("evaluate", rain, "--format", "csv", "-o", "rain.csv")
    rows = list(csv.DictReader(io.StringIO(Path("rain.csv").read_text(encoding="utf-8"))))
    assert (rows[2]["name"], rows[2]["label"], rows[2]["line"]) == ("[Wet]", "out", "6")


def test_several_files_are_told_apart(argmap: Argmap, rain: str) -> None:
    assert argmap("evaluate", rain, "good.argdown").stdout.count(".argdown\n") == 2
    written = json.loads(argmap("evaluate", rain, "good.argdown", "--format", "json").stdout)
    assert [entry["path"] for entry in written] == ["rain.argdown", "good.argdown"]


def test_what_is_accepted_and_rejected_keeps_its_label(argmap: Argmap, rain: str) -> None:
    result = argmap("evaluate", rain, "--reject", "[Season]", "--accept", "[Low]")
    assert "out  [Season]  rejected" in result.stdout
    assert "in   [Low]     accepted" in result.stdout
    assert "in   [Wet]     supported" in result.stdout


def test_unknown_titles_are_wrong_usage(argmap: Argmap, rain: str) -> None:
    result = argmap("evaluate", rain, "--reject", "[Seasons]")
    assert result.exit_code == 2
    assert "did you mean [Season]?" in result.stderr


def test_a_text_with_errors_is_evaluated_all_the_same(argmap: Argmap) -> None:
    result = argmap("evaluate", "bad.argdown")
    assert result.exit_code == 1
    assert "[B]" in result.stdout


def test_expectations_that_are_met_are_counted(argmap: Argmap, folder: Path) -> None:
    (folder / "met.argdown").write_text("[A]: a {expect: out}\n  - [B]: b {expect: in}", encoding="utf-8")
    result = argmap("test", "met.argdown")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 of 2 expectations met in 1 file\n"


def test_expectations_that_are_not_met_are_named(argmap: Argmap, folder: Path) -> None:
    text = "===\nexpect: {in: [[A], '[Wrong]']}\n===\n\n[A]: a\n  - [B]: b\n"
    (folder / "unmet.argdown").write_text(text, encoding="utf-8")
    result = argmap("test", str(folder))
    assert result.exit_code == 1
    assert "unmet.argdown:5: [A] is expected to be in, but it is out: an objection stands\n" in result.stdout
    assert "unmet.argdown:2: `expect` names `[Wrong]`, which this document does not state\n" in result.stdout


def test_a_folder_without_debates_is_wrong(argmap: Argmap, folder: Path) -> None:
    (folder / "empty").mkdir()
    assert argmap("test", "empty").exit_code == 2


def test_a_single_claim_is_counted_in_the_singular(argmap: Argmap) -> None:
    result = argmap("evaluate", "-", input="[A]: a")
    assert result.stderr == "0 of 1 claim is out, none is undecided\n"


def test_an_error_in_a_text_without_expectations_leaves_none_unmet(argmap: Argmap) -> None:
    result = argmap("test", "-", input="===\ntitle: [\n===\n\n[A]: a")
    assert (result.exit_code, result.stderr) == (1, "no expectations in 1 file\n")


def test_what_only_some_position_accepts_is_possible(argmap: Argmap, folder: Path) -> None:
    (folder / "thief.argdown").write_text("[A]: a\n  >< [B]: b", encoding="utf-8")
    shown = argmap("evaluate", "thief.argdown", "--semantics", "preferred").stdout
    assert shown == (
        "undecided  [A]  contested, possible  against [B]\nundecided  [B]  contested, possible  against [A]\n"
    )


def test_strengths_that_have_not_settled_in_time_are_counted(argmap: Argmap, folder: Path) -> None:
    (folder / "circle.argdown").write_text("[A]: a\n  - [B]: b\n    - [A]\n", encoding="utf-8")
    result = argmap("evaluate", "circle.argdown", "--semantics", "df-quad", "--timeout", "0")
    assert result.exit_code == 0
    assert "2 strengths have not settled in time; try --timeout" in result.stderr
