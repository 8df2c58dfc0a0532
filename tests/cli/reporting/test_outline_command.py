"""`argmap outline`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main


@pytest.fixture
def outlined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the command on a text in a folder."""
    monkeypatch.chdir(tmp_path)
    Path("good.argdown").write_text("# S\n\n[A]: One.\n  + [B]: Two.\n", encoding="utf-8")
    Path("bad.argdown").write_text("[A]: One. {color: [}\n", encoding="utf-8")

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, ["outline", *words])

    return run


def test_it_tells_a_debate(outlined: Callable[..., Result]) -> None:
    assert outlined("good.argdown").stdout == "claim [A]: One.\n  + claim [B]: Two.\n"


def test_forms_sections_and_depth_are_options(outlined: Callable[..., Result]) -> None:
    result = outlined("good.argdown", "--format", "markdown", "--sections", "--depth", "1")
    assert result.stdout == "# S\n\n- claim **A**: One. … 1 more\n"


def test_as_json_each_text_has_its_items_with_their_lines_once(outlined: Callable[..., Result]) -> None:
    (of_good,) = json.loads(outlined("good.argdown", "good.argdown", "--format", "json").stdout)
    assert [(item["name"], item["line"]) for item in of_good["items"]] == [("[A]", 3), ("[B]", 4)]


def test_it_is_written_to_a_file(outlined: Callable[..., Result]) -> None:
    assert outlined("good.argdown", "-o", "out.txt").stdout == ""
    assert Path("out.txt").read_text(encoding="utf-8").startswith("claim [A]")


def test_a_selector_that_selects_no_title_fails(outlined: Callable[..., Result]) -> None:
    result = outlined("good.argdown", "--select", "[C]")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_text_with_errors_is_told_all_the_same(outlined: Callable[..., Result]) -> None:
    result = outlined("bad.argdown")
    assert (result.exit_code, result.stdout[:9]) == (1, "claim [A]")


def test_a_missing_file_is_named(outlined: Callable[..., Result]) -> None:
    result = outlined("none.argdown")
    assert (result.exit_code, "none.argdown" in result.stderr) == (2, True)


def test_it_does_not_write_over_what_it_reads(outlined: Callable[..., Result]) -> None:
    before = Path("good.argdown").read_text()
    result = outlined("good.argdown", "-o", "./good.argdown")
    assert (result.exit_code, Path("good.argdown").read_text()) == (2, before)
    assert "the file to read" in result.stderr
