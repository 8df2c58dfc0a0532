"""`argmap convert --choice`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Argmap = Callable[..., Result]


def test_choices_of_a_format_that_is_read(argmap: Argmap, folder: Path) -> None:
    (folder / "tea.txt").write_text("Discussion Title: Tea\n\n1. See [this](https://x.org).\n")
    assert "source: https://x.org" not in argmap("convert", "tea.txt", "--to", "argdown").stdout
    result = argmap("convert", "tea.txt", "--to", "argdown", "--choice", "link-sources")
    assert "x.org" in result.stdout.partition("{")[2]


def test_choices_of_a_format_that_is_written(argmap: Argmap, folder: Path) -> None:
    (folder / "a.argdown").write_text("[A]: =1\n")
    assert "\t=1" in argmap("convert", "a.argdown", "--to", "csv", "--choice", "safe").stdout
    result = argmap("convert", "a.argdown", "--to", "apx", "--choice", "framework=odd")
    assert result.exit_code == 2
    assert "framework must be" in result.stderr
