"""`argmap report`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.argdown").write_text("[A]: One.\n  + [B]: Two.\n", encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_it_writes_a_report() -> None:
    assert "*claim* **A**:\nOne.\n" in run("report", "good.argdown").stdout


def test_verdicts_are_in_the_appendix() -> None:
    assert "### Verdicts" in run("report", "good.argdown", "--verdicts").stdout


def test_the_map_can_be_in_it() -> None:
    assert "<svg" in run("report", "good.argdown", "--map", "--no-appendix").stdout


def test_it_is_written_to_a_file() -> None:
    assert run("report", "good.argdown", "-o", "out.md").exit_code == 0
    assert Path("out.md").read_text(encoding="utf-8").startswith("# A debate")


def test_a_title_that_is_not_there_fails() -> None:
    assert run("report", "good.argdown", "--select", "[C]").exit_code == 2


@pytest.mark.parametrize("form", ["outline", "report"])
def test_convert_writes_the_same(form: str) -> None:
    assert run("convert", "good.argdown", "--to", form).stdout == run(form, "good.argdown").stdout
